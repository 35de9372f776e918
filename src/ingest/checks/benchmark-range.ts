import { describeSome, toIndicatorIndex, type Check } from './check.ts';
import { findField, isCountUnit, numberAt, numbersOf } from './field.ts';

/** With fewer authorities the country may well lie outside their range. */
const ENOUGH = 20;

/** Where no unit is known, a figure near the sum of the authorities' ones, or above it, is a total: some are suppressed. */
const SHARE_OF_SUM = 0.9;

/** A rate, share or score of England or a region lies between those of its authorities; a sum of rates does not. */
export const benchmarkRange: Check = {
  code: 'benchmark-outside-range',
  explain:
    'England’s rate, percentage or score lies between the lowest and the highest authority. Where it does not, the publisher may have added rates up; on a chart it would squash every authority.',
  run(reading, { areas }) {
    const indicators = toIndicatorIndex(reading);
    const found: string[] = [];
    for (const series of reading.series) {
      const indicator = indicators.get(series.indicator);
      if (!indicator || isCountUnit(indicator.unit) || /^number\b/i.test(indicator.name)) continue;
      const field = findField(series, areas);
      if (field.authorities.length < ENOUGH || field.england < 0) continue;
      const isOutside = series.periods.some((_, period) => {
        const england = numberAt(series, field.england, period);
        if (Number.isNaN(england)) return false;
        const numbers = numbersOf(series, field.authorities, period);
        if (numbers.length < ENOUGH) return false;
        let [low, high, sum] = [Infinity, -Infinity, 0];
        for (const number of numbers) {
          low = Math.min(low, number);
          high = Math.max(high, number);
          sum += number;
        }
        const isTotal = indicator.unit === '' && england >= SHARE_OF_SUM * sum;
        return !isTotal && (england < low || england > high);
      });
      if (isOutside) found.push(indicator.name);
    }
    if (found.length === 0) return [];
    return [
      {
        severity: 'warning',
        code: this.code,
        message: `England’s figure lies outside the range of the authorities: ${describeSome(found)}. It may be a total or a sum of rates; do not compare with it before that is clear.`,
        count: found.length,
      },
    ];
  },
};
