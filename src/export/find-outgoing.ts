/** Charts that come back in from a link. Whatever is not one is refused. */
import type { Chart } from '../chart/chart.ts';
import type { DistributionInput } from '../chart/forms/distribution.ts';
import type { NeighboursInput } from '../chart/forms/neighbours.ts';
import type { TrendInput } from '../chart/forms/trend.ts';
import { paletteOf } from '../chart/palette.ts';
import type { Mark, Scene } from '../chart/scene.ts';
import type { Period } from '../domain/period.ts';
import { PERIOD_KINDS } from '../domain/period.ts';
import type { MissingReason, Status, Value } from '../domain/value.ts';
import type { Guard } from './guards.ts';
import {
  isAbsent,
  isAnyOf,
  isFlag,
  isKeyOf,
  isListOf,
  isMatch,
  isNumber,
  isShape,
  isText,
  isTuple,
  isWord,
} from './guards.ts';
import type { PageChart } from '../chart/forms.ts';
import type { OutgoingChart } from './outgoing.ts';

const REASONS = {
  suppressed: 0,
  low: 0,
  'not-available': 0,
  'not-applicable': 0,
  unreliable: 0,
  'not-published': 0,
  'unknown-marker': 0,
} satisfies Record<MissingReason, 0>;

const STATUSES = { provisional: 0, revised: 0, estimated: 0, break: 0 } satisfies Record<Status, 0>;

const isDate = isMatch(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/);
const isPeriod: Guard<Period> = isShape({ start: isDate, end: isDate, kind: isKeyOf(PERIOD_KINDS), label: isText });

const isRole = isKeyOf(paletteOf('print'));

const isValue: Guard<Value> = isAnyOf(
  isShape(
    { number: isNumber },
    { status: isKeyOf(STATUSES), lower: isNumber, upper: isNumber, count: isNumber, denominator: isNumber },
  ),
  isShape({ missing: isKeyOf(REASONS), marker: isText }),
);

/** JSON leaves out what is undefined. */
export const isCell = isAnyOf<[Value, undefined]>(isValue, isAbsent);

export const named = { id: isText, role: isRole, name: isText };

export const isSeries = isShape({
  ...named,
  points: isListOf(isShape({ period: isPeriod, value: isCell }, { note: isText })),
});

const isItem = isShape({ ...named, value: isCell }, { note: isText, rank: isText });

/** More decimals than a number has would be refused by the browser when it is written. */
const isDecimals = (found: unknown): found is number =>
  isNumber(found) && Number.isInteger(found) && found >= 0 && found <= 10;

export const words = { title: isText, caption: isText };
export const isMeasure = isShape({
  name: isText,
  shortName: isText,
  unit: isText,
  decimals: isDecimals,
  polarity: isKeyOf({ higher: 0, lower: 0, none: 0 }),
});
export const onAxis = { ...words, start: isKeyOf({ fitted: 0, zero: 0 }), measure: isMeasure };

const isTrend: Guard<TrendInput> = isShape(
  { ...onAxis, series: isListOf(isSeries) },
  {
    neighbours: isText,
    spread: isListOf(isShape({ period: isPeriod, low: isNumber, high: isNumber })),
    target: isListOf(isShape({ period: isPeriod, number: isNumber })),
  },
);

const ranked = { ...onAxis, period: isText, items: isListOf(isItem), benchmarks: isListOf(isItem) };
const isNeighbours: Guard<NeighboursInput> = isShape(ranked);
const isDistribution: Guard<DistributionInput> = isShape(ranked, {
  cuts: isTuple<readonly [number, number, number]>(isNumber, isNumber, isNumber),
});

const place = { x: isNumber, y: isNumber, role: isRole };
const shared = { opacity: isNumber, series: isText };

const isMark: Guard<Mark> = isAnyOf(
  isShape(
    { type: isWord('path'), d: isText, role: isRole, width: isNumber },
    { at: isTuple<readonly [number, number]>(isNumber, isNumber), dash: isText, fill: isFlag, ...shared },
  ),
  isShape({ type: isWord('circle'), ...place, r: isNumber }, { hollow: isFlag, ...shared }),
  isShape({ type: isWord('rect'), ...place, width: isNumber, height: isNumber }, shared),
  isShape(
    {
      type: isWord('text'),
      ...place,
      text: isText,
      size: isNumber,
      anchor: isKeyOf({ start: 0, middle: 0, end: 0 }),
    },
    { bold: isFlag, strong: isText, ...shared },
  ),
);

const isScene: Guard<Scene> = isShape({
  width: isNumber,
  height: isNumber,
  title: isText,
  description: isText,
  caption: isText,
  marks: isListOf(isMark),
  stops: isListOf(isShape({ x: isNumber, y: isNumber, series: isText, step: isNumber, sentence: isText })),
  table: isShape({ caption: isText, columns: isListOf(isText), rows: isListOf(isListOf(isText)) }),
});

/** A chart as the small script of an embed can draw it. */
export const isChart: Guard<Chart> = isAnyOf(
  isShape({ form: isWord('trend'), input: isTrend }),
  isShape({ form: isWord('neighbours'), input: isNeighbours }),
  isShape({ form: isWord('authorities'), input: isDistribution }),
  isShape({ form: isWord('drawn'), scene: isScene }, { narrow: isScene }),
);

/** A chart on its way out, of the kinds that a guard lets in. */
export function isOutgoing<Kind extends PageChart>(isKind: Guard<Kind>): Guard<OutgoingChart<Kind>> {
  return isShape(
    { chart: isKind, finding: isText, sentence: isText, notes: isListOf(isText), fileName: isText },
    { address: isText },
  );
}

const isFrozen = isOutgoing(isChart);

/** A chart out of parsed JSON; undefined where it is none, or one of another version. */
export function findOutgoing(json: unknown): OutgoingChart<Chart> | undefined {
  return isFrozen(json) ? json : undefined;
}
