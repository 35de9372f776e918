/** A period whose first and last day and kind stand in columns beside its name, as in a data package. */
import type { Period, PeriodKind } from '../domain/period.ts';
import { PERIOD_KINDS } from '../domain/period.ts';
import type { PeriodHint, ReadPeriod } from './period.ts';
import { readPeriod } from './period.ts';

const isKind = (text: string): text is PeriodKind => Object.hasOwn(PERIOD_KINDS, text);
const DATE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
/** Never stands in a name. */
const SEPARATOR = '\u001f';

/** The four cells as one text, by which a period is known again; the name alone where there is no more. */
export function joinPeriod(label: string, start: string, end: string, kind: string): string {
  return start === '' && end === '' && kind === '' ? label : [label, start, end, kind].join(SEPARATOR);
}

function findExact(label: string, start: string, end: string, kind: string): Period | undefined {
  return DATE.test(start) && DATE.test(end) && start <= end && isKind(kind) ? { start, end, kind, label } : undefined;
}

/** Reads what `joinPeriod` made; by its name where the days are none. */
export function readJoinedPeriod(written: string, hint: PeriodHint | undefined): ReadPeriod {
  const [label = '', start = '', end = '', kind = ''] = written.split(SEPARATOR);
  const period = findExact(label, start, end, kind);
  return period ? { period } : readPeriod(label, hint);
}
