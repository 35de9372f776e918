import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBackupFile, toBackupFile } from '../../src/store/backup/file.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { DERBY, LEICESTER, target } from '../fixtures/store/figures.ts';
import { arbitrarySeries } from '../fixtures/store/arbitrary.ts';
import { toDraft } from '../fixtures/store/load.ts';

let count = 0;
async function open(): Promise<Store> {
  const outcome = await openStore({ name: `backup-property-${String(++count)}` });
  if (outcome.kind === 'refused') throw new Error(outcome.problem.message);
  return outcome.store;
}

const file = fc.record({
  name: fc.constantFrom('a.csv', 'b.csv', 'c.csv'),
  series: fc.uniqueArray(arbitrarySeries(), { maxLength: 3, selector: (one) => `${one.indicator}/${one.group}` }),
});
const at = fc.integer({ min: 0, max: 59 }).map((n) => `2026-11-22T10:${String(n).padStart(2, '0')}:00.000Z`);

/** What officers do, in any order. */
const step = fc.oneof(
  fc.record({ kind: fc.constant('load' as const), files: fc.array(file, { minLength: 1, maxLength: 2 }), at }),
  fc.record({ kind: fc.constant('undo' as const), load: fc.integer({ min: 1, max: 4 }), at }),
  fc.record({
    kind: fc.constant('say' as const),
    number: fc.option(fc.integer({ min: 0, max: 9 })),
    areas: fc.subarray([DERBY, LEICESTER]),
    name: fc.string({ maxLength: 5 }),
    at,
  }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

async function take(store: Store, steps: readonly Step[]): Promise<void> {
  for (const one of steps) {
    if (one.kind === 'load') await store.commit({ ...toDraft(one.files), at: one.at });
    else if (one.kind === 'undo') await store.undo(one.load, one.at);
    else {
      const comparisonGroups = [{ id: 'own', name: one.name, areas: one.areas }];
      const targets = [{ ...target, number: one.number }];
      await store.say({ comparisonGroups, targets, settings: new Map([['author', one.name]]) }, one.at);
    }
  }
}

function reread(records: Parameters<typeof toBackupFile>[0]) {
  const read = readBackupFile(toBackupFile(records, '2026-11-22T12:00:00.000Z'));
  if (read.kind === 'refused') throw new Error(read.problem.message);
  return read.backup.records;
}

test('whatever was done to a store, its backup makes an empty one the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 7 }), async (steps) => {
      const [store, empty] = [await open(), await open()];
      await take(store, steps);
      expect(await empty.restore(reread(await store.readRecords()))).toEqual({ kind: 'done' });
      expect(await empty.fingerprint()).toBe(await store.fingerprint());
      store.close();
      empty.close();
    }),
    { numRuns: 60 },
  );
});

test('restored twice is restored once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 5 }), fc.array(step, { maxLength: 5 }), async (here, there) => {
      const [store, other] = [await open(), await open()];
      await take(store, here);
      await take(other, there);
      const backup = reread(await other.readRecords());
      await store.restore(backup);
      const once = await store.fingerprint();
      expect((await store.previewRestore(backup)).isEmpty).toBe(true);
      await store.restore(backup);
      expect(await store.fingerprint()).toBe(once);
      store.close();
      other.close();
    }),
    { numRuns: 60 },
  );
});
