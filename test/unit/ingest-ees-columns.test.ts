import { describe, expect, it } from 'vitest';
import type { Companion, TableSample } from '../../src/ingest/family.ts';
import { findColumnRoles, findStatusLetter, isEesMeta } from '../../src/ingest/formats/ees-columns.ts';
import { readEesPeriod } from '../../src/ingest/formats/ees-period.ts';

/** A table whose lines are written with commas, the header first. */
function toSample(header: string, ...rows: readonly string[]): TableSample {
  return { fileName: 'x.csv', header: header.split(','), headerLine: 1, rows: rows.map((row) => row.split(',')) };
}

/** "filters / values / status" of a table, by name. */
function rolesOf(sample: TableSample, meta?: Companion): readonly [filters: string, values: string, status: number] {
  const { filters, values, status } = findColumnRoles(sample, meta);
  return [filters.map(({ name }) => name).join(), values.map(({ name }) => name).join(), status];
}

describe('columns that say when and where', () => {
  it.each([
    'time_period',
    'time_identifier',
    'geographic_level',
    'country_code',
    'region_name',
    'old_la_code',
    'new_la_code',
    'la_name',
    'lad_code',
    'pcon_name',
    'ward_code',
    'rsc_region_lead_name',
    'local_enterprise_partnership_code',
    'lep_name',
    'mayoral_combined_authority_code',
    'english_devolved_area_name',
    'opportunity_area_code',
    'planning_area_name',
    'police_force_area_code',
    'institution_id',
    'provider_ukprn',
    'school_laestab',
    'trust_id',
    'sponsor_name',
    'multi_academy_trust_name',
    'school_urn',
    'School Name',
  ])('are neither filters nor values: %s', (name) => {
    expect(rolesOf(toSample(`${name},pupils`, 'words,5', 'others,6'))).toEqual(['', 'pupils', -1]);
  });

  it.each(['school_type', 'region_type', 'time', 'country', 'name', 'my_la_name'])('are others than %s', (name) => {
    expect(rolesOf(toSample(`${name},pupils`, 'words,5', 'others,6'))).toEqual([name, 'pupils', -1]);
  });

  it('need a name', () => {
    expect(rolesOf(toSample(' ,sex,pupils', 'x,Boys,5'))).toEqual(['sex', 'pupils', -1]);
  });
});

describe('a column', () => {
  it('is a filter where more than half of its filled cells are words', () => {
    expect(rolesOf(toSample('la_name,a', 'x,5', 'y,Boys', 'z,'))).toEqual(['', 'a', -1]);
    expect(rolesOf(toSample('la_name,a', 'x,5', 'y,Boys', 'z,Girls'))).toEqual(['a', '', -1]);
    expect(rolesOf(toSample('la_name,a', 'x,5', 'y,Boys', 'z,Girls', 'w,'))).toEqual(['a', '', -1]);
  });

  it('of markers only, or of nothing, holds values', () => {
    expect(rolesOf(toSample('la_name,a,b', 'x,c,', 'y,z,'))).toEqual(['', 'a,b', -1]);
  });

  it('of numbers is a filter where rows would repeat without it, from the left', () => {
    expect(rolesOf(toSample('la_name,age,year_group,n', 'x,4,1,9', 'x,5,1,9'))).toEqual(['age', 'year_group,n', -1]);
    expect(rolesOf(toSample('la_name,age,year_group,n', 'x,4,1,9', 'x,4,2,9'))).toEqual(['age,year_group', 'n', -1]);
    expect(rolesOf(toSample('la_name,age,n', 'x,4,9', 'y,4,9'))).toEqual(['', 'age,n', -1]);
    expect(rolesOf(toSample('la_name,rate,n', 'x,4.5,9', 'x,5.5,9'))).toEqual(['', 'rate,n', -1]);
  });

  it('of nothing hides no filter that stands to its right', () => {
    expect(rolesOf(toSample('la_name,empty,age,n', 'x,,4,9', 'x,,5,9'))).toEqual(['age', 'empty,n', -1]);
  });

  it('of more than forty numbers is no filter', () => {
    const rows = (count: number): string[] => Array.from({ length: count }, (_, i) => `x,${String(i)},9`);
    expect(rolesOf(toSample('la_name,age,n', ...rows(40)))[0]).toBe('age');
    expect(rolesOf(toSample('la_name,age,n', ...rows(41)))[0]).toBe('');
  });

  it('of a text of its own in most of more than twenty rows is a note, unless rows need it', () => {
    const rows = (count: number, la = ''): string[] =>
      Array.from({ length: count }, (_, i) => `${la}${la === '' ? String(i) : ''},note ${String(i)},9`);
    expect(rolesOf(toSample('la_name,comment,n', ...rows(20)))[0]).toBe('comment');
    expect(rolesOf(toSample('la_name,comment,n', ...rows(21)))[0]).toBe('');
    expect(rolesOf(toSample('la_name,comment,n', ...rows(21, 'x')))[0]).toBe('comment');
    const half = [...rows(21), ...Array.from({ length: 22 }, (_, i) => `${String(i + 21)},note 0,9`)];
    expect(rolesOf(toSample('la_name,comment,n', ...half))[0]).toBe('comment');
    expect(rolesOf(toSample('la_name,comment,n', ...half.slice(0, 42)))[0]).toBe('');
  });

  it.each(['version', 'Status', 'data_status', 'release_status', 'release_type', 'publication_status'])(
    'is the status of its rows where it is called %s and holds nothing else',
    (name) => {
      expect(rolesOf(toSample(`la_name,${name},n`, 'x,Final,9', 'y,revised ,9', 'z,Provisional,9'))).toEqual([
        '',
        'n',
        1,
      ]);
      expect(rolesOf(toSample(`la_name,${name},n`, 'x,Final,9', 'y,New,9'))).toEqual([name, 'n', -1]);
    },
  );

  it('of another name is no status', () => {
    expect(rolesOf(toSample('la_name,state,n', 'x,Final,9', 'y,Revised,9'))).toEqual(['state', 'n', -1]);
  });
});

