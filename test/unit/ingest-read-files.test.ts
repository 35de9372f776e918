import { zipSync, strToU8 } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { toFileInput } from '../../src/ingest/bytes.ts';
import { LARGEST_COMPANION } from '../../src/ingest/limits.ts';
import { readFiles, type ReadProgress } from '../../src/ingest/read.ts';
import { toWorkbook } from '../fixtures/table/workbook.ts';
import { cell, codes, DERBY, ENGLAND, figures, fixture, read, readOne, text } from '../fixtures/ingest/files.ts';

const TIDY = 'indicator,group,area,period,value\n';

describe('a file', () => {
  it('is told by its name, size and SHA-256', async () => {
    const { file, encoding } = await readOne(text('x.csv', `${TIDY}absence,all,Derby,2023/24,7.1\n`));
    expect(file).toMatchObject({ name: 'x.csv', size: 64 });
    expect(await file.sha256()).toMatch(/^[0-9a-f]{64}$/);
    expect(encoding).toBe('utf-8');
  });

  it('says its own hash where it knows it, asked once and only where somebody wants it', async () => {
    const sha256 = vi.fn(() => Promise.resolve('abc'));
    const [one] = await read([{ ...fixture('tidy.csv'), sha256 }]);
    expect(sha256).not.toHaveBeenCalled();
    expect([await one?.file.sha256(), await one?.file.sha256()]).toEqual(['abc', 'abc']);
    expect(sha256).toHaveBeenCalledOnce();
  });

  it('says when it was changed last only where that is known', async () => {
    const bytes = new TextEncoder().encode(`${TIDY}absence,all,Derby,2023/24,7.1\n`);
    const [dated, undated] = await read([toFileInput('x.csv', bytes, 1_700_000_000_000), toFileInput('y.csv', bytes)]);
    expect(dated?.file.lastModified).toBe(1_700_000_000_000);
    expect(undated?.file).not.toHaveProperty('lastModified');
  });

  it('whose hash cannot be counted is read all the same', async () => {
    const [one] = await read([{ ...fixture('tidy.csv'), sha256: () => Promise.reject(new Error('no')) }]);
    expect(one?.accepted).toBe(true);
    expect(await one?.file.sha256()).toBeUndefined();
  });

  it('reports its progress, to the last byte', async () => {
    const seen: ReadProgress[] = [];
    const csv = text('x.csv', `${TIDY}${'absence,all,Derby,2023/24,7.1\n'.repeat(70_000)}`);
    await read([csv], { onProgress: (progress) => seen.push(progress) });
    expect(seen.at(-1)).toMatchObject({ file: 'x.csv', bytesRead: csv.size, bytes: csv.size });
    expect(seen.at(-1)?.rows).toBeGreaterThan(60_000);
  });

  it('is not read on where it was cancelled', async () => {
    const { areas, catalogue } = figures;
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(readFiles([fixture('tidy.csv')], { areas, catalogue, signal })).rejects.toThrow('enough');
  });
});

describe('a file that cannot be used', () => {
  it.each([
    ['empty', '', 'empty-file'],
    ['of an unknown layout', 'colour,size\nred,4\n', 'unknown-layout'],
    ['with a header only', TIDY, 'nothing-read'],
    ['with no row that can be read', `${TIDY}absence,all,Derby,someday,7.1\n`, 'nothing-read'],
    ['a web page', '<!DOCTYPE html><html><body>Not found</body></html>', 'web-page'],
  ])('that is %s is refused with a reason', async (_, content, code) => {
    const [one] = await read([text('x.csv', content)]);
    expect(one?.accepted).toBe(false);
    expect(one?.reading).toBeUndefined();
    expect(one && codes(one)).toContain(code);
    expect(one?.problems.every(({ file }) => file === 'x.csv')).toBe(true);
  });

  it('since it cannot be opened is refused with a reason, and is told by its name, size and hash', async () => {
    const whole = zipSync({ 'x.csv': strToU8(TIDY) });
    const cut = toFileInput('x.zip', whole.subarray(0, whole.length - 30));
    expect(await read([cut])).toEqual([
      {
        file: { name: 'x.zip', size: cut.size, sha256: expect.any(Function) as () => Promise<string> },
        encoding: undefined,
        recognition: undefined,
        problems: [expect.objectContaining({ severity: 'error', code: 'damaged-zip', file: 'x.zip' })],
        accepted: false,
      },
    ]);
  });

  it('leaves the others to be read', async () => {
    const readings = await read([text('x.csv', ''), fixture('tidy.csv')]);
    expect(readings.map(({ accepted }) => accepted)).toEqual([false, true]);
  });
});

