import { describe, expect, it } from 'vitest';
import { rankAttention } from '../../src/analysis/attention.ts';
import { describeGap } from '../../src/analysis/gap-sentence.ts';
import { judgeAllGaps } from '../../src/analysis/gaps.ts';
import { judgeAll } from '../../src/analysis/overview.ts';
import type { Peers } from '../../src/analysis/peers.ts';
import { describeAverage, describePeers, toAverageName } from '../../src/analysis/peers.ts';
import { describeVerdict } from '../../src/analysis/sentence.ts';
import { describeFinding } from '../../src/analysis/title.ts';
import { readBundle, toBundle } from '../../src/bundle/bundle.ts';
import { buildDistribution, buildNeighbours, buildTrend } from '../../src/chart/from-figures.ts';
import { drawTrend } from '../../src/chart/forms/trend.ts';
import type { AreaCode } from '../../src/domain/area.ts';
import type { NeighbourSet } from '../../src/domain/figures.ts';
import { createFigures } from '../../src/domain/figures.ts';
import { toOwnSets } from '../../src/domain/written.ts';
import { toLineChart } from '../../src/export/office/line-chart.ts';
import { readBundledFigures } from '../fixtures/analysis/bundled.ts';

const bundled = readBundledFigures();
const DERBY = 'E06000015' as AreaCode;
const CITIES = ['E08000025', 'E08000035', 'E08000003', 'E08000012', 'E08000019', 'E06000018', 'E06000023'];

const nobody = new Map<AreaCode, []>();
const NEW: NeighbourSet = { id: '2025', name: 'Statistical neighbours 2025', of: nobody };
const OLD: NeighbourSet = { id: '2021', name: 'Statistical neighbours 2021', of: nobody };
const [CORE] = toOwnSets(
  [{ id: 'own:1', name: 'Core cities', areas: CITIES as AreaCode[] }],
  bundled.areas.authorities,
) as [NeighbourSet];
const ALL_SETS = [NEW, OLD, CORE];

const say = (peers: Peers) => [
  peers.title,
  `Derby and ${peers.company}`,
  `3 of the 10 ${peers.members}`,
  describeAverage(peers, 'mean'),
  describeAverage(peers, 'median', 'gap'),
  toAverageName(peers, 'median'),
];

describe('those that home is held against', () => {
  it('are its statistical neighbours where the newest set of a publisher is meant, in any order', () => {
    const usual = [
      'Statistical neighbours',
      'Derby and its statistical neighbours',
      '3 of the 10 neighbours',
      'the neighbours’ average',
      'the neighbours’ median gap',
      'Neighbours’ median',
    ];
    expect(say(describePeers(NEW, ALL_SETS))).toEqual(usual);
    expect(say(describePeers(NEW, ALL_SETS.toReversed()))).toEqual(usual);
    expect(say(describePeers(undefined, []))).toEqual(usual);
  });

  it('are named by their year where another set is meant, also where it stands first', () => {
    const named = [
      'Statistical neighbours 2021',
      'Derby and its statistical neighbours 2021',
      '3 of the 10 neighbours',
      'the average of the statistical neighbours 2021',
      'the median gap of the statistical neighbours 2021',
      'Median of the statistical neighbours 2021',
    ];
    expect(say(describePeers(OLD, ALL_SETS))).toEqual(named);
    expect(say(describePeers(OLD, ALL_SETS.toReversed()))).toEqual(named);
  });

  it('are named as officers named them, and never as neighbours', () => {
    expect(say(describePeers(CORE, ALL_SETS))).toEqual([
      'Core cities',
      'Derby and Core cities',
      '3 of the 10 members of Core cities',
      'the average of Core cities',
      'the median gap of Core cities',
      'Median of Core cities',
    ]);
  });

  it('stay a group of officers in a document of figures', () => {
    const figures = createFigures({ ...bundled, series: [], neighbourSets: [CORE, NEW] });
    const { neighbourSets } = readBundle(JSON.parse(JSON.stringify(toBundle(figures, ''))));
    expect(neighbourSets.map(({ isOwn }) => isOwn)).toEqual([true, undefined]);
    expect(neighbourSets[0] && describePeers(neighbourSets[0], neighbourSets).title).toBe('Core cities');
  });
});

describe('with a group of their own chosen', () => {
  const figures = createFigures({ ...bundled, neighbourSets: [...bundled.neighbourSets, CORE] });
  const choice = { neighbours: CORE, average: 'median' } as const;
  const verdicts = judgeAll(figures, DERBY, choice);

  it('no sentence, title, note, rule or reason speaks of neighbours or of an average', () => {
    const { attention, goodNews } = rankAttention(verdicts, 100);
    const words = [
      ...verdicts.flatMap((verdict) => [
        describeVerdict(verdict),
        describeFinding(verdict),
        verdict.neighbours.rule,
        ...verdict.notes,
      ]),
      ...[...attention, ...goodNews].map(({ reason }) => reason),
      ...judgeAllGaps(figures, DERBY, choice).flatMap((gap) => [describeGap(gap), gap.rule]),
    ];
    expect(words.filter((text) => /neighbour|the average of/i.test(text))).toEqual([]);
    expect(words.filter((text) => text.includes('the median of Core cities')).length).toBeGreaterThan(50);
    expect(words.filter((text) => text.includes('the median gap of Core cities')).length).toBeGreaterThan(5);
  });

  it('nor does a chart, drawn or native', () => {
    for (const { indicator, group } of verdicts) {
      const asked = {
        home: DERBY,
        indicator,
        group: group.id,
        title: 'T',
        caption: 'C',
        start: 'fitted',
        ...choice,
      } as const;
      const trend = buildTrend(figures, asked);
      if (!trend) throw new Error(`no trend of ${indicator.id}`);
      const pictures = [400, 900].map((width) => drawTrend(trend, { width, height: 400 }));
      const all = [
        pictures,
        buildNeighbours(figures, asked),
        buildDistribution(figures, asked),
        toLineChart(trend).remarks,
      ];
      const said = JSON.stringify(all, (key, value: unknown) =>
        key === 'role' || key === 'series' || key === 'id' ? undefined : value,
      );
      expect(said).not.toMatch(/neighbour(?!s":)/i);
      expect(said).toContain('Core cities');
    }
  });
});
