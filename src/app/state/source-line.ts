/** The line under every chart and inside every picture: unit, source, date and licence. */
import type { Indicator } from '../../domain/indicator.ts';

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
