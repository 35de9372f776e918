import { describe, expect, it } from 'vitest';
import { toPeriodKey } from '../../src/domain/period.ts';
import { FAMILIES } from '../../src/ingest/registry.ts';
import { DERBY, ENGLAND, cell, codes, figures, fixture, read, readOne, text } from '../fixtures/ingest/files.ts';

const PLACEMENTS = 'cla_group=CLA on 31 March; placement_stability=With 3 or more placements during the year';

describe('every family', () => {
  it.each(FAMILIES.map((family) => [family.id, family] as const))(
    '%s recognises and reads its own example',
    async (id, family) => {
      const [reading] = await read([text('example.csv', family.example)]);
      expect(reading?.recognition?.family).toBe(id);
      expect(reading?.accepted).toBe(true);
      expect(reading?.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    },
  );
});

describe('plain tidy', () => {
  it('updates a bundled indicator, with limits, count and status beside the number', async () => {
    const { reading } = await readOne(fixture('tidy.csv'));
    expect(cell(reading, 'placement-moves', 'looked-after', DERBY, '2024/25')).toEqual({
      number: 8,
      lower: 6.1,
      upper: 10.2,
      count: 52,
      denominator: 650,
    });
    expect(cell(reading, 'placement-moves', 'looked-after', ENGLAND, '2024/25')).toEqual({
      number: 10,
      status: 'provisional',
    });
  });

  it('keeps an indicator that nobody knows, and its marker', async () => {
    const { reading } = await readOne(fixture('tidy.csv'));
    const id = 'tidy:Young carers known to the service';
    expect(reading.indicators.find((one) => one.id === id)).toMatchObject({
      polarity: 'none',
      groups: ['all'],
      decimals: 0,
    });
    expect(cell(reading, id, 'all', DERBY, '2023/24')).toEqual({ missing: 'suppressed', marker: 'c' });
  });

  it('reads targets from a column or from rows of that kind, which are no observations', async () => {
    const { reading } = await readOne(fixture('tidy.csv'));
    expect(reading.targets).toMatchObject([
      { indicator: 'placement-moves', group: 'looked-after', area: DERBY, number: 7 },
    ]);
    const other = await readOne(fixture('targets.csv'));
    expect(other.reading.targets).toMatchObject([
      {
        indicator: 'neet-16-17',
        number: 5,
        period: { label: '2026/27' },
        baseline: { number: 7.6, period: { label: '2024/25' } },
      },
    ]);
    expect(other.reading.observations).toBe(1);
  });

  it('never takes a number from a cell that also says why there is none', async () => {
    const csv = 'indicator,area,period,value,marker\nabsence,Derby,2023/24,7.1,c\n';
    const read = await readOne(text('x.csv', csv));
    expect(cell(read.reading, 'absence', 'all', DERBY, '2023/24')).toEqual({ missing: 'suppressed', marker: 'c' });
    expect(codes(read)).toContain('number-and-marker');
  });
});

describe('figures quoted in plans', () => {
  it('are not mixed with an indicator of the same name and another unit', async () => {
    const { reading } = await readOne(fixture('plan.csv'));
    expect(reading.indicators.map(({ id }) => id)).toEqual([
      'plan:Permanent exclusions (number)',
      'plan:Children looked after (number)',
    ]);
    expect(reading.indicators[0]?.outcome).toBe('stay-safe');
  });

  it('keep an estimate’s letter and a month as its period', async () => {
    const { reading } = await readOne(fixture('plan.csv'));
    expect(cell(reading, 'plan:Children looked after (number)', 'looked-after', DERBY, 'May 2011')).toEqual({
      number: 469,
      status: 'estimated',
    });
  });
});

describe('wide', () => {
  it('takes the indicator from the name of the file', async () => {
    const { reading } = await readOne(fixture('wide.csv', 'neet-16-17.csv'));
    expect(reading.indicators.map(({ id }) => id)).toEqual(['neet-16-17']);
    expect(reading.series[0]?.periods.map(toPeriodKey)).toEqual([
      'financial/2022-04-01/2023-03-31',
      'financial/2023-04-01/2024-03-31',
      'financial/2024-04-01/2025-03-31',
    ]);
    expect(cell(reading, 'neet-16-17', 'all', DERBY, '2023/24')).toEqual({ number: 7.9, status: 'provisional' });
    expect(cell(reading, 'neet-16-17', 'all', ENGLAND, '2024/25')).toEqual({ missing: 'suppressed', marker: 'c' });
  });

  it('keeps a file of another name as an indicator of its own, of years whose kind is unknown', async () => {
    const { reading, problems } = await readOne(fixture('wide.csv', 'my figures.csv'));
    expect(reading.indicators).toMatchObject([{ id: 'wide:my figures', name: 'My figures', decimals: 1 }]);
    expect(reading.series[0]?.periods[0]?.kind).toBe('unknown');
    expect(codes({ problems })).toContain('column-not-read');
  });

  it('makes a marker of an empty cell, never a zero', async () => {
    const { reading } = await readOne(text('absence.csv', 'area,2022/23,2023/24\nDerby,,7.1\n'));
    expect(cell(reading, 'absence', 'all', DERBY, '2022/23')).toEqual({ missing: 'not-published', marker: '' });
    expect(reading).toMatchObject({ observations: 2, numbers: 1, markers: { '': 1 } });
  });
});

describe('Explore Education Statistics', () => {
  it('makes an indicator of each value column and value of each filter', async () => {
    const { reading, recognition } = await readOne(fixture('ees.csv'));
    expect(recognition?.because).toBe(
      'time_period, time_identifier, geographic_level; filters: cla_group, placement_stability; 2 indicators',
    );
    expect(reading.indicators.map(({ id }) => id)).toEqual([
      `ees:children_count | ${PLACEMENTS}`,
      'placement-moves',
      'ees:children_count | cla_group=CLA on 31 March; placement_stability=Total children',
      'ees:children_percent | cla_group=CLA on 31 March; placement_stability=Total children',
    ]);
  });

  it('gives a bundled indicator the catalogue’s kind of period', async () => {
    const { reading } = await readOne(fixture('ees.csv'));
    expect(cell(reading, 'placement-moves', 'looked-after', ENGLAND, '2024/25')).toEqual({ number: 10 });
    const [first] = reading.indicators;
    expect(cell(reading, first?.id ?? '', 'all', ENGLAND, '2025')).toEqual({ number: 8340 });
  });

  it('takes a column of Final and Revised for the status of the numbers, not for a filter', async () => {
    const { reading } = await readOne(fixture('ees.csv'));
    expect(cell(reading, 'placement-moves', 'looked-after', DERBY, '2024/25')).toEqual({
      number: 8,
      status: 'revised',
    });
  });

  it('keeps a joint row as an area of its own, under the codes of the file', async () => {
    const read = await readOne(fixture('ees.csv'));
    const joint = 'E06000061 / E06000062';
    expect(cell(read.reading, 'placement-moves', 'looked-after', joint, '2024/25')).toEqual({
      missing: 'suppressed',
      marker: 'c',
    });
    for (const series of read.reading.series) {
      expect(series.areas).not.toContain('E06000061');
      expect(series.areas).not.toContain('E06000062');
    }
    expect(codes(read)).toContain('joint-area');
  });

  it('counts rows of other levels and says so', async () => {
    const { problems } = await readOne(fixture('ees.csv'));
    expect(problems.find(({ code }) => code === 'other-level')).toMatchObject({ line: 10, count: 1 });
  });

  it('takes labels, units and decimals from the metadata file, whatever order they come in', async () => {
    for (const inputs of [
      [fixture('ees.csv'), fixture('ees.meta.csv')],
      [fixture('ees.meta.csv'), fixture('ees.csv')],
    ]) {
      const readings = await read(inputs);
      const reading = readings.find(({ file }) => file.name === 'ees.csv')?.reading;
      expect(reading?.indicators.at(-1)).toMatchObject({
        name: 'Percentage of children: Total children',
        unit: '%',
        decimals: 1,
      });
      expect(readings.map(({ accepted }) => accepted)).toEqual([true, true]);
    }
  });

  it('takes a number for a filter where rows would repeat without it', async () => {
    const header = 'time_period,time_identifier,geographic_level,country_code,country_name,year_group,pupils';
    const rows = [7, 8, 9].map(
      (year) => `202425,Academic year,National,E92000001,England,${String(year)},${String(year * 100)}`,
    );
    const { reading } = await readOne(text('x.csv', [header, ...rows, ''].join('\n')));
    expect(reading.indicators.map(({ id }) => id)).toEqual([
      'ees:pupils | year_group=7',
      'ees:pupils | year_group=8',
      'ees:pupils | year_group=9',
    ]);
  });

  it('reads a split year called a calendar year as the academic year, and warns', async () => {
    const csv =
      'time_period,time_identifier,geographic_level,country_code,country_name,pupils\n202425,Calendar year,National,E92000001,England,5\n';
    const read = await readOne(text('x.csv', csv));
    expect(read.reading.series[0]?.periods[0]).toMatchObject({ kind: 'academic', start: '2024-09-01' });
    expect(codes(read)).toContain('period-shape');
  });
});

describe('LAIT long', () => {
  it('updates a bundled indicator and reads its year as the catalogue does', async () => {
    const { reading } = await readOne(fixture('lait.csv'));
    expect(cell(reading, 'neet-16-17', 'all', DERBY, '2024/25')).toEqual({ number: 7.6 });
    expect(reading.indicators[0]).toMatchObject({ id: 'neet-16-17', polarity: 'lower', sourceId: '16-17 NEET' });
  });

  it('assumes nothing without the data dictionary, and says so', async () => {
    const read = await readOne(fixture('lait.csv'));
    expect(read.reading.indicators[1]).toMatchObject({
      id: 'lait:KS4_Made_Up',
      name: 'Made-up score',
      polarity: 'none',
    });
    expect(read.reading.series[1]?.periods[0]).toMatchObject({ kind: 'unknown' });
    expect(read.problems.find(({ code }) => code === 'no-dictionary')).toMatchObject({ count: 2 });
  });

  it('takes name, direction, decimals and kind of year from the dictionary; of a repeated measure the first counts', async () => {
    const read = await readOne(fixture('lait.csv'), fixture('lait-dictionary.csv'));
    expect(read.reading.indicators[1]).toMatchObject({
      name: 'A made-up score',
      polarity: 'higher',
      decimals: 2,
      unit: 'Score per pupil',
      topic: 'Key Stage 4',
      definition: 'What it is',
      periodType: 'academic',
      banded: true,
    });
    expect(read.reading.indicators[2]).toMatchObject({ decimals: 1, polarity: 'none', banded: false });
    expect(cell(read.reading, 'lait:KS4_Made_Up', 'all', DERBY, '2022/23')).toEqual({
      number: 44.25,
      status: 'revised',
    });
    expect(cell(read.reading, 'lait:KS4_Made_Up', 'all', DERBY, '2023/24')).toEqual({
      missing: 'not-published',
      marker: '-',
    });
    expect(cell(read.reading, 'lait:SEN_Made_Up', 'all', DERBY, '31 January 2025')).toEqual({ number: 12 });
    expect(codes(read)).not.toContain('no-dictionary');
  });

  it('leaves out a row whose year is 0 and names its line', async () => {
    const { problems, reading, accepted } = await readOne(fixture('lait.csv'));
    expect(problems.find(({ code }) => code === 'impossible-period')).toMatchObject({
      line: 9,
      count: 1,
      column: 'Years',
    });
    expect(reading.rows).toBe(8);
    expect(reading.observations).toBe(7);
    expect(accepted).toBe(true);
  });
});

describe('Fingertips', () => {
  it('counts a repeated row once and keeps sexes and deciles as groups', async () => {
    const read = await readOne(fixture('fingertips.csv'));
    const groups = read.reading.series
      .filter(({ indicator }) => indicator === 'injury-admissions')
      .map(({ group }) => group);
    expect(groups).toEqual(['all', 'most-deprived-decile-deprivation-deciles', 'male']);
    expect(read.reading.groups.map(({ name }) => name)).toEqual(['Most deprived decile, Deprivation deciles', 'Male']);
    expect(read.reading.observations).toBe(5);
    expect(codes(read)).toContain('repeated-cell');
  });

  it('reads the 95% limits, and a limit of -1 as none', async () => {
    const { reading, problems } = await readOne(fixture('fingertips.csv'));
    expect(cell(reading, 'injury-admissions', 'all', DERBY, '2023/24')).toEqual({
      number: 88.2,
      lower: 80.6,
      upper: 96.4,
      count: 430,
      denominator: 48750,
    });
    expect(cell(reading, 'injury-admissions', 'male', DERBY, '2023/24')).toEqual({
      missing: 'suppressed',
      marker: '',
      note: 'Value suppressed',
    });
    expect(problems.find(({ code }) => code === 'value-note')).toMatchObject({ line: 6, count: 1 });
  });

  it('takes the only sex of an indicator for everybody, and leaves districts out', async () => {
    const { reading, problems } = await readOne(fixture('fingertips.csv'));
    expect(cell(reading, 'fingertips:99999', 'all', DERBY, '2021 to 2023')).toEqual({ number: 3.25 });
    expect(problems.find(({ code }) => code === 'other-level')).toMatchObject({ count: 1, line: 8 });
  });

  it('reads the layout of 2019, whose header is one field longer than its rows', async () => {
    const { reading } = await readOne(fixture('fingertips-2019.csv'));
    expect(cell(reading, 'injury-admissions', 'all', ENGLAND, '2023/24')).toMatchObject({ number: 72.7, lower: 72.1 });
  });
});

describe('older layouts of the department', () => {
  it('read thousands commas, six-digit years and filters', async () => {
    const { reading } = await readOne(fixture('dfe.csv'));
    expect(cell(reading, 'dfe:headcount | school_type=Total', 'all', ENGLAND, '2016/17')).toEqual({
      number: 8_025_075,
    });
    expect(reading.series[0]?.periods[0]?.kind).toBe('academic');
  });

  it('keep x as written and know that it means suppressed there', async () => {
    const read = await readOne(fixture('dfe.csv'));
    expect(cell(read.reading, 'dfe:perm_excl | school_type=Special', 'all', DERBY, '2016/17')).toEqual({
      missing: 'suppressed',
      marker: 'x',
    });
    expect(read.reading.markers).toEqual({ x: 2, '.': 2 });
    expect(codes(read)).toContain('x-is-suppressed');
  });

  it('give figures of before 2019 to the Dorset of that time', async () => {
    const { reading } = await readOne(fixture('dfe.csv'));
    expect(cell(reading, 'dfe:perm_excl | school_type=Total', 'all', 'E10000009', '2016/17')).toEqual({ number: 12 });
  });
});

describe('statistical neighbours', () => {
  it('read the layout of 2025, closest first', async () => {
    const { reading } = await readOne(fixture('neighbours-2025.csv'));
    const [set] = reading.neighbourSets;
    expect(set).toMatchObject({ id: 'neighbours-2025', name: 'Statistical neighbours 2025' });
    expect(set?.of.get(DERBY)?.map(({ area }) => figures.areas.nameOf(area))).toEqual([
      'Peterborough',
      'Southampton',
      'Telford and Wrekin',
      'Bolton',
      'Sandwell',
      'Calderdale',
      'Rotherham',
      'Stoke-on-Trent',
      'Rochdale',
      'Coventry',
    ]);
    expect(set?.of.get(DERBY)?.map(({ closeness }) => closeness)).toEqual([
      ...Array<string>(9).fill('close'),
      'somewhat close',
    ]);
  });

  it('read the layout of 2021 with abolished authorities, headings and a blank line in between', async () => {
    const { reading, problems } = await readOne(fixture('neighbours-2021.csv'));
    const [set] = reading.neighbourSets;
    expect([...(set?.of.keys() ?? [])]).toEqual([DERBY, 'E10000021']);
    expect(set?.of.get(DERBY)?.map(({ area }) => area)).toHaveLength(2);
    expect(problems.find(({ code }) => code === 'unknown-area')?.message).toContain('"999" of Northamptonshire');
  });
});

describe('inspection judgements', () => {
  it('are read with the scale that they stand on, a year alone included', async () => {
    const { reading } = await readOne(fixture('judgements.csv'));
    expect(reading.judgements).toMatchObject([
      { area: DERBY, published: '2011-06-27', outcome: 'stay-safe', grade: 'Good', gradeNumber: 2, bestGradeNumber: 1 },
      { area: DERBY, published: '2014', theme: 'Overall' },
    ]);
    expect(reading.judgements[1]).not.toHaveProperty('outcome');
  });

  it('are refused by line and column where the date is none', async () => {
    const { problems } = await readOne(fixture('judgements.csv'));
    expect(problems.find(({ code }) => code === 'judgement-unreadable')).toMatchObject({
      line: 4,
      column: 'published',
    });
  });
});
