/** A load that broke off for a reason that lies in no file. */
import type { Problem } from '../domain/problem.ts';

/** @param words what the browser said of it; often nothing */
export function toLoadProblem(words: string): Problem {
  return {
    severity: 'error',
    code: 'load-failed',
    message: `The load broke off and nothing was stored. The files may be too large for the memory of this computer: load fewer at a time. The browser said: ${words === '' ? 'nothing' : words}`,
  };
}
