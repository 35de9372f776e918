/**
 * An overview to read before the dashboard has started. The build has made one for every authority, from the
 * dashboard's own components and the bundled figures; where it does not come, nothing is lost but the moment.
 */
import type { Overviews } from 'virtual:overviews';
import { afterPaint } from './state/after-paint.ts';

/** An overview without choices in its address: with them, figures and words may be others. */
const PLAIN_OVERVIEW = /^#\/([A-Z]\d{8})$/;

/** @returns the file of the overview that an address asks for, from the page; undefined for every other page */
export function findOverview(hash: string, { folder, codes }: Overviews): string | undefined {
  const code = PLAIN_OVERVIEW.exec(hash)?.[1];
  return code !== undefined && codes.split(' ').includes(code) ? `${folder}${code}` : undefined;
}

async function fetchOverview(path: string): Promise<string | undefined> {
  try {
    const response = await fetch(new URL(path, document.baseURI));
    if (response.status !== 200 || !response.body) return undefined;
    return await new Response(response.body.pipeThrough(new DecompressionStream('deflate'))).text();
  } catch {
    // No network, or a browser that unpacks nothing: the dashboard comes without it.
    return undefined;
  }
}

/**
 * Shows the overview that the address asks for, unless the dashboard was there first.
 * @returns once it can be read, or it is clear that there is none
 */
export async function showOverview(target: HTMLElement, hash: string, overviews: Overviews): Promise<void> {
  const path = findOverview(hash, overviews);
  const outline = target.firstElementChild;
  const html = path && (await fetchOverview(path));
  if (!html || target.firstElementChild !== outline) return;
  // Until the dashboard has taken its place: tests tell one from the other by it.
  target.dataset['sight'] = 'first';
  target.innerHTML = html;
  await afterPaint();
}
