/** Inspectors' grades as a timeline, and the words that say which way their numbers run. */
import type { TimelineInput } from '../../chart/forms/timeline.ts';
import type { Judgement } from '../../domain/judgement.ts';
import { toFileName } from '../../export/file-name.ts';
import type { OutgoingChart } from '../../export/outgoing.ts';
import { groupByKey } from './group-by-key.ts';

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
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

/** What the judgements are from, and when the chart was made. */
function describeJudgementSources(judgements: readonly Judgement[], made: Date): string {
  const sources = [...new Set(judgements.map(({ source }) => source).filter(Boolean))];
  const from = sources.length > 0 ? sources.join('; ') : 'not named by the file';
  return `${sources.length > 1 ? 'Sources' : 'Source'}: ${from}. Made ${DAY.format(made)}.`;
}

export function toTimeline(judgements: readonly Judgement[], title: string, made: Date): TimelineInput {
  return {
    title,
    caption: `${describeScales(judgements)} ${describeJudgementSources(judgements, made)}`,
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

/** On its way out, the latest judgement as its finding. */
export function toOutgoingTimeline(input: TimelineInput, homeName: string): OutgoingChart {
  const inOrder = [...input.judgements].sort((a, b) => (a.published < b.published ? -1 : 1));
  const [first, last] = [inOrder[0], inOrder.at(-1)];
  const years = [...new Set([first, last].map((one) => one?.published.slice(0, 4) ?? ''))];
  const title = input.title.includes(homeName) ? input.title : `${homeName}: ${input.title}`;
  return {
    chart: { form: 'timeline', input: { ...input, title } },
    finding: last ? `${homeName}: ${last.theme} was judged “${last.grade}” in ${last.published.slice(0, 4)}` : title,
    sentence: '',
    notes: [
      ...inOrder.map(({ published, theme, grade, framework }) => `${published}, ${theme}: ${grade} (${framework}).`),
      input.caption,
    ],
    fileName: toFileName(homeName, 'inspection judgements', years.join(' ')),
  };
}
