/** Sizes, days and speeds as people read them. */

const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

const DATE = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

/** "22 November 2026". @param iso date, with or without a time */
export function formatDate(iso: string): string {
  return DATE.format(new Date(iso));
}

/** "22 November 2026 at 09:41". @param iso date and time */
export function formatDay(iso: string): string {
  return DAY.format(new Date(iso));
}

const UNITS = ['bytes', 'kB', 'MB', 'GB'] as const;

/** "174 MB": decimal units, as file managers show them. */
export function formatSize(bytes: number): string {
  let size = bytes;
  let unit = 0;
  while (size >= 1000 && unit < UNITS.length - 1) {
    size /= 1000;
    unit += 1;
  }
  return `${size.toLocaleString('en-GB', { maximumFractionDigits: unit > 1 && size < 10 ? 1 : 0 })} ${UNITS[unit] ?? ''}`;
}
