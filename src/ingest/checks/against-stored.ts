/** What only shows beside what is stored already. */
import { findAreaIndex, type Series } from '../../domain/series.ts';
import type { Reading } from '../family.ts';
import { describeSome, toIndicatorIndex, type Check, type CheckContext } from './check.ts';
import { findField, numberAt } from './field.ts';

const ENOUGH = 20;
/** A median change by more than this factor is a change of unit or method sooner than of children's lives. */
const FACTOR = 2;

interface Pair {
  readonly name: string;
  readonly now: Series;
  readonly before: Series;
}

/** The series of a reading that are stored already, beside what is stored. */
function findPairs(reading: Reading, { stored }: CheckContext): readonly Pair[] {
  if (!stored) return [];
  const indicators = toIndicatorIndex(reading);
  return reading.series.flatMap((now) => {
    const before = stored(now.indicator, now.group);
    return before ? [{ name: indicators.get(now.indicator)?.name ?? now.indicator, now, before }] : [];
  });
}

/** Each authority's latest figure in the file over the latest one that is stored. */
function findRatios({ now, before }: Pair, context: CheckContext): number[] {
  const ratios: number[] = [];
  for (const area of findField(now, context.areas).authorities) {
    const code = now.areas[area];
    if (code === undefined) continue;
    const latest = numberAt(now, area, now.periods.length - 1);
    const stored = numberAt(before, findAreaIndex(before, code), before.periods.length - 1);
    if (latest > 0 && stored > 0) ratios.push(latest / stored);
  }
  return ratios.sort((a, b) => a - b);
}

export const stepChange: Check = {
  code: 'step-change',
  explain:
    'Compared with what is stored, half of the authorities’ latest figures have more than doubled or halved: the unit, the definition or the column may have changed.',
  run(reading, context) {
    const found = findPairs(reading, context).flatMap((pair) => {
      const ratios = findRatios(pair, context);
      const median = ratios[Math.floor(ratios.length / 2)];
      if (median === undefined || ratios.length < ENOUGH || (median <= FACTOR && median >= 1 / FACTOR)) return [];
      return [`${pair.name} (${median.toPrecision(2)} times what it was)`];
    });
    if (found.length === 0) return [];
    return [
      {
        severity: 'warning',
        code: this.code,
        message: `Figures differ from what is stored by a step: ${describeSome(found)}. Check whether unit or definition changed before storing.`,
        count: found.length,
      },
    ];
  },
};

export const olderThanStored: Check = {
  code: 'older-than-stored',
  explain:
    'The latest period of the file is earlier than the latest one that is stored: perhaps an old file was chosen.',
  run(reading, context) {
    const found = findPairs(reading, context).filter(({ now, before }) => {
      const [latest, stored] = [now.periods.at(-1), before.periods.at(-1)];
      return latest !== undefined && stored !== undefined && latest.end < stored.end;
    });
    const [first] = found;
    if (!first) return [];
    const ends = `${first.now.periods.at(-1)?.label ?? ''} here, ${first.before.periods.at(-1)?.label ?? ''} stored`;
    return [
      {
        severity: 'note',
        code: this.code,
        message: `The file ends earlier than what is stored: ${describeSome(found.map(({ name }) => name))} (${ends}). What is stored for later periods stays.`,
        count: found.length,
      },
    ];
  },
};
