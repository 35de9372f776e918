import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toFileInput } from '../../src/ingest/bytes.ts';
import { Desk } from '../../src/load/desk.ts';
import { figures } from '../fixtures/ingest/files.ts';

const HEAD = ['time_period', 'time_identifier', 'geographic_level', 'country_code', 'country_name'];
const SECTORS = ['Total', 'Academies', 'Maintained'];
const REASONS = ['All reasons', 'Illness', 'Holiday'];
const MEASURES = ['sessions', 'sessions_percent'];

interface Release {
  readonly year: string;
  readonly sectors: readonly string[];
  /** In the order in which this release has its columns. */
  readonly columns: readonly string[];
}

function toCsv({ year, sectors, columns }: Release): string {
  const rows = sectors.flatMap((sector) =>
    REASONS.map((reason, at) => {
      const cells = new Map([
        ['time_period', year],
        ['time_identifier', 'Academic year'],
        ['geographic_level', 'National'],
        ['country_code', 'E92000001'],
        ['country_name', 'England'],
        ['sector', sector],
        ['reason', reason],
        ...MEASURES.map((name) => [name, String(at + 1)] as const),
      ]);
      return columns.map((name) => cells.get(name) ?? '').join(',');
    }),
  );
  return [columns.join(','), ...rows, ''].join('\n');
}

const columns = fc
  .tuple(
    fc.shuffledSubarray(HEAD, { minLength: HEAD.length }),
    fc.shuffledSubarray(['sector', 'reason'], { minLength: 2 }),
    fc.shuffledSubarray(MEASURES, { minLength: 2 }),
  )
  .map((parts) => parts.flat());
const sectors = fc.subarray(SECTORS, { minLength: 2 });

let stores = 0;

async function withDesk<T>(
  storeName: string,
  name: string,
  content: string,
  work: (desk: Desk) => Promise<T>,
): Promise<T> {
  const file = { ...toFileInput(name, new TextEncoder().encode(content)), lastModified: Date.UTC(2026, 0, 1) };
  const desk = new Desk({ files: [file], bundled: figures, storeName, onProgress: () => undefined });
  try {
    return await work(desk);
  } finally {
    await desk.close();
  }
}

it('what was chosen of one release is chosen again of the next, as far as that has it', async () => {
  await fc.assert(
    fc.asyncProperty(columns, columns, sectors, fc.infiniteStream(fc.boolean()), async (order, later, has, ticks) => {
      const storeName = `property-choice-${String(++stores)}`;
      const first = toCsv({ year: '202324', sectors: SECTORS, columns: order });
      const chosen = await withDesk(storeName, 'first.csv', first, async (desk) => {
        const { files } = await desk.read();
        const ids = files[0]?.indicators.map(({ indicator }) => indicator.id) ?? [];
        expect(ids).toHaveLength(SECTORS.length * REASONS.length * MEASURES.length);
        const [always = '', ...others] = ids;
        const ticked = [always, ...others.filter(() => ticks.next().value)];
        expect((await desk.store([], [ticked])).kind).toBe('stored');
        return ticked;
      });
      await withDesk(storeName, 'next.csv', toCsv({ year: '202425', sectors: has, columns: later }), async (desk) => {
        const { files } = await desk.read();
        const there = new Set(files[0]?.indicators.map(({ indicator }) => indicator.id));
        const left = chosen.filter((id) => there.has(id));
        if (left.length === 0) expect(files[0]).toMatchObject({ chosen: 'all', isChosenAgain: false });
        else expect(files[0]).toMatchObject({ chosen: left, isChosenAgain: true });
      });
    }),
    { numRuns: 25 },
  );
}, 20_000);
