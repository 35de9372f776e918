/** A browser, a page or a worker that is killed at any moment leaves the store exactly as before or exactly as after. */
import { crash } from '../../scripts/crash.mjs';
import { expect, test } from './harness.ts';

/** Each deed, cut off by each kind of kill; `node scripts/crash.mjs 120` kills as often as it is told. */
const KILLS = 12;

test('a load, an undo, a restore and an upgrade that are cut off are whole or not at all', async () => {
  test.setTimeout(240_000);
  const { before, after, torn } = await crash(KILLS);
  expect(torn).toEqual([]);
  expect(before + after).toBe(KILLS);
});
