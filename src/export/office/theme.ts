/** The theme of a deck: the roles of the dashboard as Office's colours, so that a chart edited there keeps to them. */
import { DRAWING, toColour } from './drawing.ts';

const FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
const LINE = `<a:ln w="9525">${FILL}</a:ln>`;
const EFFECT = '<a:effectStyle><a:effectLst/></a:effectStyle>';
const FONT = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>';

const colour = (name: string, hex: string): string => `<a:${name}><a:srgbClr val="${hex}"/></a:${name}>`;

/** @param brand the authority's colour, as six hexadecimal digits */
export function toTheme(brand: string): string {
  const colours = [
    colour('dk1', toColour('ink')),
    colour('lt1', 'FFFFFF'),
    colour('dk2', brand),
    colour('lt2', toColour('band')),
    colour('accent1', toColour('home')),
    colour('accent2', toColour('neighbour-mean')),
    colour('accent3', toColour('england')),
    colour('accent4', toColour('region')),
    colour('accent5', toColour('worse')),
    colour('accent6', toColour('target')),
    colour('hlink', toColour('home')),
    colour('folHlink', toColour('region')),
  ];
  return `<a:theme xmlns:a="${DRAWING}" name="Every Child Matters outcomes"><a:themeElements><a:clrScheme name="Outcomes">${colours.join('')}</a:clrScheme><a:fontScheme name="Arial"><a:majorFont>${FONT}</a:majorFont><a:minorFont>${FONT}</a:minorFont></a:fontScheme><a:fmtScheme name="Plain"><a:fillStyleLst>${FILL.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${LINE.repeat(3)}</a:lnStyleLst><a:effectStyleLst>${EFFECT.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${FILL.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`;
}
