/** The names under which the versions of a site are kept, and the part behind an address. */

/** The folder below the site in which its host publishes files of figures: no version of the site has it. */
export const PUBLISHED = 'data/';

/**
 * Where the versions of one site are kept. All sites of a host share one storage, so the name carries the folder
 * the site stands in; the blank keeps /team/ apart from /team/test/.
 * @param scope the absolute address of that folder
 */
const toCachePrefix = (scope: string): string => `ecm ${scope} `;

export const toCacheName = (scope: string, version: string): string => `${toCachePrefix(scope)}${version}`;

export const isCacheOfSite = (name: string, scope: string): boolean => name.startsWith(toCachePrefix(scope));

/**
 * The file behind the address of a page, as hosts find it: a folder stands for its index.html, and a name without an
 * ending for the page of that name (some hosts take ".html" off the addresses they are asked for).
 */
export function toPageAddress(url: string): string {
  const { origin, pathname } = new URL(url);
  if (pathname.endsWith('/')) return `${origin}${pathname}index.html`;
  const hasEnding = pathname.slice(pathname.lastIndexOf('/')).includes('.');
  return hasEnding ? `${origin}${pathname}` : `${origin}${pathname}.html`;
}

/** Is it one of the overviews that are read before the dashboard has started? There are too many to keep them all. */
export const isOverview = (url: string, scope: string): boolean => url.startsWith(`${scope}assets/overviews-`);
