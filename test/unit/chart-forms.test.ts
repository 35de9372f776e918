import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { ENGLAND_GRID, GRID_COLUMNS, GRID_ROWS } from '../../src/chart/england-grid.ts';
import { drawOnPage } from '../../src/chart/forms.ts';
import { toAbbreviation } from '../../src/chart/forms/tile-map.ts';
import { toChartTable, toRugTable } from '../../src/chart/forms/rug.ts';
import type { RugInput } from '../../src/chart/forms/rug.ts';
import type { Scene } from '../../src/chart/scene.ts';
import { toSvg } from '../../src/render/svg.ts';
import { CASES } from '../gallery/cases.ts';
import { CAPTION, SHARE, toValue } from '../gallery/made.ts';

function sceneOf(name: string): Scene {
  const found = CASES.find((item) => item.name === name);
  if (!found) throw new Error(`the gallery has no ${name}`);
  return found.draw();
}

const said = (name: string): string[] => sceneOf(name).stops.map((stop) => stop.sentence);

describe('a gap', () => {
  test('has a stop for every period in which both groups have a figure', () => {
    expect(said('gap-usual').filter((sentence) => sentence.startsWith('Gap'))).toEqual([
      'Gap, 2017/18: 19.0 points',
      'Gap, 2018/19: 18.0 points',
      'Gap, 2019/20: 18.0 points',
      'Gap, 2022/23: 19.0 points',
      'Gap, 2023/24: 19.0 points',
      'Gap, 2024/25: 18.6 points',
    ]);
  });

  test('is shaded only where both lines are joined', () => {
    const areas = (name: string) => sceneOf(name).marks.filter((mark) => mark.role === 'band').length;
    expect(areas('gap-usual')).toBe(2);
    expect(areas('gap-crossing')).toBe(1);
  });

  test('leaves the table empty where there is none', () => {
    const { columns, rows } = sceneOf('gap-one-missing').table;
    expect(columns.at(-1)).toBe('Gap');
    expect(rows[0]).toEqual(['2017/18', 'suppressed', '71.0%', '']);
  });
});

describe('a change', () => {
  test('is said with both ends and its sign', () => {
    expect(said('change-usual')[0]).toBe('Derby: 5.0% in 2017/18, 7.6% in 2024/25, +2.6 points');
  });

  test('is not worked out where either end is missing', () => {
    const { rows } = sceneOf('change-missing').table;
    expect(rows[1]).toEqual(['Bolton', 'suppressed', '3.9%', '']);
    expect(
      sceneOf('change-missing').marks.filter((mark) => mark.type === 'path' && mark.role === 'neighbour'),
    ).toHaveLength(1);
  });
});

describe('a profile', () => {
  test('puts worse at the left of England and better at the right, whatever the polarity', () => {
    const { stops, width } = sceneOf('profile-usual');
    const at = (name: string): number => stops.find((stop) => stop.series === name)?.x ?? width;
    expect(at('NEET 16–17')).toBeLessThan(at('All the same'));
    expect(at('Injury admissions')).toBeGreaterThan(at('All the same'));
  });

  test('says the answer in words', () => {
    expect(said('profile-usual')).toContain('Progress 8, 2024/25: Derby −0.04, England −0.03, similar to England');
    expect(said('profile-usual')[3]).toContain('suppressed (too few children to publish)');
  });
});

describe('a run chart', () => {
  test('below twelve points draws no limits and says why', () => {
    expect(sceneOf('xmr-few').description).toContain('No limits: they need 12 points.');
  });

  test('says at the point what signals a change', () => {
    expect(said('xmr-usual').some((sentence) => sentence.endsWith('outside the limits'))).toBe(true);
  });
});

describe('judgements', () => {
  test('are coloured from their framework’s best grade, 4 then and 1 now', () => {
    const tiles = sceneOf('timeline-usual').marks.filter(
      (mark) => mark.type === 'rect' && mark.series === 'Staying safe',
    );
    expect(tiles.map((mark) => mark.role)).toEqual([
      'quartile-c',
      'quartile-d',
      'quartile-c',
      'quartile-b',
      'quartile-a',
    ]);
  });

  test('are said with their date', () => {
    expect(said('timeline-usual')[0]).toBe('Being healthy, 19 February 2008: Good (Inspection)');
  });
});

