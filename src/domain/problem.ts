/** What was wrong with a file, and where: a value, not an exception. */

export type Severity = 'error' | 'warning' | 'note';

export interface Problem {
  readonly severity: Severity;
  /** A short stable name of the rule, e.g. "unknown-area". */
  readonly code: string;
  /** What was found, what was expected and what to do next, in one or two sentences. */
  readonly message: string;
  readonly file?: string;
  /** Line in the file, from 1, the header included. */
  readonly line?: number;
  /** The column as its header names it. */
  readonly column?: string;
  /** What the rule looks for and why, for a problem that a person may accept. */
  readonly rule?: string;
  /** How many times it happened, where it is reported once for many rows. */
  readonly count?: number;
}

/** Collects problems of a file; the same problem is kept once, with its first place and a count. */
export class ProblemLog {
  private readonly found = new Map<string, Problem & { count: number }>();

  /** @param key what makes two problems the same; by default the code and message */
  add(problem: Problem, key = `${problem.code}\u0000${problem.message}`): void {
    const known = this.found.get(key);
    if (known) this.found.set(key, { ...known, count: known.count + (problem.count ?? 1) });
    else this.found.set(key, { ...problem, count: problem.count ?? 1 });
  }

  get all(): Problem[] {
    const order: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };
    return [...this.found.values()].sort((a, b) => order[a.severity] - order[b.severity]);
  }
}
