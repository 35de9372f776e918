import { existsSync, readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runCompare } from '../../src/cli/compare.ts';

interface Entry {
  readonly id: string;
  readonly source_id?: string;
  readonly group: string;
  readonly period: { readonly start: string; readonly end: string; readonly kind: string; readonly label: string };
  readonly value: number | null;
  readonly marker: string | null;
  readonly change: number | null;
  readonly england: number | null;
  readonly region: number | null;
  readonly neighbours: { mean: number | null; median: number | null; n: number; of: number };
  readonly rank: { rank: number; of: number } | null;
  readonly ranked: number;
  readonly quartile: string | null;
  readonly polarity: string;
  readonly trend: string;
  readonly target: unknown;
}

async function run(...args: string[]): Promise<{ status: number; out: string; err: string }> {
  const [out, err] = [new PassThrough(), new PassThrough()];
  const written = Promise.all([text(out), text(err)]);
  const status = await runCompare(args, out, err);
  out.end();
  err.end();
  const [said, complained] = await written;
  return { status, out: said, err: complained };
}

const readEntries = (out: string): readonly Entry[] => (JSON.parse(out) as { indicators: readonly Entry[] }).indicators;

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
const LIGHTS = path('../fixtures/analysis/street-lights.csv');

describe('ecm compare', () => {
  it('compares from the bundled figures alone, by code, number or name of the area', async () => {
    const byCode = await run('--area', 'E06000015', '--json');
    const byNumber = await run('--area', '831', '--json');
    const byName = await run('--area', 'derby', '--json');
    expect(byCode.status).toBe(0);
    expect(byNumber.out).toBe(byCode.out);
    expect(byName.out).toBe(byCode.out);
    expect(readEntries(byCode.out).find(({ id }) => id === 'under-18-conceptions')).toMatchObject({
      source_id: 'Under18concep',
      group: 'all',
      period: { start: '2022-01-01', end: '2022-12-31', kind: 'calendar', label: '2022' },
      value: 16.6,
      marker: null,
      england: 13.9,
      region: 14.4,
      neighbours: { n: 10, of: 10 },
      rank: { rank: 107, of: 151 },
      quartile: 'C',
      polarity: 'lower',
      trend: 'cannot be calculated',
      target: null,
    });
  });

  it('adds the figures of a file and leaves the bundled ones out where asked to', async () => {
    const alone = await run(LIGHTS, '--area', '831', '--json', '--only-files');
    expect(alone.status).toBe(0);
    const entries = readEntries(alone.out);
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({
      value: 75.5,
      change: 5.5,
      england: 82,
      region: 81,
      neighbours: { mean: 80, median: 80, n: 2, of: 10 },
      rank: null,
      ranked: 3,
      quartile: null,
      polarity: 'none',
    });
    expect(readEntries((await run(LIGHTS, '--area', '831', '--json')).out).length).toBeGreaterThan(51);
  });

  it('prefers the names and the polarity of a file that a dictionary explains', async () => {
    const [measures, dictionary] = [
      path('../fixtures/analysis/explained.csv'),
      path('../fixtures/analysis/explained-dictionary.csv'),
    ];
    const plain = path('../fixtures/analysis/explained-later.csv');
    const { out } = await run(measures, dictionary, plain, '--area', '831', '--json', '--only-files');
    expect(readEntries(out)).toHaveLength(1);
    expect(readEntries(out)[0]).toMatchObject({
      name: 'Score per pupil in the made-up test',
      polarity: 'higher',
      value: 5.75,
    });
  });

  it('gives the marker of a suppressed figure and no number', async () => {
    const { out } = await run(LIGHTS, '--area', 'Coventry', '--json', '--only-files');
    expect(readEntries(out)[0]).toMatchObject({ value: null, marker: 'c', change: null, rank: null });
  });

  it('speaks in sentences without --json', async () => {
    const { out } = await run(LIGHTS, '--area', 'Derby', '--only-files');
    expect(out).toBe('“Street lights mended in a week” stood at 75.5 in 2023/24, up from 70.0 the year before.\n');
  });

  it('ends with 1 where a file was not accepted, and still compares the rest', async () => {
    const { status, out, err } = await run('no-such-file.csv', '--area', '831', '--json');
    expect(status).toBe(1);
    expect(err).toContain('There is no such file');
    expect(readEntries(out).length).toBeGreaterThan(50);
  });

  it.each([[[]], [['--area', '831', '--colour']], [['--area', '831', '--only-files']], [['--area', 'Atlantis']]])(
    'ends with 2 and says how for %j',
    async (args) => {
      const { status, out, err } = await run(...args);
      expect(status).toBe(2);
      expect(out).toBe('');
      expect(err).not.toBe('');
    },
  );
});

