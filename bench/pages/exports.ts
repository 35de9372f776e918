/** What leaves the dashboard, made in a page as the dashboard makes it, and the same charts by PptxGenJS. */
import PptxGenJS from 'pptxgenjs';
import { judgeAll } from '../../src/analysis/overview.ts';
import { toOutgoing } from '../../src/app/state/indicator-charts.ts';
import type { PageChart } from '../../src/chart/forms.ts';
import type { Figures } from '../../src/domain/figures.ts';
import { numberOf } from '../../src/domain/value.ts';
import { toDeckFile } from '../../src/export/deck-file.ts';
import type { OutgoingChart } from '../../src/export/outgoing.ts';
import { PICTURE_SIZES } from '../../src/export/picture-sizes.ts';
import { toPngPicture } from '../../src/export/picture.ts';

const HOME = 'Derby';
/** As long as the captions of the pages. */
const CAPTION = '%. Source: Department for Education, Open Government Licence v3.0. Made on 22 November 2026.';
const FORMS = ['trend', 'neighbours'] as const;

export interface Made {
  /** Milliseconds. */
  readonly time: number;
  readonly bytes: number;
}

/** So many charts of an authority that Office has a form for; the indicators again where there are too few. */
function findCharts(figures: Figures, count: number): readonly OutgoingChart[] {
  const options = { average: 'mean', axis: 'fitted' } as const;
  const home = figures.areas.authorities.find(({ name }) => name === HOME);
  const neighbours = figures.neighbourSets[0];
  const charts = (home ? judgeAll(figures, home.code) : []).flatMap((verdict) =>
    FORMS.flatMap((form) => toOutgoing(form, { figures, verdict, options, neighbours, caption: CAPTION }, '#/') ?? []),
  );
  if (charts.length === 0) throw new Error(`${HOME} has no chart.`);
  return Array.from({ length: count }, (_, index) => charts[index % charts.length]).filter((one) => one !== undefined);
}

async function measure(make: () => Promise<Blob>): Promise<Made> {
  const started = performance.now();
  const { size } = await make();
  return { time: performance.now() - started, bytes: size };
}

export function makeDeck(figures: Figures, slides: number): Promise<Made> {
  const charts = findCharts(figures, slides);
  return measure(() => toDeckFile(charts, { brand: '#12436d', withCommentary: false }));
}

interface PeerSeries {
  readonly name: string;
  readonly labels: string[];
  /** PptxGenJS leaves a cell empty for what is no number. */
  readonly values: number[];
}

function toPeerSeries(chart: PageChart): readonly PeerSeries[] {
  const toNumber = (number: number | undefined): number => number ?? Number.NaN;
  switch (chart.form) {
    case 'trend':
      return chart.input.series.map(({ name, points }) => ({
        name,
        labels: points.map(({ period }) => period.label),
        values: points.map(({ value }) => toNumber(numberOf(value))),
      }));
    case 'neighbours': {
      const { items, title } = chart.input;
      return [
        {
          name: title,
          labels: items.map(({ name }) => name),
          values: items.map(({ value }) => toNumber(numberOf(value))),
        },
      ];
    }
    default:
      return [];
  }
}

export function makeDeckWithPptxGen(figures: Figures, slides: number): Promise<Made> {
  const charts = findCharts(figures, slides);
  return measure(async () => {
    const deck = new PptxGenJS();
    deck.layout = 'LAYOUT_WIDE';
    for (const { chart, finding, sentence, notes } of charts) {
      const slide = deck.addSlide();
      slide.addText(finding, { x: 0.5, y: 0.3, w: 12, h: 0.9, fontSize: 26 });
      slide.addText(sentence, { x: 0.5, y: 1.2, w: 12, h: 0.6, fontSize: 14 });
      slide.addChart(chart.form === 'trend' ? 'line' : 'bar', [...toPeerSeries(chart)], {
        x: 0.5,
        y: 2,
        w: 12,
        h: 4.8,
      });
      slide.addNotes(notes.join('\n'));
    }
    const made = await deck.write({ outputType: 'blob' });
    if (!(made instanceof Blob)) throw new Error('PptxGenJS made no blob.');
    return made;
  });
}

/** PNGs for a slide, 1920 × 1080, one after the other: the time of each. */
export async function makePictures(figures: Figures, count: number): Promise<readonly number[]> {
  const [size] = PICTURE_SIZES;
  const times: number[] = [];
  for (const chart of findCharts(figures, count)) {
    const choice = { size, transparent: false, colours: 'rag', screenWidth: 960 } as const;
    const { time } = await measure(() => toPngPicture(chart, choice));
    times.push(time);
  }
  return times;
}
