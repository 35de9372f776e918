/** The form of a backup: every record of the store, checked part by part before any of it is believed. */
import * as v from 'valibot';
import {
  AreaCodeSchema,
  GroupSchema,
  IndicatorSchema,
  JudgementSchema,
  PeriodSchema,
  TargetSchema,
} from '../../bundle/schema.ts';
import { SETTINGS } from '../../domain/written.ts';
import { PlacementSchema, RecipeRecordSchema } from '../recipe-file.ts';
import { MarksSchema, NumbersSchema } from './columns.ts';

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const id = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const strings = v.array(v.string());
const at = v.pipe(v.string(), v.isoTimestamp());

const mark = { name: v.string(), size: whole, sha256: v.exactOptional(v.string()) };

const load = v.object({
  id,
  at,
  files: v.array(
    v.object({
      ...mark,
      dated: v.string(),
      family: v.string(),
      companions: v.array(v.object(mark)),
      how: v.exactOptional(v.object({ words: v.string(), mark: v.string() })),
      rows: whole,
      numbers: whole,
      markers: whole,
      indicators: whole,
      series: whole,
    }),
  ),
  undone: v.exactOptional(at),
});

const neighbour = v.object({ area: AreaCodeSchema, closeness: v.string() });

const commentary = v.object({
  about: v.variant('kind', [
    v.object({ kind: v.literal('indicator'), indicator: v.string(), group: v.string() }),
    v.object({ kind: v.literal('outcome'), outcome: v.string() }),
  ]),
  area: AreaCodeSchema,
  period: PeriodSchema,
  tells: v.string(),
  doing: v.string(),
  who: v.string(),
  author: v.string(),
});

const content = v.object({
  load: id,
  file: whole,
  areaLists: v.array(v.array(AreaCodeSchema)),
  periodLists: v.array(v.array(PeriodSchema)),
  indicators: v.array(IndicatorSchema),
  groups: v.array(GroupSchema),
  neighbourSets: v.array(
    v.object({
      id: v.string(),
      name: v.string(),
      isOwn: v.exactOptional(v.literal(true)),
      of: v.pipe(
        v.array(v.tuple([AreaCodeSchema, v.array(neighbour)])),
        v.transform((entries) => new Map(entries)),
      ),
    }),
  ),
  targets: v.array(TargetSchema),
  judgements: v.array(JudgementSchema),
  words: v.exactOptional(
    v.object({
      commentary: v.array(v.object({ ...commentary.entries, at })),
      settings: v.array(v.tuple([v.picklist(SETTINGS), v.string()])),
    }),
  ),
});

const series = v.object({
  load: id,
  file: whole,
  indicator: v.string(),
  group: v.string(),
  areas: whole,
  periods: whole,
  numbers: NumbersSchema,
  marks: v.exactOptional(MarksSchema),
  markers: strings,
  lower: v.exactOptional(NumbersSchema),
  upper: v.exactOptional(NumbersSchema),
  count: v.exactOptional(NumbersSchema),
  denominator: v.exactOptional(NumbersSchema),
});

const comparisonGroup = v.object({ id: v.string(), name: v.string(), areas: v.array(AreaCodeSchema) });

export const RecordsSchema = v.object({
  loads: v.array(load),
  contents: v.array(content),
  series: v.array(series),
  placements: v.array(v.object({ id, at, load: v.exactOptional(id), placement: PlacementSchema })),
  targets: v.array(v.object({ id, at, target: v.object({ ...TargetSchema.entries, number: v.nullable(v.number()) }) })),
  commentary: v.array(v.object({ id, at, commentary })),
  comparisonGroups: v.array(v.object({ id, at, group: comparisonGroup })),
  recipes: v.array(RecipeRecordSchema),
  settings: v.array(v.object({ name: v.picklist(SETTINGS), value: v.string(), at })),
});

export const BACKUP_FORMAT = 'every-child-matters-backup';
export const BACKUP_VERSION = 1;

/** What tells a backup from any other zip, and its version, before the rest is looked at. */
export const BackupHead = v.object({ format: v.literal(BACKUP_FORMAT), version: v.number() });

export const BackupLabelSchema = v.object({
  format: v.literal(BACKUP_FORMAT),
  version: v.literal(BACKUP_VERSION),
  /** When it was made, ISO date and time. */
  made: at,
  /** Of the two files beside it. */
  sha256: v.object({ records: v.string(), columns: v.string() }),
});
