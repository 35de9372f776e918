/** The data dictionary that comes with the Local Authority Interactive Tool: what its measures are. */
import type { Polarity } from '../../domain/indicator.ts';
import { cellAt, toHeaderKey } from '../columns.ts';
import type { Companion } from '../family.ts';
import type { PeriodHint } from '../period.ts';

/** A measure as the dictionary describes it. */
export interface Measure {
  readonly name: string;
  readonly topic: string;
  readonly polarity: Polarity;
  readonly decimals: number;
  readonly unit: string;
  readonly definition: string;
  readonly publisher: string;
  readonly periodType: string | undefined;
  readonly hint: PeriodHint | undefined;
  /** False where the publisher gives no quartile bands. */
  readonly banded: boolean;
}

const DEFAULT_DECIMALS = 1;

const POLARITIES: ReadonlyMap<string, Polarity> = new Map<string, Polarity>([
  ['high', 'higher'],
  ['low', 'lower'],
]);

interface YearType {
  readonly periodType: string;
  readonly hint: PeriodHint;
}

const YEAR_TYPES: ReadonlyMap<string, YearType> = new Map<string, YearType>([
  ['academic year', { periodType: 'academic', hint: { kind: 'academic' } }],
  ['financial year', { periodType: 'financial', hint: { kind: 'financial' } }],
  ['calendar year', { periodType: 'calendar', hint: { kind: 'calendar' } }],
  ['annual', { periodType: 'snapshot', hint: { kind: 'snapshot', day: '03-31' } }],
  ['annual (end of sept)', { periodType: 'snapshot', hint: { kind: 'snapshot', day: '09-30' } }],
  ['annual - january', { periodType: 'snapshot', hint: { kind: 'snapshot', day: '01-31' } }],
]);

/** Is this the header of the dictionary? */
export function isLaitDictionary(header: readonly string[]): boolean {
  const keys = new Set(header.map(toHeaderKey));
  return ['measure short', 'polarity', 'year type'].every((key) => keys.has(key));
}

const isBlank = (text: string): boolean => text === '' || text === 'NA' || text === '-';

function toDecimals(written: string): number {
  return /^\d$/.test(written) ? Number(written) : DEFAULT_DECIMALS;
}

/** The measures by their short description; of a repeated one the first entry counts. */
export function readLaitDictionary(companion: Companion): ReadonlyMap<string, Measure> {
  const keys = companion.header.map(toHeaderKey);
  const measures = new Map<string, Measure>();
  for (const row of companion.rows) {
    const at = (name: string): string => cellAt(row, keys.indexOf(name)).trim();
    const short = at('measure short');
    if (short === '' || measures.has(short)) continue;
    const year = YEAR_TYPES.get(at('year type').toLowerCase());
    const words = (name: string): string => (isBlank(at(name)) ? '' : at(name).replace(/\s+/g, ' '));
    measures.set(short, {
      name: words('measure') || words('chart title') || short,
      topic: words('topic'),
      polarity: POLARITIES.get(at('polarity').toLowerCase()) ?? 'none',
      decimals: toDecimals(at('dps')),
      unit: words('y axis name'),
      definition: words('description'),
      publisher: words('data owner do supplier and contact details'),
      periodType: year?.periodType,
      hint: year?.hint,
      banded: at('no quartile') !== 'N',
    });
  }
  return measures;
}
