/** One hash over everything in the database, so that a test can say "exactly as before". */
import type { Database } from './database.ts';
import { toStableText } from './stable.ts';

export async function toFingerprint(database: Database): Promise<string> {
  const tables = await database.transaction('r', database.tables, () =>
    Promise.all(database.tables.map(async (table) => [table.name, await table.toArray()] as const)),
  );
  const text = toStableText(tables.sort(([a], [b]) => (a < b ? -1 : 1)));
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
