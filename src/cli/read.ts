/** `ecm read FILE…`: what the dashboard makes of files, as the page does, without a browser. */
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { checkLabels } from '../analysis/label-check.ts';
import type { AreaList } from '../domain/area.ts';
import type { Period } from '../domain/period.ts';
import { toPeriodKey } from '../domain/period.ts';
import type { Problem } from '../domain/problem.ts';
import type { Series } from '../domain/series.ts';
import { SIDE_COLUMNS } from '../domain/series.ts';
import { findCellNote, toWrittenMarker } from '../domain/value.ts';
import type { FileInput } from '../ingest/bytes.ts';
import { withRule } from '../ingest/checks/registry.ts';
import type { Reading } from '../ingest/family.ts';
import type { FileReading } from '../ingest/read.ts';
import { readFiles } from '../ingest/read.ts';
import { nameFamily } from '../ingest/registry.ts';
import { loadBundled } from './bundled.ts';
import { openInput } from './file-input.ts';
import { describeProblem } from './table.ts';

const USAGE = 'usage: ecm read FILE… [--json [--cells]]\n';
const FLAGS = ['--json', '--cells'];
/** Characters gathered before they are written. */
const BLOCK = 1 << 18;

/** Writes text as it comes, in large pieces, waiting where the reader on the other side is slower. */
class Output {
  private text = '';
  private readonly out: Writable;

  constructor(out: Writable) {
    this.out = out;
  }

  async write(text: string): Promise<void> {
    this.text += text;
    if (this.text.length >= BLOCK) await this.flush();
  }

  async flush(): Promise<void> {
    const text = this.text;
    this.text = '';
    if (text !== '' && !this.out.write(text)) await once(this.out, 'drain');
  }
}

/** A path that leads to no file is reported as a file that was not accepted. */
async function openInputs(paths: readonly string[]): Promise<{ inputs: FileInput[]; missing: FileReading[] }> {
  const inputs: FileInput[] = [];
  const missing: FileReading[] = [];
  for (const path of paths) {
    const opened = await openInput(path);
    if (!('problem' in opened)) {
      inputs.push(opened);
      continue;
    }
    const file = { name: path, size: 0, sha256: () => Promise.resolve(undefined) };
    missing.push({ file, encoding: undefined, recognition: undefined, problems: [opened.problem], accepted: false });
  }
  return { inputs, missing };
}

/** Periods of an indicator over all of its groups, in order. */
function findPeriods(series: readonly Series[]): readonly Period[] {
  const periods = new Map(series.flatMap((one) => one.periods.map((period) => [toPeriodKey(period), period] as const)));
  return [...periods.values()].sort((a, b) => (a.end < b.end ? -1 : a.end > b.end ? 1 : a.start < b.start ? -1 : 1));
}

function toIndicators(reading: Reading): readonly unknown[] {
  const seriesOf = new Map<string, Series[]>();
  for (const one of reading.series) seriesOf.set(one.indicator, [...(seriesOf.get(one.indicator) ?? []), one]);
  return reading.indicators.map(({ id, name, unit }) => {
    const series = seriesOf.get(id) ?? [];
    return { id, name, unit, groups: series.map(({ group }) => group), periods: findPeriods(series) };
  });
}

/** What is printed of a file, but for its cells. */
function toSummary({ file, encoding, recognition, reading, problems, accepted }: FileReading): Record<string, unknown> {
  const { targets = [], judgements = [], neighbourSets = [] } = reading ?? {};
  return {
    file: file.name,
    family: recognition?.family ?? null,
    encoding: encoding ?? null,
    rows: reading?.rows ?? 0,
    observations: reading?.observations ?? 0,
    indicators: reading ? toIndicators(reading) : [],
    ...(targets.length > 0 ? { targets } : {}),
    ...(judgements.length > 0 ? { judgements } : {}),
    ...(neighbourSets.length > 0
      ? { neighbour_sets: neighbourSets.map(({ id, name, of }) => ({ id, name, authorities: of.size })) }
      : {}),
    problems: problems.map(withRule).map(({ severity, code, message, rule, line, column, count }) => ({
      severity,
      code,
      message,
      rule,
      line,
      column,
      count,
    })),
    accepted,
  };
}

/** The JSON of one cell, put together from parts that are the same for many. */
function toCellText(series: Series, index: number, head: string): string | undefined {
  const number = series.numbers[index] ?? Number.NaN;
  const mark = series.marks[index] ?? 0;
  const isNumber = !Number.isNaN(number);
  if (!isNumber && mark === 0) return undefined;
  const stored = mark === 0 ? undefined : series.markers[mark - 1];
  const written = stored === undefined ? undefined : toWrittenMarker(stored);
  // A plain number may be marked with a note alone.
  const marker = written === undefined || (isNumber && written === '') ? 'null' : JSON.stringify(written);
  let text = `${head},"value":${isNumber ? String(number) : 'null'},"marker":${marker}`;
  for (const side of SIDE_COLUMNS) {
    const beside = series[side]?.[index];
    if (beside !== undefined && !Number.isNaN(beside)) text += `,"${side}":${String(beside)}`;
  }
  const note = stored === undefined ? undefined : findCellNote(stored);
  return note === undefined ? `${text}}` : `${text},"note":${JSON.stringify(note)}}`;
}

