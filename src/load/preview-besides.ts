/** What a load would change besides figures: sets of neighbours, targets and judgements. */
import type { AreaCode } from '../domain/area.ts';
import type { Figures, NeighbourSet } from '../domain/figures.ts';
import type { Judgement } from '../domain/judgement.ts';
import { toJudgementKey } from '../domain/layers.ts';
import type { Layer } from '../domain/layers.ts';
import { toPeriodKey } from '../domain/period.ts';
import type { Target } from '../domain/target.ts';
import { toTargetKey } from '../domain/written.ts';

/** `same`: it stands here so already, or a later file says it otherwise and stays. */
export type BesideKind = 'new' | 'changed' | 'same';
export type BesideCounts = Readonly<Record<BesideKind, number>>;

/** A set of neighbours by its name, and for how many authorities it has some. */
export interface SetPreview {
  readonly name: string;
  readonly kind: BesideKind;
  readonly authorities: number;
}

/** A target of the home authority that would be new or another one. */
export interface TargetPreview {
  readonly after: Target;
  /** Undefined where there was none. */
  readonly before: Target | undefined;
}

export interface BesidesPreview {
  readonly neighbourSets: readonly SetPreview[];
  readonly targets: BesideCounts;
  readonly judgements: BesideCounts;
  readonly homeTargets: readonly TargetPreview[];
  /** Versions of commentary and settings of officers elsewhere; absent where there are none. */
  readonly words?: { readonly commentary: number; readonly settings: number };
}

const toBaseline = ({ baseline }: Target): string =>
  baseline ? `${toPeriodKey(baseline.period)}:${String(baseline.number)}` : '';
const isSameTarget = (a: Target, b: Target): boolean => a.number === b.number && toBaseline(a) === toBaseline(b);

const isSameJudgement = (a: Judgement, b: Judgement): boolean =>
  a.grade === b.grade && a.gradeNumber === b.gradeNumber && a.bestGradeNumber === b.bestGradeNumber;

const toListed = ({ of }: NeighbourSet): string =>
  [...of]
    .map(([area, list]) => `${area}:${list.map((one) => `${one.area} ${one.closeness}`).join()}`)
    .sort()
    .join('\n');
const isSameSet = (a: NeighbourSet, b: NeighbourSet): boolean => a.name === b.name && toListed(a) === toListed(b);

interface Compared<T> {
  readonly kind: BesideKind;
  readonly before: T | undefined;
  readonly after: T;
}

/** Each thing that the files say, once, as it is shown before and after the load. */
function compare<T>(
  incoming: readonly T[],
  [before, after]: readonly [readonly T[], readonly T[]],
  toKey: (one: T) => string,
  isSame: (a: T, b: T) => boolean,
): readonly Compared<T>[] {
  const [was, is] = [before, after].map((all) => new Map(all.map((one) => [toKey(one), one])));
  return [...new Set(incoming.map(toKey))].flatMap((key) => {
    const [old, now] = [was?.get(key), is?.get(key)];
    if (!now) return [];
    return [{ kind: old ? (isSame(old, now) ? 'same' : 'changed') : 'new', before: old, after: now }];
  });
}

function count(compared: readonly Compared<unknown>[]): BesideCounts {
  const counts = { new: 0, changed: 0, same: 0 };
  for (const { kind } of compared) counts[kind]++;
  return counts;
}

/** @param incoming what the files bring; @param after the figures with it */
export function previewBesides(
  incoming: readonly Pick<Layer, 'neighbourSets' | 'targets' | 'judgements' | 'words'>[],
  before: Figures,
  after: Figures,
  home: AreaCode | undefined,
): BesidesPreview {
  const sets = compare(
    incoming.flatMap(({ neighbourSets }) => neighbourSets),
    [before.neighbourSets, after.neighbourSets],
    ({ id }) => id,
    isSameSet,
  );
  const targets = compare(
    incoming.flatMap((one) => one.targets),
    [before.targets, after.targets],
    toTargetKey,
    isSameTarget,
  );
  const judgements = compare(
    incoming.flatMap((one) => one.judgements),
    [before.judgements, after.judgements],
    toJudgementKey,
    isSameJudgement,
  );
  const words = incoming.flatMap((one) => one.words ?? []);
  return {
    neighbourSets: sets.map(({ kind, after: { name, of } }) => ({ name, kind, authorities: of.size })),
    targets: count(targets),
    judgements: count(judgements),
    ...(words.length > 0
      ? {
          words: {
            commentary: words.flatMap(({ commentary }) => commentary).length,
            settings: words.flatMap(({ settings }) => settings).length,
          },
        }
      : {}),
    homeTargets: targets.filter(({ kind, after: { area } }) => kind !== 'same' && area === home),
  };
}
