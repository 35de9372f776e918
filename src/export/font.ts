/** The dashboard's typeface inside a picture: a file that is opened elsewhere has no page to take it from. */
import font from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?inline';

/** Latin letters, figures and the signs of charts; a name beyond them falls back to Arial. */
const RULE = `@font-face{font-family:'Source Sans 3 Variable';font-weight:200 900;src:url(${font}) format('woff2')}`;

/** An SVG with the typeface in it. */
export function withFont(svg: string): string {
  return svg.replace(/<svg[^>]*>/, (start) => `${start}\n<style>${RULE}</style>`);
}