const LAIT = path('../../../shared/data/lait/lait_long.csv.gz');
const DICTIONARY = path('../../../shared/data/lait/lait_data_dictionary.csv');
const EXPECTED = path('../../../shared/data/lait/expected_derby.json');

interface Expected {
  readonly latest: string;
  readonly value: number | null;
  readonly change: number | null;
  readonly sn_mean: number | null;
  readonly sn_median: number | null;
  readonly sn_n: number;
  readonly england: number | null;
  readonly rank: number | null;
  readonly ranked: number;
  readonly band: string | null;
  readonly polarity: string;
}

/**
 * The dictionary gives this measure no polarity; the catalogue, reviewed by people, says that fewer
 * missing children are better, and it wins. The one measure that is ranked here and not there.
 */
const REVIEWED = 'Children_missing';

const POLARITIES: Readonly<Record<string, string>> = { High: 'higher', Low: 'lower' };

/** The year a period ends in: 2022 of "2020-22", 2025 of "2024-25 (OT)", 2024 of "2023/24". */
const toEndYear = (written: string): number => {
  const bare = written.replace(/\s*\(.*\)/, '');
  const short = /[-/](\d{2})$/.exec(bare)?.[1];
  return Number(short === undefined ? bare : `20${short}`);
};

const isClose = (found: number | null, expected: number | null): boolean =>
  found === null || expected === null
    ? found === expected
    : Math.abs(found - expected) <= 1e-9 * Math.max(1, Math.abs(expected));

describe.skipIf(!existsSync(EXPECTED))('ecm compare on ../shared/data/lait', () => {
  it('agrees with every field of every measure of expected_derby.json', { timeout: 120_000 }, async () => {
    const expected = JSON.parse(readFileSync(EXPECTED, 'utf8')) as Record<string, Expected>;
    const { out, status } = await run(LAIT, DICTIONARY, '--area', 'E06000015', '--json');
    const entries = readEntries(out);
    const disagreements = Object.entries(expected).flatMap(([measure, wanted]) => {
      const found = entries.filter(({ id, source_id }) => source_id === measure || id === `lait:${measure}`);
      const [entry] = found;
      if (found.length !== 1 || !entry) return [`${measure}: found ${String(found.length)} times`];
      const fields = [
        ['year', Number(entry.period.end.slice(0, 4)), toEndYear(wanted.latest)],
        ['value', entry.value, wanted.value],
        ['change', entry.change, wanted.change],
        ['mean', entry.neighbours.mean, wanted.sn_mean],
        ['median', entry.neighbours.median, wanted.sn_median],
        ['n', entry.neighbours.n, wanted.sn_n],
        ['england', entry.england, wanted.england],
        ['ranked', entry.ranked, wanted.ranked],
        ...(measure === REVIEWED ? [] : [['rank', entry.rank?.rank ?? null, wanted.rank] as const]),
      ] as const;
      const wrong = fields
        .filter(([, got, want]) => !isClose(got, want))
        .map(([name, got, want]) => `${measure} ${name}: ${String(got)}, expected ${String(want)}`);
      if (measure === REVIEWED) return wrong;
      if (entry.quartile !== wanted.band) wrong.push(`${measure} quartile: ${String(entry.quartile)}`);
      if (entry.polarity !== (POLARITIES[wanted.polarity] ?? 'none')) wrong.push(`${measure} is ${entry.polarity}`);
      return wrong;
    });
    expect(disagreements).toEqual([]);
    expect(Object.keys(expected)).toHaveLength(434);
    expect(status).toBe(0);
    expect(entries.find(({ source_id }) => source_id === REVIEWED)).toMatchObject({ polarity: 'lower' });
  });
});
