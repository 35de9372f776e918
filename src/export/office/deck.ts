/**
 * A deck of slides (.pptx): a cover, then a slide for each chart with its finding as the title, the
 * sentence, the chart itself, and its source. Charts are Office's own wherever Office has the form.
 */
import type { PageChart } from '../../chart/forms.ts';
import { drawPageChart } from '../../chart/forms.ts';
import type { DeckTheme } from '../../domain/deck-theme.ts';
import { toSvg } from '../../render/svg.ts';
import type { OutgoingChart } from '../outgoing.ts';
import { captionOf, titleOf } from '../outgoing.ts';
import type { StepOptions } from '../steps.ts';
import { divideSteps, takeSteps } from '../steps.ts';
import { toBarChart } from './bar-chart.ts';
import { toChangeChart } from './change-chart.ts';
import type { NativeChart } from './chart-parts.ts';
import { toGapChart, toLineChart, toRunChart } from './line-chart.ts';
import { addMasters, CHART_SLIDE, PARTS, PLACES, TEXT_SIZES } from './masters.ts';
import { OfficePackage, ROOT } from './package.ts';
import {
  INHERIT_COLOURS,
  NAMESPACES,
  SLIDE_SIZE,
  toChartFrame,
  toPictureFrame,
  toSlideImage,
  toSlideNumber,
  toText,
  toTree,
} from './shapes.ts';
import { toDeckColours } from './theme.ts';
import { toWorkbook, WORKBOOK_TYPE } from './workbook.ts';
import { toHex, toXmlText } from './xml.ts';

const TYPE = 'application/vnd.openxmlformats-officedocument.presentationml';
const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';
export const DECK_TYPE = `${TYPE}.presentation`;

export interface DeckCover {
  readonly title: string;
  readonly subtitle: string;
}

export interface DeckOptions extends StepOptions {
  /** Absent: the deck begins with its first chart. */
  readonly cover?: DeckCover;
  /** The authority's colour, "#12436d": the cover and the mark above each title. */
  readonly brand: string;
  /** Colours and fonts of its template; absent for those of the dashboard. */
  readonly theme?: DeckTheme;
  /** When the deck was made, ISO date and time. */
  readonly made: string;
  /** Pixels of an SVG as a PNG: only a browser can draw them. */
  readonly rasterise: (svg: string, width: number, height: number) => Promise<Uint8Array>;
}

/** How long slides take to be made, and then to be packed, by comparison. */
const SHARES = [4, 1] as const;

/** Units of a scene to an inch of a slide: type of 13 units is then about 13 points. */
const UNITS_PER_INCH = 78;

function toNative(chart: PageChart): NativeChart | undefined {
  switch (chart.form) {
    case 'trend':
      return toLineChart(chart.input);
    case 'neighbours':
      return toBarChart(chart.input);
    case 'gap':
      return toGapChart(chart.input);
    case 'change':
      return toChangeChart(chart.input);
    case 'xmr':
      return toRunChart(chart.input);
    // Office has no dots by value, no rows on scales of their own, no tiles.
    case 'authorities':
    case 'profile':
    case 'multiples':
    case 'timeline':
    case 'tile-map':
    case 'drawn':
      return undefined;
  }
}

class Deck {
  private readonly file = new OfficePackage();
  private readonly presentation = 'ppt/presentation.xml';
  private readonly slideIds: string[] = [];
  private readonly masters: { readonly master: string; readonly notes: string };
  private readonly options: DeckOptions;

  constructor(options: DeckOptions) {
    this.options = options;
    this.file.relate(ROOT, 'officeDocument', this.presentation);
    this.masters = addMasters(this.file, this.presentation, toDeckColours(toHex(options.brand), options.theme));
  }

  private nextSlide(layout: string): string {
    const path = `ppt/slides/slide${String(this.slideIds.length + 1)}.xml`;
    this.slideIds.push(this.file.relate(this.presentation, 'slide', path));
    this.file.relate(path, 'slideLayout', layout);
    return path;
  }

  private addSlide(path: string, shapes: readonly string[]): void {
    this.file.add(path, `${TYPE}.slide+xml`, `<p:sld ${NAMESPACES}>${toTree(shapes)}${INHERIT_COLOURS}</p:sld>`);
  }

  private addNotes(slide: string, paragraphs: readonly string[]): void {
    const path = slide.replace('slides/slide', 'notesSlides/notesSlide');
    this.file.relate(path, 'notesMaster', PARTS.notesMaster);
    this.file.relate(path, 'slide', slide);
    this.file.relate(slide, 'notesSlide', path);
    const shapes = [toSlideImage(PLACES.slideImage), toText(PLACES.notes, paragraphs)];
    this.file.add(
      path,
      `${TYPE}.notesSlide+xml`,
      `<p:notes ${NAMESPACES}>${toTree(shapes)}${INHERIT_COLOURS}</p:notes>`,
    );
  }

  addCover({ title, subtitle }: DeckCover): void {
    const path = this.nextSlide(PARTS.cover);
    this.addSlide(path, [toText(PLACES.coverTitle, [title]), toText(PLACES.subtitle, [subtitle])]);
  }

