/** How an address names a section: "Neighbours’ average" → "neighbours-average". */
export function toSectionId(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
