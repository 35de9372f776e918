import { describe, expect, it } from 'vitest';
import type { AreaCode } from '../../src/domain/area.ts';
import { toYear } from '../../src/domain/period.ts';
import { CellPlaces, OTHER_TEXT, SeriesBuilder } from '../../src/domain/series-builder.ts';
import { valueAt } from '../../src/domain/series.ts';

const A = 'A' as AreaCode;
const B = 'B' as AreaCode;
const [P1, P2] = [toYear('calendar', 2023), toYear('calendar', 2024)];

describe('a series', () => {
  it('lies in the order of its periods and areas, whatever order cells come in', () => {
    const builder = new SeriesBuilder();
    const cells = builder.seriesOf('i', 'all');
    builder.push(cells, builder.toAreaIndex(B), builder.toPeriodIndex(P2), 4, undefined, 2);
    builder.push(cells, builder.toAreaIndex(A), builder.toPeriodIndex(P1), 1, undefined, 3);
    const [series] = builder.build().series;
    expect(series?.areas).toEqual([A, B]);
    expect(series?.periods).toEqual([P1, P2]);
    expect(Array.from(series?.numbers ?? [])).toEqual([1, Number.NaN, Number.NaN, 4]);
  });

  it('has no value where the file had no cell, and a reason where it had a marker', () => {
    const builder = new SeriesBuilder();
    const cells = builder.seriesOf('i', 'all');
    builder.push(cells, builder.toAreaIndex(A), builder.toPeriodIndex(P1), Number.NaN, 'c', 2);
    builder.push(cells, builder.toAreaIndex(B), builder.toPeriodIndex(P2), 0, undefined, 3);
    const [series] = builder.build().series;
    expect(series && valueAt(series, A, P1)).toEqual({ missing: 'suppressed', marker: 'c' });
    expect(series && valueAt(series, A, P2)).toBeUndefined();
    expect(series && valueAt(series, B, P2)).toEqual({ number: 0 });
  });

  it('names each of its markers once, in the order in which they came', () => {
    const builder = new SeriesBuilder();
    const cells = builder.seriesOf('i', 'all');
    ['c', 'z', 'c', 'z', undefined, 'c'].forEach((marker, i) => {
      builder.push(cells, builder.toAreaIndex(A), builder.toPeriodIndex(toYear('calendar', 2000 + i)), 1, marker, i);
    });
    const [series] = builder.build().series;
    expect(series?.markers).toEqual(['c', 'z']);
    expect([...(series?.marks ?? [])]).toEqual([1, 2, 1, 2, 0, 1]);
  });

  it('keeps the first of two cells of one place and reports both lines', () => {
    const builder = new SeriesBuilder();
    const cells = builder.seriesOf('i', 'all');
    const at = [builder.toAreaIndex(A), builder.toPeriodIndex(P1)] as const;
    builder.push(cells, ...at, 1, undefined, 2);
    builder.push(cells, ...at, 2, undefined, 5);
    builder.push(cells, ...at, 1, undefined, 9);
    const { series, duplicates } = builder.build();
    expect(Array.from(series[0]?.numbers ?? [])).toEqual([1]);
    expect(duplicates.map(({ firstLine, line, same }) => [firstLine, line, same])).toEqual([
      [2, 5, false],
      [2, 9, true],
    ]);
  });

  it('keeps limits beside the numbers that have them, when it grows too', () => {
    const builder = new SeriesBuilder();
    const cells = builder.seriesOf('i', 'all');
    for (let year = 1900; year < 2100; year++) {
      builder.push(cells, builder.toAreaIndex(A), builder.toPeriodIndex(toYear('calendar', year)), year, undefined, 2);
      if (year % 2 === 0) cells.setSide('lower', year - 1);
    }
    const [series] = builder.build().series;
    expect(series && valueAt(series, A, toYear('calendar', 1900))).toEqual({ number: 1900, lower: 1899 });
    expect(series && valueAt(series, A, toYear('calendar', 2098))).toEqual({ number: 2098, lower: 2097 });
    expect(series && valueAt(series, A, toYear('calendar', 2099))).toEqual({ number: 2099 });
  });

  it('shares the places of its rows with the other columns of the same rows', () => {
    const builder = new SeriesBuilder();
    const places = new CellPlaces();
    const columns = [builder.seriesOf('i', 'all', places), builder.seriesOf('j', 'all', places)];
    const at = places.add(builder.toAreaIndex(A), builder.toPeriodIndex(P1), 2);
    columns[0]?.set(at, 1, undefined);
    columns[1]?.set(at, 2, 'p');
    const { series } = builder.build();
    expect(series.map((one) => valueAt(one, A, P1))).toEqual([{ number: 1 }, { number: 2, status: 'provisional' }]);
    expect(series[0]?.areas).toBe(series[1]?.areas);
  });

  it('lays series with the same rows out alike, and says of each its own lines', () => {
    const builder = new SeriesBuilder();
    const [first, second] = [builder.seriesOf('i', 'all'), builder.seriesOf('j', 'all')];
    const [a, b, p] = [builder.toAreaIndex(A), builder.toAreaIndex(B), builder.toPeriodIndex(P1)];
    for (const [at, area] of [b, a, b].entries()) {
      builder.push(first, area, p, at, undefined, 10 + at);
      builder.push(second, area, p, -at, undefined, 20 + at);
    }
    const { series, duplicates } = builder.build();
    expect(series.map(({ numbers }) => Array.from(numbers))).toEqual([
      [1, 0],
      [-1, -0],
    ]);
    expect(series[0]?.areas).toBe(series[1]?.areas);
    expect(duplicates.map(({ indicator, firstLine, line }) => [indicator, firstLine, line])).toEqual([
      ['i', 10, 12],
      ['j', 20, 22],
    ]);
  });

  it('takes no series with other rows for alike', () => {
    const builder = new SeriesBuilder();
    const all = ['i', 'j', 'k', 'l'].map((id) => builder.seriesOf(id, 'all'));
    const [a, b] = [builder.toAreaIndex(A), builder.toAreaIndex(B)];
    const [p, q] = [builder.toPeriodIndex(P1), builder.toPeriodIndex(toYear('calendar', 2099))];
    const rows = [
      [a, p, b, p],
      [b, p, a, p],
      [a, p, b, q],
      [a, p],
    ];
    rows.forEach((places, at) => {
      const cells = all[at];
      for (let i = 0; cells && i < places.length; i += 2)
        builder.push(cells, places[i] ?? 0, places[i + 1] ?? 0, i, undefined, i);
    });
    expect(builder.build().series.map(({ numbers }) => Array.from(numbers))).toEqual([
      [0, 2],
      [2, 0],
      [0, Number.NaN, Number.NaN, 2],
      [0],
    ]);
  });

  it('calls a period as its own rows do, and has one column where they write it in two ways', () => {
    const builder = new SeriesBuilder();
    const [plain, split] = [toYear('unknown', 2007), toYear('unknown', 2007, '2006/07')];
    const [first, second] = [builder.seriesOf('i', 'all'), builder.seriesOf('j', 'all')];
    builder.push(first, builder.toAreaIndex(A), builder.toPeriodIndex(plain), 1, undefined, 2);
    builder.push(first, builder.toAreaIndex(B), builder.toPeriodIndex(split), 2, undefined, 3);
    builder.push(second, builder.toAreaIndex(A), builder.toPeriodIndex(split), 3, undefined, 4);
    const { series } = builder.build();
    expect(series.map(({ periods }) => periods.map(({ label }) => label))).toEqual([['2007'], ['2006/07']]);
    expect(Array.from(series[0]?.numbers ?? [])).toEqual([1, 2]);
  });

  it('says “other text” once it holds more different texts than it can tell apart', () => {
    const builder = new SeriesBuilder();
    const cells = builder.seriesOf('i', 'all');
    for (let i = 0; i < 300; i++) {
      builder.push(
        cells,
        builder.toAreaIndex(`X${String(i)}` as AreaCode),
        builder.toPeriodIndex(P1),
        Number.NaN,
        `text ${String(i)}`,
        i,
      );
    }
    const [series] = builder.build().series;
    const last = series && valueAt(series, 'X299' as AreaCode, P1);
    expect(last).toEqual({ missing: 'unknown-marker', marker: OTHER_TEXT });
    expect(series && valueAt(series, 'X253' as AreaCode, P1)).toMatchObject({ marker: 'text 253' });
  });
});
