/** Lines beside the figures of a chart that Office draws: the way to a target, a mean, a limit. */
import type { TargetPoint } from '../../chart/forms/trend.ts';
import type { Role } from '../../chart/scene.ts';
import type { Period } from '../../domain/period.ts';
import { toPeriodKey } from '../../domain/period.ts';
import { toCategories, toSeriesName, toValues } from './chart-parts.ts';
import { toColour, toFill, toRoleLine } from './drawing.ts';
import type { Move } from './line-ends.ts';
import { toEndLabel } from './line-ends.ts';

/** A place along the axis: a period, or room where one was never published. */
export type Column = Period | undefined;

/** A straight line with a name: the way to a target, or a level. What it has between is no figure of any year. */
export interface Course {
  readonly name: string;
  /** Of the name at its end. */
  readonly role: Role;
  /** How it is drawn, as DrawingML. */
  readonly line: string;
  /** One for each column. */
  readonly numbers: readonly (number | undefined)[];
  /** Columns of what was set, which have a mark. */
  readonly set: ReadonlySet<number>;
}

export const TARGET = 'Target';
export const COURSE_REMARK = 'The line to the target is straight between what was set; it is not data.';

export function toCourse(target: readonly TargetPoint[], columns: readonly Column[]): Course | undefined {
  const set = target
    .map(({ period, number }) => {
      const key = toPeriodKey(period);
      return { at: columns.findIndex((column) => column && toPeriodKey(column) === key), number };
    })
    .sort((a, b) => a.at - b.at);
  if (set.length === 0) return undefined;
  const numbers = columns.map((_, at) => {
    const from = set.findLast((one) => one.at <= at);
    const to = set.find((one) => one.at >= at);
    if (!from || !to) return undefined;
    return from.at === to.at
      ? to.number
      : from.number + ((to.number - from.number) * (at - from.at)) / (to.at - from.at);
  });
  return {
    name: TARGET,
    role: 'target',
    line: toRoleLine('target'),
    numbers,
    set: new Set(set.map(({ at }) => at)),
  };
}

/** The same number in every column. */
export function toLevel(
  name: string,
  number: number,
  columns: readonly Column[],
  style: Pick<Course, 'role' | 'line'>,
): Course {
  return { name, ...style, numbers: columns.map(() => number), set: new Set() };
}

export function toCourseXml(
  { name, role, line, numbers, set }: Course,
  index: number,
  names: readonly string[],
  format: string,
  move: Move | undefined,
): string {
  const order = String(index);
  const fill = toFill(toColour(role));
  const diamond = `<c:marker><c:symbol val="diamond"/><c:size val="9"/><c:spPr>${fill}<a:ln w="9525">${fill}</a:ln></c:spPr></c:marker>`;
  const points = [...set].map(
    (at) => `<c:dPt><c:idx val="${String(at)}"/>${diamond}<c:bubble3D val="0"/><c:spPr>${line}</c:spPr></c:dPt>`,
  );
  return `<c:ser><c:idx val="${order}"/><c:order val="${order}"/>${toSeriesName(name, index + 1)}<c:spPr>${line}</c:spPr><c:marker><c:symbol val="none"/></c:marker>${points.join('')}${toEndLabel(role, move)}${toCategories(names)}${toValues(numbers, index + 1, format)}<c:smooth val="0"/></c:ser>`;
}
