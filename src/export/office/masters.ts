/** What every slide of a deck rests on: the master, its two layouts and the master of the notes. */
import type { DeckTheme } from '../../domain/deck-theme.ts';
import type { OfficePackage } from './package.ts';
import type { Box } from './shapes.ts';
import {
  INHERIT_COLOURS,
  NAMESPACES,
  SLIDE,
  toBlock,
  toPrompt,
  toSlideImage,
  toSlideNumber,
  toTree,
} from './shapes.ts';
import { toCoverInk, toTheme } from './theme.ts';

const TYPE = 'application/vnd.openxmlformats-officedocument.presentationml';
const THEME_TYPE = 'application/vnd.openxmlformats-officedocument.theme+xml';
const MAP =
  '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>';

const MARGIN = 0.6;
const WIDTH = SLIDE.width - 2 * MARGIN;

/** Where things lie on the slide of a chart, in inches. */
export const CHART_SLIDE = {
  title: { x: MARGIN, y: 0.5, width: WIDTH, height: 0.85 },
  sentence: { x: MARGIN, y: 1.42, width: WIDTH, height: 0.68 },
  chart: { x: MARGIN - 0.1, y: 2.2, width: WIDTH + 0.2, height: 4.45 },
  picture: { x: MARGIN, y: 2.2, width: WIDTH, height: 4.45 },
  source: { x: MARGIN, y: 6.72, width: WIDTH - 0.8, height: 0.5 },
  number: { x: SLIDE.width - MARGIN - 0.7, y: 6.97, width: 0.7, height: 0.25 },
} as const satisfies Record<string, Box>;

/** In points. */
export const TEXT_SIZES = { title: 26, sentence: 15, source: 10 } as const;

const COVER = {
  title: { x: 1, y: 2.1, width: 10.5, height: 1.9 },
  subtitle: { x: 1, y: 4.2, width: 10.5, height: 1 },
} as const satisfies Record<string, Box>;

/** Places of text by which slides and layouts name each other. */
export const PLACES = {
  title: { id: 2, name: 'Title', kind: 'title' },
  sentence: { id: 3, name: 'Sentence', kind: 'body', index: 10 },
  source: { id: 4, name: 'Source', kind: 'body', index: 11 },
  number: { id: 5, name: 'Slide number', kind: 'sldNum', index: 12 },
  coverTitle: { id: 2, name: 'Title', kind: 'ctrTitle' },
  subtitle: { id: 3, name: 'Subtitle', kind: 'subTitle', index: 1 },
  slideImage: { id: 2, name: 'Slide', kind: 'sldImg' },
  notes: { id: 3, name: 'Notes', kind: 'body', index: 1 },
} as const;

export const PARTS = {
  master: 'ppt/slideMasters/slideMaster1.xml',
  cover: 'ppt/slideLayouts/slideLayout1.xml',
  chart: 'ppt/slideLayouts/slideLayout2.xml',
  notesMaster: 'ppt/notesMasters/notesMaster1.xml',
} as const;

function toLayout(name: string, shapes: readonly string[], background?: string): string {
  return `<p:sldLayout ${NAMESPACES} preserve="1" userDrawn="1">${toTree(shapes, background).replace('<p:cSld>', `<p:cSld name="${name}">`)}${INHERIT_COLOURS}</p:sldLayout>`;
}

const CHART_LAYOUT = (): string =>
  toLayout('Finding and chart', [
    toBlock(9, { x: MARGIN, y: 0.3, width: 0.7, height: 0.06 }, 'tx2'),
    toPrompt(PLACES.title, CHART_SLIDE.title, { prompt: 'What the figures say', size: TEXT_SIZES.title, bold: true }),
    toPrompt(PLACES.sentence, CHART_SLIDE.sentence, { prompt: 'In a sentence', size: TEXT_SIZES.sentence }),
    toPrompt(PLACES.source, CHART_SLIDE.source, { prompt: 'Source', size: TEXT_SIZES.source, anchor: 'b' }),
    toSlideNumber(PLACES.number, CHART_SLIDE.number),
  ]);

