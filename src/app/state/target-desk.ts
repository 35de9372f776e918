/** The targets of one indicator and group for one authority, and the form in which one is typed. */
import { formatFigure } from '../../analysis/format.ts';
import type { Verdict } from '../../analysis/verdict.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Period } from '../../domain/period.ts';
import type { Target } from '../../domain/target.ts';
import { isMeasured } from '../../domain/value.ts';
import { toTargetKey } from '../../domain/written.ts';
import { toYearsLater } from '../../domain/years-later.ts';
import type { FigureSource } from './figure-source.ts';

/** Targets are set for the latest period of the figures and so many years after it. */
const YEARS_AHEAD = 6;

export class TargetDesk {
  private readonly shelf: FigureSource;
  private readonly verdict: Verdict;
  readonly targets: readonly Target[];
  readonly periods: readonly Period[];

  constructor(shelf: FigureSource, verdict: Verdict) {
    this.shelf = shelf;
    this.verdict = verdict;
    const { indicator, group, home, period } = verdict;
    this.targets = shelf.figures.targets
      .filter((one) => one.indicator === indicator.id && one.group === group.id && one.area === home)
      .sort((a, b) => (a.period.end < b.period.end ? -1 : 1));
    this.periods = Array.from({ length: YEARS_AHEAD }, (_, i) => toYearsLater(period, i + 1));
  }

  /** The latest figure, from which the way to a new target starts. */
  get baseline(): Target['baseline'] {
    const { value, period } = this.verdict;
    return isMeasured(value) ? { period, number: value.number } : undefined;
  }

  /** "7.6% in 2024/25". */
  describeBaseline({ number, period }: NonNullable<Target['baseline']>): string {
    return `${formatFigure(number, this.verdict.indicator)} in ${period.label}`;
  }

  /** "4.5% by 2026/27, from 7.6% in 2024/25". */
  describe({ number, period, baseline }: Target): string {
    const from = baseline ? `, from ${this.describeBaseline(baseline)}` : '';
    return `${formatFigure(number, this.verdict.indicator)} by ${period.label}${from}`;
  }

  /** Typed here, so that it can be taken back; one from a file goes when its load is undone. */
  isTyped(target: Target): boolean {
    const key = toTargetKey(target);
    return this.shelf.written.targets.findLast((word) => toTargetKey(word) === key)?.number === target.number;
  }

  /** @returns what went wrong, if anything */
  async set(written: string, period: Period): Promise<Problem | undefined> {
    const number = readTarget(written);
    if (number === undefined) return NOT_A_NUMBER;
    const { indicator, group, home } = this.verdict;
    const { baseline } = this;
    return this.shelf.say({
      targets: [
        { indicator: indicator.id, group: group.id, area: home, period, number, ...(baseline ? { baseline } : {}) },
      ],
    });
  }

  async takeBack(target: Target): Promise<Problem | undefined> {
    return this.shelf.say({ targets: [{ ...target, number: null }] });
  }
}

/** A number as people type it: "4.5", "4.5%", "1,200"; undefined where it is none. */
export function readTarget(written: string): number | undefined {
  const digits = written
    .trim()
    .replace(/\s*%$/, '')
    .replace(/,(?=\d{3}\b)/g, '');
  return /^-?\d+(?:\.\d+)?$/.test(digits) ? Number(digits) : undefined;
}

const NOT_A_NUMBER: Problem = {
  severity: 'error',
  code: 'target-not-a-number',
  message: 'A target is a number, such as 4.5 or 1,200. Write it in digits, with a point before the decimals.',
};
