/** The colours and fonts of an authority's slides, as its own template has them. */

/** The places of a theme's colours, by Office's names: dark and light, six accents, links. */
export const THEME_COLOURS = [
  'dk1',
  'lt1',
  'dk2',
  'lt2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
] as const;
export type ThemeColour = (typeof THEME_COLOURS)[number];

export interface DeckTheme {
  /** As the template calls it. */
  readonly name: string;
  /** Six hexadecimal digits each, in capitals: "12436D". */
  readonly colours: Readonly<Record<ThemeColour, string>>;
  /** Fonts of titles and of all other text. */
  readonly headings: string;
  readonly body: string;
}

const channel = (hex: string, at: number): number => {
  const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};

/** Relative luminance of six hexadecimal digits, from 0 to 1. Source: WCAG 2.2. */
function luminanceOf(hex: string): number {
  return 0.2126 * channel(hex, 0) + 0.7152 * channel(hex, 2) + 0.0722 * channel(hex, 4);
}

/** Contrast of two colours, each six hexadecimal digits, from 1 to 21. Source: WCAG 2.2. */
export function contrastOf(a: string, b: string): number {
  const [light, dark] = [luminanceOf(a), luminanceOf(b)].sort((x, y) => y - x);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}
