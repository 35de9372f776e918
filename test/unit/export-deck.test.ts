import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { drawChart } from '../../src/chart/chart.ts';
import { toDeck } from '../../src/export/office/deck.ts';
import type { OutgoingChart } from '../../src/export/outgoing.ts';
import { authorities, PERIODS, ranked, trend, trendInput } from '../fixtures/export/charts.ts';
import { EVERY_FORM } from '../fixtures/export/forms.ts';
import type { Element } from '../fixtures/export/xml.ts';
import { findAll, readXml } from '../fixtures/export/xml.ts';

const PIXELS = new Uint8Array([0x89, 0x50, 0x4e, 0x47]);

function make(charts: readonly OutgoingChart[], signal?: AbortSignal): Promise<Uint8Array> {
  return toDeck(charts, {
    brand: '#7a1f5c',
    made: '2026-11-22T10:00:00.000Z',
    cover: { title: 'Derby & its children', subtitle: '22 November 2026' },
    rasterise: () => Promise.resolve(PIXELS),
    ...(signal ? { signal } : {}),
  });
}

let parts: Readonly<Record<string, Uint8Array>>;
const xml = (path: string): Element => readXml(strFromU8(parts[path] ?? new Uint8Array()));
const isXml = (path: string): boolean => /\.(xml|rels)$/.test(path);
const valuesOf = (element: Element, name: string): (string | undefined)[] =>
  findAll(element, name).map((found) => found.attributes['val']);

beforeAll(async () => {
  parts = unzipSync(await make([trend, ranked, authorities]));
});

describe('the package of a deck', () => {
  it('holds only XML that is well-formed', () => {
    for (const path of Object.keys(parts).filter(isXml)) expect(() => xml(path), path).not.toThrow();
  });

  it('says of every part what kind it is, once, and of no part that is not there', () => {
    const types = xml('[Content_Types].xml');
    const named = findAll(types, 'Override').map(({ attributes }) => attributes['PartName']?.slice(1) ?? '');
    const expected = Object.keys(parts).filter((path) => !path.endsWith('.rels') && path !== '[Content_Types].xml');
    expect(named.toSorted()).toEqual(expected.toSorted());
  });

  it('leads nowhere but to parts that are there, by identifiers that are used once', () => {
    for (const path of Object.keys(parts).filter((one) => one.endsWith('.rels'))) {
      const relations = findAll(xml(path), 'Relationship').map(({ attributes }) => attributes);
      for (const { Target = '' } of relations) expect(Object.keys(parts), path).toContain(Target.slice(1));
      expect(new Set(relations.map(({ Id }) => Id)).size).toBe(relations.length);
    }
  });

  it('names in each part only identifiers that its relationships have', () => {
    for (const path of Object.keys(parts).filter((one) => isXml(one) && !one.endsWith('.rels'))) {
      const used = [...strFromU8(parts[path] ?? PIXELS).matchAll(/ r:(?:id|embed)="([^"]+)"/g)].map(([, id]) => id);
      const relations = path.replace(/([^/]+)$/, '_rels/$1.rels');
      const known = parts[relations] ? findAll(xml(relations), 'Relationship').map((one) => one.attributes['Id']) : [];
      for (const id of used) expect(known, path).toContain(id);
    }
  });

  it('gives the shapes of a slide identifiers of their own', () => {
    for (const path of Object.keys(parts).filter((one) => /slides\/slide\d+\.xml$/.test(one))) {
      const ids = findAll(xml(path), 'p:cNvPr').map(({ attributes }) => attributes['id']);
      expect(new Set(ids).size, path).toBe(ids.length);
    }
  });

  it('is the same file every time', async () => {
    expect(await make([ranked])).toEqual(await make([ranked]));
  });
});

