/** XML as text, for the few parts of an Office file that are written here. */

/** Characters that no XML 1.0 document may hold, escaped or not. */
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** Text as it may stand between tags and in double quotes. */
export function toXmlText(text: string): string {
  return text
    .replace(FORBIDDEN, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A colour as Office has it: "12436D". */
export function toHex(colour: string): string {
  return colour.replace('#', '').toUpperCase();
}
