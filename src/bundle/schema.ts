/**
 * The form of a bundle: figures as one compact JSON document. Area codes are listed once and
 * named by their position, lists of areas and of periods are shared between series.
 * Columns of numbers are checked to be arrays here and number by number in `cells.ts`, in the
 * same pass that copies them: a schema per number would cost a hundred thousand calls.
 */
import * as v from 'valibot';
import type { AreaCode } from '../domain/area.ts';

const strings = v.array(v.string());
const position = v.pipe(v.number(), v.integer(), v.minValue(0));
const positions = v.array(position);
const areaCode = v.pipe(
  v.string(),
  v.transform((code) => code as AreaCode),
);

/** One number per cell, null for none. */
const numberColumn = v.custom<readonly unknown[]>(Array.isArray, 'expected a list of numbers');

const area = v.object({
  area_code: v.string(),
  la_number: v.string(),
  name: v.string(),
  level: v.pipe(v.string(), v.values(['country', 'region', 'local-authority'])),
  parent_code: v.string(),
  valid_from: v.string(),
  valid_to: v.string(),
  successor_codes: v.string(),
});

const outcome = v.object({
  id: v.string(),
  name: v.string(),
  aims: v.array(v.object({ id: v.string(), name: v.string() })),
});

const group = v.object({
  id: v.string(),
  name: v.string(),
  plain: v.string(),
  counterpart: v.exactOptional(v.string()),
});

const indicator = v.object({
  id: v.string(),
  name: v.string(),
  shortName: v.string(),
  unit: v.string(),
  polarity: v.picklist(['higher', 'lower', 'none']),
  decimals: position,
  periodType: v.exactOptional(v.string()),
  outcome: v.exactOptional(v.string()),
  aim: v.exactOptional(v.string()),
  nationalIndicators: strings,
  groups: strings,
  topic: v.exactOptional(v.string()),
  definition: v.exactOptional(v.string()),
  direction: v.exactOptional(v.string()),
  publisher: v.exactOptional(v.string()),
  publication: v.exactOptional(v.string()),
  licence: v.exactOptional(v.string()),
  wording: v.exactOptional(
    v.object({ form: v.picklist(['share', 'measure']), subject: v.string(), predicate: v.string() }),
  ),
  sourceId: v.exactOptional(v.string()),
  banded: v.exactOptional(v.boolean()),
});

const source = v.object({ indicator: v.string(), group: v.string(), family: v.string(), sourceId: v.string() });

/** A period with its dates, kind and label. */
export const PeriodSchema = v.object({
  start: v.pipe(v.string(), v.isoDate()),
  end: v.pipe(v.string(), v.isoDate()),
  kind: v.picklist([
    'calendar',
    'academic',
    'financial',
    'reporting',
    'unknown',
    'snapshot',
    'month',
    'quarter',
    'term',
    'pooled',
  ]),
  label: v.string(),
});

const neighbourSet = v.object({
  id: v.string(),
  name: v.string(),
  isOwn: v.exactOptional(v.literal(true)),
  /** The publisher's words for how close a neighbour is. */
  closeness: strings,
  /** For each authority its neighbours, closest first; both as positions in the lists above. */
  of: v.array(v.tuple([position, v.array(v.tuple([position, position]))])),
});

const series = v.object({
  indicator: v.string(),
  group: v.string(),
  /** Position in `areaLists`. */
  areas: position,
  /** Position in `periodLists`. */
  periods: position,
  numbers: numberColumn,
  /** Each marker with the cells it stands in. */
  marks: v.exactOptional(v.array(v.tuple([v.string(), positions]))),
  lower: v.exactOptional(numberColumn),
  upper: v.exactOptional(numberColumn),
  count: v.exactOptional(numberColumn),
  denominator: v.exactOptional(numberColumn),
});

const target = v.object({
  indicator: v.string(),
  group: v.string(),
  area: areaCode,
  period: PeriodSchema,
  number: v.number(),
  baseline: v.exactOptional(v.object({ period: PeriodSchema, number: v.number() })),
});

const judgement = v.object({
  area: areaCode,
  published: v.string(),
  framework: v.string(),
  theme: v.string(),
  outcome: v.exactOptional(v.string()),
  grade: v.string(),
  gradeNumber: v.number(),
  bestGradeNumber: v.number(),
  source: v.string(),
});

export const BUNDLE_FORMAT = 'every-child-matters-figures';
export const BUNDLE_VERSION = 1;

/** What tells a bundle from any other JSON, and its version, before the rest is looked at. */
export const BundleHead = v.object({ format: v.literal(BUNDLE_FORMAT), version: v.number() });

export const BundleSchema = v.object({
  format: v.literal(BUNDLE_FORMAT),
  version: v.literal(BUNDLE_VERSION),
  /** When it was made, ISO date or date and time. */
  made: v.string(),
  areas: v.array(area),
  aliases: v.array(v.tuple([v.string(), v.string()])),
  catalogue: v.object({
    outcomes: v.array(outcome),
    groups: v.array(group),
    indicators: v.array(indicator),
    sources: v.array(source),
  }),
  codes: v.array(areaCode),
  areaLists: v.array(positions),
  periodLists: v.array(v.array(PeriodSchema)),
  neighbourSets: v.array(neighbourSet),
  series: v.array(series),
  targets: v.array(target),
  judgements: v.array(judgement),
});

/** Read-only all the way down; a branded string stays what it is. */
type Frozen<T> = T extends string ? T : T extends object ? { readonly [Key in keyof T]: Frozen<T[Key]> } : T;

export type Bundle = Frozen<v.InferOutput<typeof BundleSchema>>;
export type BundledSeries = Bundle['series'][number];
export type BundledNeighbourSet = Bundle['neighbourSets'][number];

/** The parts that a backup of the store holds too. */
export {
  areaCode as AreaCodeSchema,
  group as GroupSchema,
  indicator as IndicatorSchema,
  judgement as JudgementSchema,
  target as TargetSchema,
};