describe('a slide', () => {
  const textsOf = (path: string): string[] => findAll(xml(path), 'a:t').map(({ text }) => text);

  it('has the finding as its title, then the sentence, and the source with what the chart cannot draw', () => {
    const [title, sentence, source] = textsOf('ppt/slides/slide2.xml');
    expect(title).toBe('Derby: NEET nearly doubled');
    expect(sentence).toBe('7.6% of 16 and 17 year olds, up from 4.5%.');
    expect(source).toContain('NEET & “idle” <16–17>.');
    expect(source).toContain('Hollow points are provisional');
    expect(source).toContain('No figure for Derby in 2018/19 (suppressed).');
    expect(source).toContain('Open Government Licence v3.0. Made 22 November 2026.');
  });

  it('has speaker notes with the comparison', () => {
    expect(textsOf('ppt/notesSlides/notesSlide2.xml')).toContain('Rounded to one decimal & no more.');
  });

  it('describes its chart to those who do not see it', () => {
    const [frame] = findAll(xml('ppt/slides/slide2.xml'), 'p:graphicFrame');
    const [named] = frame ? findAll(frame, 'p:cNvPr') : [];
    expect(named?.attributes['descr']).toContain('Line chart of Not in education');
  });

  it('shows a form that Office has not as vectors, with pixels for programs without them', () => {
    const slide = xml('ppt/slides/slide4.xml');
    expect(findAll(slide, 'a:blip')).toHaveLength(1);
    expect(findAll(slide, 'asvg:svgBlip')).toHaveLength(1);
    const svg = strFromU8(parts['ppt/media/picture4.svg'] ?? PIXELS);
    expect(svg).toContain('font-family="Arial"');
    expect(svg).not.toMatch(/<style|foreignObject|var\(/);
  });

  it('shrinks a finding that is too long for its place, and no other', async () => {
    const long = 'Derby: the gap is wider than the year before. '.repeat(5);
    const made = unzipSync(await make([trend, { ...trend, finding: long }]));
    const [short, shrunk] = [2, 3].map((number) => strFromU8(made[`ppt/slides/slide${String(number)}.xml`] ?? PIXELS));
    expect(short).not.toContain('fontScale');
    expect(shrunk).toMatch(/<a:normAutofit fontScale="[5-9]\d000"\/>/);
  });

  it('puts a tall picture in the middle, and no empty sentence above it', async () => {
    const scene = drawChart(trend.chart, { width: 300, height: 600 });
    const made = unzipSync(await make([{ ...trend, sentence: '', chart: { form: 'drawn', scene } }]));
    const slide = readXml(strFromU8(made['ppt/slides/slide2.xml'] ?? PIXELS));
    const [picture] = findAll(slide, 'p:pic');
    const [from] = picture ? findAll(picture, 'a:off') : [];
    const [size] = picture ? findAll(picture, 'a:ext').filter(({ attributes }) => attributes['cx']) : [];
    const middle = Number(from?.attributes['x']) + Number(size?.attributes['cx']) / 2;
    expect(middle / 914_400).toBeCloseTo(13.333 / 2, 2);
    expect(findAll(slide, 'p:cNvPr').map(({ attributes }) => attributes['name'])).not.toContain('Sentence');
  });

  it('takes the colour of the authority for its cover', () => {
    const [dark] = findAll(xml('ppt/theme/theme1.xml'), 'a:dk2');
    expect(dark?.children[0]?.attributes['val']).toBe('7A1F5C');
    expect(textsOf('ppt/slides/slide1.xml')).toEqual(['Derby & its children', '22 November 2026']);
  });
});

describe('a line chart that Office draws', () => {
  const chart = (): Element => xml('ppt/charts/chart2.xml');
  const seriesOf = (name: string): Element => {
    const found = findAll(chart(), 'c:ser').find((one) => findAll(one, 'c:v')[0]?.text === name);
    if (!found) throw new Error(`no series ${name}`);
    return found;
  };
  const pointsOf = (name: string): Readonly<Record<string, string>> => {
    const [values] = findAll(seriesOf(name), 'c:val');
    const found = values ? findAll(values, 'c:pt') : [];
    return Object.fromEntries(found.map((one) => [one.attributes['idx'] ?? '', one.children[0]?.text ?? '']));
  };

  it('names exactly the axes that stand below it', () => {
    const [lines] = findAll(chart(), 'c:lineChart');
    const named = (lines?.children ?? []).filter(({ name }) => name === 'c:axId').map((one) => one.attributes['val']);
    const axes = findAll(chart(), 'c:plotArea')[0]?.children.filter(({ name }) => /^c:(cat|val)Ax$/.test(name)) ?? [];
    expect(named).toHaveLength(2);
    expect(axes.map((axis) => axis.children[0]?.attributes['val'])).toEqual(named);
    expect(axes.flatMap((axis) => valuesOf(axis, 'c:crossAx'))).toEqual(named.toReversed());
  });

  it('leaves a gap at a suppressed figure and at a year that nobody published', () => {
    expect(valuesOf(chart(), 'c:dispBlanksAs')).toEqual(['gap']);
    const [categories] = findAll(seriesOf('Derby'), 'c:cat');
    const named = categories
      ? findAll(categories, 'c:pt').map((one) => [one.attributes['idx'], one.children[0]?.text])
      : [];
    expect(named.slice(0, 3)).toEqual([
      ['0', '2015/16'],
      ['1', '2016/17'],
      ['3', '2018/19'],
    ]);
    expect(pointsOf('Derby')).toEqual({ 0: '5', 1: '5.4', 4: '4.6', 5: '5.3', 6: '4.5', 7: '7.6' });
    expect(pointsOf('England')).not.toHaveProperty('2');
  });

  it('draws no line into a break of the series', () => {
    const broken = findAll(seriesOf('Derby'), 'c:dPt').find((one) => one.children[0]?.attributes['val'] === '5');
    const line = broken?.children.find(({ name }) => name === 'c:spPr');
    expect(line && findAll(line, 'a:noFill')).toHaveLength(1);
  });

  it('gives a figure with nothing beside it a marker, though its line has none', () => {
    const alone = findAll(seriesOf('Walsall'), 'c:dPt').find((one) => one.children[0]?.attributes['val'] === '0');
    expect(alone && valuesOf(alone, 'c:symbol')).toEqual(['circle']);
  });

  it('leaves a provisional point hollow', () => {
    const last = findAll(seriesOf('Derby'), 'c:dPt').find((one) => one.children[0]?.attributes['val'] === '7');
    const [fill] = last ? findAll(last, 'a:solidFill') : [];
    expect(fill?.children[0]?.attributes['val']).toBe('FFFFFF');
  });

  it('draws England dashed, home solid and heaviest', () => {
    const lineOf = (name: string): Element | undefined =>
      seriesOf(name)
        .children.find((one) => one.name === 'c:spPr')
        ?.children.find((one) => one.name === 'a:ln');
    const dashOf = (name: string): (string | undefined)[] => valuesOf(lineOf(name) ?? seriesOf(name), 'a:prstDash');
    expect([dashOf('England'), dashOf('Derby')]).toEqual([['dash'], ['solid']]);
    expect(Number(lineOf('Derby')?.attributes['w'])).toBeGreaterThan(Number(lineOf('England')?.attributes['w']));
  });

  it('carries a workbook whose cells are what it draws', () => {
    const book = unzipSync(parts['ppt/embeddings/workbook2.xlsx'] ?? PIXELS);
    const sheet = readXml(strFromU8(book['xl/worksheets/sheet1.xml'] ?? PIXELS));
    const cells = new Map(
      findAll(sheet, 'c').map((cell) => [
        cell.attributes['r'],
        findAll(cell, cell.attributes['t'] ? 't' : 'v')[0]?.text,
      ]),
    );
    const columns = findAll(chart(), 'c:ser').map((series) => {
      const [name, , values] = findAll(series, 'c:f').map(({ text }) => text);
      return { name, values, points: findAll(series, 'c:val').flatMap((one) => findAll(one, 'c:pt')), series };
    });
    for (const { name = '', values = '', points: drawn, series } of columns) {
      expect(cells.get(name.replace(/^Figures!|\$/g, ''))).toBe(findAll(series, 'c:v')[0]?.text);
      const [, column = '', from = '', to = ''] = /\$([A-Z]+)\$(\d+):\$[A-Z]+\$(\d+)$/.exec(values) ?? [];
      const length = Number(to) - Number(from) + 1;
      const found = Array.from({ length }, (_, i) => cells.get(`${column}${String(Number(from) + i)}`));
      const expected = Array.from(
        { length },
        (_, i) => drawn.find((p) => p.attributes['idx'] === String(i))?.children[0]?.text,
      );
      expect(found).toEqual(expected);
    }
    expect(columns.length).toBe(6);
  });
});

describe('a target on a line chart that Office draws', () => {
  const [from, , , , , , to] = PERIODS;
  const target = [from, to].flatMap((period, i) => (period ? [{ period, number: 6 - 3 * i }] : []));
  const aimed: OutgoingChart = { ...trend, chart: { form: 'trend', input: { ...trendInput, target } } };

  it('is a straight line with marks at what was set alone, and says that it is no data', async () => {
    const made = unzipSync(await make([aimed]));
    const drawn = readXml(strFromU8(made['ppt/charts/chart2.xml'] ?? PIXELS));
    const series = findAll(drawn, 'c:ser').at(-1);
    if (!series) throw new Error('no series');
    expect(findAll(series, 'c:v')[0]?.text).toBe('Target');
    const [values] = findAll(series, 'c:val');
    const numbers = values ? findAll(values, 'c:v').map(({ text }) => Number(text)) : [];
    expect(numbers).toHaveLength(8);
    numbers.forEach((number, i) => {
      expect(number).toBeCloseTo(6 - (3 * i) / 7, 9);
    });
    const marked = findAll(series, 'c:dPt').filter((one) => valuesOf(one, 'c:symbol').includes('diamond'));
    expect(marked.map((one) => one.children[0]?.attributes['val'])).toEqual(['0', '7']);
    expect(strFromU8(made['ppt/slides/slide2.xml'] ?? PIXELS)).toContain('it is not data');
  });
});

describe('a bar chart that Office draws', () => {
  it('keeps a suppressed authority with its reason and without a bar', () => {
    const chart = xml('ppt/charts/chart3.xml');
    expect(findAll(chart, 'c:v').map(({ text }) => text)).toContain('Walsall: suppressed');
    const [values] = findAll(chart, 'c:val');
    expect(values && findAll(values, 'c:pt').map(({ attributes }) => attributes['idx'])).toEqual(['0', '1', '3', '4']);
  });
});

describe('a deck of every form', () => {
  let every: Readonly<Record<string, Uint8Array>>;
  const part = (path: string): Element => readXml(strFromU8(every[path] ?? PIXELS));
  const slideOf = (form: string): number => EVERY_FORM.findIndex(({ chart }) => chart.form === form) + 2;
  const cellsOf = (number: number): Map<string | undefined, string | undefined> => {
    const book = unzipSync(every[`ppt/embeddings/workbook${String(number)}.xlsx`] ?? PIXELS);
    const cells = findAll(readXml(strFromU8(book['xl/worksheets/sheet1.xml'] ?? PIXELS)), 'c');
    return new Map(
      cells.map((cell) => [cell.attributes['r'], findAll(cell, cell.attributes['t'] ? 't' : 'v')[0]?.text]),
    );
  };

  beforeAll(async () => {
    every = unzipSync(await make(EVERY_FORM));
  });

  it('has Office’s own chart for five forms and a picture in vectors and pixels for the others', () => {
    const native = EVERY_FORM.filter((_, i) => every[`ppt/charts/chart${String(i + 2)}.xml`]);
    const pictured = EVERY_FORM.filter(
      (_, i) => every[`ppt/media/picture${String(i + 2)}.svg`] && every[`ppt/media/picture${String(i + 2)}.png`],
    );
    expect(native.map(({ chart }) => chart.form)).toEqual(['trend', 'neighbours', 'gap', 'change', 'xmr']);
    expect(pictured.map(({ chart }) => chart.form)).toEqual([
      'authorities',
      'profile',
      'multiples',
      'timeline',
      'tile-map',
    ]);
  });

  it('says on every slide the finding, the title, the source and in other words what is shown', () => {
    EVERY_FORM.forEach(({ finding, chart }, i) => {
      const slide = part(`ppt/slides/slide${String(i + 2)}.xml`);
      const texts = findAll(slide, 'a:t').map(({ text }) => text);
      expect(texts[0]).toBe(finding);
      expect(texts.join(' ')).toContain(`${chart.input.title}.`);
      expect(texts.join(' ')).toContain('Open Government Licence v3.0. Made 22 November 2026.');
      const described = findAll(slide, 'p:cNvPr').map(({ attributes }) => attributes['descr'] ?? '');
      expect(described.join('').length, chart.form).toBeGreaterThan(40);
    });
  });

  it('names in each chart two axes, each of which stands there once', () => {
    for (const path of Object.keys(every).filter((one) => /charts\/chart\d+\.xml$/.test(one))) {
      const [plot] = findAll(part(path), 'c:plotArea');
      const [drawn, ...axes] = (plot?.children ?? []).filter(({ name }) => /Chart$|Ax$/.test(name));
      const named = (drawn?.children ?? []).filter(({ name }) => name === 'c:axId').map((one) => one.attributes['val']);
      expect(
        axes.map((axis) => axis.children[0]?.attributes['val']),
        path,
      ).toEqual(named);
      expect(named, path).toHaveLength(2);
    }
  });

  it('draws from cells that hold the same: names, categories, figures and the lengths of uprights', () => {
    for (const form of ['trend', 'neighbours', 'gap', 'change', 'xmr']) {
      const number = slideOf(form);
      const cells = cellsOf(number);
      const chart = part(`ppt/charts/chart${String(number)}.xml`);
      const references = [...findAll(chart, 'c:strRef'), ...findAll(chart, 'c:numRef')];
      expect(references.length, form).toBeGreaterThan(2);
      for (const reference of references) {
        const [where] = findAll(reference, 'c:f');
        const [, column = '', from = '', to = from] =
          /^Figures!\$([A-Z]+)\$(\d+)(?::\$[A-Z]+\$(\d+))?$/.exec(where?.text ?? '') ?? [];
        const rows = Array.from({ length: Number(to) - Number(from) + 1 }, (_, i) => Number(from) + i);
        const drawn = new Map(
          findAll(reference, 'c:pt').map((point) => [point.attributes['idx'], findAll(point, 'c:v')[0]?.text]),
        );
        rows.forEach((row, i) => {
          expect(cells.get(`${column}${String(row)}`), `${form} ${column}${String(row)}`).toBe(drawn.get(String(i)));
        });
      }
    }
  });

  it('stands an upright in a gap only where both groups have a figure, as long as the gap', () => {
    const [plus] = findAll(part(`ppt/charts/chart${String(slideOf('gap'))}.xml`), 'c:plus');
    const lengths = plus ? findAll(plus, 'c:pt').map((one) => [one.attributes['idx'], one.children[0]?.text]) : [];
    const [minus] = findAll(part(`ppt/charts/chart${String(slideOf('gap'))}.xml`), 'c:minus');
    const down = minus ? findAll(minus, 'c:v').map(({ text }) => Number(text)) : [];
    expect([lengths.map(([, length]) => length), down].flat().map(Number)).toEqual(
      expect.arrayContaining([18, 17]) as unknown,
    );
    expect(lengths.map(([index]) => index)).not.toContain('1');
  });

  it('lets the length of an upright follow edited figures', () => {
    const book = unzipSync(every[`ppt/embeddings/workbook${String(slideOf('change'))}.xlsx`] ?? PIXELS);
    const formulas = findAll(readXml(strFromU8(book['xl/worksheets/sheet1.xml'] ?? PIXELS)), 'f');
    expect(formulas.map(({ text }) => text)).toEqual(['MAX(C2-B2,0)', 'MAX(B2-C2,0)', 'MAX(C3-B3,0)', 'MAX(B3-C3,0)']);
  });

  it('draws a run with its mean and limits level, and marks what is more than ordinary variation', () => {
    const chart = part(`ppt/charts/chart${String(slideOf('xmr'))}.xml`);
    const series = findAll(chart, 'c:ser');
    const names = series.map((one) => findAll(one, 'c:v')[0]?.text);
    expect(names).toEqual(['Derby', 'Upper limit', 'Mean', 'Lower limit']);
    for (const level of series.slice(1)) {
      const [values] = findAll(level, 'c:val');
      expect(new Set(values ? findAll(values, 'c:v').map(({ text }) => text) : []).size).toBe(1);
    }
    expect(strFromU8(every[`ppt/slides/slide${String(slideOf('xmr'))}.xml`] ?? PIXELS)).toContain('outside the limits');
  });
});

describe('making a deck', () => {
  it('stops between two slides when it is cancelled', async () => {
    const controller = new AbortController();
    const work = make([trend, trend, trend], controller.signal);
    controller.abort();
    await expect(work).rejects.toThrow(/abort/i);
  });

  it('makes sixty native charts in at most 2 s and 1.5 MB', async () => {
    const start = performance.now();
    const bytes = await make(Array.from({ length: 60 }, (_, i) => (i % 2 === 0 ? trend : ranked)));
    expect(performance.now() - start).toBeLessThan(2000);
    expect(bytes.length).toBeLessThan(1_500_000);
  });
});
