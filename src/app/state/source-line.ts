/** The line under every chart and inside every picture: unit, source, date and licence. */
import type { Indicator } from '../../domain/indicator.ts';
import { isPercentage } from '../../domain/indicator.ts';

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

/** "% of 16 and 17 year olds. Source: Department for Education, …. Open Government Licence v3.0. Made 22 November 2026." */
export function describeSource(
  indicator: Indicator,
  files: readonly { readonly name: string }[],
  made: Date = new Date(),
): string {
  const published = [indicator.publisher, indicator.publication].filter(Boolean).join(', ');
  const loaded = files[0] ? `from ${files[0].name}` : '';
  const source = [published, loaded].filter(Boolean).join(', ') || 'not named by the file';
  return [
    indicator.unit === '' ? '' : `Unit: ${indicator.unit}`,
    `Source: ${source}`,
    indicator.licence ?? '',
    `Made ${DAY.format(made)}`,
  ]
    .filter(Boolean)
    .map((part) => `${part}.`)
    .join(' ');
}

/** Beyond this many a line would be a page of its own: the units then stand in the table of the chart alone. */
const MOST_UNITS = 12;

/**
 * "Units besides %: Absence, days per pupil; Attainment 8, mean score per pupil. " A percentage says its own sign.
 * @returns ends in a space; '' where every figure is one
 */
export function describeUnits(indicators: readonly Indicator[]): string {
  const others = [...new Set(indicators)].filter((indicator) => indicator.unit !== '' && !isPercentage(indicator));
  if (others.length === 0) return '';
  if (others.length > MOST_UNITS) return 'Units: % or as in the table of this chart. ';
  return `Units besides %: ${others.map(({ shortName, unit }) => `${shortName}, ${unit}`).join('; ')}. `;
}

/** "Sources: Department for Education; NHS England. Open Government Licence v3.0. Made 22 November 2026." */
export function describeSources(indicators: readonly Indicator[], made: Date = new Date()): string {
  const distinct = (all: readonly (string | undefined)[]): string[] => [
    ...new Set(all.flatMap((one) => (one === undefined || one === '' ? [] : [one]))),
  ];
  const publishers = distinct(indicators.map(({ publisher }) => publisher));
  const licences = distinct(indicators.map(({ licence }) => licence));
  return [
    publishers.length > 0 ? `Sources: ${publishers.join('; ')}` : 'Sources: not named by the files',
    ...licences,
    `Made ${DAY.format(made)}`,
  ]
    .map((part) => `${part}.`)
    .join(' ');
}
