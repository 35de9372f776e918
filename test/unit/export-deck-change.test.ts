import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { paletteOf } from '../../src/chart/palette.ts';
import { toHex } from '../../src/export/office/xml.ts';
import { toDeck } from '../../src/export/office/deck.ts';
import { EVERY_FORM } from '../fixtures/export/forms.ts';
import type { Element } from '../fixtures/export/xml.ts';
import { findAll, readXml } from '../fixtures/export/xml.ts';

const { home, neighbour } = paletteOf('print');
const parts = unzipSync(
  await toDeck(
    EVERY_FORM.filter(({ chart }) => chart.form === 'change'),
    {
      brand: '#7a1f5c',
      made: '2026-11-22T10:00:00.000Z',
      rasterise: () => Promise.reject(new Error('a change is no picture')),
    },
  ),
);
const ends = findAll(readXml(strFromU8(parts['ppt/charts/chart1.xml'] ?? new Uint8Array())), 'c:ser');
const valueOf = (element: Element | undefined, name: string): string | undefined =>
  element && findAll(element, name)[0]?.attributes['val'];

describe('the marks of a change that Office draws', () => {
  it.each(['then', 'now'])('have the colour of home and of its neighbours: %s', (end) => {
    const points = findAll(ends[end === 'then' ? 0 : 1] ?? expect.fail('no such end'), 'c:dPt');
    const outlines = points.slice(0, 2).map((point) => valueOf(findAll(point, 'a:ln')[0], 'a:srgbClr'));
    expect(outlines).toEqual([toHex(home), toHex(neighbour)]);
  });

  it('are of another size than those of their series, without which LibreOffice leaves their colours out', () => {
    for (const end of ends) {
      const ofSeries = valueOf(
        end.children.find(({ name }) => name === 'c:marker'),
        'c:size',
      );
      const sizes = findAll(end, 'c:dPt').map((point) => valueOf(point, 'c:size'));
      expect(sizes.length).toBeGreaterThan(1);
      expect(sizes).not.toContain(ofSeries);
    }
  });

  it('are outlines where a figure may still change, never white on white', () => {
    const [provisional, final] = findAll(ends[1] ?? expect.fail('no now'), 'c:dPt').map((point) => {
      const [fill] = findAll(point, 'a:solidFill');
      return { colour: valueOf(fill, 'a:srgbClr'), alpha: valueOf(fill, 'a:alpha') };
    });
    expect(provisional).toEqual({ colour: toHex(home), alpha: '15000' });
    expect(final).toEqual({ colour: toHex(neighbour), alpha: undefined });
  });
});
