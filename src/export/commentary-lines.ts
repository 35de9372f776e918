/** A commentary on its way out: its words without their Markdown, with who wrote them, when, and on what. */
import { COMMENTARY_PARTS, PART_TITLES } from '../domain/written.ts';
import { toPlainLines } from '../render/plain-text.ts';
import type { OutgoingChart, OutgoingCommentary } from './outgoing.ts';

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

/** The parts that say something, each with its title and its lines. */
export function toCommentaryParts(
  commentary: OutgoingCommentary,
): readonly { readonly title: string; readonly lines: readonly string[] }[] {
  return COMMENTARY_PARTS.map((part) => ({
    title: PART_TITLES[part],
    lines: toPlainLines(commentary[part]),
  })).filter(({ lines }) => lines.length > 0);
}

/** "On 2024/25. A. Officer, 22 November 2026." */
export function describeAuthor({ period, author, at }: OutgoingCommentary): string {
  return `On ${period}. ${author}, ${DAY.format(new Date(at))}.`;
}

/** The charts with their commentary among their notes, for a deck that is to carry it. */
export function addCommentary(charts: readonly OutgoingChart[]): readonly OutgoingChart[] {
  return charts.map((chart) => {
    const { commentary, notes } = chart;
    if (!commentary) return chart;
    const said = toCommentaryParts(commentary).flatMap(({ title, lines }) => [`${title}:`, ...lines]);
    return { ...chart, notes: [...notes, '', ...said, describeAuthor(commentary)] };
  });
}
