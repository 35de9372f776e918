import { describe, expect, it } from 'vitest';
import type { Indicator } from '../../src/domain/indicator.ts';
import { GROUP_COLUMNS, INDICATOR_COLUMNS, toGroupRow, toIndicatorRow } from '../../src/domain/indicator-row.ts';
import { plan, tidy } from '../../src/ingest/formats/tidy.ts';
import { findPlacement } from '../../src/ingest/formats/tidy-companions.ts';
import { cell, codes, DERBY, ENGLAND, figures, read, readOne, text } from '../fixtures/ingest/files.ts';

/** A file of youth clubs: further columns and their cells beside indicator, area and period. */
const clubs = (columns: string, ...rows: readonly string[]) =>
  text(
    'x.csv',
    [`indicator,area,period,${columns}`, ...rows.map((row) => `Clubs,Derby,2023/24,${row}`), ''].join('\n'),
  );
const CLUBS = 'tidy:Clubs';

describe('a row of a figure', () => {
  it('may have limits, a count and a denominator by other names, each kept where it is a number', async () => {
    const { reading } = await readOne(
      clubs('value,Lower limit,upper limit,Numerator,denominator', '5,4.5,z,50,"1,000"'),
    );
    expect(cell(reading, CLUBS, 'all', DERBY, '2023/24')).toEqual({
      number: 5,
      lower: 4.5,
      count: 50,
      denominator: 1000,
    });
  });

  it.each([
    ['5,', { number: 5 }],
    ['5, P ', { number: 5, status: 'provisional' }],
    ['5 r,', { number: 5, status: 'revised' }],
    ['5 r,e', { number: 5, status: 'estimated' }],
    ['c,', { missing: 'suppressed', marker: 'c' }],
    [',C', { missing: 'suppressed', marker: 'c' }],
    ['z,c', { missing: 'not-applicable', marker: 'z' }],
    [',', { missing: 'not-published', marker: '' }],
  ])('%j is a value and its marker', async (cells, value) => {
    const { reading } = await readOne(clubs('value,marker', cells));
    expect(cell(reading, CLUBS, 'all', DERBY, '2023/24')).toEqual(value);
  });

  it('with both a number and the marker of a missing one has the marker, which is said', async () => {
    const { reading, problems } = await readOne(clubs('value,marker', '5.5,c'));
    expect(cell(reading, CLUBS, 'all', DERBY, '2023/24')).toEqual({ missing: 'suppressed', marker: 'c' });
    expect(problems).toMatchObject([
      {
        severity: 'warning',
        code: 'number-and-marker',
        message:
          'The row has both the number 5.5 and the marker "c"; a cell is one or the other, so the marker was followed and the number left out. Clear one of the two.',
        line: 2,
        column: 'marker',
      },
    ]);
  });

  it('has the status of its period where it has none itself', async () => {
    const csv = 'indicator,area,period,value\nClubs,Derby,2024 (prov),5\nClubs,England,2024 (prov),6 r\n';
    const { reading } = await readOne(text('x.csv', csv));
    expect(cell(reading, CLUBS, 'all', DERBY, '2024')).toEqual({ number: 5, status: 'provisional' });
    expect(cell(reading, CLUBS, 'all', ENGLAND, '2024')).toEqual({ number: 6, status: 'revised' });
  });

  it('tells how many decimals its indicator has, two at most, whatever the unit', async () => {
    const { reading } = await readOne(clubs('value,unit', '5.1,%', '5,', '1.2345,per 1000'));
    expect(reading.indicators.map(({ id, name, unit, decimals }) => [id, name, unit, decimals])).toEqual([
      ['tidy:Clubs (%)', 'Clubs', '%', 1],
      ['tidy:Clubs', 'Clubs', '', 0],
      ['tidy:Clubs (per 1000)', 'Clubs', 'per 1000', 2],
    ]);
  });

  it('is of an outcome that there is, or of none', async () => {
    const csv = 'indicator,area,period,value,outcome\nClubs,Derby,2024,5,stay-safe\nPubs,Derby,2024,5,make-merry\n';
    const { reading } = await readOne(text('x.csv', csv));
    expect(reading.indicators.map(({ outcome }) => outcome)).toEqual(['stay-safe', undefined]);
  });

  it('updates an indicator of the catalogue unless its unit is another', async () => {
    const unit = figures.findIndicator('neet-16-17')?.unit ?? '';
    const csv = `indicator,area,period,value,unit\nneet-16-17,Derby,2023/24,5,${unit}\nneet-16-17,Derby,2023/24,5,number\n`;
    const { reading } = await readOne(text('x.csv', csv));
    expect(reading.indicators.map(({ id }) => id)).toEqual(['neet-16-17', 'tidy:neet-16-17 (number)']);
  });
});

