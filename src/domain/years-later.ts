/** The same stretch of another year: what a target is set for. */
import type { Period } from './period.ts';

const DAY = 86_400_000;
/** "2024", and the year after it in "2024/25". */
const YEAR = /\b(\d{4})(?:\/(\d{2})\b)?/g;

function shiftDay(iso: string, years: number): string {
  const day = new Date(`${iso}T00:00:00Z`);
  const isMonthEnd = new Date(day.getTime() + DAY).getUTCDate() === 1;
  const shifted = isMonthEnd
    ? new Date(Date.UTC(day.getUTCFullYear() + years, day.getUTCMonth() + 1, 0))
    : new Date(Date.UTC(day.getUTCFullYear() + years, day.getUTCMonth(), day.getUTCDate()));
  return shifted.toISOString().slice(0, 10);
}

/** A period moved by whole years, worded as it was: "2024/25" becomes "2026/27", "Q1 2024" "Q1 2026". */
export function toYearsLater(period: Period, years: number): Period {
  return {
    kind: period.kind,
    start: shiftDay(period.start, years),
    end: shiftDay(period.end, years),
    label: period.label.replace(YEAR, (_, first: string, second: string | undefined) => {
      const moved = String(Number(first) + years);
      return second === undefined ? moved : `${moved}/${String((Number(second) + years) % 100).padStart(2, '0')}`;
    }),
  };
}