  async addChart(outgoing: OutgoingChart): Promise<void> {
    const { chart, finding, sentence, notes } = outgoing;
    const path = this.nextSlide(PARTS.chart);
    const native = toNative(chart);
    const frame = native ? this.addNative(path, native, chart) : await this.addPicture(path, chart);
    const remarks = native?.remarks ?? [];
    this.addSlide(path, [
      toText(PLACES.title, [finding], { size: TEXT_SIZES.title, box: CHART_SLIDE.title }),
      ...(sentence === ''
        ? []
        : [toText(PLACES.sentence, [sentence], { size: TEXT_SIZES.sentence, box: CHART_SLIDE.sentence })]),
      frame,
      toText(PLACES.source, [[`${titleOf(chart)}.`, ...remarks, captionOf(chart)].join(' ')], {
        size: TEXT_SIZES.source,
        box: CHART_SLIDE.source,
      }),
      toSlideNumber(PLACES.number),
    ]);
    this.addNotes(path, sentence === '' ? notes : [sentence, '', ...notes]);
  }

  private toDescription(chart: PageChart): string {
    return drawPageChart(chart, { width: 960, height: 540 }).description;
  }

  private addNative(slide: string, native: NativeChart, chart: PageChart): string {
    const number = /\d+/.exec(slide)?.[0] ?? '';
    const part = `ppt/charts/chart${number}.xml`;
    const workbook = `ppt/embeddings/workbook${number}.xlsx`;
    this.file.add(workbook, WORKBOOK_TYPE, toWorkbook(native.sheets));
    this.file.add(part, CHART_TYPE, native.toXml(this.file.relate(part, 'package', workbook)));
    const pictured = { id: 6, name: 'Chart', description: this.toDescription(chart) };
    return toChartFrame(pictured, CHART_SLIDE.chart, this.file.relate(slide, 'chart', part));
  }

  private async addPicture(slide: string, chart: PageChart): Promise<string> {
    const number = /\d+/.exec(slide)?.[0] ?? '';
    const room = CHART_SLIDE.picture;
    const scene = drawPageChart(chart, { width: room.width * UNITS_PER_INCH, height: room.height * UNITS_PER_INCH });
    const svg = toSvg(scene, { kind: 'office', theme: 'print', transparent: true });
    const pixels = `ppt/media/picture${number}.png`;
    const vectors = `ppt/media/picture${number}.svg`;
    this.file.add(pixels, 'image/png', await this.options.rasterise(svg, scene.width, scene.height));
    this.file.add(vectors, 'image/svg+xml', new TextEncoder().encode(svg));
    const scale = Math.min(room.width / scene.width, room.height / scene.height);
    const [width, height] = [scene.width * scale, scene.height * scale];
    const box = { x: room.x + (room.width - width) / 2, y: room.y, width, height };
    const pictured = { id: 6, name: 'Chart', description: scene.description };
    return toPictureFrame(
      pictured,
      box,
      this.file.relate(slide, 'image', pixels),
      this.file.relate(slide, 'image', vectors),
    );
  }

  finish(title: string, steps: StepOptions): Promise<Uint8Array<ArrayBuffer>> {
    const { master, notes } = this.masters;
    const slides = this.slideIds.map((id, i) => `<p:sldId id="${String(256 + i)}" r:id="${id}"/>`);
    this.file.add(
      this.presentation,
      `${TYPE}.presentation.main+xml`,
      `<p:presentation ${NAMESPACES} saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="${master}"/></p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="${notes}"/></p:notesMasterIdLst><p:sldIdLst>${slides.join('')}</p:sldIdLst>${SLIDE_SIZE}</p:presentation>`,
    );
    this.addProperties(title);
    return this.file.toBytesInSteps(steps);
  }

  private addProperties(title: string): void {
    const made = `${this.options.made.slice(0, 19)}Z`;
    this.file.relate(ROOT, 'core-properties', 'docProps/core.xml');
    this.file.add(
      'docProps/core.xml',
      'application/vnd.openxmlformats-package.core-properties+xml',
      `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${toXmlText(title)}</dc:title><dc:creator>Every Child Matters outcomes dashboard</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${made}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${made}</dcterms:modified></cp:coreProperties>`,
    );
    this.file.relate(ROOT, 'extended-properties', 'docProps/app.xml');
    this.file.add(
      'docProps/app.xml',
      'application/vnd.openxmlformats-officedocument.extended-properties+xml',
      `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Every Child Matters outcomes dashboard</Application><Slides>${String(this.slideIds.length)}</Slides></Properties>`,
    );
  }
}

/**
 * The deck as a file.
 * @throws the signal's reason where it is cancelled
 */
export async function toDeck(charts: readonly OutgoingChart[], options: DeckOptions): Promise<Uint8Array<ArrayBuffer>> {
  const deck = new Deck(options);
  if (options.cover) deck.addCover(options.cover);
  const [drawing, packing] = divideSteps(options, SHARES);
  await takeSteps(charts, drawing, (chart) => deck.addChart(chart));
  return deck.finish(options.cover?.title ?? charts[0]?.finding ?? '', packing);
}
