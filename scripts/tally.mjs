/** Counts of passed, failed and skipped checks, from what each tool reports of its own run. */
import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

/** @type {Tally} */
export const NOTHING = { passed: 0, failed: 0, skipped: 0 };

/**
 * @param {Tally} a
 * @param {Tally} b
 * @returns {Tally}
 */
export const add = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

/**
 * A check that only says yes or no.
 * @param {boolean} ok
 * @returns {Tally}
 */
export const toTally = (ok) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 });

/**
 * "12 passed, 0 failed", with the skipped ones where there are any.
 * @param {Tally} tally
 */
export function describeTally({ passed, failed, skipped }) {
  const words = `${String(passed)} passed, ${String(failed)} failed`;
  return skipped > 0 ? `${words}, ${String(skipped)} skipped` : words;
}

/**
 * The counts in Vitest's JSON report. A file that could not be loaded has no tests, and counts as one failed.
 * @param {{ testResults: { status: string, assertionResults: { status: string }[] }[] }} report
 * @returns {Tally}
 */
export function readVitest(report) {
  return report.testResults.reduce((sum, file) => {
    if (file.assertionResults.length === 0) return add(sum, toTally(file.status !== 'failed'));
    return file.assertionResults.reduce((inFile, { status }) => {
      if (status === 'passed') return { ...inFile, passed: inFile.passed + 1 };
      if (status === 'failed') return { ...inFile, failed: inFile.failed + 1 };
      return { ...inFile, skipped: inFile.skipped + 1 };
    }, sum);
  }, NOTHING);
}

/**
 * The counts in Playwright's JSON report. An error outside every test counts as one failed; a flaky test failed once.
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: unknown[] }} report
 * @returns {Tally}
 */
export function readPlaywright({ stats, errors }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped };
}

/**
 * The counts of a suite that has run. Where it ended badly and its report shows no failure, or there is no report,
 * something broke outside the tests: that is one failed.
 * @template Report
 * @param {string} path of the JSON report
 * @param {(report: Report) => Tally} read
 * @param {boolean} ok did the tool itself say that all is well?
 * @returns {Tally}
 */
export function readSuite(path, read, ok) {
  if (!existsSync(path)) return toTally(false);
  /** @type {Report} */
  const report = JSON.parse(readFileSync(path, 'utf8'));
  const tally = read(report);
  return !ok && tally.failed === 0 ? add(tally, toTally(false)) : tally;
}
