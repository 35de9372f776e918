import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkLabels } from '../../src/analysis/label-check.ts';
import type { AreaCode } from '../../src/domain/area.ts';
import type { Reading } from '../../src/ingest/family.ts';
import { readFiles } from '../../src/ingest/read.ts';
import { readBundledFigures } from '../fixtures/analysis/bundled.ts';

const { areas, catalogue } = readBundledFigures();
const LEICESTER = 'E06000016' as AreaCode;
const DERBY = 'E06000015' as AreaCode;

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

async function read(text: string): Promise<Reading> {
  const blob = new Blob([text]);
  const input = { name: 'labels.csv', size: blob.size, stream: () => blob.stream() };
  const [file] = await readFiles([input], { areas, catalogue });
  if (!file?.reading) throw new Error(`not read: ${JSON.stringify(file?.problems)}`);
  return file.reading;
}

const LABELLED = readFileSync(path('../fixtures/analysis/labelled.csv'), 'utf8');

describe('labels of a publisher held against its figures', () => {
  it('are told where they point the other way, with how many and an example', async () => {
    const [trend, england, ...others] = checkLabels(await read(LABELLED), areas);
    expect(others).toEqual([]);
    expect(trend).toEqual({
      severity: 'warning',
      code: 'trend-label',
      message:
        'The column “Recent Trend” contradicts the figures beside it in 1 of 5 trends. It says “Increasing and getting worse” of Hospital admissions for injuries, aged 0 to 14 for Derby in 2023/24, but the five figures (60.0, 55.0, 50.0, 45.0, 40.0) fall. The trends shown here are worked out from the figures.',
      column: 'Recent Trend',
      count: 1,
    });
    expect(england).toMatchObject({ code: 'comparison-label', column: 'Compared to England value or percentiles' });
  });

  it('count nothing that is no answer, or that only a polarity could decide', async () => {
    const reading = await read(LABELLED);
    const [, england] = checkLabels(reading, areas);
    // Contradicted: Derby’s last; Nottingham’s last; of the visits, which nobody has judged, "Higher".
    expect(england).toEqual({
      severity: 'warning',
      code: 'comparison-label',
      message:
        'The column “Compared to England value or percentiles” contradicts the figures beside it in 3 of 21 comparisons with England. It says “Worse” of Hospital admissions for injuries, aged 0 to 14 for Derby in 2023/24, but 40.0 (37.0 to 43.0) is better than England’s 70.0. The comparisons shown here are worked out from the figures and their intervals.',
      column: 'Compared to England value or percentiles',
      count: 3,
    });
  });

  it('are not told where they agree', async () => {
    const agreeing = LABELLED.split('\n').filter((line) => !/Derby|Nottingham/.test(line));
    expect(checkLabels(await read(agreeing.join('\n')), areas)).toEqual([]);
  });

  it('give the example of the reader’s own authority', async () => {
    const wrong = LABELLED.replace('Decreasing and getting better', 'Increasing and getting worse');
    const [trend] = checkLabels(await read(wrong), areas, LEICESTER);
    expect(trend?.message).toContain('for Leicester in 2023/24');
    expect(trend?.count).toBe(2);
    const [other] = checkLabels(await read(wrong), areas, 'E06000001' as AreaCode);
    expect(other?.message).toContain('for Derby in 2023/24');
  });

  it('contradict by calling the right way good that is bad', async () => {
    const wrong = LABELLED.replace('Decreasing and getting better', 'Decreasing and getting worse');
    expect(checkLabels(await read(wrong), areas)[0]?.count).toBe(2);
  });

  it('are nothing in a file that has no such columns', async () => {
    const { labels, ...without } = await read(LABELLED);
    expect(labels).toHaveLength(4);
    expect(checkLabels(without, areas)).toEqual([]);
  });
});

const FINGERTIPS = path('../../../shared/data/fingertips/la_hospital_admissions_2324.csv');

describe.skipIf(!existsSync(FINGERTIPS))('the labels of ../shared/data/fingertips', () => {
  it('give trends the wrong way round, and comparisons with England as we do', { timeout: 60_000 }, async () => {
    const reading = await read(readFileSync(FINGERTIPS, 'utf8'));
    const problems = checkLabels(reading, areas, DERBY);
    expect(problems).toEqual([
      {
        severity: 'warning',
        code: 'trend-label',
        message:
          'The column “Recent Trend” contradicts the figures beside it in 232 of 516 trends. It says “Increasing and getting worse” of Hospital admissions for injuries, aged 0 to 14 for Derby in 2023/24, but the five figures (56.8, 49.3, 46.9, 41.5, 42.1) fall. The trends shown here are worked out from the figures.',
        column: 'Recent Trend',
        count: 232,
      },
    ]);
  });
});