describe('what is wrong in a row', () => {
  it('is told with line, column and remedy, and the other rows are kept', async () => {
    const csv = `${TIDY}absence,all,Derby,soon,7.1\nabsence,all,,2023/24,7.1\n,all,Derby,2023/24,7\nabsence,all,Derby,2023/24,7.1\n`;
    const { problems, reading } = await readOne(text('x.csv', csv));
    expect(problems.map(({ code, line }) => [code, line])).toEqual([
      ['no-area', 3],
      ['no-indicator', 4],
      ['impossible-period', 2],
    ]);
    expect(reading.observations).toBe(1);
  });

  it('names an unknown area and gives its figures to nobody', async () => {
    const { problems, reading } = await readOne(text('x.csv', `${TIDY}absence,all,Drby,2023/24,7.1\n`));
    expect(problems.find(({ code }) => code === 'unknown-area')).toMatchObject({ line: 2, count: 1 });
    expect(reading.series[0]?.areas).toEqual(['Drby']);
  });

  it.each([
    'Cornwall and Isles of Scilly',
    'Hackney and City of London',
    'Kingston upon Thames / Richmond upon Thames',
  ])('is nothing where %s is a row for both: it is given to neither', async (name) => {
    const read = await readOne(text('x.csv', `${TIDY}absence,all,${name},2023/24,7.1\n`));
    expect(read.reading.series[0]?.areas).toEqual([name]);
    expect(codes(read)).toContain('joint-area');
  });

  it('says where number and code name different authorities', async () => {
    const csv = 'old_la_code,new_la_code,2022/23,2023/24\n831,E06000018,1,2\n';
    const { problems, reading } = await readOne(text('absence.csv', csv));
    expect(problems.find(({ code }) => code === 'area-disagrees')?.message).toContain('Derby');
    expect(reading.series[0]?.areas).toEqual([DERBY]);
  });

  it('reports a marker that nobody knows once, with how often it stands there', async () => {
    const csv = `${TIDY}absence,all,Derby,2023/24,soon\nabsence,all,England,2023/24,later\n`;
    const { problems, reading } = await readOne(text('x.csv', csv));
    expect(problems.filter(({ code }) => code === 'marker-never-seen')).toMatchObject([
      { line: 2, column: 'value', count: 2 },
    ]);
    expect(cell(reading, 'absence', 'all', DERBY, '2023/24')).toEqual({ missing: 'unknown-marker', marker: 'soon' });
  });

  it('reports a figure that stands there twice with different values, and keeps the first', async () => {
    const csv = `${TIDY}absence,all,Derby,2023/24,7.1\nabsence,all,831,2024,9\n`;
    const { problems, reading } = await readOne(text('x.csv', csv));
    expect(problems.find(({ code }) => code === 'duplicate')).toMatchObject({ severity: 'error', line: 3, count: 1 });
    expect(cell(reading, 'absence', 'all', DERBY, '2023/24')).toEqual({ number: 7.1 });
  });

  it.each(['__proto__', 'constructor', '<img src=x onerror=alert(1)>', '=SUM(A1)'])(
    'takes “%s” for a plain name',
    async (name) => {
      const csv = `${TIDY}${name},${name},${name},2023/24,7.1\n`;
      const { reading } = await readOne(text('x.csv', csv));
      expect(reading.indicators.map(({ id }) => id)).toEqual([`tidy:${name}`]);
      expect(reading.series[0]?.areas).toEqual([name]);
      expect(reading.observations).toBe(1);
    },
  );

  it('takes names that mean something to JavaScript for plain names of columns, filters, areas and markers', async () => {
    const head =
      'time_period,time_identifier,geographic_level,old_la_code,new_la_code,la_name,constructor,__proto__,toString';
    const row = (area: string, filter: string, value: string): string =>
      `202425,Academic year,Local authority,${area},${filter},${value},5\n`;
    const rows = [row('831,E06000015,Derby', '__proto__', '3'), row(',,hasOwnProperty', 'Total', '__proto__')];
    const { reading } = await readOne(text('x.csv', `${head}\n${rows.join('')}`));
    const ids = ['__proto__', 'toString'].flatMap((column) =>
      ['__proto__', 'Total'].map((filter) => `ees:${column} | constructor=${filter}`),
    );
    expect(reading.indicators.map(({ id }) => id).sort()).toEqual([...ids].sort());
    expect(cell(reading, 'ees:__proto__ | constructor=__proto__', 'all', DERBY, '2024/25')).toEqual({ number: 3 });
    expect(Object.entries(reading.markers)).toEqual([['__proto__', 1]]);
    expect(reading.numbers).toBe(3);
  });

  it('reads 5,000 columns of figures, each as an indicator of its own', async () => {
    const names = Array.from({ length: 5000 }, (_, i) => `measure ${String(i)}`);
    const head = `time_period,time_identifier,geographic_level,country_code,country_name,${names.join(',')}\n`;
    const row = `202425,Academic year,National,E92000001,England,${names.map((_, i) => String(i)).join(',')}\n`;
    const { reading } = await readOne(text('x.csv', head + row));
    expect(reading.indicators).toHaveLength(5000);
    expect(cell(reading, 'ees:measure 4999', 'all', ENGLAND, '2024/25')).toEqual({ number: 4999 });
  }, 20_000);

  it('says of a table without names of columns what to do, and blames no line that is not there', async () => {
    const [one] = await read([text('bare.csv', 'Derby,2024,4.5,3\nLeeds,2024,3.2,4\nYork,2024,3.2,4\n')]);
    const unknown = one?.problems.find(({ code }) => code === 'unknown-layout');
    expect(unknown?.message).toMatch(/^No line names the 4 columns, .+: write their names into a first line/);
    expect(one?.problems.filter(({ line }) => line === 0)).toEqual([]);
  });

  it('reads a column whose decimals stand after a comma as that', async () => {
    const csv =
      'indicator;group;area;period;value\nabsence;all;Derby;2023/24;7,1\nabsence;all;England;2023/24;1.234,5\n';
    const { reading } = await readOne(text('x.csv', csv));
    expect(cell(reading, 'absence', 'all', DERBY, '2023/24')).toEqual({ number: 7.1 });
    expect(cell(reading, 'absence', 'all', 'E92000001', '2023/24')).toEqual({ number: 1234.5 });
  });
});

