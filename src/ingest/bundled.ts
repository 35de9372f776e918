/**
 * The figures that come with the dashboard (`data/`), read through the same families as any
 * officer's file. Run when the site is built and by the command line, never in a visitor's browser.
 */
import Papa from 'papaparse';
import type { AreaRow } from '../domain/area.ts';
import { AreaList } from '../domain/area.ts';
import type { Catalogue, Figures } from '../domain/figures.ts';
import { createFigures } from '../domain/figures.ts';
import type { Group, Indicator, IndicatorSource, Outcome, Polarity, Wording } from '../domain/indicator.ts';
import type { Problem } from '../domain/problem.ts';
import { NAMING_COLUMNS, SAYING_COLUMNS } from '../domain/indicator-row.ts';
import type { Series } from '../domain/series.ts';
import type { Family, ReadContext, Reading } from './family.ts';
import { neighbours } from './formats/neighbours.ts';
import { wide } from './formats/wide.ts';

const NEIGHBOUR_FILE = 'statistical-neighbours.csv';
/** The model whose neighbours are bundled; a set of the same year that an officer loads takes its place. */
const NEIGHBOUR_YEAR = '2025';
const SAMPLE_ROWS = 200;

type Row<K extends string> = Readonly<Record<K, string>>;

function readCells(text: string): readonly (readonly string[])[] {
  return Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: true }).data;
}

/** The bundled tables by name, and what was wrong with them. */
class BundledTables {
  readonly problems: Problem[] = [];
  private readonly files: ReadonlyMap<string, string>;

  constructor(files: ReadonlyMap<string, string>) {
    this.files = files;
  }

  /** The rows of a table with the columns named; a missing column is '' and a problem. */
  rows<K extends string>(file: string, columns: readonly K[]): readonly Row<K>[] {
    const text = this.files.get(file);
    if (text === undefined) {
      this.problems.push({ severity: 'error', code: 'missing-file', message: `data/${file} is missing.`, file });
      return [];
    }
    const [header = [], ...rows] = readCells(text);
    const positions = columns.map((column) => {
      const index = header.indexOf(column);
      if (index < 0) {
        const message = `data/${file} has no column "${column}"; its columns are ${header.join(', ')}.`;
        this.problems.push({ severity: 'error', code: 'missing-column', message, file, column });
      }
      return [column, index] as const;
    });
    return rows.map((cells) => {
      const entries = positions.map(([column, index]) => [column, cells[index] ?? ''] as const);
      return Object.fromEntries(entries) as Row<K>;
    });
  }

  /** Figures of an indicator that the catalogue does not know would be shown nowhere. */
  refuseStrangers({ indicators }: Catalogue): void {
    const known = new Set(indicators.map(({ id }) => `indicators/${id}.csv`));
    for (const file of this.files.keys()) {
      if (!file.startsWith('indicators/') || known.has(file)) continue;
      const message = `data/${file} has no row in data/indicators.csv, so nothing would show it. Add its row, or take the file out.`;
      this.problems.push({ severity: 'error', code: 'not-in-catalogue', message, file });
    }
  }

  /** Reads one file through a family's own reader. */
  read(file: string, family: Family, context: Omit<ReadContext, 'companions'>): Reading | undefined {
    const [header, ...rows] = readCells(this.files.get(file) ?? '');
    if (!header) {
      this.problems.push({ severity: 'error', code: 'empty-file', message: `data/${file} is empty or missing.`, file });
      return undefined;
    }
    const sample = { fileName: context.fileName, header, headerLine: 1, rows: rows.slice(0, SAMPLE_ROWS) };
    const reader = family.reader(sample, { ...context, companions: [] });
    rows.forEach((row, index) => {
      reader.push(row, index + 2);
    });
    const reading = reader.finish();
    this.problems.push(...reading.problems.map((problem) => ({ ...problem, file })));
    return reading;
  }
}

