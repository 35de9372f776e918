import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CellReader } from '../../src/ingest/cells.ts';
import type { Reading } from '../../src/ingest/family.ts';
import { FAMILIES } from '../../src/ingest/registry.ts';
import { SIDE_COLUMNS } from '../../src/domain/series.ts';
import { figures, read, readOne, text } from '../fixtures/ingest/files.ts';

/** Cells of a reading as sorted lines, so that readings can be compared whatever their order. */
function toLines(reading: Reading): readonly string[] {
  const lines = reading.series.flatMap((series) =>
    Array.from(series.numbers, (number, index) => {
      const mark = series.marks[index] ?? 0;
      if (Number.isNaN(number) && mark === 0) return '';
      const area = series.areas[Math.floor(index / series.periods.length)] ?? '';
      const period = series.periods[index % series.periods.length]?.label ?? '';
      return [series.indicator, series.group, area, period, String(number), series.markers[mark - 1] ?? ''].join('|');
    }),
  );
  return lines.filter((line) => line !== '').sort();
}

/** The digits that tell a number, wherever its point and its separators stand: 0.0904 and "9.04E-2" have the same. */
function toDigits(number: number): string {
  const [mantissa = ''] = Math.abs(number).toExponential().split('e');
  return mantissa.replace('.', '').slice(0, 12).replace(/0+$/, '');
}

/** Every number that a reading would store: of cells, of what stands beside them, and of targets. */
function toNumbers({ series, targets }: Reading): readonly number[] {
  const matrices = series.flatMap((one) => [one.numbers, ...SIDE_COLUMNS.flatMap((side) => one[side] ?? [])]);
  return [...matrices.flatMap((matrix) => [...matrix]), ...targets.map(({ number }) => number)].filter(
    (number) => !Number.isNaN(number),
  );
}

describe('a cell', () => {
  it('with digits is the number that JavaScript makes of it', () => {
    const digits = fc.stringMatching(/^-?\d{1,18}(?:\.\d{1,18})?$/);
    fc.assert(
      fc.property(digits, (written) => {
        const cell = new CellReader();
        cell.read(written);
        expect(cell.number).toBe(Number(written));
      }),
      { numRuns: 2000 },
    );
  });

  it('of any number comes back as that number', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        const cell = new CellReader();
        cell.read(String(number));
        expect(cell.number === number).toBe(true);
      }),
    );
  });

  it('of any text is a finite number or a marker, never both and never a number that is not in it', () => {
    fc.assert(
      fc.property(fc.string(), (written) => {
        const cell = new CellReader();
        cell.read(written);
        if (Number.isNaN(cell.number)) expect(cell.marker).toBe(written.trim().toLowerCase());
        else expect(/\d/.test(written) && Number.isFinite(cell.number)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a file', () => {
  const rows = fc.uniqueArray(
    fc.record({
      indicator: fc.constantFrom('absence', 'phonics', 'Young carers', 'a "quoted", name'),
      area: fc.constantFrom(...figures.areas.all.map(({ name }) => name).filter((name) => name !== 'Dorset')),
      period: fc.constantFrom('2021/22', '2022/23', '2023/24'),
      value: fc.oneof(
        fc.constantFrom('c', 'z', '', 'k', 'x'),
        fc.integer().map(String),
        fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
      ),
    }),
    { minLength: 1, maxLength: 30, selector: ({ indicator, area, period }) => [indicator, area, period].join('|') },
  );
  const quote = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
  const toCsv = (list: readonly { indicator: string; area: string; period: string; value: string }[]): string =>
    [
      'indicator,area,period,value',
      ...list.map((row) => [row.indicator, row.area, row.period, row.value].map(quote).join(',')),
      '',
    ].join('\n');

  it('says the same in whatever order its rows stand', async () => {
    await fc.assert(
      fc.asyncProperty(
        rows.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        async ([list, shuffled]) => {
          const one = await readOne(text('x.csv', toCsv(list)));
          const other = await readOne(text('x.csv', toCsv(shuffled)));
          expect(toLines(other.reading)).toEqual(toLines(one.reading));
          expect(one.reading.observations).toBe(list.length);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('of any family, damaged at any place, ends in a reading or in a reason, with no number that is not in it', async () => {
    const put = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom(',', '\n', '"', '-', '.', ' ', '1,234', 'c'));
    const damage = fc.tuple(fc.constantFrom(...FAMILIES), fc.nat(), fc.nat({ max: 30 }), put);
    await fc.assert(
      fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 3 }), async (damages) => {
        let content = damages[0]?.[0].example ?? '';
        for (const [, place, length, words] of damages) {
          const at = place % (content.length + 1);
          content = content.slice(0, at) + words + content.slice(at + length);
        }
        const [one] = await read([text('x.csv', content)]);
        if (!one?.accepted) expect(one?.problems.some(({ severity }) => severity === 'error')).toBe(true);
        const written = content.replace(/[^\d\n]/g, '');
        for (const number of one?.reading ? toNumbers(one.reading) : []) {
          expect(Number.isFinite(number)).toBe(true);
          expect(written).toContain(number === 0 ? '0' : toDigits(number));
        }
      }),
      { numRuns: 400 },
    );
  }, 60_000);
});
