import { describe, expect, it } from 'vitest';
import type { Problem } from '../../src/domain/problem.ts';
import { ProblemLog } from '../../src/domain/problem.ts';

const problem = (given: Partial<Problem>): Problem => ({ severity: 'warning', code: 'a', message: 'A.', ...given });

describe('the problems of a file', () => {
  it('are told once each, at their first place, with how often they happened', () => {
    const log = new ProblemLog();
    log.add(problem({ line: 3 }));
    log.add(problem({ line: 7 }));
    log.add(problem({ line: 9, count: 5 }));
    expect(log.all).toEqual([problem({ line: 3, count: 7 })]);
  });

  it('are others where their code or their message is another', () => {
    const log = new ProblemLog();
    for (const given of [{}, { code: 'b' }, { message: 'B.' }, { code: 'aA', message: '.' }]) log.add(problem(given));
    expect(log.all).toHaveLength(4);
    expect(log.all.every(({ count }) => count === 1)).toBe(true);
  });

  it('are one where they are said to be', () => {
    const log = new ProblemLog();
    log.add(problem({ message: 'Line 3.', count: 2 }), 'lines');
    log.add(problem({ message: 'Line 4.' }), 'lines');
    expect(log.all).toEqual([problem({ message: 'Line 3.', count: 3 })]);
  });

  it('begin with what stops a file, and keep their order among equals', () => {
    const log = new ProblemLog();
    for (const [severity, code] of [
      ['note', 'n1'],
      ['warning', 'w1'],
      ['error', 'e1'],
      ['note', 'n2'],
      ['warning', 'w2'],
      ['error', 'e2'],
    ] as const) {
      log.add(problem({ severity, code }));
    }
    expect(log.all.map(({ code }) => code)).toEqual(['e1', 'e2', 'w1', 'w2', 'n1', 'n2']);
  });
});
