/**
 * Every figure as a Frictionless Data Package: a CSV for each indicator, what inspectors judged, the
 * statistical neighbours, and a `datapackage.json` that says what the columns are. The CSVs are plain
 * tables, which this dashboard loads again.
 * Source: https://datapackage.org/standard/data-package/
 */
import { strToU8, zipSync } from 'fflate';
import Papa from 'papaparse';
import type { Figures, NeighbourSet } from '../domain/figures.ts';
import type { Indicator } from '../domain/indicator.ts';
import type { Series } from '../domain/series.ts';
import { SIDE_COLUMNS, toSeriesKey, valueAtIndex } from '../domain/series.ts';
import type { Target } from '../domain/target.ts';
import type { Value } from '../domain/value.ts';
import { isMeasured, toStatusMarker } from '../domain/value.ts';
import { toFileName } from './file-name.ts';

const NUMBERS = new Set<string>(['value', ...SIDE_COLUMNS, 'target', 'rank', 'grade_number', 'best_grade_number']);
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

/** A file of the package: the first row holds the names of its columns. */
interface Resource {
  readonly name: string;
  readonly title: string;
  readonly rows: readonly (readonly string[])[];
  readonly indicator?: Indicator | undefined;
}

function toJudgements({ judgements, areas }: Figures): Resource {
  const columns = ['source', 'area_code', 'area', 'published', 'framework', 'theme', 'outcome', 'grade'];
  const rows = judgements.map((one) => [
    one.source,
    one.area,
    areas.nameOf(one.area),
    one.published,
    one.framework,
    one.theme,
    one.outcome ?? '',
    one.grade,
    String(one.gradeNumber),
    String(one.bestGradeNumber),
  ]);
  return {
    name: 'judgements',
    title: 'What inspectors judged',
    rows: [[...columns, 'grade_number', 'best_grade_number'], ...rows],
  };
}

function toNeighbours({ id, name, of }: NeighbourSet): Resource {
  const rows = [...of].flatMap(([home, neighbours]) =>
    neighbours.map(({ area, closeness }, i) => [home, String(i + 1), area, closeness]),
  );
  return {
    name: toFileName('neighbours', id),
    title: name,
    rows: [['area_code', 'rank', 'neighbour_code', 'closeness'], ...rows],
  };
}

/** What belongs to no indicator, where there is any. */
function toOthers(figures: Figures): Resource[] {
  return [toJudgements(figures), ...figures.neighbourSets.map(toNeighbours)].filter(({ rows }) => rows.length > 1);
}

const toPath = ({ name }: Resource): string => `data/${name}.csv`;
const toCsv = ({ rows }: Resource): Uint8Array => strToU8(`${Papa.unparse([...rows], { newline: '\n' })}\n`);

function describeResource(resource: Resource, bytes: number): unknown {
  const { name, title, rows, indicator } = resource;
  return {
    name,
    title,
    path: toPath(resource),
    type: 'table',
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes,
    ...(indicator
      ? {
          description: [indicator.definition, indicator.unit].filter(Boolean).join(' Unit: '),
          sources: [{ title: [indicator.publisher, indicator.publication].filter(Boolean).join(', ') || 'not named' }],
        }
      : {}),
    schema: {
      fields: (rows[0] ?? []).map((column) => ({ name: column, type: NUMBERS.has(column) ? 'number' : 'string' })),
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
  const others = toOthers(figures);
  const names = new Set(others.map(({ name }) => name));
  const tables = [...byIndicator].map(([id, rows], i): Resource => {
    const base = toFileName(id) || 'indicator';
    const name = names.has(base) ? `${base}-${String(i + 1)}` : base;
    names.add(name);
    const indicator = figures.findIndicator(id);
    return { name, title: indicator?.name ?? id, rows: [COLUMNS, ...rows], indicator };
  });
  const files = [...tables, ...others].map((resource) => ({ resource, csv: toCsv(resource) }));
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
    resources: files.map(({ resource, csv }) => describeResource(resource, csv.length)),
  };
  return zipSync({
    'datapackage.json': strToU8(`${JSON.stringify(description, undefined, 2)}\n`),
    ...Object.fromEntries(files.map(({ resource, csv }) => [toPath(resource), csv])),
  });
}