function splitList(written: string): readonly string[] {
  return written
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function toPolarity(written: string): Polarity {
  if (written === 'higher' || written === 'lower' || written === 'none') return written;
  throw new Error(`indicators.csv: polarity "${written}" is none of higher, lower, none`);
}

function toForm(written: string): Wording['form'] {
  if (written === 'share' || written === 'measure') return written;
  throw new Error(`indicators.csv: sentence_form "${written}" is neither share nor measure`);
}

function readOutcomes(tables: BundledTables): readonly Outcome[] {
  const outcomes = new Map<string, { id: string; name: string; aims: { id: string; name: string }[] }>();
  for (const row of tables.rows('outcomes.csv', ['outcome_id', 'outcome', 'aim_id', 'aim'])) {
    const outcome = outcomes.get(row.outcome_id) ?? { id: row.outcome_id, name: row.outcome, aims: [] };
    outcome.aims.push({ id: row.aim_id, name: row.aim });
    outcomes.set(outcome.id, outcome);
  }
  return [...outcomes.values()];
}

function readGroups(tables: BundledTables): readonly Group[] {
  return tables.rows('groups.csv', ['group_id', 'name', 'counterpart', 'plain']).map((row) => ({
    id: row.group_id,
    name: row.name,
    plain: row.plain,
    ...(row.counterpart === '' ? {} : { counterpart: row.counterpart }),
  }));
}

const INDICATOR_COLUMNS = [
  'indicator_id',
  ...NAMING_COLUMNS,
  'national_indicator',
  'groups',
  ...SAYING_COLUMNS,
] as const;

function readIndicators(tables: BundledTables): readonly Indicator[] {
  return tables.rows('indicators.csv', INDICATOR_COLUMNS).map((row) => ({
    id: row.indicator_id,
    name: row.name,
    shortName: row.short_name,
    unit: row.unit,
    polarity: toPolarity(row.polarity),
    decimals: Number(row.decimals),
    periodType: row.period_type,
    outcome: row.outcome,
    aim: row.aim,
    nationalIndicators: splitList(row.national_indicator),
    groups: splitList(row.groups),
    definition: row.definition,
    direction: row.direction,
    publisher: row.publisher,
    publication: row.publication,
    licence: row.licence,
    ...(row.sentence_form === ''
      ? {}
      : { wording: { form: toForm(row.sentence_form), subject: row.subject, predicate: row.predicate } }),
  }));
}

function readSources(tables: BundledTables): readonly IndicatorSource[] {
  return tables.rows('sources.csv', ['indicator_id', 'group', 'family', 'source_id']).map((row) => ({
    indicator: row.indicator_id,
    group: row.group,
    family: row.family,
    sourceId: row.source_id,
  }));
}

function readAreas(tables: BundledTables): AreaList {
  const rows: readonly AreaRow[] = tables.rows('areas.csv', [
    'area_code',
    'la_number',
    'name',
    'level',
    'parent_code',
    'valid_from',
    'valid_to',
    'successor_codes',
  ]);
  const aliases = tables.rows('area-aliases.csv', ['name', 'area_code']);
  return new AreaList(
    rows,
    aliases.map((row) => [row.name, row.area_code] as const),
  );
}

/**
 * Reads the bundled data.
 * @param files text by path relative to `data/`: "areas.csv", "indicators/absence.csv"
 * @returns all figures, and the problems of every file (none of error severity in a sound build)
 */
export function readBundledData(files: ReadonlyMap<string, string>): {
  readonly figures: Figures;
  readonly problems: readonly Problem[];
} {
  const tables = new BundledTables(files);
  const areas = readAreas(tables);
  const catalogue: Catalogue = {
    outcomes: readOutcomes(tables),
    groups: readGroups(tables),
    indicators: readIndicators(tables),
    sources: readSources(tables),
  };
  const series: Series[] = [];
  for (const { id } of catalogue.indicators) {
    const file = `indicators/${id}.csv`;
    series.push(...(tables.read(file, wide, { fileName: file, areas, catalogue })?.series ?? []));
  }
  tables.refuseStrangers(catalogue);
  const fileName = `statistical-neighbours-${NEIGHBOUR_YEAR}.csv`;
  const neighbourSets = tables.read(NEIGHBOUR_FILE, neighbours, { fileName, areas, catalogue })?.neighbourSets ?? [];
  return { figures: createFigures({ catalogue, areas, neighbourSets, series }), problems: tables.problems };
}
