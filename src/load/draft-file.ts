/** What was read of a file, as it would be stored. */
import type { Chosen, Mapping } from '../domain/recipe.ts';
import { toFileInput } from '../ingest/bytes.ts';
import { hashFile } from '../ingest/hash.ts';
import type { FileReading } from '../ingest/read.ts';
import type { DraftFile } from '../store/draft.ts';
import type { FileMark } from '../store/records.ts';

/**
 * A file that was accepted, without the hashes by which it is known again; undefined for one that holds nothing to store.
 * @param companions the files that explained it
 * @param isOrdered does it lie by the date that it was given, whatever it says of itself?
 */
export function toDraftFile(
  { file, reading }: FileReading,
  companions: readonly FileReading[],
  isOrdered: boolean,
): DraftFile | undefined {
  if (!reading) return undefined;
  const written = isOrdered ? undefined : file.writtenAt;
  const { family, indicators, groups, series, neighbourSets, targets, judgements, words } = reading;
  const { rows, numbers, markers } = reading;
  return {
    file: {
      name: file.name,
      size: file.size,
      dated: new Date(written ?? file.lastModified ?? Date.now()).toISOString(),
      family,
      companions: companions.map((companion) => ({ name: companion.file.name, size: companion.file.size })),
      rows,
      numbers,
      markers: Object.values(markers).reduce((sum, count) => sum + count, 0),
    },
    indicators,
    groups,
    series,
    neighbourSets,
    targets,
    judgements,
    ...(words ? { words } : {}),
  };
}

async function toFileMark({ file: { name, size, sha256 } }: FileReading): Promise<FileMark> {
  const counted = await sha256();
  return { name, size, ...(counted === undefined ? {} : { sha256: counted }) };
}

/** The file of a draft with the hashes by which it and the files that explained it are known again. */
export async function withHashes(
  file: DraftFile['file'],
  read: FileReading,
  companions: readonly FileReading[],
): Promise<DraftFile['file']> {
  const [mark, ...explaining] = await Promise.all([read, ...companions].map(toFileMark));
  return { ...file, ...mark, companions: explaining };
}

/** The words and the mark of a reading that was not the plain one. */
export async function describeHow(
  mapping: Mapping | undefined,
  chosen: Chosen,
  { indicators }: DraftFile,
): Promise<DraftFile['file']['how']> {
  if (!mapping && chosen === 'all') return undefined;
  const text = JSON.stringify([mapping ?? null, chosen === 'all' ? chosen : [...chosen].sort()]);
  const words = [
    ...(mapping ? ['its columns as they were explained'] : []),
    ...(chosen === 'all' ? [] : [`${String(chosen.length)} of ${String(indicators.length)} indicators`]),
  ];
  return { words: words.join(', '), mark: await hashFile(toFileInput('recipe', new TextEncoder().encode(text))) };
}
