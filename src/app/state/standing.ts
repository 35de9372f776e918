/** The counts of an authority or an outcome in a sentence. */
import type { MovementCounts, Overview, StandingCounts } from '../../analysis/overview.ts';
import { listVerdicts } from '../../analysis/overview.ts';
import type { Average, Peers } from '../../analysis/peers.ts';
import { describeAverage } from '../../analysis/peers.ts';
import type { Figures } from '../../domain/figures.ts';

const plural = (count: number, one: string, many: string): string => `${String(count)} ${count === 1 ? one : many}`;

/** "Better than the neighbours’ average on 24 indicators, similar on 10, worse on 15. Another 2 are not judged." */
export function describeStanding(counts: StandingCounts, peers: Peers, average: Average): string {
  const { better, similar, worse, unjudged } = counts;
  const left = unjudged > 0 ? ` Another ${unjudged === 1 ? 'is' : `${String(unjudged)} are`} not judged.` : '';
  return `Better than ${describeAverage(peers, average)} on ${plural(better, 'indicator', 'indicators')}, similar on ${String(similar)}, worse on ${String(worse)}.${left}`;
}

/** "5 improved, 3 worsened": on the period before, as the legend says. */
export function describeMovement({ improved, worsened, unchanged }: MovementCounts): string {
  const parts = [
    improved > 0 ? `${String(improved)} improved` : '',
    worsened > 0 ? `${String(worsened)} worsened` : '',
    unchanged > 0 ? `${String(unchanged)} unchanged` : '',
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(', ') : 'No change can be worked out';
}

/** "East Midlands. 51 indicators; latest figures from 2022 to 2024/25." */
export function describeData(overview: Overview, figures: Figures): string {
  const verdicts = overview.outcomes.flatMap(listVerdicts);
  const years = verdicts.map((verdict) => verdict.period.end.slice(0, 4)).sort();
  const [first = '', last = ''] = [years[0], years.at(-1)];
  const span = first === last ? `for ${last}` : `for periods that end in ${first} to ${last}`;
  const region = figures.areas.regionOf(overview.home.code)?.name;
  return `${region ? `${region}. ` : ''}${plural(verdicts.length, 'indicator', 'indicators')}; latest figures ${span}.`;
}
