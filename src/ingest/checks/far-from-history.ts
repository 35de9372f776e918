import { isPercentage } from '../../domain/indicator.ts';
import { describeSome, toIndicatorIndex, type Check } from './check.ts';
import { findField, numberAt } from './field.ts';

/** Earlier periods that a range is worth something with. */
const ENOUGH = 4;
/** How many times the width of its earlier range a figure may lie outside of it. */
const WIDTHS = 3;
/** Percentage points below which nothing is far. */
const LEAST = 10;

export const farFromHistory: Check = {
  code: 'far-from-history',
  explain:
    'A percentage lies further outside the range of its earlier years than three times the width of that range, and at least ten points: often a slip of the decimal point or of a row.',
  run(reading, { areas }) {
    const indicators = toIndicatorIndex(reading);
    const found: string[] = [];
    for (const series of reading.series) {
      const indicator = indicators.get(series.indicator);
      const last = series.periods.length - 1;
      if (!indicator || !isPercentage(indicator) || last < ENOUGH) continue;
      for (const area of findField(series, areas).authorities) {
        let [low, high, known] = [Infinity, -Infinity, 0];
        for (let period = 0; period < last; period++) {
          const number = numberAt(series, area, period);
          if (Number.isNaN(number)) continue;
          low = Math.min(low, number);
          high = Math.max(high, number);
          known++;
        }
        const latest = numberAt(series, area, last);
        const away = Math.max(low - latest, latest - high);
        if (known >= ENOUGH && away >= LEAST && away > WIDTHS * (high - low)) {
          const code = series.areas[area];
          found.push(
            `${code === undefined ? '' : areas.nameOf(code)}, ${indicator.name}: ${String(latest)}, before ${String(low)} to ${String(high)}`,
          );
        }
      }
    }
    if (found.length === 0) return [];
    return [
      {
        severity: 'warning',
        code: this.code,
        message: `Percentages far outside their own history: ${describeSome(found)}. Check them at the publisher before they are shown.`,
        count: found.length,
      },
    ];
  },
};
