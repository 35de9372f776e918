import { describe, expect, it } from 'vitest';
import { readEesPeriod } from '../../src/ingest/formats/ees-period.ts';
import type { PeriodHint, ReadPeriod } from '../../src/ingest/period.ts';
import { readPeriod, toPeriodHint } from '../../src/ingest/period.ts';

/** "financial 2024-04-01 2025-03-31", with the status where there is one; or "no period". */
function show(read: ReadPeriod): string {
  if (!('period' in read)) return 'no period';
  const { kind, start, end } = read.period;
  return [kind, start, end, read.status].filter((part) => part !== undefined).join(' ');
}

describe('a period as people and publishers write it', () => {
  const table: readonly (readonly [written: string, kind: PeriodHint['kind'] | undefined, is: string])[] = [
    ['202425', 'academic', 'academic 2024-09-01 2025-08-31'],
    ['202425', 'financial', 'financial 2024-04-01 2025-03-31'],
    ['2025', 'reporting', 'reporting 2024-04-01 2025-03-31'],
    ['2025', 'academic', 'academic 2024-09-01 2025-08-31'],
    ['2025', 'financial', 'financial 2024-04-01 2025-03-31'],
    ['2025', 'snapshot', 'snapshot 2025-03-31 2025-03-31'],
    ['2025', undefined, 'unknown 2025-01-01 2025-12-31'],
    ['2023/24', 'academic', 'academic 2023-09-01 2024-08-31'],
    ['2023/2024', 'financial', 'financial 2023-04-01 2024-03-31'],
    ['1999/00', 'financial', 'financial 1999-04-01 2000-03-31'],
    ['2024-25 (OT)', 'financial', 'financial 2024-04-01 2025-03-31'],
    ['2020 (Final)', 'academic', 'academic 2019-09-01 2020-08-31'],
    ['2025 (prov)', 'academic', 'academic 2024-09-01 2025-08-31 provisional'],
    ['2018 (Rev)', 'academic', 'academic 2017-09-01 2018-08-31 revised'],
    ['2013/14-15/16', 'financial', 'pooled 2013-04-01 2016-03-31'],
    ['2013/14 to 2015/16', 'financial', 'pooled 2013-04-01 2016-03-31'],
    ['2020-22', 'calendar', 'pooled 2020-01-01 2022-12-31'],
    ['2013 - 15', undefined, 'pooled 2013-01-01 2015-12-31'],
    ['2013 – 15', 'calendar', 'pooled 2013-01-01 2015-12-31'],
    ['31 March 2025', undefined, 'snapshot 2025-03-31 2025-03-31'],
    ['31/03/2025', undefined, 'snapshot 2025-03-31 2025-03-31'],
    ['2025-03-31', 'financial', 'snapshot 2025-03-31 2025-03-31'],
    ['2007-11', undefined, 'month 2007-11-01 2007-11-30'],
    ['2010-12', undefined, 'pooled 2010-01-01 2012-12-31'],
    ['2008-10', 'calendar', 'pooled 2008-01-01 2010-12-31'],
    ['2024/31', 'academic', 'no period'],
    ['2010-11', 'financial', 'financial 2010-04-01 2011-03-31'],
    ['March 2024', undefined, 'month 2024-03-01 2024-03-31'],
    ['2024 Q2', undefined, 'quarter 2024-04-01 2024-06-30'],
    ['2024/25 Q4', undefined, 'quarter 2025-01-01 2025-03-31'],
    ['Autumn term 2024/25', undefined, 'term 2024-09-01 2024-12-31'],
    ['Spring 2025', undefined, 'term 2025-01-01 2025-04-30'],
    ['Autumn 2024', undefined, 'term 2024-09-01 2024-12-31'],
    ['Autumn and spring term 2024/25', undefined, 'term 2024-09-01 2025-04-30'],
    ['Summer 2024/25', undefined, 'term 2025-05-01 2025-08-31'],
    ['Q2 2024', undefined, 'quarter 2024-04-01 2024-06-30'],
    ['Q2 2024/25', undefined, 'quarter 2024-07-01 2024-09-30'],
    ['q1 2024-25', undefined, 'quarter 2024-04-01 2024-06-30'],
    ['2024Q4', undefined, 'quarter 2024-10-01 2024-12-31'],
    ['Sept-2024', undefined, 'month 2024-09-01 2024-09-30'],
    ['1st March 2024', undefined, 'snapshot 2024-03-01 2024-03-01'],
    ['2 mar 2024', undefined, 'snapshot 2024-03-02 2024-03-02'],
    ['3rd May 2024', undefined, 'snapshot 2024-05-03 2024-05-03'],
    ['2024-02-29 00:00:00', undefined, 'snapshot 2024-02-29 2024-02-29'],
    ['2024-02-29T00:00', undefined, 'snapshot 2024-02-29 2024-02-29'],
    ['1/2/2024', undefined, 'snapshot 2024-02-01 2024-02-01'],
    ['1900', 'calendar', 'calendar 1900-01-01 1900-12-31'],
    ['2100', 'calendar', 'calendar 2100-01-01 2100-12-31'],
    ['2000-2010', 'calendar', 'pooled 2000-01-01 2010-12-31'],
    ['2000 to 10', 'financial', 'pooled 1999-04-01 2010-03-31'],
    ['1998-00', 'calendar', 'pooled 1998-01-01 2000-12-31'],
    ['199900', 'academic', 'academic 1999-09-01 2000-08-31'],
    ['2023/24', 'snapshot', 'snapshot 2024-03-31 2024-03-31'],
    ['2023/24', undefined, 'unknown 2024-01-01 2024-12-31'],
    ['2013/14-15/16', 'academic', 'pooled 2013-09-01 2016-08-31'],
    ['2013/14-15/16', 'calendar', 'pooled 2013-04-01 2016-03-31'],
    ['2013/2014 - 2015/2016', undefined, 'pooled 2013-04-01 2016-03-31'],
    ['2024 (p)', 'calendar', 'calendar 2024-01-01 2024-12-31 provisional'],
    ['2024 (Provisional)', 'calendar', 'calendar 2024-01-01 2024-12-31 provisional'],
    ['2024 (r)', 'calendar', 'calendar 2024-01-01 2024-12-31 revised'],
    ['2024 (revised)', 'calendar', 'calendar 2024-01-01 2024-12-31 revised'],
    ['2024(f)', 'calendar', 'calendar 2024-01-01 2024-12-31'],
    ['2024 (outturn)', 'calendar', 'calendar 2024-01-01 2024-12-31'],
    [' 2024 (p) ', 'calendar', 'calendar 2024-01-01 2024-12-31 provisional'],
    [' 2023/24 ', 'academic', 'academic 2023-09-01 2024-08-31'],
    ['September 2024', undefined, 'month 2024-09-01 2024-09-30'],
    ['22nd may 2024', undefined, 'snapshot 2024-05-22 2024-05-22'],
    ['4th June 2024', undefined, 'snapshot 2024-06-04 2024-06-04'],
    ['2024-02-29 00:00', undefined, 'snapshot 2024-02-29 2024-02-29'],
    ['2008-09', undefined, 'unknown 2009-01-01 2009-12-31'],
    ['2007-10', undefined, 'month 2007-10-01 2007-10-31'],
    ['1999-01', undefined, 'pooled 1999-01-01 2001-12-31'],
    ['2023 to 2024', 'academic', 'academic 2023-09-01 2024-08-31'],
    ['Summer term 2025', undefined, 'term 2025-05-01 2025-08-31'],
    ['Autumn and spring 2024', undefined, 'term 2024-09-01 2025-04-30'],
  ];
  it.each(table)('%s, known to be %s, is %s', (written, kind, is) => {
    expect(show(readPeriod(written, kind && { kind }))).toBe(is);
  });

  it.each([
    '',
    '0',
    'abc',
    '20245',
    '202427',
    '31/02/2025',
    '2024/29/30',
    '3025',
    '2022-20',
    '2000-2024',
    'Oct-15',
    '1899',
    '2101',
    '1202425',
    '2024250',
    'x2024',
    '2024 Q5',
    'Ma 2024',
    '2000-2011',
    '32 May 2024',
    '2024-13-01',
    '2024-02-30',
    '2024 (draft)',
    '2013/14-25/26',
    'Spring',
    '2024-02-29T12:30',
  ])('“%s” is none, and the reason says what was expected', (written) => {
    const read = readPeriod(written);
    expect(show(read)).toBe('no period');
    expect('reason' in read && read.reason).toContain(`"${written}"`);
  });

  it('warns of a calendar year that spans two years, and reads it as the academic one', () => {
    const read = readPeriod('202425', { kind: 'calendar' });
    expect(show(read)).toBe('academic 2024-09-01 2025-08-31');
    expect('warning' in read && read.warning).toContain('2024/25');
  });

  it('knows the hints of the catalogue, pooled years included', () => {
    expect(toPeriodHint('financial-3')).toEqual({ kind: 'financial' });
    expect(toPeriodHint('snapshot')).toEqual({ kind: 'snapshot', day: '03-31' });
    expect(toPeriodHint('lunar')).toBeUndefined();
  });
});

