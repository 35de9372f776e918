/** Names of exported files: what a person looks for in a folder of downloads. */
import type { OutgoingChart } from './outgoing.ts';

/** "Derby, NEET 16–17, 2024/25" → "derby-neet-16-17-2024-25". */
export function toFileName(...parts: readonly string[]): string {
  return parts
    .join(' ')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** Area, indicator and period where all charts of a deck share them, else the area; then "slides" and the day. */
export function toDeckName(charts: readonly OutgoingChart[], area: string, day: Date): string {
  const subjects = new Set(charts.map(({ fileName, chart }) => fileName.replace(new RegExp(`-${chart.form}$`), '')));
  const [subject = area] = subjects.size === 1 ? subjects : [];
  return toFileName(subject, 'slides', day.toISOString().slice(0, 10));
}
