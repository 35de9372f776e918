import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readBundledData } from '../../src/ingest/bundled.ts';
import { DERBY, ENGLAND, figures } from '../fixtures/ingest/files.ts';
import { valueAtIndex } from '../../src/domain/series.ts';

const FOLDER = fileURLToPath(new URL('../../data/', import.meta.url));

function loadFolder(): Map<string, string> {
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.csv'));
  return new Map(files.map((name) => [name.replaceAll('\\', '/'), readFileSync(`${FOLDER}${name}`, 'utf8')]));
}

function latest(indicator: string, group: string, area: typeof DERBY): readonly [string | undefined, unknown] {
  const series = figures.findSeries(indicator, group);
  if (!series) throw new Error(`no ${indicator}`);
  const last = series.periods.length - 1;
  return [series.periods[last]?.label, valueAtIndex(series, series.areas.indexOf(area), last)];
}

describe('the bundled data', () => {
  it('is read whole, without a problem', () => {
    const { problems, figures: read } = readBundledData(loadFolder());
    expect(problems).toEqual([]);
    expect(read.catalogue.indicators).toHaveLength(51);
    expect(read.catalogue.outcomes.map(({ aims }) => aims.length)).toEqual([5, 5, 5, 5, 5]);
    expect(read.areas.authorities).toHaveLength(153);
    expect(read.neighbourSets[0]?.of.size).toBe(153);
  });

  it('holds each of its cells once', () => {
    let cells = 0;
    for (const [name, content] of loadFolder()) {
      if (name.startsWith('indicators/')) cells += content.trim().split('\n').slice(1).join('\n').split(/[,\n]/).length;
    }
    let held = 0;
    let codes = 0;
    for (const { numbers, marks, areas } of figures.series) {
      codes += areas.length * 2;
      for (let i = 0; i < numbers.length; i++) if (!Number.isNaN(numbers[i]) || marks[i] !== 0) held++;
    }
    expect(held).toBe(cells - codes);
  });

  it('has a series for every group that the catalogue lists', () => {
    for (const { id, groups } of figures.catalogue.indicators) {
      for (const group of groups) expect([id, group, figures.findSeries(id, group)?.group]).toEqual([id, group, group]);
    }
  });

  it('has Derby’s figures where they are', () => {
    expect(latest('under-18-conceptions', 'all', DERBY)).toEqual(['2022', { number: 16.6 }]);
    expect(latest('neet-16-17', 'all', DERBY)).toEqual(['2024/25', { number: 7.6 }]);
    expect(latest('neet-16-17', 'all', ENGLAND)).toEqual(['2024/25', { number: 3.4 }]);
    expect(latest('placement-moves', 'looked-after', DERBY)).toEqual(['2024/25', { number: 8 }]);
    expect(latest('permanent-exclusions', 'all', DERBY)[0]).toBe('2023/24');
  });

  it.each([
    [',lower,', ',down,', 'polarity "down" is none of higher, lower, none'],
    [',share,', ',part,', 'sentence_form "part" is neither share nor measure'],
  ])('stops the build where %s has become %s in the list of indicators', (before, after, message) => {
    const files = loadFolder();
    files.set('indicators.csv', (files.get('indicators.csv') ?? '').replace(before, after));
    expect(() => readBundledData(files)).toThrow(message);
  });

  it('names the file and the column that are missing', () => {
    const files = loadFolder();
    files.delete('groups.csv');
    files.set('sources.csv', 'indicator_id,group,family\n');
    files.set('indicators/absence.csv', '');
    const { problems } = readBundledData(files);
    expect(problems.map(({ code, file, column }) => [code, file, column])).toEqual([
      ['missing-file', 'groups.csv', undefined],
      ['missing-column', 'sources.csv', 'source_id'],
      ['empty-file', 'indicators/absence.csv', undefined],
    ]);
  });

  it('reads a table that a spreadsheet program has marked as UTF-8', () => {
    const files = loadFolder();
    for (const [name, content] of files) files.set(name, `\uFEFF${content}`);
    const { problems, figures: read } = readBundledData(files);
    expect(problems).toEqual([]);
    expect(read.catalogue).toEqual(figures.catalogue);
  });

  it('tells with whom a group is compared, where there is somebody', () => {
    const counterparts = new Map(figures.catalogue.groups.map(({ id, counterpart }) => [id, counterpart]));
    expect(counterparts.get('free-school-meals')).toBe('not-free-school-meals');
    const [all] = figures.catalogue.groups;
    expect(all).toMatchObject({ id: 'all' });
    expect(all).not.toHaveProperty('counterpart');
  });

  it('reads lists whatever stands around their parts', () => {
    const files = loadFolder();
    const list = files.get('indicators.csv') ?? '';
    const spaced = list.replaceAll(',all; free-school-meals', ', all ;;free-school-meals;');
    expect(spaced).not.toBe(list);
    files.set('indicators.csv', spaced);
    expect(readBundledData(files).figures.catalogue.indicators).toEqual(figures.catalogue.indicators);
  });

  it('says what is wrong in our own words, and where', () => {
    const files = loadFolder();
    files.delete('groups.csv');
    files.set('sources.csv', 'indicator_id,group,family\n');
    files.delete('indicators/absence.csv');
    files.set('indicators/youth-clubs.csv', 'group,area_code,2023/24\nall,E06000015,31\n');
    expect(readBundledData(files).problems.map(({ severity, message }) => `${severity}: ${message}`)).toEqual([
      'error: data/groups.csv is missing.',
      'error: data/sources.csv has no column "source_id"; its columns are indicator_id, group, family.',
      'error: data/indicators/absence.csv is empty or missing.',
      'error: data/indicators/youth-clubs.csv has no row in data/indicators.csv, so nothing would show it. Add its row, or take the file out.',
    ]);
  });

  it('tells of a figure that cannot be read with its file and line', () => {
    const files = loadFolder();
    files.set('indicators/absence.csv', 'group,area_code,2022/23,2023/24\nall,E06000015,7.1,soon\nall,,7.1,7.2\n');
    expect(
      readBundledData(files).problems.map(({ severity, code, file, line }) => [severity, code, file, line]),
    ).toEqual([
      ['error', 'no-area', 'indicators/absence.csv', 3],
      ['warning', 'marker-never-seen', 'indicators/absence.csv', 2],
    ]);
  });

  it('names figures that no row of the catalogue leads to', () => {
    const files = loadFolder();
    files.set('indicators/youth-clubs.csv', 'group,area_code,2023/24\nall,E06000015,31\n');
    const { problems } = readBundledData(files);
    expect(problems.map(({ severity, code, file }) => [severity, code, file])).toEqual([
      ['error', 'not-in-catalogue', 'indicators/youth-clubs.csv'],
    ]);
  });
});