describe('the grid of England', () => {
  test('has 153 tiles, no two on one cell', () => {
    expect(ENGLAND_GRID.size).toBe(153);
    expect(new Set([...ENGLAND_GRID.values()].map(({ column, row }) => `${String(column)}/${String(row)}`)).size).toBe(
      153,
    );
  });

  test('is a rectangle', () => {
    for (const { column, row } of ENGLAND_GRID.values()) {
      expect(column).toBeLessThan(GRID_COLUMNS);
      expect(row).toBeLessThan(GRID_ROWS);
    }
  });

  const AREAS = fileURLToPath(new URL('../../data/areas.csv', import.meta.url));
  test.skipIf(!existsSync(AREAS))('has every authority of today and no other', () => {
    const today = readFileSync(AREAS, 'utf8')
      .split(/\r?\n/)
      .filter((line) => line.includes(',local-authority,') && /,local-authority,E\d+,[^,]*,,/.test(line))
      .map((line) => line.split(',')[1]);
    expect(new Set(today)).toEqual(new Set(ENGLAND_GRID.keys()));
  });

  test('keeps north above south and west left of east', () => {
    const at = (number: string) => ENGLAND_GRID.get(number) ?? { column: NaN, row: NaN };
    expect(at('929').row).toBeLessThan(at('831').row);
    expect(at('831').row).toBeLessThan(at('850').row);
    expect(at('908').column).toBeLessThan(at('886').column);
  });

  test('names tiles by three letters', () => {
    expect(['Derby', 'North Yorkshire', 'Kingston upon Hull, City of', 'St. Helens'].map(toAbbreviation)).toEqual([
      'Der',
      'NYo',
      'KHu',
      'SHe',
    ]);
  });
});

describe('a rug', () => {
  const input: RugInput = {
    title: 'Be healthy',
    caption: CAPTION,
    against: 'England',
    areas: [
      { id: 'E06000015', name: 'Derby', home: true },
      { id: 'E08000001', name: 'Bolton', home: false },
    ],
    rows: [
      {
        id: 'neet',
        measure: SHARE,
        period: '2024/25',
        cells: [
          { value: toValue(7.6), answer: 'worse' },
          { value: toValue('c'), answer: undefined },
        ],
      },
    ],
  };

  test('has a sign and a sentence in each cell, and the reason in an empty one', () => {
    const cells = toRugTable(input).rows[0]?.cells;
    expect(cells?.[0]).toMatchObject({ text: '7.6%', sign: '−', sentence: 'Derby, 2024/25: 7.6%, worse than England' });
    expect(cells?.[1]).toMatchObject({ text: 'suppressed', sign: '', missing: true });
  });

  test('is also a plain table', () => {
    expect(toChartTable(toRugTable(input)).rows).toEqual([
      ['NEET 16–17', '% of 16 and 17 year olds', '2024/25', '7.6%', 'suppressed'],
    ]);
  });

  test('with a cell too few is a programmer’s mistake', () => {
    const [row] = input.rows;
    if (!row) throw new Error('the rug has a row');
    expect(() => toRugTable({ ...input, rows: [{ ...row, cells: [] }] })).toThrow('neet has 0 cells for 2 areas');
  });
});

describe('every picture of the gallery', () => {
  test.each(CASES)('$name has words for those who do not see it, and a table', ({ draw }) => {
    const scene = draw();
    expect(scene.description.length).toBeGreaterThan(15);
    expect(scene.description).not.toMatch(/NaN|undefined|null/);
    for (const row of scene.table.rows) expect(row).toHaveLength(scene.table.columns.length);
  });

  test.each(CASES)('$name has no number that is none', ({ draw }) => {
    expect(toSvg(draw(), { kind: 'web', theme: 'light' })).not.toMatch(/NaN|Infinity|undefined/);
  });

  test.each(CASES)('$name for Office has neither style sheet nor font but Arial', ({ draw }) => {
    const svg = toSvg(draw(), { kind: 'office', theme: 'print' });
    expect(svg).not.toMatch(/<style|class=|var\(|foreignObject/);
    expect(svg).toContain('font-family="Arial"');
  });

  test.each(CASES)('$name has its stops inside', ({ draw }) => {
    const scene = draw();
    for (const { x, y } of scene.stops) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(scene.width);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(scene.height);
    }
  });

  test.each(CASES)('$name is drawn on a phone and on a slide as well', ({ draw }) => {
    for (const size of [
      { width: 350, height: 420 },
      { width: 1920, height: 1080, scale: 2.2 },
    ])
      expect(toSvg(draw(size), { kind: 'web', theme: 'dark' })).not.toMatch(/NaN|Infinity|="-\d+(\.\d+)?" height/);
  });
});

test('text in a picture cannot become markup', () => {
  const scene = { ...sceneOf('trend-usual'), title: 'A < B & "C"' };
  expect(toSvg(scene, { kind: 'web', theme: 'light' })).toContain('<title>A &lt; B &amp; &quot;C&quot;</title>');
});

test('a profile on a page grows by its rows, and more on a phone, where names stand above', () => {
  const row = { id: 'neet', measure: SHARE, period: '2024/25', value: undefined, england: 5, spread: undefined };
  const heightOf = (count: number, width: number): number => {
    const rows = Array.from({ length: count }, () => ({ ...row, answer: 'cannot tell' as const }));
    return drawOnPage('profile', { title: 'Profile', caption: CAPTION, homeName: 'Derby', rows }, width).height;
  };
  expect(heightOf(9, 900) - heightOf(8, 900)).toBe(30);
  expect(heightOf(9, 390) - heightOf(8, 390)).toBe(46);
});
