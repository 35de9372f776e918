/** Names of exported files: what a person looks for in a folder of downloads. */

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
