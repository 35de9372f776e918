import { findMissingReason } from '../../domain/value.ts';
import { describeSome, toIndicatorIndex, type Check } from './check.ts';
import { findField } from './field.ts';

/** Fewer authorities say nothing of a release. */
const ENOUGH = 10;

export const mostlySuppressed: Check = {
  code: 'mostly-suppressed',
  explain:
    'More than half of the authorities’ figures were suppressed by the publisher: averages and ranks rest on few.',
  run(reading, { areas }) {
    const indicators = toIndicatorIndex(reading);
    const found = reading.series.filter((series) => {
      const isSuppressed = series.markers.map((marker) => findMissingReason(marker) === 'suppressed');
      const { authorities } = findField(series, areas);
      if (!isSuppressed.includes(true) || authorities.length < ENOUGH) return false;
      let suppressed = 0;
      let cells = 0;
      const width = series.periods.length;
      for (const area of authorities) {
        for (let index = area * width; index < (area + 1) * width; index++) {
          const mark = series.marks[index] ?? 0;
          if (!Number.isNaN(series.numbers[index])) cells++;
          else if (mark > 0) {
            cells++;
            if (isSuppressed[mark - 1] === true) suppressed++;
          }
        }
      }
      return suppressed * 2 > cells;
    });
    if (found.length === 0) return [];
    const names = found.map(({ indicator }) => indicators.get(indicator)?.name ?? indicator);
    return [
      {
        severity: 'warning',
        code: this.code,
        message: `More than half of the authorities’ figures are suppressed: ${describeSome(names)}. Averages and ranks rest on the few that are left.`,
        count: found.length,
      },
    ];
  },
};
