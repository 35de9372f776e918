/** The records of the database → the layers above the bundled figures. */
import type { GroupId, IndicatorId } from '../domain/indicator.ts';
import type { Layer, Stored } from '../domain/layers.ts';
import type { Database, SeriesKey } from './database.ts';
import { unpackSeries } from './packing.ts';
import type { ContentRecord, LoadRecord, SeriesRecord } from './records.ts';
import { toIdentity } from './records.ts';

/** An indicator and group. */
export interface SeriesName {
  readonly indicator: IndicatorId;
  readonly group: GroupId;
}

/** @param wanted only these series; all of them where it is left out */
export async function readLayers(database: Database, wanted?: readonly SeriesName[]): Promise<Stored> {
  const { loads, contents, series, placements } = database;
  return database.transaction('r', loads, contents, series, placements, async () => {
    const history = await loads.toArray();
    const shared = await contents.toArray();
    const records = await (wanted ? readWanted(database, shared, wanted) : series.toArray());
    const said = await placements.toArray();
    return { layers: toLayers(history, shared, records), placements: said.map(({ placement }) => placement) };
  });
}

async function readWanted(
  database: Database,
  shared: readonly ContentRecord[],
  wanted: readonly SeriesName[],
): Promise<readonly SeriesRecord[]> {
  const keys = shared.flatMap(({ load, file }) =>
    wanted.map(({ indicator, group }): SeriesKey => [load, file, indicator, group]),
  );
  return (await database.series.bulkGet(keys)).flatMap((record) => record ?? []);
}

type FileKey = Pick<ContentRecord, 'load' | 'file'>;
const toFileKey = ({ load, file }: FileKey): string => `${String(load)}/${String(file)}`;

function toLayers(
  history: readonly LoadRecord[],
  shared: readonly ContentRecord[],
  records: readonly SeriesRecord[],
): readonly Layer[] {
  const loads = new Map(history.map((load) => [load.id, load]));
  const byFile = new Map<string, SeriesRecord[]>(shared.map((content) => [toFileKey(content), []]));
  for (const record of records) byFile.get(toFileKey(record))?.push(record);
  return shared.map((content): Layer => {
    const file = loads.get(content.load)?.files[content.file];
    if (!file)
      throw new Error(`the store holds figures of load ${String(content.load)}, which its history does not know`);
    const { indicators, groups, neighbourSets, targets, judgements } = content;
    return {
      dated: file.dated,
      identity: toIdentity(file),
      explained: file.companions.length > 0,
      indicators,
      groups,
      neighbourSets,
      targets,
      judgements,
      series: (byFile.get(toFileKey(content)) ?? []).map((record) => unpackSeries(record, content)),
    };
  });
}
