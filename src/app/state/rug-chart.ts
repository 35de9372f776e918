/** A rug on its way out: a picture of its table, with what it says of home. */
import { drawRug } from '../../chart/forms/rug-picture.ts';
import type { RugAnswer, RugInput } from '../../chart/forms/rug.ts';
import { toRugTable } from '../../chart/forms/rug.ts';
import type { Scene } from '../../chart/scene.ts';
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

/** "Derby: better than England on 5, similar on 3, worse on 4 of 12 indicators". */
function describeHome({ areas, rows, against }: RugInput, homeName: string): string {
  const at = areas.findIndex(({ home }) => home);
  const count = (answer: RugAnswer): string => String(rows.filter(({ cells }) => cells[at]?.answer === answer).length);
  const of = `${String(rows.length)} ${rows.length === 1 ? 'indicator' : 'indicators'}`;
  return `${homeName}: better than ${against} on ${count('better')}, similar on ${count('similar')}, worse on ${count('worse')} of ${of}`;
}

export function toOutgoingRug(input: RugInput): OutgoingChart {
  const { homeName, title } = nameHome(input);
  const finding = describeHome(input, homeName);
  return {
    chart: { form: 'drawn', scene: drawRugPicture(input) },
    finding,
    sentence: `${finding}.`,
    notes: [title, input.caption],
    fileName: toFileName(title, 'rug'),
  };
}
