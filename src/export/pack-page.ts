/**
 * A board pack as a page: chosen figures and the reader of them, in one file that needs nothing
 * else. The reader is a page of its own, the template (`src/pack.ts`, built as pack.html), which is
 * the same for every pack; only its title and the data element differ, so its security policy holds.
 * The reader itself must not carry this module: the element would stand in its code as well.
 */
import type { Pack } from './pack.ts';
import { PACK_ELEMENT, toPackText } from './pack.ts';

const EMPTY_ELEMENT = `<script type="application/json" id="${PACK_ELEMENT}"></script>`;
const START = EMPTY_ELEMENT.slice(0, EMPTY_ELEMENT.indexOf('</'));
const TITLE = /<title>[^<]*<\/title>/;

/** No end tag and no comment can begin in it. */
const toScriptText = (json: string): string => json.replaceAll('<', '\\u003c');
const toHtmlText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/**
 * The pack as a page.
 * @param template the reader without figures
 * @throws Error where the template has no place for them
 */
export function toPackPage(pack: Pack, template: string): string {
  if (!template.includes(EMPTY_ELEMENT) || !TITLE.test(template)) {
    throw new Error(
      'The reader that every board pack carries is not the one of this dashboard. Reload the page, then try again.',
    );
  }
  const data = `${START}${toScriptText(toPackText(pack))}</script>`;
  return template.replace(TITLE, () => `<title>${toHtmlText(pack.title)}</title>`).replace(EMPTY_ELEMENT, () => data);
}

/** The text of the data element of a page that is a pack; undefined for any other page. */
export function findPackText(page: string): string | undefined {
  const start = page.indexOf(START);
  if (start < 0) return undefined;
  const end = page.indexOf('</script>', start);
  const text = end < 0 ? '' : page.slice(start + START.length, end);
  return text === '' ? undefined : text;
}
