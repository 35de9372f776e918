/** Files from a command line, laid above figures that are there already. */
import type { Writable } from 'node:stream';
import type { Figures } from '../domain/figures.ts';
import type { Layer } from '../domain/layers.ts';
import { mergeFigures } from '../domain/layers.ts';
import type { FileInput } from '../ingest/bytes.ts';
import type { FileReading } from '../ingest/read.ts';
import { readFiles } from '../ingest/read.ts';
import { openInput } from './file-input.ts';
import { describeProblem } from './table.ts';

export interface ReadFigures {
  readonly figures: Figures;
  readonly readings: readonly FileReading[];
  /** Was every file accepted? */
  readonly accepted: boolean;
}

/** What an accepted file lays above the figures. */
async function toLayer({ file, reading }: FileReading): Promise<Layer | undefined> {
  if (!reading) return undefined;
  const { indicators, groups, series, neighbourSets, targets, judgements } = reading;
  const written = file.writtenAt ?? file.lastModified;
  return {
    dated: written === undefined ? '' : new Date(written).toISOString(),
    identity: (await file.sha256()) ?? file.name,
    explained: false,
    indicators,
    groups,
    series,
    neighbourSets,
    targets,
    judgements,
  };
}

/**
 * Reads files by their paths; what is wrong with them goes to `err`.
 * @param base what the files are laid above
 * @param bundled the catalogue and areas by which they are read
 */
export async function readFigures(
  paths: readonly string[],
  base: Figures,
  bundled: Figures,
  err: Writable,
): Promise<ReadFigures> {
  const inputs: FileInput[] = [];
  let accepted = true;
  for (const path of paths) {
    const input = await openInput(path);
    if ('problem' in input) {
      accepted = false;
      err.write(describeProblem(input.problem));
    } else inputs.push(input);
  }
  const { areas, catalogue } = bundled;
  const readings = await readFiles(inputs, { areas, catalogue });
  for (const reading of readings) {
    accepted &&= reading.accepted;
    for (const problem of reading.problems) if (problem.severity === 'error') err.write(describeProblem(problem));
  }
  const layers = (await Promise.all(readings.map(toLayer))).filter((layer) => layer !== undefined);
  return { figures: mergeFigures(base, { layers, placements: [] }), readings, accepted };
}
