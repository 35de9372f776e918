/** `ecm pack FILE… --area CODE --out board.html`: a board pack of the bundled figures and those of the files. */
import { writeFile } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import type { Area } from '../domain/area.ts';
import type { Indicator, Outcome } from '../domain/indicator.ts';
import { makePack } from '../export/make-pack.ts';
import { findPackIndicators } from '../export/pack-figures.ts';
import { toPackPage } from '../export/pack-page.ts';
import type { FileReading } from '../ingest/read.ts';
import { loadBundled } from './bundled.ts';
import { findHome } from './find-home.ts';
import { readFigures } from './read-figures.ts';

const USAGE = `usage: ecm pack FILE… --area CODE --out board.html [--title WORDS] [--by NAME] [--indicators ID,ID…]
  --area        ONS code, DfE number or name of the authority
  --out         where the pack is written
  --title       what stands on its cover
  --by          who makes it
  --indicators  only these, in this order; all that stand under an outcome where it is left out
`;

interface Request {
  readonly files: readonly string[];
  readonly area: string;
  readonly out: string;
  readonly title: string | undefined;
  readonly by: string | undefined;
  readonly indicators: readonly string[] | undefined;
}

/** @returns undefined for wrong usage */
function readRequest(args: readonly string[]): Request | undefined {
  const text = { type: 'string' } as const;
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { area: text, out: text, title: text, by: text, indicators: text },
    });
    const { area, out, title, by, indicators } = values;
    if (area === undefined || out === undefined) return undefined;
    return { files: positionals, area, out, title, by, indicators: indicators?.split(',').map((id) => id.trim()) };
  } catch {
    return undefined;
  }
}

/** Vite and what it builds are only brought where there is a pack to make. */
async function loadReader(): Promise<string> {
  const { loadTemplate } = await import('../../scripts/pack-template.ts');
  return loadTemplate();
}

interface NamedFile {
  readonly name: string;
  readonly sha256?: string;
}

/** The files that hold an indicator. */
async function toFilesOf(readings: readonly FileReading[]): Promise<(indicator: string) => readonly NamedFile[]> {
  const files = await Promise.all(
    readings.map(async ({ file, reading }) => {
      const sha256 = await file.sha256();
      return { name: file.name, ...(sha256 === undefined ? {} : { sha256 }), series: reading?.series ?? [] };
    }),
  );
  return (indicator) =>
    files
      .filter(({ series }) => series.some((one) => one.indicator === indicator))
      .map(({ series: _, ...file }) => file);
}

const toTitle = ({ name }: Area): string => `${name}: Every Child Matters outcomes`;

/** The outcomes of the chosen indicators, in the catalogue's order. */
function toOutcomes(ids: readonly string[], available: readonly Indicator[], outcomes: readonly Outcome[]): string[] {
  const used = new Set(available.filter(({ id }) => ids.includes(id)).map(({ outcome }) => outcome));
  return outcomes.map(({ id }) => id).filter((id) => used.has(id));
}

/** @returns exit status: 0 where the pack was written, 1 where a file was not accepted, 2 for wrong usage */
export async function runPack(
  args: readonly string[],
  out: Writable = process.stdout,
  err: Writable = process.stderr,
  loadTemplate: () => Promise<string> = loadReader,
): Promise<number> {
  const request = readRequest(args);
  if (!request) {
    err.write(USAGE);
    return 2;
  }
  const bundled = loadBundled();
  const home = findHome(bundled.areas, request.area, err);
  if (!home) return 2;
  const { figures, readings, accepted } = await readFigures(request.files, bundled, bundled, err);
  if (!accepted) {
    err.write(`error: ${request.out} was not written, because it would lack what the files above hold.\n`);
    return 1;
  }
  const available = findPackIndicators(figures);
  const ids = request.indicators ?? available.map(({ id }) => id);
  const unknown = ids.filter((id) => !available.some((indicator) => indicator.id === id));
  if (unknown.length > 0) {
    err.write(
      `error: no indicator with figures and an outcome is called ${unknown.map((id) => `“${id}”`).join(', ')}.\n`,
    );
    return 2;
  }
  const page = toPackPage(
    makePack({
      choice: { home: home.code, indicators: ids, outcomes: toOutcomes(ids, available, figures.catalogue.outcomes) },
      figures,
      bundled,
      filesOf: await toFilesOf(readings),
      commentary: [],
      title: request.title ?? toTitle(home),
      ...(request.by === undefined ? {} : { madeBy: request.by }),
      made: new Date().toISOString(),
      opensAt: '#/',
    }),
    await loadTemplate(),
  );
  await writeFile(request.out, page);
  out.write(
    `${request.out}: ${String(ids.length)} indicators of ${home.name}, ${String(Math.round(page.length / 1000))} kB\n`,
  );
  return 0;
}