describe('a row of a target', () => {
  it('has its baseline in the period that is named beside it, else in its own', async () => {
    const { reading } = await readOne(
      clubs('value,target,baseline,baseline_period', ',7,5,2020/21', ',8,6,', ',9,,2020/21', ',"1,000",c,'),
    );
    expect(reading.targets.map(({ number, period, baseline }) => [number, period.label, baseline?.number])).toEqual([
      [7, '2023/24', 5],
      [8, '2023/24', 6],
      [9, '2023/24', undefined],
      [1000, '2023/24', undefined],
    ]);
    expect(reading.targets.map(({ baseline }) => baseline?.period.label)).toEqual([
      '2020/21',
      '2023/24',
      undefined,
      undefined,
    ]);
    expect(reading.targets[2]).not.toHaveProperty('baseline');
  });

  it('is left out and said where it is no number', async () => {
    const { reading, problems } = await readOne(clubs('value,target', '5,soon', '6, '));
    expect(reading.targets).toEqual([]);
    expect(problems.find(({ code }) => code === 'target-not-a-number')).toMatchObject({
      severity: 'warning',
      message: 'The target "soon" is not a number and was left out.',
      line: 2,
      column: 'target',
      count: 1,
    });
  });

  it('may be a row of its own kind, which is no figure', async () => {
    const { reading } = await readOne(clubs('value,kind', '5,', '7, Target ', '9,targets'));
    expect(reading.targets.map(({ number }) => number)).toEqual([7]);
    expect(reading).toMatchObject({ rows: 3, observations: 1 });
  });

  it('has its days and those of its baseline where they stand beside their names', async () => {
    const csv = [
      'indicator,area,period,period_start,period_end,period_kind,target,baseline,baseline_period,baseline_start,baseline_end,baseline_kind',
      'Clubs,Derby,Year one,2024-02-01,2025-01-31,pooled,7,6,Year nought,2023-02-01,2024-01-31,pooled',
      '',
    ].join('\n');
    const [target] = (await readOne(text('x.csv', csv))).reading.targets;
    expect(target?.period).toEqual({ label: 'Year one', start: '2024-02-01', end: '2025-01-31', kind: 'pooled' });
    expect(target?.baseline?.period).toEqual({
      label: 'Year nought',
      start: '2023-02-01',
      end: '2024-01-31',
      kind: 'pooled',
    });
  });

  it('needs no column of values', async () => {
    const { reading } = await readOne(clubs('target', '7'));
    expect(reading.targets.map(({ number }) => number)).toEqual([7]);
    expect(reading).toMatchObject({ observations: 0, series: [] });
  });
});

describe('a row for an average that the file gives itself', () => {
  it('is kept under its name and said to be none of ours', async () => {
    const csv = 'indicator,area,period,value\nClubs,Statistical Neighbours,2024,5\n';
    const { reading, problems } = await readOne(text('x.csv', csv));
    expect(reading.series[0]?.areas).toEqual(['Statistical Neighbours']);
    expect(problems).toMatchObject([
      {
        severity: 'note',
        code: 'supplied-average',
        message:
          '"Statistical Neighbours" is an average that the file gives itself: it is shown beside its authority\'s figures as supplied, and never mixed with averages worked out here.',
        line: 2,
        count: 1,
      },
    ]);
  });
});