const COVER_LAYOUT = (ink: 'bg1' | 'tx1'): string =>
  toLayout(
    'Cover',
    [
      toPrompt(PLACES.coverTitle, COVER.title, { prompt: 'Title', size: 44, bold: true, colour: ink, anchor: 'b' }),
      toPrompt(PLACES.subtitle, COVER.subtitle, { prompt: 'Subtitle', size: 20, colour: ink }),
    ],
    'tx2',
  );

const STYLES =
  '<p:txStyles><p:titleStyle><a:lvl1pPr algn="l"><a:defRPr sz="2600" b="1"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mj-lt"/></a:defRPr></a:lvl1pPr></p:titleStyle><p:bodyStyle><a:lvl1pPr marL="0" indent="0" algn="l"><a:buNone/><a:defRPr sz="1500"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/></a:defRPr></a:lvl1pPr></p:bodyStyle><p:otherStyle><a:lvl1pPr><a:defRPr sz="1200"/></a:lvl1pPr></p:otherStyle></p:txStyles>';

/** Adds the master, layouts, notes' master and themes. @param presentation path of the part that leads to them */
export function addMasters(
  file: OfficePackage,
  presentation: string,
  theme: DeckTheme,
): { master: string; notes: string } {
  const master = file.relate(presentation, 'slideMaster', PARTS.master);
  const layouts = [
    [PARTS.cover, COVER_LAYOUT(toCoverInk(theme))],
    [PARTS.chart, CHART_LAYOUT()],
  ] as const;
  const listed = layouts.map(([path, xml], i) => {
    const id = file.relate(PARTS.master, 'slideLayout', path);
    file.relate(path, 'slideMaster', PARTS.master);
    file.add(path, `${TYPE}.slideLayout+xml`, xml);
    return `<p:sldLayoutId id="${String(2_147_483_649 + i)}" r:id="${id}"/>`;
  });
  const shapes = [
    toPrompt(PLACES.title, CHART_SLIDE.title, { prompt: 'Title', size: 26, bold: true }),
    toPrompt({ ...PLACES.sentence, index: 1 }, CHART_SLIDE.sentence, { prompt: 'Text', size: 15 }),
    toSlideNumber(PLACES.number, CHART_SLIDE.number),
  ];
  file.add(
    PARTS.master,
    `${TYPE}.slideMaster+xml`,
    `<p:sldMaster ${NAMESPACES}>${toTree(shapes, 'bg1')}${MAP}<p:sldLayoutIdLst>${listed.join('')}</p:sldLayoutIdLst>${STYLES}</p:sldMaster>`,
  );
  const notes = file.relate(presentation, 'notesMaster', PARTS.notesMaster);
  const notesShapes = [
    toSlideImage(PLACES.slideImage, { x: 0.5, y: 0.7, width: 6.5, height: 3.66 }),
    toPrompt(PLACES.notes, { x: 0.5, y: 4.7, width: 6.5, height: 4.6 }, { prompt: 'Notes', size: 12 }),
  ];
  file.add(
    PARTS.notesMaster,
    `${TYPE}.notesMaster+xml`,
    `<p:notesMaster ${NAMESPACES}>${toTree(notesShapes, 'bg1')}${MAP}</p:notesMaster>`,
  );
  // A theme of its own for each master, as PowerPoint writes it.
  [PARTS.master, PARTS.notesMaster].forEach((from, i) => {
    const path = `ppt/theme/theme${String(i + 1)}.xml`;
    file.relate(from, 'theme', path);
    file.add(path, THEME_TYPE, toTheme(theme));
  });
  file.relate(presentation, 'theme', 'ppt/theme/theme1.xml');
  return { master, notes };
}
