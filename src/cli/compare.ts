/**
 * `ecm compare FILE… --area CODE`: every comparison of one authority that the files (and the bundled
 * figures) allow, as JSON or as sentences.
 */
import type { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { compare } from '../analysis/compare.ts';
import type { Comparison } from '../analysis/comparison.ts';
import { describeVerdict } from '../analysis/sentence.ts';
import type { Verdict } from '../analysis/verdict.ts';
import { judge } from '../analysis/verdict.ts';
import type { Area } from '../domain/area.ts';
import type { Figures } from '../domain/figures.ts';
import { createFigures } from '../domain/figures.ts';
import type { Indicator } from '../domain/indicator.ts';
import type { Target } from '../domain/target.ts';
import type { Value } from '../domain/value.ts';
import { isMeasured, numberOf, toStatusMarker } from '../domain/value.ts';
import { loadBundled } from './bundled.ts';
import { findHome } from './find-home.ts';
import { readFigures } from './read-figures.ts';

const USAGE = `usage: ecm compare FILE… --area CODE [--json] [--only-files]
  --area        ONS code, DfE number or name of the authority
  --json        print every comparison as JSON, numbers unrounded
  --only-files  leave the bundled figures out
`;

interface Request {
  readonly files: readonly string[];
  readonly area: string;
  readonly json: boolean;
  readonly onlyFiles: boolean;
}

/** @returns undefined for wrong usage */
function readRequest(args: readonly string[]): Request | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { area: { type: 'string' }, json: { type: 'boolean' }, 'only-files': { type: 'boolean' } },
    });
    const onlyFiles = values['only-files'] ?? false;
    if (values.area === undefined || (onlyFiles && positionals.length === 0)) return undefined;
    return { files: positionals, area: values.area, json: values.json ?? false, onlyFiles };
  } catch {
    return undefined;
  }
}

/** The bundled catalogue, areas and neighbours, without a figure. */
function withoutSeries(bundled: Figures): Figures {
  return createFigures({ ...bundled, series: [] });
}

/** The marker of a cell: the reason for a missing number, or the letter beside one. */
function toMarkerOf(value: Value | undefined): string | null {
  if (value === undefined) return null;
  if (!isMeasured(value)) return value.marker;
  return value.status ? toStatusMarker(value.status) : null;
}

const TREND_WORDS = {
  increasing: 'increasing',
  decreasing: 'decreasing',
  'no-significant-change': 'no significant change',
} as const;

function findSourceId({ catalogue }: Figures, indicator: Indicator, group: string): string | undefined {
  const source = catalogue.sources.find(
    (one) => one.indicator === indicator.id && one.group === group && one.family === 'lait',
  );
  return source?.sourceId ?? indicator.sourceId;
}

/** One comparison as the contract of the command has it. */
function toEntry(figures: Figures, comparison: Comparison, verdict: Verdict | undefined): object {
  const { indicator, group, period, value, change, england, regionValue, neighbours, rank, quartile } = comparison;
  const sourceId = findSourceId(figures, indicator, group);
  const { trend } = verdict?.direction ?? {};
  const target = verdict?.target;
  return {
    id: indicator.id,
    ...(sourceId === undefined ? {} : { source_id: sourceId }),
    name: indicator.name,
    group,
    period,
    value: numberOf(value) ?? null,
    marker: toMarkerOf(value),
    change: change ?? null,
    england: numberOf(england) ?? null,
    region: numberOf(regionValue) ?? null,
    neighbours: {
      mean: neighbours.mean ?? null,
      median: neighbours.median ?? null,
      n: neighbours.n,
      of: neighbours.of,
    },
    rank: rank ?? null,
    ranked: comparison.published,
    quartile: quartile?.band ?? null,
    polarity: indicator.polarity,
    trend: trend ? TREND_WORDS[trend.answer] : 'cannot be calculated',
    target: target ? { value: target.target.number, period: target.target.period, course: target.course } : null,
  };
}

interface Judged {
  readonly comparison: Comparison;
  readonly verdict: Verdict | undefined;
}

/** Every indicator and group that has figures, in the order of the catalogue. */
function compareAll(figures: Figures, home: Area, targets: readonly Target[]): Judged[] {
  return figures.catalogue.indicators.flatMap((indicator) =>
    indicator.groups.flatMap((group) => {
      const choice = { home: home.code, indicator, group };
      const comparison = compare(figures, choice);
      return comparison ? [{ comparison, verdict: judge(figures, { ...choice, targets }) }] : [];
    }),
  );
}

/** @returns exit status: 0 where every file was accepted, 1 where one was not, 2 for wrong usage */
export async function runCompare(
  args: readonly string[],
  out: Writable = process.stdout,
  err: Writable = process.stderr,
): Promise<number> {
  const request = readRequest(args);
  if (!request) {
    err.write(USAGE);
    return 2;
  }
  const bundled = loadBundled();
  const home = findHome(bundled.areas, request.area, err);
  if (!home) return 2;

  const base = request.onlyFiles ? withoutSeries(bundled) : bundled;
  const { figures, readings, accepted } = await readFigures(request.files, base, bundled, err);
  const targets = readings.flatMap(({ reading }) => reading?.targets ?? []);
  const judged = compareAll(figures, home, targets);
  if (request.json) {
    const indicators = judged.map(({ comparison, verdict }) => toEntry(figures, comparison, verdict));
    out.write(`${JSON.stringify({ area: home.code, name: home.name, indicators })}\n`);
  } else {
    for (const { verdict } of judged) if (verdict) out.write(`${describeVerdict(verdict)}\n`);
  }
  return accepted ? 0 : 1;
}
