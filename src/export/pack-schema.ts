/** The form of a board pack: what it says of itself, and its figures, deflated. */
import * as v from 'valibot';
import { PeriodSchema } from '../bundle/schema.ts';
import type { AreaCode } from '../domain/area.ts';

const areaCode = v.pipe(
  v.string(),
  v.transform((code) => code as AreaCode),
);

const file = v.object({
  name: v.string(),
  sha256: v.exactOptional(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
  /** Whose figures it brought; absent for the figures that came with the dashboard. */
  indicators: v.exactOptional(v.array(v.string())),
});

const commentary = v.object({
  about: v.variant('kind', [
    v.object({ kind: v.literal('indicator'), indicator: v.string(), group: v.string() }),
    v.object({ kind: v.literal('outcome'), outcome: v.string() }),
  ]),
  area: areaCode,
  period: PeriodSchema,
  author: v.string(),
  tells: v.string(),
  doing: v.string(),
  who: v.string(),
  at: v.string(),
});

export const PACK_FORMAT = 'every-child-matters-pack';
export const PACK_VERSION = 1;

/** What tells a pack from any other JSON, and its version, before the rest is looked at. */
export const PackHead = v.object({ format: v.literal(PACK_FORMAT), version: v.number() });

export const PackSchema = v.object({
  format: v.literal(PACK_FORMAT),
  version: v.literal(PACK_VERSION),
  title: v.string(),
  area: areaCode,
  /** ISO date and time. */
  made: v.pipe(v.string(), v.isoTimestamp()),
  madeBy: v.exactOptional(v.string()),
  /** How many indicators there were to choose from. */
  chosenFrom: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** The address that it opens at: the average and the colours of whoever made it. */
  opensAt: v.pipe(v.string(), v.startsWith('#')),
  files: v.array(file),
  /** Of each subject the last word only. */
  commentary: v.array(commentary),
  /** A `Bundle` as JSON, deflated (zlib), in base64. */
  figures: v.string(),
});

export type PackDocument = v.InferOutput<typeof PackSchema>;
export type PackFile = Readonly<PackDocument['files'][number]>;
