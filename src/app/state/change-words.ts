/** A changed figure beside the one it replaces. */
import type { Scale } from '../../analysis/format.ts';
import { decimalsToTell, formatNumber, formatValue } from '../../analysis/format.ts';
import type { CellChange } from '../../domain/changes.ts';
import type { SideColumn } from '../../domain/series.ts';
import { SIDE_COLUMNS } from '../../domain/series.ts';
import type { Value } from '../../domain/value.ts';
import { isMeasured, numberOf } from '../../domain/value.ts';

const SIDE_WORDS = {
  lower: 'lower limit',
  upper: 'upper limit',
  count: 'count',
  denominator: 'denominator',
} as const satisfies Record<SideColumn, string>;

/** ", provisional, upper limit 8.2": what stands beside a number and does not stand beside the other. */
function describeBeside(value: Value | undefined, other: Value | undefined): string {
  if (!isMeasured(value)) return '';
  const beside = isMeasured(other) ? other : undefined;
  const status = value.status !== undefined && value.status !== beside?.status ? [value.status] : [];
  const sides = SIDE_COLUMNS.flatMap((side) => {
    const number = value[side];
    if (number === undefined || number === beside?.[side]) return [];
    return [`${SIDE_WORDS[side]} ${formatNumber(number, number % 1 === 0 ? 0 : 2)}`];
  });
  return [...status, ...sides].map((words) => `, ${words}`).join('');
}

/**
 * Both figures, with enough decimals to see that they differ, and where they do not by what stands beside them; a dash
 * where there was none before.
 */
export function formatRevision({ kind, before, after }: CellChange, scale: Scale): { was: string; becomes: string } {
  const [old, now] = [numberOf(before), numberOf(after)];
  const decimals = old === undefined || now === undefined ? scale.decimals : decimalsToTell(old, [now], scale.decimals);
  const fine = { ...scale, decimals };
  const [was, becomes] = [formatValue(before, fine), formatValue(after, fine)];
  if (kind === 'new') return { was: '–', becomes };
  if (was !== becomes) return { was, becomes };
  return { was: `${was}${describeBeside(before, after)}`, becomes: `${becomes}${describeBeside(after, before)}` };
}
