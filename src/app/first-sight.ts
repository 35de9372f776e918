/**
 * An overview to read before the dashboard has started. The build has made one for every authority, from the
 * dashboard's own components and the bundled figures; where it does not come, nothing is lost but the moment.
 */
import type { Overviews } from 'virtual:overviews';
import type { AreaCode } from '../domain/area.ts';
import { afterPaint } from './state/after-paint.ts';
import { lastAreaSetting } from './state/last-area.ts';

/** An overview without choices in its address: with them, figures and words may be others. */
const PLAIN_OVERVIEW = /^#\/([A-Z]\d{8})$/;

/** @returns the authority whose overview an address asks for; undefined for every other page */
export function findOverview(hash: string, { codes }: Overviews): AreaCode | undefined {
  const code = PLAIN_OVERVIEW.exec(hash)?.[1];
  return code !== undefined && codes.split(' ').includes(code) ? (code as AreaCode) : undefined;
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
  const code = findOverview(hash, overviews);
  const outline = target.firstElementChild;
  const html = code && (await fetchOverview(`${overviews.folder}${code}`));
  if (!html || target.firstElementChild !== outline) return;
  // A link of this page may be followed before the dashboard is there to remember whose page it was.
  lastAreaSetting.write(code);
  target.dataset['sight'] = 'first';
  target.innerHTML = html;
  await afterPaint();
}
