import { describe, expect, it } from 'vitest';
import type { Series } from '../../src/domain/series.ts';
import { explainRule, RULES } from '../../src/ingest/checks/registry.ts';
import type { StoredSeries } from '../../src/ingest/checks/check.ts';
import type { Problem } from '../../src/domain/problem.ts';
import { OLDER_FILE } from '../../src/load/lies-under.ts';
import { figures, read, text } from '../fixtures/ingest/files.ts';

const AUTHORITIES = figures.areas.authorities.slice(0, 40);
const PERIODS = ['2019/20', '2020/21', '2021/22', '2022/23', '2023/24', '2024/25'];

/** A wide file of absence, in per cent: each area's cells made by the function. */
async function problemsOf(
  cellsOf: (name: string, place: number) => readonly (number | string)[],
  { england = [7, 7, 7, 7, 7, 7] as readonly (number | string)[], stored = undefined as StoredSeries | undefined } = {},
): Promise<readonly Problem[]> {
  const rows = AUTHORITIES.map(({ code, name }, place) => [code, ...cellsOf(name, place)].join(','));
  const csv = [`area_code,${PERIODS.join(',')}`, ...rows, ['E92000001', ...england].join(','), ''].join('\n');
  const [one] = await read([text('absence.csv', csv)], stored ? { stored } : {});
  return one?.problems ?? [];
}

const find = (problems: readonly Problem[], code: string): Problem | undefined =>
  problems.find((one) => one.code === code);
const steady = (_: string, place: number): readonly number[] => PERIODS.map((_period, i) => 5 + (place % 5) + i / 10);

describe('a sound file', () => {
  it('is passed by every check', async () => {
    expect(await problemsOf(steady)).toEqual([]);
  });

  it('has every rule explained under a code of its own', () => {
    expect(new Set(RULES.map(({ code }) => code)).size).toBe(RULES.length);
    for (const { explain } of RULES) expect(explain).toMatch(/^[A-Z].+\.$/);
    expect(explainRule({ severity: 'warning', code: 'unknown-area', message: '' })).toContain('compared with nobody');
    expect(explainRule({ severity: 'error', code: 'empty-file', message: '' })).toBeUndefined();
  });

  it.each([
    'duplicate',
    'repeated-cell',
    'impossible-period',
    'period-shape',
    'marker-never-seen',
    'unknown-area',
    'two-of-one-name',
    'joint-area',
    'area-disagrees',
    'number-and-marker',
    'trend-label',
    'comparison-label',
    OLDER_FILE,
  ])('would have the rule behind %s explained', (code) => {
    expect(explainRule({ severity: 'warning', code, message: '' })).toBeDefined();
  });
});

describe('a warning is given', () => {
  it('where England lies outside the range of its authorities', async () => {
    const problems = await problemsOf(steady, { england: [7, 7, 7, 7, 7, 280] });
    expect(find(problems, 'benchmark-outside-range')).toMatchObject({ severity: 'warning', count: 1 });
  });

  it('where England has no figure for the latest period', async () => {
    const problems = await problemsOf(steady, { england: [7, 7, 7, 7, 7, 'x'] });
    expect(find(problems, 'england-missing')?.message).toContain('Overall absence');
  });

  it('where more than half of the figures are suppressed', async () => {
    const hidden = (_: string, place: number): readonly (number | string)[] =>
      PERIODS.map((_period, i) => ((place + i) % 3 === 0 ? 5 : 'c'));
    expect(find(await problemsOf(hidden, { england: PERIODS.map(() => 5) }), 'mostly-suppressed')).toMatchObject({
      count: 1,
      message:
        'More than half of the authorities’ figures are suppressed: Overall absence from school. Averages and ranks rest on the few that are left.',
    });
  });

  it('where a percentage lies far outside its own history', async () => {
    const slipped = (name: string, place: number): readonly number[] =>
      place === 3 ? [5, 5.1, 5.2, 5.1, 5, 51] : steady(name, place);
    expect(find(await problemsOf(slipped), 'far-from-history')?.message).toContain('51, before 5 to 5.2');
  });

  it('where a column holds durations', async () => {
    const problems = await problemsOf(() => PERIODS.map((_, i) => `${String(10 + i)}:30`), {
      england: PERIODS.map(() => '11:30'),
    });
    expect(find(problems, 'text-column')?.message).toContain('durations, such as "10:30"');
    expect(find(problems, 'marker-never-seen')).toBeDefined();
  });

  it('where a spreadsheet has turned a range into a date', async () => {
    const [one] = await read([text('x.csv', 'indicator,group,area,period,value\nabsence,Oct-15,Derby,2023/24,5\n')]);
    expect(find(one?.problems ?? [], 'spreadsheet-date')?.message).toContain('Oct-15');
  });

  it('where a local file holds counts of 1 to 4', async () => {
    const [one] = await read([
      text('x.csv', 'indicator,group,area,period,value,count\nabsence,all,Derby,2023/24,5,3\n'),
    ]);
    expect(find(one?.problems ?? [], 'small-counts')).toMatchObject({ count: 1 });
    const [other] = await read([
      text('x.csv', 'indicator,area,period,value\nNumber of young carers,Derby,2023/24,4\n'),
    ]);
    expect(find(other?.problems ?? [], 'small-counts')).toMatchObject({ count: 1 });
  });
});

describe('beside what is stored', () => {
  const bundled = (indicator: string, group: string): Series | undefined => figures.findSeries(indicator, group);

  it('a step of half of the authorities is a warning', async () => {
    const problems = await problemsOf((name, place) => steady(name, place).map((value) => value * 10), {
      england: [70, 70, 70, 70, 70, 70],
      stored: bundled,
    });
    expect(find(problems, 'step-change')?.message).toContain('times what it was');
    expect(find(await problemsOf(steady, { stored: bundled }), 'step-change')).toBeUndefined();
  });

  it('a file that ends earlier is noted', async () => {
    const [one] = await read([text('absence.csv', 'area,2017/18,2018/19\nDerby,5,6\n')], { stored: bundled });
    expect(find(one?.problems ?? [], 'older-than-stored')).toMatchObject({ severity: 'note', count: 1 });
  });
});
