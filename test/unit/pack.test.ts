import { describe, expect, it } from 'vitest';
import { compare } from '../../src/analysis/compare.ts';
import { loadBundled } from '../../src/cli/bundled.ts';
import type { AreaCode } from '../../src/domain/area.ts';
import { toYear } from '../../src/domain/period.ts';
import type { Commentary } from '../../src/domain/written.ts';
import { moveAmong } from '../../src/app/state/pack-desk.svelte.ts';
import { makePack } from '../../src/export/make-pack.ts';
import { choosePackCommentary, findPackIndicators } from '../../src/export/pack-figures.ts';
import type { Pack } from '../../src/export/pack.ts';
import { findPackText, toPackPage } from '../../src/export/pack-page.ts';
import { PackError, readPack } from '../../src/export/pack.ts';

const DERBY = 'E06000015' as AreaCode;
const TEMPLATE =
  '<head><title>Board pack</title></head><body><script type="application/json" id="pack"></script><script>read()</script></body>';
const figures = loadBundled();
const choice = {
  home: DERBY,
  outcomes: ['economic-well-being', 'stay-safe'],
  indicators: ['neet-16-17', 'placement-moves', 'infant-mortality'],
};

function make(changes: Partial<Parameters<typeof makePack>[0]> = {}): Pack {
  return makePack({
    choice,
    figures,
    bundled: figures,
    filesOf: (indicator) => (indicator === 'neet-16-17' ? [{ name: 'neet.csv', sha256: 'ab'.repeat(32) }] : []),
    commentary: [],
    title: 'Derby',
    made: '2026-11-22T09:00:00.000Z',
    opensAt: '#/',
    ...changes,
  });
}

const readBack = (page: string): Pack => readPack(findPackText(page) ?? '');

describe('the figures of a pack', () => {
  it('are those of chosen indicators under chosen outcomes, in the order that was chosen', () => {
    const { catalogue, series } = make().figures;
    expect(catalogue.outcomes.map(({ id }) => id)).toEqual(choice.outcomes);
    expect(catalogue.indicators.map(({ id }) => id)).toEqual(['neet-16-17', 'placement-moves']);
    expect(new Set(series.map(({ indicator }) => indicator))).toEqual(new Set(['neet-16-17', 'placement-moves']));
  });

  it('keep every authority, so that ranks and averages are those of the dashboard', () => {
    const indicator = figures.findIndicator('neet-16-17');
    if (!indicator) throw new Error('neet-16-17 is not in the catalogue');
    const asked = { home: DERBY, indicator, group: 'all' };
    expect(compare(readBack(toPackPage(make(), TEMPLATE)).figures, asked)).toEqual(compare(figures, asked));
  });

  it('leave out the aims of indicators that were not chosen: they are not without figures', () => {
    const aims = make().figures.catalogue.outcomes.map(({ aims }) => aims.length);
    expect(aims).toEqual([1, 1]);
  });

  it('open with the set of neighbours that was looked at', () => {
    const own = { id: 'own', name: 'Our cities', of: new Map() };
    const both = { ...figures, neighbourSets: [...figures.neighbourSets, own] };
    const pack = make({ figures: both, choice: { ...choice, neighbours: 'own' } });
    expect(pack.figures.neighbourSets.map(({ id }) => id)).toEqual([
      'own',
      ...figures.neighbourSets.map(({ id }) => id),
    ]);
  });
});

describe('a pack', () => {
  it('says from which files its figures are, and how many there were to choose from', () => {
    const { files, chosenFrom } = make();
    expect(chosenFrom).toBe(findPackIndicators(figures).length);
    expect(files).toEqual([
      { name: 'Figures that came with the dashboard', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
      { name: 'neet.csv', sha256: 'ab'.repeat(32), indicators: ['neet-16-17'] },
    ]);
  });

  it('is read back from its page as it was made', () => {
    const pack = make({ madeBy: 'A. Officer' });
    const { figures: before, ...said } = pack;
    const { figures: after, ...read } = readBack(toPackPage(pack, TEMPLATE));
    expect(read).toEqual(said);
    expect(after.series).toEqual(before.series);
    expect(after.catalogue).toEqual(before.catalogue);
  });

  it('lets no text out of the element that holds it, nor out of the title', () => {
    const title = '</title></script><script>alert(1)</script><!--$&';
    const page = toPackPage(make({ title }), TEMPLATE);
    expect(page.match(/<script/g)).toHaveLength(2);
    expect(page).not.toContain('<!--');
    expect(page.match(/<\/title>/g)).toHaveLength(1);
    expect(readBack(page).title).toBe(title);
  });

  it('is refused with a reason where it was cut, changed or made by a newer version', () => {
    const text = findPackText(toPackPage(make(), TEMPLATE)) ?? '';
    expect(() => readPack(text.slice(0, -100))).toThrow('damaged on its way (it ends too early)');
    expect(() => readPack(text.replace('"version":1', '"version":2'))).toThrow('is in version 2 of its format');
    expect(() => readPack(text.replace(DERBY, ''))).not.toThrow();
    expect(() => readPack(text.replace('"opensAt":"#/"', '"opensAt":"javascript:alert(1)"'))).toThrow('“opensAt”');
    expect(() => readPack(text.replace(/"figures":".{400}/, '"figures":"'))).toThrow(PackError);
    expect(() => readPack('{"format":"something-else"}')).toThrow('holds no board pack');
  });

  it('is told from other pages, and from the reader without a pack', () => {
    expect(findPackText('<html><script type="application/json">{}</script></html>')).toBeUndefined();
    expect(findPackText(TEMPLATE)).toBeUndefined();
    expect(() => toPackPage(make(), '<html></html>')).toThrow('Reload the page');
  });
});

describe('the commentary of a pack', () => {
  const word = (changes: Partial<Commentary>): Commentary => ({
    about: { kind: 'indicator', indicator: 'neet-16-17', group: 'all' },
    area: DERBY,
    period: toYear('calendar', 2024),
    author: 'A. Officer',
    tells: 'First.',
    doing: '',
    who: '',
    at: '2026-11-20T09:00:00.000Z',
    ...changes,
  });
  const tells = (all: readonly Commentary[]): readonly string[] =>
    choosePackCommentary(all, choice).map((one) => one.tells);

  it('is the last word on each subject: what was written before it stays at home', () => {
    expect(tells([word({}), word({ tells: 'Last.' })])).toEqual(['Last.']);
    expect(tells([word({}), word({ tells: ' ' })])).toEqual([]);
  });

  it('leaves out other authorities, and what is not in the pack', () => {
    const elsewhere = word({ area: 'E06000016' as AreaCode });
    const other = word({ about: { kind: 'indicator', indicator: 'infants', group: 'all' } });
    const outcome = word({ about: { kind: 'outcome', outcome: 'stay-safe' }, tells: 'Of the outcome.' });
    expect(tells([elsewhere, other, outcome])).toEqual(['Of the outcome.']);
  });
});

describe('an item of a list moved', () => {
  it('changes places with the next of its kind, over those of other kinds', () => {
    const isUpper = (one: string): boolean => one === one.toUpperCase();
    expect(moveAmong(['A', 'b', 'C', 'd'], 'C', -1, isUpper)).toEqual(['C', 'b', 'A', 'd']);
    expect(moveAmong(['A', 'b'], 'A', 1, isUpper)).toEqual(['A', 'b']);
    expect(moveAmong(['A', 'b'], 'A', -1, isUpper)).toEqual(['A', 'b']);
  });
});
