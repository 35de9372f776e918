/**
 * Everything in the store ↔ one file: a zip with a label, the records as JSON and their columns of
 * numbers as bytes. Nothing of a file is believed before its hashes, its form and the length of
 * every column have been checked (docs/decisions/0022-backup.md).
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import * as v from 'valibot';
import type { Problem } from '../../domain/problem.ts';
import { SIDE_COLUMNS } from '../../domain/series.ts';
import { toSha256 } from '../../domain/sha256.ts';
import type { PackedNumbers } from '../numbers.ts';
import { unpackSeries } from '../packing.ts';
import type { ContentRecord, SeriesRecord } from '../records.ts';
import type { PlacedNumbers } from './columns.ts';
import { ColumnReader, ColumnWriter } from './columns.ts';
import type { StoreRecords } from './records.ts';
import { BACKUP_FORMAT, BACKUP_VERSION, BackupHead, BackupLabelSchema, RecordsSchema } from './schema.ts';

const LABEL = 'backup.json';
const RECORDS = 'records.json';
const COLUMNS = 'columns.bin';

/** More than any store of this dashboard holds; a file that claims more is none of ours. */
const MOST_BYTES = 1_000_000_000;

export interface Backup {
  /** When it was made, ISO date and time. */
  readonly made: string;
  readonly records: StoreRecords;
}

export type BackupReading =
  { readonly kind: 'read'; readonly backup: Backup } | { readonly kind: 'refused'; readonly problem: Problem };

/** @param made ISO date and time */
export function toBackupFile(records: StoreRecords, made: string): Uint8Array {
  const columns = new ColumnWriter();
  const written = {
    ...records,
    contents: records.contents.map((content) => ({
      ...content,
      neighbourSets: content.neighbourSets.map((set) => ({ ...set, of: [...set.of] })),
    })),
    series: records.series.map((series) => placeSeries(series, columns)),
  };
  const recordBytes = strToU8(JSON.stringify(written));
  const columnBytes = columns.bytes;
  const label = {
    format: BACKUP_FORMAT,
    version: BACKUP_VERSION,
    made,
    sha256: { records: toSha256(recordBytes), columns: toSha256(columnBytes) },
  } satisfies v.InferInput<typeof BackupLabelSchema>;
  const files = { [LABEL]: strToU8(JSON.stringify(label)), [RECORDS]: recordBytes, [COLUMNS]: columnBytes };
  return zipSync(files, { mtime: new Date(made) });
}

type PlacedSeries = v.InferInput<typeof RecordsSchema>['series'][number];

function placeSeries(series: SeriesRecord, columns: ColumnWriter): PlacedSeries {
  const { numbers, marks, lower, upper, count, denominator, markers, ...named } = series;
  const sides: Partial<Record<(typeof SIDE_COLUMNS)[number], PlacedNumbers>> = {};
  for (const [side, column] of Object.entries({ lower, upper, count, denominator })) {
    const name = SIDE_COLUMNS.find((one) => one === side);
    if (name && column) sides[name] = columns.putNumbers(column);
  }
  return {
    ...named,
    markers: [...markers],
    numbers: columns.putNumbers(numbers),
    ...(marks ? { marks: columns.putMarks(marks) } : {}),
    ...sides,
  };
}

/** A backup out of a file that anybody may have handed over. Never throws. */
export function readBackupFile(bytes: Uint8Array): BackupReading {
  const files = findFiles(bytes);
  const label = files && findJson(files[LABEL]);
  const head = v.safeParse(BackupHead, label);
  if (!files || !head.success) return refuse('backup-unknown', UNKNOWN);
  if (head.output.version > BACKUP_VERSION) return refuse('backup-newer', toNewer(head.output.version));
  const checked = v.safeParse(BackupLabelSchema, label);
  const [records, columns] = [files[RECORDS], files[COLUMNS]];
  if (!checked.success || !records || !columns) return refuse('backup-damaged', DAMAGED);
  const { made, sha256: said } = checked.output;
  if (toSha256(records) !== said.records || toSha256(columns) !== said.columns)
    return refuse('backup-damaged', DAMAGED);
  const read = v.safeParse(RecordsSchema, findJson(records), { abortEarly: true });
  if (!read.success)
    return refuse('backup-damaged', `${DAMAGED} It breaks at “${v.getDotPath(read.issues[0]) ?? ''}”.`);
  const series = findSeries(read.output.series, read.output.contents, new ColumnReader(columns));
  if (!series || !isWhole(read.output)) return refuse('backup-damaged', DAMAGED);
  return { kind: 'read', backup: { made, records: { ...read.output, series } } };
}

