/** Every picture of the gallery. The same cases are the golden pictures of `gallery.test.ts`. */
import { DISTRIBUTION_CASES } from './cases/distribution.ts';
import { EDGE_CASES } from './cases/edges.ts';
import { OTHER_CASES } from './cases/others.ts';
import { RANKED_CASES } from './cases/ranked.ts';
import { SPARKLINE_CASES } from './cases/sparkline.ts';
import { TREND_CASES } from './cases/trend.ts';
import type { Case } from './made.ts';

export const CASES: readonly Case[] = [
  ...TREND_CASES,
  ...RANKED_CASES,
  ...DISTRIBUTION_CASES,
  ...SPARKLINE_CASES,
  ...OTHER_CASES,
  ...EDGE_CASES,
];
