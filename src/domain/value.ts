/**
 * A cell of published data: a number or the reason why there is none, never both and never neither.
 * Source of the markers: the publishers' own keys (DfE "Explore Education Statistics" symbols,
 * Fingertips value notes, LAIT's single dash).
 */

/** Why a cell holds no number. */
export type MissingReason =
  'suppressed' | 'low' | 'not-available' | 'not-applicable' | 'unreliable' | 'not-published' | 'unknown-marker';

/** What a publisher says about a number that it did give. */
export type Status = 'provisional' | 'revised' | 'estimated' | 'break';

/** A published number with whatever the publisher gave beside it; `note` is in the publisher's words. */
export interface Measured {
  readonly number: number;
  readonly status?: Status;
  readonly lower?: number;
  readonly upper?: number;
  readonly count?: number;
  readonly denominator?: number;
  readonly note?: string;
}

/** A cell without a number: the reason, and the marker as it was written (trimmed, lower case). */
export interface Missing {
  readonly missing: MissingReason;
  readonly marker: string;
  readonly note?: string;
}

export type Value = Measured | Missing;

/** Is this a number (and not a marker, nor a cell that does not exist)? */
export function isMeasured(value: Value | undefined): value is Measured {
  return value !== undefined && 'number' in value;
}

/** The number of a value, or undefined: a marker is never zero. */
export function numberOf(value: Value | undefined): number | undefined {
  return isMeasured(value) ? value.number : undefined;
}

const MISSING_MARKERS: ReadonlyMap<string, MissingReason> = new Map<string, MissingReason>([
  ['c', 'suppressed'],
  ['*', 'suppressed'],
  ['<5', 'suppressed'],
  ['k', 'low'],
  ['low', 'low'],
  ['x', 'not-available'],
  [':', 'not-available'],
  ['..', 'not-available'],
  ['z', 'not-applicable'],
  ['.', 'not-applicable'],
  ['u', 'unreliable'],
  ['-', 'not-published'],
  ['', 'not-published'],
  ['null', 'not-available'],
  ['na', 'not-available'],
  ['n/a', 'not-available'],
  ['nan', 'not-available'],
  ['#n/a', 'not-available'],
  ['#null!', 'not-available'],
  ['#div/0!', 'not-applicable'],
]);

const STATUS_MARKERS: ReadonlyMap<string, Status> = new Map<string, Status>([
  ['p', 'provisional'],
  ['r', 'revised'],
  ['e', 'estimated'],
  ['b', 'break'],
]);

/** A marker as it is compared and kept: without the spaces around it and in lower case. */
export function toMarker(written: string): string {
  return written.trim().toLowerCase();
}

/** Stands between a marker and the usual one that means the same, where a publisher uses a letter of its own. */
const MEANS = '\u001f';

/** A marker that one publisher uses for what others call `usual`: in older DfE files `x` is what `c` is today. */
export function toMarkerMeaning(marker: string, usual: string): string {
  return `${marker}${MEANS}${usual}`;
}

/** Stands between the marker of a cell, which may be none, and what its publisher notes of that one cell. */
const NOTES = '\u001e';

/** A marker, or '' beside a plain number, with the publisher's note of that cell. */
export function toNotedMarker(marker: string, note: string): string {
  return `${marker}${NOTES}${note}`;
}

/** What the publisher notes of the one cell that is marked so. */
export function findCellNote(marker: string): string | undefined {
  const [, note] = marker.split(NOTES);
  return note;
}

function withoutNote(marker: string): string {
  const end = marker.indexOf(NOTES);
  return end < 0 ? marker : marker.slice(0, end);
}

/** A marker as the file has it, without what it was found to mean and what is noted beside it. */
export function toWrittenMarker(marker: string): string {
  const bare = withoutNote(marker);
  const end = bare.indexOf(MEANS);
  return end < 0 ? bare : bare.slice(0, end);
}

/** The reason a marker stands for, or undefined where it is none that a publisher uses. */
export function findMissingReason(marker: string): MissingReason | undefined {
  const bare = withoutNote(marker);
  return MISSING_MARKERS.get(bare.slice(bare.indexOf(MEANS) + 1));
}

/** The status a letter beside a number stands for, or undefined. */
export function findStatus(marker: string): Status | undefined {
  return STATUS_MARKERS.get(withoutNote(marker));
}

/** The letter that stands for a status in files and in storage. */
export function toStatusMarker(status: Status): string {
  for (const [marker, meaning] of STATUS_MARKERS) if (meaning === status) return marker;
  throw new Error(`no marker for the status ${status}`);
}

/** A marker that nobody knows has no word: it is shown itself. */
const REASON_WORDS: Readonly<Record<Exclude<MissingReason, 'unknown-marker'>, string>> = {
  suppressed: 'suppressed',
  low: 'low',
  'not-available': 'not available',
  'not-applicable': 'not applicable',
  unreliable: 'unreliable',
  'not-published': 'not published',
};

const REASON_EXPLANATIONS: Readonly<Record<MissingReason, string>> = {
  suppressed: 'too few children to publish',
  low: 'rounds to zero but is not zero',
  'not-available': 'the publisher has no figure',
  'not-applicable': 'no figure is expected here',
  unreliable: 'the publisher calls the figure unreliable',
  'not-published': 'no figure was published; the reason is not given',
  'unknown-marker': 'the file holds a marker that this dashboard does not know',
};

/** The word shown in place of a number. */
export function describeMissing(missing: Missing): string {
  return missing.missing === 'unknown-marker' ? `“${missing.marker}”` : REASON_WORDS[missing.missing];
}

/** What that word means, in a few words, for a note or a tooltip. */
export function explainMissing(reason: MissingReason): string {
  return REASON_EXPLANATIONS[reason];
}
