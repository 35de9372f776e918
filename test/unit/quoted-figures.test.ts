import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { listVerdicts, summarise } from '../../src/analysis/overview.ts';
import { compareByPeriod } from '../../src/analysis/table.ts';
import { search } from '../../src/app/state/search.ts';
import type { AreaCode } from '../../src/domain/area.ts';
import type { Figures } from '../../src/domain/figures.ts';
import { mergeFigures } from '../../src/domain/layers.ts';
import { isSuppliedAverage } from '../../src/domain/supplied-average.ts';
import { readFiles } from '../../src/ingest/read.ts';
import { readBundledFigures } from '../fixtures/analysis/bundled.ts';

const bundled = readBundledFigures();
const DERBY = 'E06000015' as AreaCode;
const DERBYSHIRE = 'E10000007' as AreaCode;
const CLUBS = 'plan:Children who ran a club (%)';
const FIXTURE = readFileSync(new URL('../fixtures/browser/quoted-figures.csv', import.meta.url), 'utf8');

async function loadQuoted(text = FIXTURE): Promise<{ figures: Figures; codes: readonly string[] }> {
  const blob = new Blob([text]);
  const [file] = await readFiles([{ name: 'quoted.csv', size: blob.size, stream: () => blob.stream() }], bundled);
  if (!file?.reading) throw new Error('not read');
  const layer = { ...file.reading, dated: '2026-11-22', identity: 'quoted', explained: false };
  return {
    figures: mergeFigures(bundled, { layers: [layer], placements: [] }),
    codes: file.problems.map(({ code }) => code),
  };
}

function suppliedIn(figures: Figures, home: AreaCode): readonly (number | undefined)[] {
  const indicator = figures.findIndicator(CLUBS);
  if (!indicator) throw new Error('no clubs');
  return compareByPeriod(figures, { home, indicator, group: 'all' }).map(({ supplied }) => supplied);
}

describe('an average of neighbours that a file gives itself', () => {
  it('is known by its name', () => {
    expect(
      ['Statistical neighbours', 'Statistical Neighbour average', ' STATISTICAL NEIGHBOURS '].map(isSuppliedAverage),
    ).toEqual([true, true, true]);
    expect(['Statistical neighbours of Leeds', 'Derby', ''].map(isSuppliedAverage)).toEqual([false, false, false]);
  });

  it('stands beside the one authority that the file can mean, and is noted rather than warned of', async () => {
    const { figures, codes } = await loadQuoted();
    expect(suppliedIn(figures, DERBY)).toEqual([11]);
    expect(suppliedIn(figures, DERBYSHIRE)).toEqual([undefined]);
    expect(codes).toContain('supplied-average');
    expect(codes).not.toContain('unknown-area');
  });

  it('is nobody’s where two authorities have figures beside it', async () => {
    const { figures } = await loadQuoted(
      `${FIXTURE}plan.txt,para 9,positive-contribution,Children who ran a club,all,Derbyshire,2006-10,8,%,,\n`,
    );
    expect(suppliedIn(figures, DERBY)).toEqual([undefined]);
  });

  it('gives way to one that can be worked out', async () => {
    const { figures } = await loadQuoted(
      `${FIXTURE}plan.txt,para 9,positive-contribution,Children who ran a club,all,Bolton,2006-10,8,%,,\n`,
    );
    expect(suppliedIn(figures, DERBY)).toEqual([undefined]);
  });
});

describe('an indicator that a file puts under an outcome and nobody under an aim', () => {
  it('is counted and listed, apart from the aims', async () => {
    const { figures } = await loadQuoted();
    const stay = summarise(figures, DERBY)?.outcomes.find(({ outcome }) => outcome.id === 'stay-safe');
    if (!stay) throw new Error('no outcome');
    expect(stay.withoutAim.map(({ indicator }) => indicator.name)).toEqual([
      'Lanterns lent to walking groups',
      'Children looked after',
      'Children far from home',
    ]);
    const { better, similar, worse, unjudged } = stay.counts;
    expect(listVerdicts(stay)).toHaveLength(better + similar + worse + unjudged);
  });
});

describe('search among indicators of one name', () => {
  it('tells them apart by their units, and leaves other names alone', async () => {
    const { figures } = await loadQuoted();
    const home = figures.areas.find(DERBY);
    const names = (typed: string) =>
      search(figures, home, typed)
        .filter(({ kind }) => kind === 'Indicator')
        .map(({ name }) => name);
    expect(names('children looked after').slice(0, 2)).toEqual([
      'Children looked after (per 10,000 aged under 18, at 31 March)',
      'Children looked after (number)',
    ]);
    expect(names('lanterns')).toEqual(['Lanterns lent to walking groups']);
  });
});
