/**
 * Every figure as a Frictionless Data Package: a CSV for each indicator and a `datapackage.json` that
 * says what its columns are. The CSVs are plain tidy tables, which this dashboard loads again.
 * Source: https://datapackage.org/standard/data-package/
 */
import { strToU8, zipSync } from 'fflate';
import Papa from 'papaparse';
import type { Figures } from '../domain/figures.ts';
import type { Indicator } from '../domain/indicator.ts';
import type { Series } from '../domain/series.ts';
import { SIDE_COLUMNS, toSeriesKey, valueAtIndex } from '../domain/series.ts';
import type { Target } from '../domain/target.ts';
import type { Value } from '../domain/value.ts';
import { isMeasured, toStatusMarker } from '../domain/value.ts';
import { toFileName } from './file-name.ts';

const NUMBERS = new Set<string>(['value', ...SIDE_COLUMNS, 'target']);
const COLUMNS = ['indicator', 'group', 'area_code', 'area', 'period', 'value', ...SIDE_COLUMNS, 'marker', 'target'];

const write = (number: number | undefined): string => (number === undefined ? '' : String(number));

function toCells(value: Value | undefined): string[] {
  if (!value) return ['', '', '', '', '', ''];
  if (!isMeasured(value)) return ['', '', '', '', '', value.marker];
  const marker = value.status ? toStatusMarker(value.status) : '';
  return [write(value.number), ...SIDE_COLUMNS.map((side) => write(value[side])), marker];
}

/** A row for each cell that the series has, with its target where there is one. */
function toRows(series: Series, figures: Figures, targets: ReadonlyMap<string, Target>): string[][] {
  return series.areas.flatMap((area, row) =>
    series.periods.flatMap((period, column) => {
      const value = valueAtIndex(series, row, column);
      const target = targets.get(`${toSeriesKey(series.indicator, series.group)}/${area}/${period.end}`);
      if (!value && !target) return [];
      const place = [series.indicator, series.group, area, figures.areas.nameOf(area), period.label];
      return [[...place, ...toCells(value), write(target?.number)]];
    }),
  );
}

interface Resource {
  readonly name: string;
  readonly path: string;
  readonly csv: string;
  readonly indicator: Indicator | undefined;
}

function describeResource({ name, path, csv, indicator }: Resource): unknown {
  return {
    name,
    path,
    type: 'table',
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes: strToU8(csv).length,
    ...(indicator
      ? {
          title: indicator.name,
          description: [indicator.definition, indicator.unit].filter(Boolean).join(' Unit: '),
          sources: [{ title: [indicator.publisher, indicator.publication].filter(Boolean).join(', ') || 'not named' }],
        }
      : {}),
    schema: {
      fields: COLUMNS.map((column) => ({ name: column, type: NUMBERS.has(column) ? 'number' : 'string' })),
      missingValues: [''],
    },
  };
}

/**
 * The package as a zip.
 * @param made when it was put together, ISO date and time
 */
export function toDataPackage(figures: Figures, made: string): Uint8Array<ArrayBuffer> {
  const targets = new Map(
    figures.targets.map((one) => [`${toSeriesKey(one.indicator, one.group)}/${one.area}/${one.period.end}`, one]),
  );
  const byIndicator = new Map<string, string[][]>();
  for (const series of figures.series) {
    const rows = byIndicator.get(series.indicator) ?? [];
    byIndicator.set(series.indicator, rows);
    for (const row of toRows(series, figures, targets)) rows.push(row);
  }
  const names = new Set<string>();
  const resources = [...byIndicator].map(([id, rows], i): Resource => {
    const base = toFileName(id) || 'indicator';
    const name = names.has(base) ? `${base}-${String(i + 1)}` : base;
    names.add(name);
    const csv = `${Papa.unparse([COLUMNS, ...rows], { newline: '\n' })}\n`;
    return { name, path: `data/${name}.csv`, csv, indicator: figures.findIndicator(id) };
  });
  const description = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'every-child-matters-outcomes',
    title: 'Every Child Matters outcomes',
    created: made,
    licenses: [
      {
        name: 'OGL-UK-3.0',
        path: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
        title: 'Open Government Licence v3.0',
      },
    ],
    resources: resources.map(describeResource),
  };
  return zipSync({
    'datapackage.json': strToU8(`${JSON.stringify(description, undefined, 2)}\n`),
    ...Object.fromEntries(resources.map(({ path, csv }) => [path, strToU8(csv)])),
  });
}
