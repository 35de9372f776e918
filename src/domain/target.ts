/** What an authority has set itself to reach: a number for an indicator, a group and a period. */
import type { AreaCode } from './area.ts';
import type { GroupId, IndicatorId } from './indicator.ts';
import type { Period } from './period.ts';

export interface Target {
  readonly indicator: IndicatorId;
  readonly group: GroupId;
  readonly area: AreaCode;
  /** The period by which the number is to be reached. */
  readonly period: Period;
  readonly number: number;
  /** Where the way to the target started, if the file says so. */
  readonly baseline?: { readonly period: Period; readonly number: number };
}
