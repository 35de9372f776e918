/** Areas inside a sentence. */

const WITH_ARTICLE =
  /^(?:(?:North|South) (?:East|West)|(?:East|West) Midlands|East of England|City of London|Isles of Scilly)$/;

/** "the East Midlands", "the Isles of Scilly", but "London" and "South Tyneside". */
export function describeArea(name: string): string {
  return WITH_ARTICLE.test(name) ? `the ${name}` : name;
}
