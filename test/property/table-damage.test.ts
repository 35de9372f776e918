import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { read } from '../fixtures/table/reading.ts';

const ROWS = ['Derby,2023/24,7.1,c', '"Bristol, City of",2023/24,5.2,"1,234"', 'Côte “d’Or”,2023/24,-0.5,z'];
const WHOLE = new TextEncoder().encode(
  `area,period,value,count\n${ROWS.map((row) => `${row}\n`)
    .join('')
    .repeat(4)}`,
);

/** What can befall bytes on their way. */
const damages = fc.oneof(
  fc.record({ kind: fc.constant('put' as const), at: fc.nat(), bytes: fc.uint8Array({ maxLength: 4 }) }),
  fc.record({
    kind: fc.constant('put' as const),
    at: fc.nat(),
    bytes: fc
      .constantFrom('"', ',', '\n', '\r', '\0', ';', '\t', '\\"', "'")
      .map((text) => new TextEncoder().encode(text)),
  }),
  fc.record({ kind: fc.constant('cut' as const), at: fc.nat(), length: fc.integer({ min: 1, max: 40 }) }),
);
type Damage = typeof damages extends fc.Arbitrary<infer T> ? T : never;

function damage(bytes: Uint8Array, { at, ...how }: Damage): Uint8Array {
  const place = at % (bytes.length + 1);
  const middle = how.kind === 'put' ? how.bytes : new Uint8Array();
  const rest = bytes.subarray(place + (how.kind === 'cut' ? how.length : 0));
  return Uint8Array.from([...bytes.subarray(0, place), ...middle, ...rest]);
}

describe('a damaged file', () => {
  it('is read without a crash, each row as long as the table, every number from the file', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(damages, { minLength: 1, maxLength: 6 }), async (all) => {
        const bytes = all.reduce(damage, WHOLE);
        const { table, shape, lines } = await read(bytes);
        const letters = new TextDecoder().decode(bytes);
        for (const row of table) expect(row).toHaveLength(shape?.fields ?? 0);
        expect(lines).toEqual([...lines].sort((a, b) => a - b));
        for (const number of table.flat().filter((cell) => /^[\d.]{2,}$/.test(cell))) {
          if (shape?.encoding === 'utf-8') expect(letters.replaceAll('\0', '')).toContain(number);
        }
      }),
      { numRuns: 500 },
    );
  }, 30_000);

  it.each([
    ['quotes', '"'],
    ['quoted nothings', '"",'],
    ['opening quotes', '\n"a'],
    ['quotes in threes', '"""\n'],
    ['quotes and commas', '",'],
    ['escaped quotes', '"a\\"b\n'],
    ['single quotes', "'a,"],
    ['returns', '\r'],
    ['spaces', ' '],
    ['commas', ','],
    ['the same row', 'a,1\n'],
    ['words without end', 'word '],
    ['notes', '\nNote: this, and that\n'],
  ])(
    'of a megabyte of %s is no reason to hang',
    async (_, unit) => {
      const before = process.cpuUsage();
      await read(`area,value\nDerby,1\n${unit.repeat(Math.ceil(1_000_000 / unit.length))}`);
      const { user, system } = process.cpuUsage(before);
      // Under a second; what grows with the square takes minutes. Time of the processor, for others use it too.
      expect((user + system) / 1e6).toBeLessThan(4);
    },
    60_000,
  );
});