describe('a zip', () => {
  it('is read file by file, with the files that explain others', async () => {
    const part = (content: string): Uint8Array => strToU8(content);
    const ees =
      'time_period,time_identifier,geographic_level,country_code,country_name,pupils\n202425,Academic year,National,E92000001,England,5\n';
    const meta =
      'col_name,col_type,label,indicator_grouping,indicator_unit,indicator_dp\npupils,Indicator,Number of pupils,,,0\n';
    const zip = zipSync({
      'data/x.meta.csv': part(meta),
      'data/x.csv': part(ees),
      'data/note.txt': part('nothing to see here'),
    });
    const readings = await read([toFileInput('all.zip', zip)]);
    expect(readings.map(({ file, accepted }) => [file.name, accepted])).toEqual([
      ['all.zip/x.meta.csv', true],
      ['all.zip/x.csv', true],
      ['all.zip/note.txt', false],
    ]);
    expect(readings[1]?.reading?.indicators[0]?.name).toBe('Number of pupils');
  });
});

describe('a workbook', () => {
  it('is accepted with a note on the sheets that are not read, before what its table holds', async () => {
    const rows = {
      1: ['indicator', 'group', 'area', 'period', 'value'],
      2: ['absence', 'all', 'Derby', '2023/24', 7.1],
    };
    const sheets = ['One', 'Two', 'Three'].map((name) => ({ name, rows }));
    const readings = await read([toFileInput('x.xlsx', toWorkbook({ sheets }))]);
    expect(readings.map(({ accepted, problems }) => [accepted, problems.map(({ code }) => code)])).toEqual([
      [true, ['other-sheets']],
      [true, []],
    ]);
    expect(readings[0]?.problems[0]?.message).toBe(
      'The sheet “One” is read, the first that holds a table; “Two”, “Three” are not. Save another sheet as a file of its own to load it too.',
    );
    expect(readings[1]?.reading).toMatchObject({ rows: 1, numbers: 1 });
  });
});

describe('a file that explains others', () => {
  it('given alone holds nothing, and says what it belongs with', async () => {
    const [one] = await read([fixture('lait-dictionary.csv')]);
    expect(one).toMatchObject({ accepted: true, problems: [{ code: 'companion', severity: 'note' }] });
    expect(one?.reading).toBeUndefined();
    expect(one?.problems).toEqual([
      {
        severity: 'note',
        code: 'companion',
        message: 'This data dictionary holds no figures of its own. Load it together with the file that it explains.',
        file: 'lait-dictionary.csv',
      },
    ]);
  });

  it('is none where it is larger than anybody would hold whole', async () => {
    const [one] = await read([{ ...fixture('lait-dictionary.csv'), size: LARGEST_COMPANION + 1 }]);
    expect(one).toMatchObject({ accepted: false, problems: [{ code: 'unknown-layout' }] });
  });

  it('says so once it has explained one, which names it', async () => {
    const [lait, dictionary, other] = await read([
      fixture('lait.csv'),
      fixture('lait-dictionary.csv'),
      fixture('tidy.csv'),
    ]);
    expect(lait?.explainedBy).toEqual(['lait-dictionary.csv']);
    expect(other?.explainedBy).toEqual([]);
    expect(dictionary?.recognition?.because).toMatch(/^LAIT long: data dictionary with \d+ entries$/);
    expect(dictionary?.problems.map(({ message }) => message)).toEqual([
      'This data dictionary explains the other files loaded with it; it holds no figures of its own.',
    ]);
  });
});
