/** Areas inside a sentence. */

const WITH_ARTICLE = /^(?:North|South|East|West)\b/;

/** "the East Midlands", but "London" and "Derby". */
export function describeArea(name: string): string {
  return WITH_ARTICLE.test(name) ? `the ${name}` : name;
}
