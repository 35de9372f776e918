/**
 * What a first visit has to fetch and run before anything is drawn, against the least that any Svelte page needs.
 */
import { join } from 'node:path';
import { LIMITS, measureScript } from '../scripts/sizes.mjs';
import { buildEmptyPage } from './empty-page.mjs';

export const name = 'initial script';

/** @param {import('../scripts/bench.mjs').BenchContext} context */
export async function run({ site, work }) {
  const dashboard = measureScript(join(site, 'index.html'));
  const peer = measureScript(join(await buildEmptyPage(join(work, 'empty-page')), 'index.html'));
  const sized = { unit: 'bytes', ours: dashboard };
  return [
    { ...sized, figure: 'initial script, gzip', peerName: 'empty Svelte page', peer },
    { ...sized, figure: 'the same', peerName: 'the goal', peer: LIMITS['index.html'] },
    {
      ...sized,
      figure: 'script of the embed, gzip',
      peerName: 'the goal',
      ours: measureScript(join(site, 'embed.html')),
      peer: LIMITS['embed.html'],
    },
  ];
}
