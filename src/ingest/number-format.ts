/**
 * What a number in a workbook stands for by the format of its cell: a date, a percentage, or itself.
 * Number formats and date serials: ECMA-376 part 1, sections 18.8.30 and 18.17.4.
 */

export type NumberForm = 'number' | 'percentage' | 'date';

const DAY = 86_400_000;
/** Serial 1 is 1 January 1900, and a 29 February 1900 that never was is counted. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
const LAST_PHANTOM = 60;

const isBetween = (id: number, first: number, last: number): boolean => id >= first && id <= last;

/**
 * @param id of the format, as a cell's style has it
 * @param code of a custom format, such as `dd/mm/yyyy;@`
 */
export function toNumberForm(id: number, code: string | undefined): NumberForm {
  if (code === undefined) {
    if (isBetween(id, 14, 22) || isBetween(id, 27, 36) || isBetween(id, 45, 47) || isBetween(id, 50, 58)) return 'date';
    return id === 9 || id === 10 ? 'percentage' : 'number';
  }
  // Colours, locales and literal text say nothing; only the part for positive numbers counts.
  const [positive = ''] = code.replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]|"[^"]*"|\\.|_.|\*./gi, '').split(';');
  if (/general/i.test(positive)) return 'number';
  if (/[dmyhs]/i.test(positive)) return 'date';
  return positive.includes('%') ? 'percentage' : 'number';
}

function toIsoDate(serial: number, from1904: boolean): string {
  const days = from1904 || serial >= LAST_PHANTOM ? serial : serial + 1;
  const time = Math.round(((from1904 ? EPOCH_1904 : EPOCH_1900) + days * DAY) / 1000) * 1000;
  const iso = new Date(time).toISOString();
  if (serial < 1) return iso.slice(11, 19);
  return time % DAY === 0 ? iso.slice(0, 10) : iso.slice(0, 19);
}

/** Year 9999 ends there; a larger serial is no date whatever its format. */
const LAST_SERIAL = 2_958_466;

/**
 * A number of a cell as text: an ISO date, a percentage with its sign, or the shortest digits that give
 * the same number again.
 */
export function toCellText(written: string, form: NumberForm, from1904: boolean): string {
  const number = Number(written);
  if (written.trim() === '' || !Number.isFinite(number)) return written;
  if (form === 'date' && number >= 0 && number < LAST_SERIAL) return toIsoDate(number, from1904);
  // Fifteen digits are what a workbook keeps; more would show the noise of multiplying.
  if (form === 'percentage') return `${String(Number((number * 100).toPrecision(15)))}%`;
  return String(number);
}
