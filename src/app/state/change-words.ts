/** A changed figure beside the one it replaces. */
import type { Scale } from '../../analysis/format.ts';
import { decimalsToTell, formatValue } from '../../analysis/format.ts';
import type { CellChange } from '../../domain/changes.ts';
import { numberOf } from '../../domain/value.ts';

/** Both figures, with enough decimals to see that they differ; a dash where there was none before. */
export function formatRevision({ kind, before, after }: CellChange, scale: Scale): { was: string; becomes: string } {
  const [old, now] = [numberOf(before), numberOf(after)];
  const decimals = old === undefined || now === undefined ? scale.decimals : decimalsToTell(old, [now], scale.decimals);
  const fine = { ...scale, decimals };
  return { was: kind === 'new' ? '–' : formatValue(before, fine), becomes: formatValue(after, fine) };
}
