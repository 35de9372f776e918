/** A browser that is killed at any moment leaves the store exactly as before or exactly as after. */
import { crash } from '../../scripts/crash.mjs';
import { expect, test } from './harness.ts';

/** One of each deed; `node scripts/crash.mjs 120` kills as often as it is told. */
const KILLS = 4;

test('a load, an undo, a restore and an upgrade that are cut off are whole or not at all', async () => {
  test.setTimeout(120_000);
  const { before, after, torn } = await crash(KILLS);
  expect(torn).toEqual([]);
  expect(before + after).toBe(KILLS);
});
