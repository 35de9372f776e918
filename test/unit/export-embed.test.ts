import { describe, expect, it } from 'vitest';
import { readShown } from '../../src/app/embed/shown.ts';
import { toEmbedCode } from '../../src/export/embed-code.ts';
import { findFrozen, toFrozenHash } from '../../src/export/frozen-link.ts';
import type { Chart } from '../../src/chart/chart.ts';
import type { OutgoingChart } from '../../src/export/outgoing.ts';
import { authorities, ranked, trend } from '../fixtures/export/charts.ts';

const noFigures = (): never => {
  throw new Error('a frozen chart brings its own figures');
};

async function freeze(chart: OutgoingChart<Chart>): Promise<string> {
  const hash = await toFrozenHash(chart);
  if (hash === undefined) throw new Error('too long');
  return hash;
}

describe('a chart frozen into a link', () => {
  it.each([
    ['trend', trend],
    ['ranked list', ranked],
    ['distribution', authorities],
  ])('comes out of it as it went in: %s', async (_, chart) => {
    expect(await findFrozen(await freeze(chart))).toEqual(JSON.parse(JSON.stringify(chart)));
  });

  it('is short enough for the content systems of councils', async () => {
    expect((await freeze(trend)).length).toBeLessThan(2000);
  });

  it('holds only letters that a hash may hold', async () => {
    expect(await freeze(trend)).toMatch(/^#frozen=[\w-]+$/);
  });

  it('is not made where it would be longer than links may be', async () => {
    const notes = Array.from({ length: 4000 }, (_, i) => String(Math.sin(i)));
    expect(await toFrozenHash({ ...trend, notes })).toBeUndefined();
  });

  it('is found in no link that was cut, changed, or made by somebody else', async () => {
    const hash = await freeze(trend);
    expect(await findFrozen(hash.slice(0, -20))).toBeUndefined();
    expect(await findFrozen(`${hash.slice(0, 60)}AAAA${hash.slice(64)}`)).toBeUndefined();
    expect(await findFrozen('#frozen=')).toBeUndefined();
    expect(await findFrozen(await freeze({ ...trend, chart: JSON.parse('{"form":"pie"}') as Chart }))).toBeUndefined();
  });

  it('is shown without asking for any other figures', async () => {
    const shown = await readShown(await freeze(trend), noFigures);
    expect([shown.title, shown.remarks]).toEqual([trend.chart.input.title, []]);
  });

  it('that is damaged is said to be so, gently', async () => {
    const shown = await readShown('#frozen=damaged', noFigures);
    expect(shown.chart).toBeUndefined();
    expect(shown.remarks[0]).toContain('Copy the embed code again');
  });
});

describe('the code of an embed', () => {
  const code = { source: 'https://a.test/embed.html#/E06000015?x=1&y=2', title: 'NEET & "idle"', height: 420.4 };

  it('is a frame with a title and a height to fall back on', () => {
    expect(toEmbedCode({ ...code, followsHeight: false })).toBe(
      '<iframe src="https://a.test/embed.html#/E06000015?x=1&amp;y=2" title="NEET &amp; &quot;idle&quot;" width="100%" height="421" loading="lazy" style="border: 0"></iframe>\n',
    );
  });

  it('believes only the frame that it asked, where it follows the height', () => {
    expect(toEmbedCode({ ...code, followsHeight: true })).toContain('source !== frame.contentWindow');
  });
});
