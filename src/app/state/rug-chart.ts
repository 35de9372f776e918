/** A rug on its way out: a picture of its table, with what it says of home. */
import { drawRug } from '../../chart/forms/rug-picture.ts';
import type { RugAnswer, RugInput } from '../../chart/forms/rug.ts';
import { toRugTable } from '../../chart/forms/rug.ts';
import type { Scene } from '../../chart/scene.ts';
import { listWords } from '../../chart/words.ts';
import { toFileName } from '../../export/file-name.ts';
import type { OutgoingChart } from '../../export/outgoing.ts';

/** Whose page it stands on, said where nothing around the picture does. */
function nameHome({ areas, title }: RugInput): { readonly homeName: string; readonly title: string } {
  const homeName = areas.find(({ home }) => home)?.name ?? '';
  return { homeName, title: title.includes(homeName) ? title : `${homeName}: ${title}` };
}

export function drawRugPicture(input: RugInput): Scene {
  return drawRug(toRugTable({ ...input, title: nameHome(input).title }));
}

/** The indicators on which home stands so. */
function findRows({ areas, rows }: RugInput, answer: RugAnswer): RugInput['rows'] {
  const at = areas.findIndex(({ home }) => home);
  return rows.filter(({ cells }) => cells[at]?.answer === answer);
}

/** "Derby: better than England on 5, similar on 3, worse on 4 of 12 indicators". */
function describeHome(input: RugInput, homeName: string): string {
  const { rows, against } = input;
  const count = (answer: RugAnswer): string => String(findRows(input, answer).length);
  const of = `${String(rows.length)} ${rows.length === 1 ? 'indicator' : 'indicators'}`;
  return `${homeName}: better than ${against} on ${count('better')}, similar on ${count('similar')}, worse on ${count('worse')} of ${of}`;
}

/** "Worse on NEET 16–17 and Care leavers in EET."; empty where home is worse on none. */
function describeWorse(input: RugInput): string {
  const names = findRows(input, 'worse').map(({ measure }) => measure.shortName);
  return names.length === 0 ? '' : `Worse on ${listWords(names)}.`;
}

export function toOutgoingRug(input: RugInput): OutgoingChart {
  const { homeName, title } = nameHome(input);
  return {
    chart: { form: 'drawn', scene: drawRugPicture(input) },
    finding: describeHome(input, homeName),
    sentence: describeWorse(input),
    notes: [title, input.caption],
    fileName: toFileName(title, 'rug'),
  };
}