async function writeCells(reading: Reading | undefined, output: Output): Promise<void> {
  let separator = '';
  await output.write('"cells":[');
  for (const series of reading?.series ?? []) {
    const head = `{"indicator":${JSON.stringify(series.indicator)},"group":${JSON.stringify(series.group)}`;
    const periods = series.periods.map((period) => `,"period":${JSON.stringify(period)}`);
    for (const [area, code] of series.areas.entries()) {
      const words = `${head},"area":${JSON.stringify(code)}`;
      for (const [period, written] of periods.entries()) {
        const cell = toCellText(series, area * periods.length + period, words + written);
        if (cell === undefined) continue;
        await output.write(`${separator}\n${cell}`);
        separator = ',';
      }
    }
  }
  await output.write(']');
}

async function writeJson(readings: readonly FileReading[], withCells: boolean, output: Output): Promise<void> {
  await output.write('{"files":[');
  for (const [index, file] of readings.entries()) {
    const summary = JSON.stringify(toSummary(file), undefined, 1);
    await output.write(index === 0 ? '\n' : ',\n');
    if (!withCells) {
      await output.write(summary);
      continue;
    }
    await output.write(`${summary.slice(0, -2)},\n `);
    await writeCells(file.reading, output);
    await output.write('}');
  }
  await output.write(']}\n');
}

const count = (number: number, one: string, many = `${one}s`): string =>
  `${String(number)} ${number === 1 ? one : many}`;

/** Each problem on a line of its own, and under the first one of a rule what the rule looks for. */
function describeProblems(problems: readonly Problem[]): string {
  const explained = new Set<string>();
  return problems
    .map(withRule)
    .map(({ file: _, ...problem }) => {
      const told = `  ${describeProblem(problem)}`;
      const { code, rule } = problem;
      if (rule === undefined || explained.has(code)) return told;
      explained.add(code);
      return `${told}    rule ${code}: ${rule}\n`;
    })
    .join('');
}

/** What a person is told of a file. */
function describeFile({ file, encoding, recognition, reading, problems, accepted }: FileReading): string {
  const lines = [`${file.name}: ${accepted ? 'can be loaded' : 'cannot be loaded'}`];
  if (recognition) {
    const { family, because } = recognition;
    lines.push(`  ${reading ? `${nameFamily(family)}, because of ${because}` : because}`);
  }
  if (reading) {
    const marks = Object.entries(reading.markers).map(
      ([marker, count]) => `${marker === '' ? 'empty' : marker} ${String(count)}`,
    );
    const { rows, indicators, numbers } = reading;
    const figures = [count(indicators.length, 'indicator'), count(numbers, 'number')];
    lines.push(
      `  ${[encoding ?? '', count(rows, 'row'), ...(indicators.length > 0 ? figures : [])].join('; ')}` +
        (marks.length > 0 ? `; markers: ${marks.join(', ')}` : ''),
    );
    for (const set of reading.neighbourSets)
      lines.push(`  ${set.name}: ${count(set.of.size, 'authority', 'authorities')}`);
    if (reading.targets.length > 0) lines.push(`  ${count(reading.targets.length, 'target')}`);
    if (reading.judgements.length > 0) lines.push(`  ${count(reading.judgements.length, 'judgement')}`);
  }
  return `${lines.join('\n')}\n${describeProblems(problems)}`;
}

/** With what the file's own labels say otherwise than its figures. */
function withLabelProblems(read: FileReading, areas: AreaList): FileReading {
  const found = read.reading ? checkLabels(read.reading, areas) : [];
  const file = read.file.name;
  return { ...read, problems: [...read.problems, ...found.map((problem) => ({ ...problem, file }))] };
}

/** @returns exit status: 0 where every file can be loaded, 1 where one cannot, 2 for wrong usage */
export async function runRead(
  args: readonly string[],
  out: Writable = process.stdout,
  err: Writable = process.stderr,
): Promise<number> {
  const flags = args.filter((arg) => arg.startsWith('--'));
  const paths = args.filter((arg) => !arg.startsWith('--'));
  const isJson = flags.includes('--json');
  if (paths.length === 0 || flags.some((flag) => !FLAGS.includes(flag)) || (flags.includes('--cells') && !isJson)) {
    err.write(USAGE);
    return 2;
  }
  const { areas, catalogue } = loadBundled();
  const { inputs, missing } = await openInputs(paths);
  const read = await readFiles(inputs, { areas, catalogue });
  const readings = [...read.map((one) => withLabelProblems(one, areas)), ...missing];
  const output = new Output(out);
  if (isJson) await writeJson(readings, flags.includes('--cells'), output);
  else for (const reading of readings) await output.write(describeFile(reading));
  await output.flush();
  return readings.every(({ accepted }) => accepted) ? 0 : 1;
}
