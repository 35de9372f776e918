/** Charts that come back in: from a link, or from what a browser kept. Whatever is not one is refused. */
import * as v from 'valibot';
import { PeriodSchema } from '../bundle/schema.ts';
import type { OutgoingChart } from './outgoing.ts';

const number = v.pipe(v.number(), v.finite());
const texts = v.array(v.string());

const role = v.picklist([
  'home',
  'england',
  'region',
  'neighbour-mean',
  'neighbour',
  'other',
  'better',
  'similar',
  'worse',
  'target',
  'counterpart',
  'quartile-a',
  'quartile-b',
  'quartile-c',
  'quartile-d',
  'ink',
  'quiet',
  'grid',
  'paper',
  'band',
]);

const value = v.union([
  v.object({
    number,
    status: v.exactOptional(v.picklist(['provisional', 'revised', 'estimated', 'break'])),
    lower: v.exactOptional(number),
    upper: v.exactOptional(number),
    count: v.exactOptional(number),
    denominator: v.exactOptional(number),
  }),
  v.object({
    missing: v.picklist([
      'suppressed',
      'low',
      'not-available',
      'not-applicable',
      'unreliable',
      'not-published',
      'unknown-marker',
    ]),
    marker: v.string(),
  }),
]);

/** JSON leaves out what is undefined. */
const cell = v.optional(value);
const named = { id: v.string(), role, name: v.string() };

const series = v.object({
  ...named,
  points: v.array(
    v.pipe(
      v.object({ period: PeriodSchema, value: cell, note: v.exactOptional(v.string()) }),
      v.transform(({ value: found, ...point }) => ({ ...point, value: found })),
    ),
  ),
});

const item = v.pipe(
  v.object({ ...named, value: cell, note: v.exactOptional(v.string()), rank: v.exactOptional(v.string()) }),
  v.transform(({ value: found, ...rest }) => ({ ...rest, value: found })),
);

const words = {
  title: v.string(),
  caption: v.string(),
  start: v.picklist(['fitted', 'zero']),
  measure: v.object({
    name: v.string(),
    shortName: v.string(),
    unit: v.string(),
    decimals: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10)),
    polarity: v.picklist(['higher', 'lower', 'none']),
  }),
};

const ranked = { ...words, period: v.string(), items: v.array(item), benchmarks: v.array(item) };

const shared = { role, opacity: v.exactOptional(number), series: v.exactOptional(v.string()) };
const place = { x: number, y: number };

const mark = v.variant('type', [
  v.object({
    type: v.literal('path'),
    d: v.string(),
    at: v.exactOptional(v.tuple([number, number])),
    width: number,
    dash: v.exactOptional(v.string()),
    fill: v.exactOptional(v.boolean()),
    ...shared,
  }),
  v.object({ type: v.literal('circle'), ...place, r: number, hollow: v.exactOptional(v.boolean()), ...shared }),
  v.object({ type: v.literal('rect'), ...place, width: number, height: number, ...shared }),
  v.object({
    type: v.literal('text'),
    ...place,
    text: v.string(),
    size: number,
    anchor: v.picklist(['start', 'middle', 'end']),
    bold: v.exactOptional(v.boolean()),
    strong: v.exactOptional(v.string()),
    ...shared,
  }),
]);

const chart = v.variant('form', [
  v.object({
    form: v.literal('trend'),
    input: v.object({
      ...words,
      series: v.array(series),
      spread: v.exactOptional(v.array(v.object({ period: PeriodSchema, low: number, high: number }))),
      target: v.exactOptional(v.array(v.object({ period: PeriodSchema, number }))),
    }),
  }),
  v.object({ form: v.literal('neighbours'), input: v.object(ranked) }),
  v.object({
    form: v.literal('authorities'),
    input: v.object({ ...ranked, cuts: v.exactOptional(v.tuple([number, number, number])) }),
  }),
  v.object({
    form: v.literal('drawn'),
    scene: v.object({
      width: number,
      height: number,
      title: v.string(),
      description: v.string(),
      caption: v.string(),
      marks: v.array(mark),
      stops: v.array(v.object({ ...place, series: v.string(), step: number, sentence: v.string() })),
      table: v.object({ caption: v.string(), columns: texts, rows: v.array(texts) }),
    }),
  }),
]);

const outgoing = v.object({
  chart,
  finding: v.string(),
  sentence: v.string(),
  notes: texts,
  fileName: v.string(),
  address: v.exactOptional(v.string()),
});

/** A chart out of parsed JSON; undefined where it is none, or one of another version. */
export function findOutgoing(json: unknown): OutgoingChart | undefined {
  const read = v.safeParse(outgoing, json);
  return read.success ? read.output : undefined;
}

/** Those of a list that are charts. */
export function findAllOutgoing(json: unknown): OutgoingChart[] {
  return Array.isArray(json) ? json.flatMap((one: unknown) => findOutgoing(one) ?? []) : [];
}
