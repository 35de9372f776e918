/**
 * Files lie one above another by their dates, so an older file that is loaded late shows nowhere
 * that a newer one has a figure. That is said before it is stored.
 */
import type { Layer } from '../domain/layers.ts';
import { toJudgementKey } from '../domain/layers.ts';
import { hasCell } from '../domain/overlay.ts';
import type { Problem } from '../domain/problem.ts';
import type { Series } from '../domain/series.ts';
import { findAreaIndex, findPeriodIndex, toSeriesKey } from '../domain/series.ts';
import { toTargetKey } from '../domain/written.ts';
import type { DraftFile } from '../store/draft.ts';
import type { LoadRecord, StoredFile } from '../store/records.ts';
import { toIdentity } from '../store/records.ts';

/** The rule by its name, for whoever reads problems by their code. */
export const OLDER_FILE = 'older-file';

/** A part of what a file says, beside how much of it a newer file says too. */
interface Shared {
  readonly noun: string;
  readonly shared: number;
  readonly all: number;
}

function countSharedCells(series: readonly Series[], above: readonly Series[]): Shared {
  const newer = new Map(above.map((one) => [toSeriesKey(one.indicator, one.group), one]));
  let shared = 0;
  let all = 0;
  for (const one of series) {
    const other = newer.get(toSeriesKey(one.indicator, one.group));
    const columns = one.periods.map((period) => (other ? findPeriodIndex(other, period) : -1));
    for (const [row, area] of one.areas.entries()) {
      const otherRow = other ? findAreaIndex(other, area) : -1;
      for (const [column, at] of columns.entries()) {
        if (!hasCell(one, row * one.periods.length + column)) continue;
        all++;
        if (other && otherRow >= 0 && at >= 0 && hasCell(other, otherRow * other.periods.length + at)) shared++;
      }
    }
  }
  return { noun: 'figure', shared, all };
}

function countSharedKeys(noun: string, keys: readonly string[], above: readonly string[]): Shared {
  const newer = new Set(above);
  return { noun, shared: keys.filter((key) => newer.has(key)).length, all: keys.length };
}

function findShared(file: DraftFile, newer: Layer): readonly Shared[] {
  const toId = ({ id }: { readonly id: string }): string => id;
  return [
    countSharedCells(file.series, newer.series),
    countSharedKeys('set of neighbours', file.neighbourSets.map(toId), newer.neighbourSets.map(toId)),
    countSharedKeys('target', file.targets.map(toTargetKey), newer.targets.map(toTargetKey)),
    countSharedKeys('judgement', file.judgements.map(toJudgementKey), newer.judgements.map(toJudgementKey)),
  ].filter(({ shared }) => shared > 0);
}

function describeShared({ noun, shared, all }: Shared): string {
  const some = shared === all ? 'all' : shared.toLocaleString('en-GB');
  const plural = noun.startsWith('set ') ? noun.replace('set ', 'sets ') : `${noun}s`;
  return all === 1 ? `its only ${noun}` : `${some} of its ${all.toLocaleString('en-GB')} ${plural}`;
}

const DATE: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' };
const TIME: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', second: '2-digit' };

/** Both days; of two moments of one day the times too. */
function describeDates(...dates: readonly [string, string]): readonly string[] {
  const days = dates.map((iso) => new Date(iso).toLocaleString('en-GB', DATE));
  if (days[0] !== days[1]) return days;
  return dates.map((iso) => new Date(iso).toLocaleString('en-GB', { ...DATE, ...TIME }));
}

interface Newer {
  readonly layer: Layer;
  readonly file: StoredFile;
  /** When it was loaded, ISO date and time. */
  readonly at: string;
}

function findNewer(dated: string, layers: readonly Layer[], history: readonly LoadRecord[]): readonly Newer[] {
  const byIdentity = new Map(layers.filter((layer) => layer.dated > dated).map((layer) => [layer.identity, layer]));
  return history
    .filter(({ undone }) => undone === undefined)
    .flatMap(({ at, files }) =>
      files.flatMap((file) => {
        const layer = byIdentity.get(toIdentity(file));
        return layer ? [{ layer, file, at }] : [];
      }),
    );
}

/**
 * What of a file would show nowhere, one warning for each newer file that says it too.
 * @param layers what is stored; @param history where it came from
 */
export function checkLiesUnder(
  file: DraftFile,
  layers: readonly Layer[],
  history: readonly LoadRecord[],
): readonly Problem[] {
  return findNewer(file.file.dated, layers, history).flatMap((newer): readonly Problem[] => {
    const shared = findShared(file, newer.layer);
    if (shared.length === 0) return [];
    const [own, other] = describeDates(file.file.dated, newer.file.dated);
    const loaded = new Date(newer.at).toLocaleString('en-GB', DATE);
    return [
      {
        severity: 'warning',
        code: OLDER_FILE,
        message: `This file (of ${own ?? ''}) is older than ${newer.file.name} (of ${other ?? ''}), loaded on ${loaded}. Where both have a figure, the newer file’s stays: that is so for ${shared.map(describeShared).join(', ')}. To show this file’s instead, undo that load on the page Stored.`,
        file: file.file.name,
      },
    ];
  });
}
