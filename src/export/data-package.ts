/**
 * Everything as a Frictionless Data Package: a CSV for each indicator, targets, what inspectors judged, the
 * statistical neighbours, what officers wrote and chose, and a `datapackage.json` that says what the columns are. The CSVs are plain
 * tables, which this dashboard loads again.
 * Source: https://datapackage.org/standard/data-package/
 */
import { strToU8 } from 'fflate';
import Papa from 'papaparse';
import type { Figures, NeighbourSet } from '../domain/figures.ts';
import type { Indicator } from '../domain/indicator.ts';
import { GROUP_COLUMNS, INDICATOR_COLUMNS, toGroupRow, toIndicatorRow } from '../domain/indicator-row.ts';
import type { Period } from '../domain/period.ts';
import type { Series } from '../domain/series.ts';
import { SIDE_COLUMNS, valueAtIndex } from '../domain/series.ts';
import type { Recipe } from '../domain/recipe.ts';
import type { Value } from '../domain/value.ts';
import { isMeasured, toStatusMarker } from '../domain/value.ts';
import { COMMENTARY_COLUMNS, KEPT_COLUMNS, toCommentaryRow, toRecipeRow, toSettingRow } from '../domain/words-row.ts';
import type { Written } from '../domain/written.ts';
import { toFileName } from './file-name.ts';
import type { StepOptions } from './steps.ts';
import { takeSteps } from './steps.ts';
import { ZipWriter } from './zip-writer.ts';

const NUMBERS = new Set<string>([
  'value',
  ...SIDE_COLUMNS,
  'target',
  'baseline',
  'rank',
  'decimals',
  'grade_number',
  'best_grade_number',
]);
const DATES = new Set(['period_start', 'period_end', 'baseline_start', 'baseline_end']);
const PLACE = ['indicator', 'group', 'area_code', 'area', 'period', 'period_start', 'period_end', 'period_kind'];
const COLUMNS = [...PLACE, 'value', ...SIDE_COLUMNS, 'marker'];
const BASELINE = ['baseline_period', 'baseline_start', 'baseline_end', 'baseline_kind', 'baseline'];

const write = (number: number | undefined): string => (number === undefined ? '' : String(number));

function toCells(value: Value): string[] {
  if (!isMeasured(value)) return ['', '', '', '', '', value.marker];
  const marker = value.status ? toStatusMarker(value.status) : '';
  return [write(value.number), ...SIDE_COLUMNS.map((side) => write(value[side])), marker];
}

const toPeriodCells = ({ label, start, end, kind }: Period): string[] => [label, start, end, kind];