describe('time_period with time_identifier', () => {
  const table: readonly (readonly [period: string, identifier: string, is: string])[] = [
    ['202425', 'Academic year', 'academic 2024-09-01 2025-08-31'],
    ['202425', 'Financial year', 'financial 2024-04-01 2025-03-31'],
    ['2025', 'Reporting year', 'reporting 2024-04-01 2025-03-31'],
    ['2024', 'Calendar year', 'calendar 2024-01-01 2024-12-31'],
    ['202425', 'Autumn term', 'term 2024-09-01 2024-12-31'],
    ['202425', 'Spring term', 'term 2025-01-01 2025-04-30'],
    ['202425', 'Financial year Q1', 'quarter 2024-04-01 2024-06-30'],
    ['2024', 'Calendar year Q4', 'quarter 2024-10-01 2024-12-31'],
    ['2024', 'March', 'month 2024-03-01 2024-03-31'],
    ['2024', 'Week 1', 'snapshot 2024-01-07 2024-01-07'],
    ['2024', 'Fortnight 3', 'no period'],
    ['', 'Academic year', 'no period'],
  ];
  it.each(table)('%s with %s is %s', (period, identifier, is) => {
    expect(show(readEesPeriod(period, identifier))).toBe(is);
  });

  it('lets the catalogue settle what a reporting year is, and nothing else', () => {
    expect(show(readEesPeriod('2025', 'Reporting year', { kind: 'financial' }))).toBe(
      'financial 2024-04-01 2025-03-31',
    );
    expect(show(readEesPeriod('2024', 'Calendar year', { kind: 'financial' }))).toBe('calendar 2024-01-01 2024-12-31');
  });
});
