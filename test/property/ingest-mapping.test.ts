import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toHeaderKey } from '../../src/ingest/columns.ts';
import type { ColumnRole, Mapping } from '../../src/domain/recipe.ts';
import { findMappingGaps } from '../../src/ingest/mapping-gaps.ts';
import { toMappingId } from '../../src/ingest/shape.ts';
import { figures, read, text } from '../fixtures/ingest/files.ts';

const AUTHORITIES = figures.areas.authorities.filter(({ name }) => name !== 'Dorset').slice(0, 12);
const PERIODS = ['2021/22', '2022/23', '2023/24'];
const AREA_WORDS = { 'area-name': 'name', 'area-number': 'laNumber', 'area-code': 'code' } as const;

interface Column {
  readonly name: string;
  readonly role: ColumnRole;
  /** What stands in it in a row, by the row and by the place among columns of its role. */
  readonly cellOf: (row: Row) => string;
}

interface Row {
  readonly area: (typeof AUTHORITIES)[number];
  readonly period: string;
  readonly indicator: string;
  readonly group: string;
  readonly values: readonly string[];
}

const rows = fc.uniqueArray(
  fc.record({
    area: fc.constantFrom(...AUTHORITIES),
    period: fc.constantFrom(...PERIODS),
    indicator: fc.constantFrom('Visits', 'Referrals, open', 'A "made-up" one'),
    group: fc.constantFrom('North', 'South', 'Total'),
    values: fc.array(fc.oneof(fc.integer().map(String), fc.constantFrom('c', 'z', 'low')), {
      minLength: 3,
      maxLength: 3,
    }),
  }),
  {
    minLength: 1,
    maxLength: 25,
    selector: ({ area, period, indicator, group }) => [area.code, period, indicator, group].join('|'),
  },
);

/** A table in which each thing may stand in a column of its own or not at all, its columns in any order. */
const tables = fc
  .record({
    areaRole: fc.constantFrom<keyof typeof AREA_WORDS>('area-name', 'area-number', 'area-code'),
    names: fc.uniqueArray(fc.stringMatching(/^[A-Z][a-z]{3,9}( [a-z]{1,5})?$/), {
      minLength: 8,
      maxLength: 8,
      selector: toHeaderKey,
    }),
    figureColumns: fc.integer({ min: 1, max: 3 }),
    junk: fc.boolean(),
    rows,
  })
  .chain(({ areaRole, names, figureColumns, junk, rows: list }) => {
    const word = AREA_WORDS[areaRole];
    const [area = '', period = '', indicator = '', group = '', note = '', ...figureNames] = names;
    const columns: readonly Column[] = [
      { name: area, role: areaRole, cellOf: (row) => row.area[word] },
      { name: period, role: 'period', cellOf: (row) => row.period },
      { name: indicator, role: 'indicator', cellOf: (row) => row.indicator },
      { name: group, role: 'group', cellOf: (row) => row.group },
      ...(junk ? [{ name: note, role: 'none' as const, cellOf: () => '17' }] : []),
      ...figureNames
        .slice(0, figureColumns)
        .map((name, at) => ({ name, role: 'value' as const, cellOf: (row: Row) => row.values[at] ?? '' })),
    ];
    return fc.record({
      columns: fc.shuffledSubarray([...columns], { minLength: columns.length }),
      list: fc.constant(list),
    });
  });

const quote = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

it('a table whose columns were rightly explained gives back every value that is in it, and no other', async () => {
  await fc.assert(
    fc.asyncProperty(tables, async ({ columns, list }) => {
      const mapping: Mapping = { layout: 'long', columns: columns.map(({ name, role }) => ({ name, role })) };
      const header = columns.map(({ name }) => name);
      const csv = [header, ...list.map((row) => columns.map(({ cellOf }) => cellOf(row)))]
        .map((cells) => `${cells.map(quote).join(',')}\n`)
        .join('');
      const recipe = { kind: 'mapping' as const, id: toMappingId(header), header, madeWith: 'x.csv', mapping };
      expect(findMappingGaps(mapping, figures.areas)).toEqual([]);
      const [one] = await read([text('x.csv', csv)], { recipes: [recipe] });

      const groups = new Map(one?.reading?.groups.map(({ id, name }) => [id, name]));
      groups.set('all', 'Total');
      const names = new Map(one?.reading?.indicators.map(({ id, sourceId = '' }) => [id, sourceId]));
      const found = (one?.reading?.series ?? []).flatMap((series) =>
        Array.from(series.numbers, (number, cell) => {
          const marker = series.markers[(series.marks[cell] ?? 0) - 1];
          if (Number.isNaN(number) && marker === undefined) return '';
          const area = series.areas[Math.floor(cell / series.periods.length)] ?? '';
          const period = series.periods[cell % series.periods.length]?.label ?? '';
          const value = Number.isNaN(number) ? (marker ?? '') : String(number);
          return [names.get(series.indicator), groups.get(series.group), area, period, value].join('|');
        }),
      );
      const figureColumns = columns.filter(({ role }) => role === 'value');
      const expected = list.flatMap((row) =>
        figureColumns.map(({ name, cellOf }) => {
          const words = figureColumns.length === 1 ? row.indicator : `${row.indicator}: ${name}`;
          const value = cellOf(row);
          const read = Number.isNaN(Number(value)) ? value : String(Number(value));
          return [words, row.group, row.area.code, row.period, read].join('|');
        }),
      );
      expect(found.filter((line) => line !== '').sort()).toEqual(expected.sort());
    }),
    { numRuns: 150 },
  );
});