/** A row for each cell that the series has. */
function toRows({ areas }: Figures, series: Series): string[][] {
  return series.areas.flatMap((area, row) =>
    series.periods.flatMap((period, column) => {
      const value = valueAtIndex(series, row, column);
      if (!value) return [];
      const place = [series.indicator, series.group, area, areas.nameOf(area), ...toPeriodCells(period)];
      return [[...place, ...toCells(value)]];
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

/** What is to be reached, also by periods that no figure is of yet. */
function toTargets({ targets, areas }: Figures): Resource {
  const rows = targets.map(({ indicator, group, area, period, number, baseline }) => [
    ...[indicator, group, area, areas.nameOf(area), ...toPeriodCells(period), write(number)],
    ...(baseline ? [...toPeriodCells(baseline.period), write(baseline.number)] : BASELINE.map(() => '')),
  ]);
  return { name: 'targets', title: 'What is to be reached', rows: [[...PLACE, 'target', ...BASELINE], ...rows] };
}

const toTable = <Column extends string>(
  columns: readonly Column[],
  rows: readonly Readonly<Record<Column, string>>[],
): Resource['rows'] => [columns, ...rows.map((row) => columns.map((column) => row[column]))];

/** In full what the figures are, so that they can be read without this dashboard. */
function toIndicators({ catalogue }: Figures): Resource {
  const rows = toTable(INDICATOR_COLUMNS, catalogue.indicators.map(toIndicatorRow));
  return { name: 'indicators', title: 'What the figures are', rows };
}

function toGroups({ catalogue }: Figures): Resource {
  return {
    name: 'groups',
    title: 'Groups of children',
    rows: toTable(GROUP_COLUMNS, catalogue.groups.map(toGroupRow)),
  };
}

function toNeighbours({ id, name, isOwn, of }: NeighbourSet): Resource {
  const rows = [...of].flatMap(([home, neighbours]) =>
    neighbours.map(({ area, closeness }, i) => [id, name, isOwn ? 'yes' : '', home, String(i + 1), area, closeness]),
  );
  return {
    name: toFileName('neighbours', id),
    title: name,
    rows: [['set_id', 'set_name', 'set_own', 'area_code', 'rank', 'neighbour_code', 'closeness'], ...rows],
  };
}

/** What officers wrote and chose. */
export interface PackageWords extends Pick<Written, 'commentary' | 'settings'> {
  /** How files are read. */
  readonly recipes: readonly Recipe[];
}

function toWords({ commentary, settings, recipes }: PackageWords): Resource[] {
  return [
    {
      name: 'commentary',
      title: 'What officers wrote, every version of it',
      rows: toTable(COMMENTARY_COLUMNS, commentary.map(toCommentaryRow)),
    },
    {
      name: 'settings',
      title: 'Settings, and how files are read',
      rows: toTable(KEPT_COLUMNS, [...[...settings].map(toSettingRow), ...recipes.map(toRecipeRow)]),
    },
  ];
}

/** What belongs to no indicator, where there is any. */
function toOthers(figures: Figures, words: PackageWords | undefined): Resource[] {
  return [
    toIndicators(figures),
    toGroups(figures),
    toTargets(figures),
    toJudgements(figures),
    ...figures.neighbourSets.map(toNeighbours),
    ...(words ? toWords(words) : []),
  ].filter(({ rows }) => rows.length > 1);
}

const toPath = ({ name }: Resource): string => `data/${name}.csv`;
/** Between double quotes an apostrophe cannot be taken for a quotation mark. */
const isApostrophic = (cell: string): boolean => cell.startsWith("'");
const toCsv = ({ rows }: Resource): Uint8Array =>
  strToU8(`${Papa.unparse([...rows], { newline: '\n', quotes: isApostrophic })}\n`);

const toType = (column: string): string => (NUMBERS.has(column) ? 'number' : DATES.has(column) ? 'date' : 'string');

function describeResource(resource: Resource, bytes: number): unknown {
  const { name, title, rows, indicator } = resource;
  return {
    name,
    title,
    path: toPath(resource),
    // Version 2 of the standard reads `type`, version 1 `profile`.
    type: 'table',
    profile: 'tabular-data-resource',
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
      fields: (rows[0] ?? []).map((column) => ({ name: column, type: toType(column) })),
      missingValues: [''],
    },
  };
}

export interface PackageOptions extends StepOptions {
  /** When it was put together, ISO date and time. */
  readonly made: string;
  /** Absent to leave out what officers wrote and chose: a package of figures alone. */
  readonly words?: PackageWords;
}

/** Indicators by their file, each with its rows; no two files have the same name. */
function toTables(figures: Figures, others: readonly Resource[]): readonly Resource[] {
  const byIndicator = new Map<string, Series[]>();
  for (const series of figures.series) {
    byIndicator.set(series.indicator, [...(byIndicator.get(series.indicator) ?? []), series]);
  }
  const names = new Set(others.map(({ name }) => name));
  return [...byIndicator].map(([id, all], i): Resource => {
    const base = toFileName(id) || 'indicator';
    const name = names.has(base) ? `${base}-${String(i + 1)}` : base;
    names.add(name);
    const indicator = figures.findIndicator(id);
    const rows = all.flatMap((series) => toRows(figures, series));
    return { name, title: indicator?.name ?? id, rows: [COLUMNS, ...rows], indicator };
  });
}

function describePackage(made: string, resources: readonly unknown[]): unknown {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    profile: 'tabular-data-package',
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
    resources,
  };
}

/**
 * The package as a zip.
 * @throws the signal's reason where it is cancelled
 */
export async function toDataPackage(
  figures: Figures,
  { made, words, ...steps }: PackageOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const others = toOthers(figures, words);
  const resources = [...toTables(figures, others), ...others];
  const zip = new ZipWriter(made);
  const described: unknown[] = [];
  await takeSteps(resources, steps, (resource) => {
    const csv = toCsv(resource);
    zip.add(toPath(resource), csv);
    described.push(describeResource(resource, csv.length));
  });
  zip.add('datapackage.json', strToU8(`${JSON.stringify(describePackage(made, described), undefined, 2)}\n`));
  return zip.toBytes();
}
