import type { Check } from './check.ts';
import { describeSome, toIndicatorIndex } from './check.ts';

export const limitsReversed: Check = {
  code: 'limits-reversed',
  explain: 'A lower limit lies above its upper one: the two columns may have been swapped.',
  run(reading, { areas }) {
    const indicators = toIndicatorIndex(reading);
    const found = reading.series.flatMap(({ indicator, areas: codes, periods, lower, upper }) => {
      if (!lower || !upper) return [];
      const name = indicators.get(indicator)?.name ?? indicator;
      return codes.flatMap((code, area) =>
        periods.flatMap(({ label }, period) => {
          const at = area * periods.length + period;
          const [from = Number.NaN, to = Number.NaN] = [lower[at], upper[at]];
          return from > to ? [`${name}, ${areas.nameOf(code)}, ${label} (${String(from)} to ${String(to)})`] : [];
        }),
      );
    });
    if (found.length === 0) return [];
    return [
      {
        severity: 'warning',
        code: this.code,
        message: `A lower limit lies above its upper one: ${describeSome(found)}. Check whether the two columns were swapped; an interval drawn from them means nothing.`,
        count: found.length,
      },
    ];
  },
};
