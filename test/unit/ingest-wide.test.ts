import { describe, expect, it } from 'vitest';
import type { TableSample } from '../../src/ingest/family.ts';
import { dfe } from '../../src/ingest/formats/dfe.ts';
import { wide } from '../../src/ingest/formats/wide.ts';
import { DERBY, ENGLAND, cell, readOne, text } from '../fixtures/ingest/files.ts';

const toSample = (header: string, ...rows: readonly string[]): TableSample => ({
  fileName: 'x.csv',
  header: header.split(','),
  headerLine: 1,
  rows: rows.map((row) => row.split(',')),
});

describe('a table with a column for each period', () => {
  it.each([
    ['area,2023', 0.6, 'a column for 2023 beside the area'],
    ['area,2022,2023', 0.8, 'a column for each of 2 periods (2022 to 2023) beside the area'],
    ['2021/22,note,la,2022/23,2023/24', 0.8, 'a column for each of 3 periods (2021/22 to 2023/24) beside the area'],
  ])('is recognised by %s', (header, confidence, because) => {
    expect(wide.recognise(toSample(header, 'Derby,1'))).toEqual({ family: 'wide', confidence, because });
  });

  it.each(['area,value', '2022,2023', 'town,2022,2023'])('is not recognised by %s', (header) => {
    expect(wide.recognise(toSample(header))).toBeUndefined();
  });

  it('has an indicator for each name in its column, with a group and as many decimals as are written, two at most', async () => {
    const { reading } = await readOne(
      text('x.csv', 'measure,group,area,2022,2023\nyoung-carers,all,Derby,1.234,2\nCare_leavers,all,Derby,3,4.5\n'),
    );
    expect(
      reading.indicators.map(({ id, name, shortName, unit, decimals, sourceId }) => [
        id,
        name,
        shortName,
        unit,
        decimals,
        sourceId,
      ]),
    ).toEqual([
      ['wide:young-carers', 'Young carers', 'Young carers', '', 2, 'young-carers'],
      ['wide:Care_leavers', 'Care leavers', 'Care leavers', '', 2, 'Care_leavers'],
    ]);
    expect(cell(reading, 'wide:Care_leavers', 'all', DERBY, '2023')).toEqual({ number: 4.5 });
    expect(reading).toMatchObject({ family: 'wide', rows: 2, observations: 4, numbers: 4 });
  });

  it('keeps the letter of a cell before that of its column', async () => {
    const csv = 'area,2022 (prov),2023\nDerby,5,6 (r)\nEngland,5 (r),c\n';
    const { reading } = await readOne(text('x.csv', csv));
    expect(cell(reading, 'wide:x', 'all', DERBY, '2022')).toEqual({ number: 5, status: 'provisional' });
    expect(cell(reading, 'wide:x', 'all', DERBY, '2023')).toEqual({ number: 6, status: 'revised' });
    expect(cell(reading, 'wide:x', 'all', ENGLAND, '2022')).toEqual({ number: 5, status: 'revised' });
    expect(cell(reading, 'wide:x', 'all', ENGLAND, '2023')).toEqual({ missing: 'suppressed', marker: 'c' });
  });

  it('reads the comma of one column as the sign of its decimals, and of another between thousands', async () => {
    const { reading } = await readOne(text('x.csv', 'area,2022,2023\nDerby,"1,5","1,500"\nEngland,"2,25","2,500"\n'));
    expect(cell(reading, 'wide:x', 'all', DERBY, '2022')).toEqual({ number: 1.5 });
    expect(cell(reading, 'wide:x', 'all', DERBY, '2023')).toEqual({ number: 1500 });
  });

  it('counts no marker that only a repeated cell had', async () => {
    const { reading } = await readOne(text('x.csv', 'area,2023/24,2023-24\nDerby,5,c\n'));
    expect(reading).toMatchObject({ observations: 1, numbers: 1 });
    expect(reading.markers).toEqual({});
  });

  it('says which columns were left out, on the line of the header', async () => {
    const { problems } = await readOne(
      text('x.csv', 'Title\n\narea,2022,Notes,2023,,rank\nDerby,5,a,6,,1\nYork,5,a,6,,2\n'),
    );
    expect(problems).toMatchObject([
      {
        severity: 'note',
        code: 'column-not-read',
        message: 'Notes, rank: neither a period nor a column that names an area or group; left out.',
        line: 3,
        count: 2,
      },
    ]);
  });
});

describe('an older table of the department', () => {
  it.each([
    ['year,level,la_name,type,n', 0.7, 'year, level, la_name; filters: type; 1 indicator'],
    ['academic_year,la_name,n', 0.5, 'academic_year, la_name; no filters; 1 indicator'],
    [
      'time_period,geography,la_number,la_name,type,sex,n',
      0.7,
      'time_period, geography, la_number, la_name; filters: type, sex; 1 indicator',
    ],
  ])('is recognised by %s', (header, confidence, because) => {
    const row = header
      .split(',')
      .map((name) => (name === 'n' ? '5' : 'words'))
      .join(',');
    expect(dfe.recognise(toSample(header, row))).toEqual({ family: 'dfe', confidence, because });
  });

  it.each(['level,la_name,n', 'year,n', 'year,la_name,time_identifier,n', 'year,la_name,value', 'year,la_name'])(
    'is not recognised by %s',
    (header) => {
      expect(dfe.recognise(toSample(header, '5,5,5,5'))).toBeUndefined();
    },
  );

  it.each([
    'academic_year',
    'geographic_level',
    'country',
    'country_code',
    'region',
    'region_name',
    'old_la_code',
    'new_la_code',
    'la',
    'la_num',
    'la_number',
    'lea',
    'lea_name',
    'local_authority',
    'local_authority_code',
    'area',
    'area_name',
    'ons_code',
  ])('has no filter in the column %s', (name) => {
    const found = dfe.recognise(toSample(`year,la_name,${name},n`, '201617,Derby,words,5'));
    expect(found?.because).toContain('; no filters; 1 indicator');
  });

  it('names rows of the country and of regions by their level, where the authority is empty', async () => {
    const { reading, problems } = await readOne(
      text(
        'x.csv',
        'year,level,region_name,la_name,n\n2016,National,,,5\n2016, country ,,,5\n2016,Regional,East Midlands,,6\n2016,Regional,,,7\n2017,National,,,x\n',
      ),
    );
    expect(cell(reading, 'dfe:n', 'all', ENGLAND, '2016')).toEqual({ number: 5 });
    expect(cell(reading, 'dfe:n', 'all', 'E12000004', '2016')).toEqual({ number: 6 });
    expect(problems.map(({ code, line, count }) => [code, line, count])).toEqual([
      ['no-area', 5, 1],
      ['repeated-cell', 3, 1],
      ['x-is-suppressed', undefined, 1],
    ]);
    expect(reading).toMatchObject({ rows: 5, observations: 3 });
  });

  it('has the decimals of its figures where its first rows hold none', async () => {
    const hidden = Array.from({ length: 200 }, () => '2015,Derby,5,x');
    const { reading } = await readOne(
      text('x.csv', ['year,la_name,n,rate', ...hidden, '2016,Derby,5,-1.53', '2017,Derby,5,0.1234', ''].join('\n')),
    );
    expect(reading.indicators.map(({ decimals }) => decimals)).toEqual([0, 2]);
  });
});