function findFiles(bytes: Uint8Array): Readonly<Record<string, Uint8Array>> | undefined {
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => [LABEL, RECORDS, COLUMNS].includes(name) && originalSize < MOST_BYTES,
    });
  } catch {
    return undefined;
  }
}

function findJson(bytes: Uint8Array | undefined): unknown {
  try {
    return bytes && JSON.parse(strFromU8(bytes));
  } catch {
    return undefined;
  }
}

type ReadRecords = v.InferOutput<typeof RecordsSchema>;

/** Does every content belong to a file of a load that was not undone, and every key stand once? */
function isWhole({ loads, contents, series, placements }: ReadRecords): boolean {
  const files = new Map(loads.map((load) => [load.id, load.undone === undefined ? load.files.length : 0]));
  const isUnique = (keys: readonly string[]): boolean => new Set(keys).size === keys.length;
  return (
    isUnique(loads.map(({ id }) => String(id))) &&
    isUnique(contents.map(({ load, file }) => `${String(load)}/${String(file)}`)) &&
    isUnique(series.map(({ load, file, indicator, group }) => [load, file, indicator, group].join('\u001f'))) &&
    contents.every(({ load, file }) => file < (files.get(load) ?? 0)) &&
    placements.every(({ load }) => load === undefined || files.has(load))
  );
}

/** The series with their columns; undefined where one is not as long as its areas and periods make it. */
function findSeries(
  placed: ReadRecords['series'],
  contents: readonly ContentRecord[],
  columns: ColumnReader,
): readonly SeriesRecord[] | undefined {
  const byFile = new Map(contents.map((content) => [`${String(content.load)}/${String(content.file)}`, content]));
  const found: SeriesRecord[] = [];
  for (const one of placed) {
    const content = byFile.get(`${String(one.load)}/${String(one.file)}`);
    const series = findOne(one, columns);
    if (!content || !series || !fits(series, content)) return undefined;
    found.push(series);
  }
  return found;
}

function findOne(placed: ReadRecords['series'][number], columns: ColumnReader): SeriesRecord | undefined {
  const { numbers, marks, lower, upper, count, denominator, ...named } = placed;
  const read: Partial<Record<(typeof SIDE_COLUMNS)[number], PackedNumbers>> = {};
  for (const [side, column] of Object.entries({ lower, upper, count, denominator })) {
    const name = SIDE_COLUMNS.find((one) => one === side);
    const found = column && columns.findNumbers(column);
    if (column && !found) return undefined;
    if (name && found) read[name] = found;
  }
  const foundNumbers = columns.findNumbers(numbers);
  const foundMarks = marks && columns.findMarks(marks);
  if (!foundNumbers || (marks && !foundMarks)) return undefined;
  return { ...named, numbers: foundNumbers, ...(foundMarks ? { marks: foundMarks } : {}), ...read };
}

function fits(record: SeriesRecord, content: ContentRecord): boolean {
  if (!content.areaLists[record.areas] || !content.periodLists[record.periods]) return false;
  const { areas, periods, numbers, marks, markers, ...sides } = unpackSeries(record, content);
  const size = areas.length * periods.length;
  return (
    numbers.length === size &&
    marks.length === size &&
    marks.every((mark) => mark <= markers.length) &&
    SIDE_COLUMNS.every((side) => (sides[side]?.length ?? size) === size)
  );
}

function refuse(code: string, message: string): BackupReading {
  return { kind: 'refused', problem: { severity: 'error', code, message } };
}

const UNKNOWN =
  'This file is not a backup of this dashboard, or it was cut short. Nothing was changed. Choose a file whose name ends in .ecm-backup.zip; to load figures, use “Load data”.';
const DAMAGED =
  'This backup was damaged or changed after it was made: what is in it is not what its label says. Nothing was changed. Fetch the file again from where it was kept, or take an earlier backup.';

function toNewer(version: number): string {
  return `This backup was made by a newer version of the dashboard (backup version ${String(version)}; this one reads version ${String(BACKUP_VERSION)}). Nothing was changed. Reload the page to get the newer version, or open the newer file, and restore it there.`;
}
