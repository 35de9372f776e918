import { describe, expect, it } from 'vitest';
import { describeSources, describeUnits } from '../../src/app/state/source-line.ts';
import type { Indicator } from '../../src/domain/indicator.ts';
import { readBundledFigures } from '../fixtures/analysis/bundled.ts';

const MADE = new Date('2026-11-22T12:00:00Z');
const figures = readBundledFigures();
const find = (id: string): Indicator => {
  const indicator = figures.findIndicator(id);
  if (!indicator) throw new Error(`no indicator ${id}`);
  return indicator;
};

describe('the line under a chart of several indicators', () => {
  const conceptions = find('under-18-conceptions');

  it('names each publisher and each licence once', () => {
    expect(describeSources([conceptions, find('neet-16-17'), conceptions], MADE)).toBe(
      `Sources: ${conceptions.publisher ?? ''}; Department for Education. Open Government Licence v3.0. Made 22 November 2026.`,
    );
  });

  it('names once each unit that stands beside no figure', () => {
    expect(describeUnits([conceptions, find('neet-16-17'), conceptions])).toBe(
      'Units besides %: Under-18 conceptions, conceptions per 1,000 females aged 15 to 17. ',
    );
    expect(describeUnits([find('neet-16-17')])).toBe('');
  });

  it('leads to the table where a dozen would not do', () => {
    const many = Array.from({ length: 13 }, (_, i) => ({ ...conceptions, shortName: `Rate ${String(i)}` }));
    expect(describeUnits(many.slice(1))).toContain('Rate 12, conceptions');
    expect(describeUnits(many)).toBe('Units: % or as in the table of this chart. ');
  });
});
