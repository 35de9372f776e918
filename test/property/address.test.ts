import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Address, View } from '../../src/address/address.ts';
import { AREA_PAGES, formatAddress, OWN_PAGES, readAddress } from '../../src/address/address.ts';
import type { Options } from '../../src/address/options.ts';
import { OPTION_CHOICES } from '../../src/address/options.ts';
import type { AreaCode } from '../../src/domain/area.ts';

const area = fc.integer({ min: 0, max: 99_999_999 }).map((n) => `E${String(n).padStart(8, '0')}` as AreaCode);
const word = fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }).filter((s) => s.trim() !== '');
const outcome = fc.constantFrom(
  'be-healthy',
  'stay-safe',
  'enjoy-and-achieve',
  'positive-contribution',
  'economic-well-being',
);
const view: fc.Arbitrary<View> = fc.oneof(
  fc.constant({ page: 'start' } as const),
  area.map((a) => ({ page: 'overview', area: a }) as const),
  fc.tuple(area, outcome).map(([a, o]) => ({ page: 'outcome', area: a, outcome: o }) as const),
  fc.tuple(area, word).map(([a, i]) => ({ page: 'indicator', area: a, indicator: i }) as const),
  fc.tuple(area, word, word).map(([a, i, g]) => ({ page: 'indicator', area: a, indicator: i, group: g }) as const),
  fc.tuple(area, fc.constantFrom(...AREA_PAGES)).map(([a, page]) => ({ page, area: a })),
  fc
    .tuple(area, fc.uniqueArray(area, { maxLength: 5 }), fc.uniqueArray(word, { maxLength: 5 }))
    .map(([a, areas, indicators]) => ({ page: 'compare', area: a, areas, indicators }) as const),
  fc.constantFrom(...OWN_PAGES).map((page) => ({ page })),
  fc
    .record({ chapter: word, section: word }, { requiredKeys: [] })
    .map((place) => ({ page: 'help', ...place }) as const),
);
const options: fc.Arbitrary<Options> = fc.record(
  {
    average: fc.constantFrom(...OPTION_CHOICES.average.values),
    colours: fc.constantFrom(...OPTION_CHOICES.colours.values),
    axis: fc.constantFrom(...OPTION_CHOICES.axis.values),
    chart: fc.constantFrom(...OPTION_CHOICES.chart.values),
    show: fc.constantFrom(...OPTION_CHOICES.show.values),
    set: word,
  },
  { requiredKeys: ['average', 'colours', 'axis', 'chart', 'show'] },
);

describe('an address', () => {
  it('comes back as it was after being written and read', () => {
    fc.assert(
      fc.property(fc.record({ view, options }), (address: Address) => {
        expect(readAddress(formatAddress(address))).toEqual({ ...address, remarks: [] });
      }),
    );
  });

  it('is read without a crash whatever stands in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (hash) => {
        expect(readAddress(hash).view.page).toBeTypeOf('string');
      }),
    );
  });

  it('names what it could not use', () => {
    const { view: shown, remarks } = readAddress('#/E06000015/indicator/neet-16-17?colour=red&axis=log');
    expect(shown).toEqual({ page: 'indicator', area: 'E06000015', indicator: 'neet-16-17' });
    expect(remarks).toHaveLength(2);
    expect(remarks[0]).toContain('colour');
    expect(remarks[1]).toContain('axis is one of fitted, zero');
  });

  it('falls back to the start page where the first part is neither a page nor an area', () => {
    expect(readAddress('#/nonsense')).toMatchObject({
      view: { page: 'start' },
      remarks: [expect.stringContaining('nonsense')],
    });
  });

  it('accepts an indicator id with a slash, a space and a percent sign, encoded or not', () => {
    expect(readAddress('#/E06000015/indicator/lait:LACHealth%25').view).toMatchObject({ indicator: 'lait:LACHealth%' });
    expect(readAddress('#/E06000015/indicator/lait:LACHealth%').view).toMatchObject({ indicator: 'lait:LACHealth%' });
    expect(readAddress('#/E06000015/indicator/a%2Fb').view).toMatchObject({ indicator: 'a/b' });
  });
});
