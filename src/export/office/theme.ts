/** The theme of a deck: the authority's own, or the roles of the dashboard as Office's colours. */
import type { DeckTheme } from '../../domain/deck-theme.ts';
import { contrastOf, THEME_COLOURS } from '../../domain/deck-theme.ts';
import { DRAWING, toColour } from './drawing.ts';
import { toXmlText } from './xml.ts';

const FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
const LINE = `<a:ln w="9525">${FILL}</a:ln>`;
const EFFECT = '<a:effectStyle><a:effectLst/></a:effectStyle>';
const PAPER = 'FFFFFF';

/** What text must have against its ground, and large text of a cover. Source: WCAG 2.2, 1.4.3. */
const READABLE = 4.5;
const READABLE_LARGE = 3;

/** The colours of the dashboard, so that a chart edited in Office keeps to them. */
function toOwnTheme(): DeckTheme {
  return {
    name: 'Every Child Matters outcomes',
    colours: {
      dk1: toColour('ink'),
      lt1: PAPER,
      dk2: toColour('home'),
      lt2: toColour('band'),
      accent1: toColour('home'),
      accent2: toColour('neighbour-mean'),
      accent3: toColour('england'),
      accent4: toColour('region'),
      accent5: toColour('worse'),
      accent6: toColour('target'),
      hlink: toColour('home'),
      folHlink: toColour('region'),
    },
    headings: 'Arial',
    body: 'Arial',
  };
}

/**
 * The theme as slides take it: its second dark colour is that of the cover. Charts are drawn for white
 * paper, so a dark ground or pale text of a template gives way to white and ink.
 * @param brand the colour of the cover, as six hexadecimal digits
 */
export function toDeckColours(brand: string, theme: DeckTheme = toOwnTheme()): DeckTheme {
  const { colours } = theme;
  const lt1 = contrastOf(colours.lt1, toColour('quiet')) >= READABLE ? colours.lt1 : PAPER;
  const dk1 = contrastOf(colours.dk1, lt1) >= READABLE ? colours.dk1 : toColour('ink');
  return { ...theme, colours: { ...colours, lt1, dk1, dk2: brand } };
}

/** Which of the two grounds of text can be read on the cover. */
export function toCoverInk({ colours }: DeckTheme): 'bg1' | 'tx1' {
  return contrastOf(colours.dk2, colours.lt1) >= READABLE_LARGE ? 'bg1' : 'tx1';
}

const toFont = (name: string): string =>
  `<a:latin typeface="${toXmlText(name)}"/><a:ea typeface=""/><a:cs typeface=""/>`;

export function toTheme({ name, colours, headings, body }: DeckTheme): string {
  const scheme = THEME_COLOURS.map((place) => `<a:${place}><a:srgbClr val="${colours[place]}"/></a:${place}>`);
  return `<a:theme xmlns:a="${DRAWING}" name="${toXmlText(name)}"><a:themeElements><a:clrScheme name="Outcomes">${scheme.join('')}</a:clrScheme><a:fontScheme name="Outcomes"><a:majorFont>${toFont(headings)}</a:majorFont><a:minorFont>${toFont(body)}</a:minorFont></a:fontScheme><a:fmtScheme name="Plain"><a:fillStyleLst>${FILL.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${LINE.repeat(3)}</a:lnStyleLst><a:effectStyleLst>${EFFECT.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${FILL.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`;
}
