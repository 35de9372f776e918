/** Runs before each test file: the same examples at every run, and a list of what the file reached. */
import { appendFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, expect } from 'vitest';

// A mutant has to be caught by few examples, too: thousands would take the whole night.
fc.configureGlobal({ seed: 1, numRuns: 25 });

const { MUTANTS_REACHED: list } = process.env;
if (list) {
  /** @type {Set<string>} */
  const seen = new Set();
  Object.assign(globalThis, {
    /** @param {string} file @param {number} body */
    reached: (file, body) => seen.add(`${file}#${String(body)}`),
  });
  afterAll(() => {
    appendFileSync(list, `${JSON.stringify({ test: expect.getState().testPath, reached: [...seen] })}\n`);
  });
}
