/** The words that stand in place of a number or beside it, and what they mean. */
import type { MissingReason, Status, Value } from '../../domain/value.ts';
import { isMeasured } from '../../domain/value.ts';
import type { Term, TermId } from './glossary.ts';
import { GLOSSARY } from './glossary.ts';

/** A marker that nobody knows is shown itself, and nobody can say what it means. */
type Mark = Exclude<MissingReason, 'unknown-marker'> | Status;

const TERMS = {
  suppressed: 'suppressed',
  low: 'low',
  'not-published': 'not-published',
  'not-available': 'not-available',
  'not-applicable': 'not-applicable',
  unreliable: 'unreliable',
  provisional: 'provisional',
  revised: 'revised',
  estimated: 'estimated',
  break: 'break',
} as const satisfies Record<Mark, TermId>;

function findMark(value: Value | undefined): Mark | undefined {
  if (value === undefined) return undefined;
  if (isMeasured(value)) return value.status;
  return value.missing === 'unknown-marker' ? undefined : value.missing;
}

/** The words that occur among these values, each once, in the order of the glossary. */
export function findMarkTerms(values: Iterable<Value | undefined>): readonly Term[] {
  const found = new Set<TermId>();
  for (const value of values) {
    const mark = findMark(value);
    if (mark) found.add(TERMS[mark]);
  }
  return GLOSSARY.filter(({ id }) => found.has(id));
}
