import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { add, describeTally, readPlaywright, readSuite, readVitest, toTally } from '../../scripts/tally.mjs';

const folder = mkdtempSync(join(tmpdir(), 'ecm-tally-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const toReport = (name: string, report: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(report));
  return path;
};

const tests = (...statuses: string[]) => ({
  status: statuses.includes('failed') ? 'failed' : 'passed',
  assertionResults: statuses.map((status) => ({ status })),
});

describe('the counts of a run', () => {
  it('skipped tests are named only where there are any', () => {
    expect(describeTally({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed');
    expect(describeTally({ passed: 3, failed: 1, skipped: 2 })).toBe('3 passed, 1 failed, 2 skipped');
  });

  it('suites are added up', () => {
    expect(add({ passed: 1, failed: 2, skipped: 3 }, toTally(true))).toEqual({ passed: 2, failed: 2, skipped: 3 });
    expect(add({ passed: 1, failed: 2, skipped: 3 }, toTally(false))).toEqual({ passed: 1, failed: 3, skipped: 3 });
  });

  it('every test of every Vitest file counts, pending and to-do ones as skipped', () => {
    const testResults = [tests('passed', 'failed', 'pending'), tests('passed', 'todo')];
    expect(readVitest({ testResults })).toEqual({ passed: 2, failed: 1, skipped: 2 });
  });

  it('a Vitest file that does not load is a failure although it has no tests', () => {
    const testResults = [tests('passed'), { status: 'failed', assertionResults: [] }];
    expect(readVitest({ testResults })).toEqual({ passed: 1, failed: 1, skipped: 0 });
  });

  it('flaky tests and errors outside every test count as failed in Playwright', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 2 };
    expect(readPlaywright({ stats, errors: [{}] })).toEqual({ passed: 5, failed: 3, skipped: 2 });
  });
});

describe('the report of a suite', () => {
  it('is one failure where there is none', () => {
    expect(readSuite(join(folder, 'missing.json'), readVitest, true)).toEqual(toTally(false));
  });

  it('is believed where the tool agrees', () => {
    const path = toReport('good.json', { testResults: [tests('passed', 'passed')] });
    expect(readSuite(path, readVitest, true)).toEqual({ passed: 2, failed: 0, skipped: 0 });
  });

  it('gains one failure where every test passed and the tool failed', () => {
    const path = toReport('unhandled.json', { testResults: [tests('passed', 'passed')] });
    expect(readSuite(path, readVitest, false)).toEqual({ passed: 2, failed: 1, skipped: 0 });
  });

  it('gains nothing where its failures explain the status of the tool', () => {
    const path = toReport('red.json', { testResults: [tests('passed', 'failed')] });
    expect(readSuite(path, readVitest, false)).toEqual({ passed: 1, failed: 1, skipped: 0 });
  });
});
