/** The records of the database → the layers above the bundled figures. */
import { Dexie } from 'dexie';
import type { GroupId, IndicatorId } from '../domain/indicator.ts';
import type { Layer, Stored } from '../domain/layers.ts';
import { compareLayers } from '../domain/layers.ts';
import type { Series } from '../domain/series.ts';
import type { Written } from '../domain/written.ts';
import type { Database, SeriesKey } from './database.ts';
import { unpackSeries } from './packing.ts';
import type { ContentRecord, LoadRecord, SeriesRecord } from './records.ts';
import { toIdentity } from './records.ts';
import { toStableText } from './stable.ts';

/** An indicator and group. */
export interface SeriesName {
  readonly indicator: IndicatorId;
  readonly group: GroupId;
}

/** So many series are read and unpacked in one go: a page that reads a large store stays responsive. */
const SLICE = 200;

/** @param wanted only these series; all of them where it is left out */
export async function readLayers(database: Database, wanted?: readonly SeriesName[]): Promise<Stored> {
  return database.transaction('r', database.tables, async () => {
    const { loads, contents, placements } = database;
    const history = new Map((await loads.toArray()).map((load) => [load.id, load]));
    const layers: Layer[] = [];
    for (const content of await contents.toArray()) {
      const read = wanted ? await readWanted(database, content, wanted) : await readEvery(database, content);
      layers.push(toLayer(history.get(content.load), content, read));
    }
    const said = toOrder(await placements.toArray());
    const written = addBrought(await readWritten(database), layers);
    return { layers, placements: said.map(({ placement }) => placement), written };
  });
}

/** Words in the order in which they were said: those of a restored backup lie among the others. */
function toOrder<Said extends { readonly at: string }>(words: readonly Said[]): readonly Said[] {
  return [...words].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

async function readWritten({ targets, commentary, comparisonGroups, settings }: Database): Promise<Written> {
  return {
    targets: toOrder(await targets.toArray()).map(({ target }) => target),
    commentary: toOrder(await commentary.toArray()).map(({ at, commentary: text }) => ({ ...text, at })),
    comparisonGroups: toOrder(await comparisonGroups.toArray()).map(({ group }) => group),
    settings: new Map((await settings.toArray()).map(({ name, value }) => [name, value])),
  };
}

/** With what loads brought of officers elsewhere: every version once, and settings that nobody chose here. */
function addBrought(written: Written, layers: readonly Layer[]): Written {
  const brought = [...layers].sort(compareLayers).flatMap(({ words }) => words ?? []);
  if (brought.length === 0) return written;
  const versions = [...written.commentary, ...brought.flatMap(({ commentary }) => commentary)];
  return {
    ...written,
    commentary: toOrder([...new Map(versions.map((one) => [toStableText(one), one])).values()]),
    settings: new Map([...brought.flatMap(({ settings }) => settings), ...written.settings]),
  };
}

const toKey = ({ load, file, indicator, group }: Pick<SeriesRecord, 'load' | 'file' | keyof SeriesName>): SeriesKey => [
  load,
  file,
  indicator,
  group,
];

async function readWanted(
  database: Database,
  content: ContentRecord,
  wanted: readonly SeriesName[],
): Promise<Series[]> {
  const { load, file } = content;
  const records = await database.series.bulkGet(wanted.map((name) => toKey({ load, file, ...name })));
  return records.flatMap((record) => (record ? unpackSeries(record, content) : []));
}

async function readEvery(database: Database, content: ContentRecord): Promise<Series[]> {
  const { load, file } = content;
  const series: Series[] = [];
  const readAfter = (key: readonly unknown[]): PromiseLike<SeriesRecord[]> =>
    database.series.where(':id').between(key, [load, file, Dexie.maxKey], false).limit(SLICE).toArray();
  let next: PromiseLike<SeriesRecord[]> | undefined = readAfter([load, file]);
  while (next) {
    const records: SeriesRecord[] = await next;
    const last = records.at(-1);
    // Asked for before these are unpacked: the database reads on meanwhile.
    next = last && records.length === SLICE ? readAfter(toKey(last)) : undefined;
    for (const record of records) series.push(unpackSeries(record, content));
  }
  return series;
}

function toLayer(load: LoadRecord | undefined, content: ContentRecord, series: readonly Series[]): Layer {
  const file = load?.files[content.file];
  if (!file)
    throw new Error(`the store holds figures of load ${String(content.load)}, which its history does not know`);
  const { indicators, groups, neighbourSets, targets, judgements, words } = content;
  return {
    dated: file.dated,
    identity: toIdentity(file),
    explained: file.companions.length > 0,
    indicators,
    groups,
    neighbourSets,
    targets,
    judgements,
    ...(words ? { words } : {}),
    series,
  };
}
