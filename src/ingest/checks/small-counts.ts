import { describeSome, toIndicatorIndex, type Check } from './check.ts';
import { isCountUnit } from './field.ts';

/** Families that officers write themselves; what publishers print they have checked. */
const LOCAL = new Set(['tidy', 'wide', 'plan']);
const isSmall = (count: number): boolean => count >= 1 && count <= 4;

export const smallCounts: Check = {
  code: 'small-counts',
  explain: 'A local file holds counts of 1 to 4 children, by which somebody might be recognised.',
  run(reading) {
    if (!LOCAL.has(reading.family)) return [];
    const indicators = toIndicatorIndex(reading);
    let cells = 0;
    const found = reading.series.flatMap((series) => {
      const indicator = indicators.get(series.indicator);
      const isCount = indicator !== undefined && (isCountUnit(indicator.unit) || isCountUnit(indicator.name));
      const counts = [series.count, isCount ? series.numbers : undefined];
      const small = Math.max(0, ...counts.map((column) => column?.filter(isSmall).length ?? 0));
      cells += small;
      return small > 0 ? [indicator?.name ?? series.indicator] : [];
    });
    if (cells === 0) return [];
    return [
      {
        severity: 'warning',
        code: this.code,
        message: `Counts of 1 to 4 may let somebody be recognised: ${describeSome(found)}. Replace them by c, or leave them out, before the figures are shown to a board.`,
        count: cells,
      },
    ];
  },
};