describe('the lists of a data package', () => {
  const neet = figures.findIndicator('neet-16-17');
  if (!neet) throw new Error('neet-16-17 is not in the catalogue');
  const own: Indicator = { ...neet, id: 'clubs', name: 'Youth clubs', shortName: 'Clubs', groups: ['girls'] };
  const toList = (columns: readonly string[], rows: readonly Readonly<Record<string, string>>[]): string =>
    [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
      .map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(','))
      .join('\n');
  const list = (...indicators: readonly Indicator[]) =>
    text('indicators.csv', `${toList(INDICATOR_COLUMNS, indicators.map(toIndicatorRow))}\n`);
  const groups = text(
    'groups.csv',
    `${toList(GROUP_COLUMNS, [toGroupRow({ id: 'girls', name: 'Girls', plain: 'all girls' })])}\n`,
  );
  const table = text(
    'figures.csv',
    'indicator,group,area,period,value\nclubs,girls,Derby,2024,5.25\nneet-16-17,,Derby,2023/24,5\n',
  );

  it('say what the indicators and groups of its figures are, in whatever order they come', async () => {
    for (const inputs of [
      [table, list(own), groups],
      [groups, list(own), table],
    ]) {
      const reading = (await read(inputs)).find(({ file }) => file.name === 'figures.csv')?.reading;
      expect(reading?.indicators[0]).toEqual(own);
      expect(reading?.groups).toContainEqual({ id: 'girls', name: 'Girls', plain: 'all girls' });
      expect(reading).not.toHaveProperty('placements');
    }
  });

  it('bring back what an officer had said of an indicator of the catalogue', async () => {
    const said = { ...neet, name: 'Not in learning', polarity: 'none', decimals: 2, outcome: 'stay-safe' } as const;
    const reading = (await read([table, list(own, said)]))[0]?.reading;
    expect(reading?.placements).toEqual([findPlacement(neet, said)]);
    expect(reading?.indicators[1]).toEqual(neet);
  });

  it('say no more of such an indicator than was changed', () => {
    const { outcome: _outcome, aim: _aim, ...unplaced } = neet;
    expect(findPlacement(neet, neet)).toBeUndefined();
    expect(findPlacement(neet, { ...neet, name: 'Other' })).toEqual({ indicator: neet.id, name: 'Other' });
    expect(findPlacement(neet, { ...neet, decimals: 2 })).toEqual({ indicator: neet.id, decimals: 2 });
    expect(findPlacement(neet, { ...neet, polarity: 'none' })).toEqual({ indicator: neet.id, polarity: 'none' });
    expect(findPlacement(neet, unplaced)).toEqual({ indicator: neet.id, under: null });
    const { outcome } = neet;
    expect(findPlacement(neet, { ...unplaced, ...(outcome ? { outcome } : {}) })).toEqual({
      indicator: neet.id,
      under: { outcome },
    });
    expect(findPlacement(neet, { ...neet, aim: 'other' })).toEqual({
      indicator: neet.id,
      under: { outcome, aim: 'other' },
    });
  });
});

describe('a table of a row for each figure', () => {
  const recognise = (family: typeof tidy, header: string): unknown =>
    family.recognise({ fileName: 'x.csv', header: header.split(','), headerLine: 1, rows: [] });

  it('is told by its columns, which are named', () => {
    expect(recognise(tidy, 'measure,la, ,year,target')).toEqual({
      family: 'tidy',
      confidence: 0.9,
      because: 'a row per figure: measure, la, year, target',
    });
    for (const header of ['measure,la,year', 'measure,la,value', 'measure,year,value', 'la,year,value']) {
      expect(recognise(tidy, header), header).toBeUndefined();
    }
  });

  it('is of figures quoted in plans where it names source, reference, outcome and unit besides', () => {
    const columns = ['indicator', 'area', 'period', 'value', 'source', 'reference', 'outcome', 'unit'];
    expect(recognise(plan, columns.join())).toMatchObject({ family: 'plan', confidence: 1 });
    for (const left of columns) expect(recognise(plan, columns.filter((name) => name !== left).join())).toBeUndefined();
  });

  it('complains of its rows by the name of its column of periods', async () => {
    const [one] = await read([text('x.csv', 'measure,area,year,value\nClubs,Derby,soon,5\nClubs,Derby,2024,5\n')]);
    expect(one && codes(one)).toEqual(['impossible-period']);
    expect(one?.problems[0]).toMatchObject({ column: 'year', line: 2 });
  });
});