it('a word of status is a letter', () => {
  expect(['Final', ' Provisional ', 'REVISED', 'new'].map(findStatusLetter)).toEqual([undefined, 'p', 'r', undefined]);
});

describe('a metadata file', () => {
  const header = ['col_name', 'col_type', 'label', 'indicator_unit', 'indicator_dp'];
  const toMeta = (...rows: readonly string[]): Companion => ({
    fileName: 'x.meta.csv',
    header,
    rows: rows.map((row) => row.split(',')),
  });

  it('is told by two of its columns', () => {
    expect(isEesMeta(header)).toBe(true);
    expect(isEesMeta(['Col Name', 'COL_TYPE'])).toBe(true);
    expect(isEesMeta(['col_name', 'label'])).toBe(false);
    expect(isEesMeta(['col_type', 'label'])).toBe(false);
  });

  it('says which columns are filters, whatever they hold, and what values are', () => {
    const meta = toMeta('Age,Filter,Age,,', 'rate,Indicator,Rate of it,%,1', 'n,indicator,,,', 'm,Indicator,M,,1.5');
    const roles = findColumnRoles(toSample('la_name,age,rate,n,m', 'x,4,soon,9,1', 'x,5,late,9,1'), meta);
    expect(roles.filters).toEqual([{ index: 1, name: 'age' }]);
    expect(roles.values).toEqual([
      { index: 2, name: 'rate', label: 'Rate of it', unit: '%', decimals: 1 },
      { index: 3, name: 'n' },
      { index: 4, name: 'm', label: 'M' },
    ]);
  });

  it('leaves no number to be guessed a filter', () => {
    const meta = toMeta('n,Indicator,N,,0');
    expect(rolesOf(toSample('la_name,age,n', 'x,4,9', 'x,5,9'), meta)).toEqual(['', 'age,n', -1]);
  });
});

describe('a period of the department’s statistics', () => {
  it.each([
    ['202425', 'Academic year', 'academic', '2024-09-01', '2025-08-31', '2024/25'],
    ['202425', 'Financial year', 'financial', '2024-04-01', '2025-03-31', '2024/25'],
    ['202425', 'Tax year', 'financial', '2024-04-01', '2025-03-31', '2024/25'],
    ['2024', 'Calendar year', 'calendar', '2024-01-01', '2024-12-31', '2024'],
    ['2025', ' reporting YEAR ', 'reporting', undefined, undefined, '2025'],
    ['202425', 'Autumn term', 'term', '2024-09-01', '2024-12-31', undefined],
    ['202425', 'Spring term', 'term', '2025-01-01', undefined, undefined],
    ['202425', 'Summer term', 'term', undefined, '2025-08-31', undefined],
    ['202425', 'Autumn and spring term', 'term', '2024-09-01', undefined, undefined],
    ['202425', 'Autumn and spring terms', 'term', '2024-09-01', undefined, undefined],
    ['2024', 'May', 'month', '2024-05-01', '2024-05-31', undefined],
    ['2024', 'January', 'month', '2024-01-01', '2024-01-31', undefined],
    ['2024', 'Week 1', 'snapshot', '2024-01-07', '2024-01-07', 'Week 1 2024'],
    ['2021', 'Week 1', 'snapshot', '2021-01-10', '2021-01-10', 'Week 1 2021'],
    ['2020', 'Week 53', 'snapshot', '2021-01-03', '2021-01-03', 'Week 53 2020'],
    ['202425', 'Financial year Q1', 'quarter', '2024-04-01', '2024-06-30', undefined],
    ['2024', 'Financial Quarter 4', 'quarter', '2025-01-01', '2025-03-31', undefined],
    ['2024', 'Calendar year Q2', 'quarter', '2024-04-01', '2024-06-30', undefined],
  ])('%s, %s', (timePeriod, identifier, kind, start, end, label) => {
    const read = readEesPeriod(timePeriod, identifier);
    const period = 'period' in read ? read.period : undefined;
    expect(period).toMatchObject({
      kind,
      ...(start === undefined ? {} : { start }),
      ...(end === undefined ? {} : { end }),
      ...(label === undefined ? {} : { label }),
    });
  });

  it('is of the catalogue’s kind where it is a reporting year, and only there', () => {
    expect(readEesPeriod('2025', 'Reporting year', { kind: 'financial' })).toMatchObject({
      period: { kind: 'financial' },
    });
    expect(readEesPeriod('202425', 'Academic year', { kind: 'financial' })).toMatchObject({
      period: { kind: 'academic' },
    });
  });

  it.each([
    ['2024', 'Someday'],
    ['20245', 'May'],
    ['2024', 'Week 123'],
    ['2024', 'Calendar year Q5'],
    ['soon', 'Autumn term'],
  ])('is not %s, %s, and both are said', (timePeriod, identifier) => {
    expect(readEesPeriod(timePeriod, identifier)).toEqual({
      reason: `time_period "${timePeriod}" with time_identifier "${identifier}" is no period that is known here; expected e.g. 202425 with "Academic year" or 2025 with "Reporting year"`,
    });
  });
});
