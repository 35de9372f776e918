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

/** An overview that has come, as HTML. */
export interface FetchedOverview {
  readonly code: AreaCode;
  readonly html: string;
}

/** @returns the overview that an address asks for; undefined where it asks for another page, or none comes */
export async function fetchOverview(hash: string, overviews: Overviews): Promise<FetchedOverview | undefined> {
  const code = findOverview(hash, overviews);
  if (code === undefined) return undefined;
  try {
    const response = await fetch(new URL(`${overviews.folder}${code}`, document.baseURI));
    if (response.status !== 200 || !response.body) return undefined;
    const unpacked = response.body.pipeThrough(new DecompressionStream('deflate'));
    return { code, html: await new Response(unpacked).text() };
  } catch {
    // No network, or a browser that unpacks nothing: the dashboard comes without it.
    return undefined;
  }
}

/**
 * Puts an overview in the place of the outline; where the dashboard was there first, nothing is done.
 * @returns once it can be read
 */
export async function showOverview(target: HTMLElement, { code, html }: FetchedOverview): Promise<void> {
  if (!target.querySelector(':scope > .outline')) return;
  // A link of this page may be followed before the dashboard is there to remember whose page it was.
  lastAreaSetting.write(code);
  target.dataset['sight'] = 'first';
  target.innerHTML = html;
  await afterPaint();
}
