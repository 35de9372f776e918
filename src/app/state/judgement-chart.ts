/** Inspectors' grades as a timeline, and the words that say which way their numbers run. */
import type { TimelineInput } from '../../chart/forms/timeline.ts';
import type { Judgement } from '../../domain/judgement.ts';
import { groupByKey } from './group-by-key.ts';

const LIST = new Intl.ListFormat('en-GB');

/** "1 is the best grade of Single inspection framework; 4 is the best grade of Joint area review." */
export function describeScales(judgements: readonly Judgement[]): string {
  const byBest = groupByKey(
    [...judgements].sort((a, b) => a.bestGradeNumber - b.bestGradeNumber),
    (judgement) => String(judgement.bestGradeNumber),
  );
  const scales = byBest.map(([best, of]) => {
    const frameworks = [...new Set(of.map((judgement) => judgement.framework))];
    return `${best} is the best grade of ${LIST.format(frameworks)}`;
  });
  return `${scales.join('; ')}. Each grade is coloured by its distance from the best; grades are never averaged.`;
}

export function toTimeline(judgements: readonly Judgement[], title: string): TimelineInput {
  return {
    title,
    caption: describeScales(judgements),
    judgements: judgements.map(({ published, framework, theme, grade, gradeNumber, bestGradeNumber }) => ({
      published,
      framework,
      theme,
      grade,
      number: gradeNumber,
      best: bestGradeNumber,
    })),
  };
}
