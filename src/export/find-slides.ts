/** The charts that a browser kept for a deck. Whatever is none, or one of another version, is left out. */
import type { QuartileBand } from '../analysis/comparison.ts';
import type { Xmr, XmrSignal } from '../analysis/xmr.ts';
import type { ChartInputs, PageChart } from '../chart/forms.ts';
import { isCell, isChart, isMeasure, isOutgoing, isSeries, named, onAxis, words } from './find-outgoing.ts';
import type { Guard } from './guards.ts';
import { isAbsent, isAnyOf, isKeyOf, isListOf, isNumber, isShape, isText, isTuple, isWord } from './guards.ts';
import type { OutgoingChart, OutgoingCommentary } from './outgoing.ts';

const isGap: Guard<ChartInputs['gap']> = isShape({ ...onAxis, group: isSeries, counterpart: isSeries });

const isChange: Guard<ChartInputs['change']> = isShape({
  ...onAxis,
  from: isText,
  to: isText,
  items: isListOf(isShape({ ...named, from: isCell, to: isCell })),
});

const isSpread = isTuple<readonly [number, number, number, number]>(isNumber, isNumber, isNumber, isNumber);

const isProfile: Guard<ChartInputs['profile']> = isShape({
  ...words,
  homeName: isText,
  rows: isListOf(
    isShape({
      id: isText,
      measure: isMeasure,
      period: isText,
      value: isCell,
      england: isAnyOf<[number, undefined]>(isNumber, isAbsent),
      spread: isAnyOf<[readonly [number, number, number, number], undefined]>(isSpread, isAbsent),
      answer: isKeyOf({ better: 0, similar: 0, worse: 0, 'cannot tell': 0 }),
    }),
  ),
});

const isMultiples: Guard<ChartInputs['multiples']> = isShape({
  ...words,
  panels: isListOf(isShape({ id: isText, measure: isMeasure, series: isListOf(isSeries) })),
});

const SIGNALS = {
  'outside-limits': 0,
  'run-in-one-direction': 0,
  'two-of-three-near-limit': 0,
  'run-on-one-side': 0,
} satisfies Record<XmrSignal, 0>;
const isNamedSignal = isKeyOf(SIGNALS);

/** JSON has null in place of an undefined of a list. */
const isSignal: Guard<XmrSignal | undefined> = (found): found is XmrSignal | undefined =>
  found === null || found === undefined || isNamedSignal(found);

const isLimits: Guard<Xmr> = isShape({
  mean: isNumber,
  lower: isNumber,
  upper: isNumber,
  nearLower: isNumber,
  nearUpper: isNumber,
  signals: isListOf(isSignal),
});

const isRun: Guard<ChartInputs['xmr']> = isShape({
  ...words,
  measure: isMeasure,
  series: isSeries,
  limits: isAnyOf<[Xmr, undefined]>(isLimits, isAbsent),
});

const isTimeline: Guard<ChartInputs['timeline']> = isShape({
  ...words,
  judgements: isListOf(
    isShape({
      published: isText,
      framework: isText,
      theme: isText,
      grade: isText,
      number: isNumber,
      best: isNumber,
    }),
  ),
});

const BANDS = { A: 0, B: 0, C: 0, D: 0 } satisfies Record<QuartileBand, 0>;

const isTileMap: Guard<ChartInputs['tile-map']> = isShape({
  ...words,
  measure: isMeasure,
  period: isText,
  items: isListOf(
    isShape(
      {
        ...named,
        value: isCell,
        laNumber: isText,
        band: isAnyOf<[QuartileBand, undefined]>(isKeyOf(BANDS), isAbsent),
      },
      { note: isText },
    ),
  ),
});

const isPageChart: Guard<PageChart> = isAnyOf(
  isChart,
  isShape({ form: isWord('gap'), input: isGap }),
  isShape({ form: isWord('change'), input: isChange }),
  isShape({ form: isWord('profile'), input: isProfile }),
  isShape({ form: isWord('multiples'), input: isMultiples }),
  isShape({ form: isWord('xmr'), input: isRun }),
  isShape({ form: isWord('timeline'), input: isTimeline }),
  isShape({ form: isWord('tile-map'), input: isTileMap }),
);

const isCommentary: Guard<OutgoingCommentary> = isShape({
  tells: isText,
  doing: isText,
  who: isText,
  author: isText,
  at: isText,
  period: isText,
});

const isCharted = isOutgoing(isPageChart);
const isWritten = isShape({}, { commentary: isCommentary });
const isSlide: Guard<OutgoingChart> = (found) => isCharted(found) && isWritten(found);

/** Those of a list that are charts. */
export function findSlides(json: unknown): OutgoingChart[] {
  return Array.isArray(json) ? json.filter(isSlide) : [];
}
