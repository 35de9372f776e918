import { describeSome, toIndicatorIndex, type Check } from './check.ts';
import { findField, numberAt, numbersOf } from './field.ts';

const ENOUGH = 10;

export const englandMissing: Check = {
  code: 'england-missing',
  explain:
    'Authorities have figures for the latest period but England has none, so that nothing can be compared with it.',
  run(reading, { areas }) {
    const indicators = toIndicatorIndex(reading);
    const found = reading.series.filter((series) => {
      const field = findField(series, areas);
      const last = series.periods.length - 1;
      if (!Number.isNaN(numberAt(series, field.england, last))) return false;
      return numbersOf(series, field.authorities, last).length >= ENOUGH;
    });
    if (found.length === 0) return [];
    const names = found.map(({ indicator }) => indicators.get(indicator)?.name ?? indicator);
    return [
      {
        severity: 'warning',
        code: this.code,
        message: `England has no figure for the latest period: ${describeSome(names)}. It is never worked out from the authorities; the comparison with England stays empty.`,
        count: found.length,
      },
    ];
  },
};
