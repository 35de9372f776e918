import { describe, expect, it } from 'vitest';
import type { NeighbourSet } from '../../src/domain/figures.ts';
import { neighbours } from '../../src/ingest/formats/neighbours.ts';
import { DERBY, figures, readOne, text } from '../fixtures/ingest/files.ts';

const LONG = 'area_code,rank,neighbour_code,closeness';

/** The one set of a file. */
async function readSet(content: string, name = 'neighbours-2025.csv'): Promise<NeighbourSet> {
  const [set] = (await readOne(text(name, content))).reading.neighbourSets;
  if (!set) throw new Error('no set was read');
  return set;
}

/** "Leicester very close" of each neighbour of Derby, in their order. */
const ofDerby = ({ of }: NeighbourSet): readonly string[] | undefined =>
  of.get(DERBY)?.map(({ area, closeness }) => `${figures.areas.nameOf(area)} ${closeness}`.trim());

describe('neighbours in columns', () => {
  it('go by the numbers of their columns, each with the closeness right of it', async () => {
    const set = await readSet(
      'la_name,SN_10,SN_10P,SN2,SN2P,sn_1,sn_1p\nDerby,852,Close,Leicester, Very Close ,E06000018,\n',
    );
    expect(ofDerby(set)).toEqual(['Nottingham', 'Leicester very close', 'Southampton close']);
  });

  it('are left out where their cell is empty', async () => {
    expect(ofDerby(await readSet('la_name,SN_1,SN_1P,SN_2,SN_2P\nDerby, ,Close,852,Close\n'))).toEqual([
      'Southampton close',
    ]);
  });

  it.each([
    ['SNP_2025.csv', 'neighbours-2025', 'Statistical neighbours 2025'],
    ['a 1998 b.csv', 'neighbours-1998', 'Statistical neighbours 1998'],
    ['mine.csv', 'neighbours:mine', 'Statistical neighbours (mine)'],
    ['set 2199.csv', 'neighbours:set 2199', 'Statistical neighbours (set 2199)'],
  ])('of the file %s are the set %s', async (name, id, title) => {
    const set = await readSet('la_name,SN_1,SN_1P\nDerby,852,Close\n', name);
    expect([set.id, set.name, 'isOwn' in set]).toEqual([id, title, false]);
  });

  it('are counted to ten', async () => {
    const row = (count: number): string =>
      ['831', ...figures.areas.authorities.slice(0, count).map(({ code }) => `${code},Close`)].join(',');
    const header = (count: number): string =>
      ['la', ...Array.from({ length: count }, (_, i) => `SN_${String(i + 1)},SN_${String(i + 1)}P`)].join(',');
    const problemsOf = async (count: number): Promise<readonly string[]> =>
      (await readOne(text('x.csv', `${header(count)}\n${row(count)}\n`))).problems.map(({ message }) => message);
    expect(await problemsOf(10)).toEqual([]);
    expect(await problemsOf(9)).toEqual(['Derby has 9 neighbours in this file instead of ten.']);
    expect(await problemsOf(11)).toEqual(['Derby has 11 neighbours in this file instead of ten.']);
  });
});

describe('neighbours in rows', () => {
  it('go by their rank, whatever the order of the rows', async () => {
    const set = await readSet(`${LONG}\nE06000015,10,852,C\nE06000015,2,874,B\nE06000016,1,831,A\nE06000015,1,892,A\n`);
    expect(ofDerby(set)).toEqual(['Nottingham a', 'Peterborough b', 'Southampton c']);
    expect([...set.of.keys()]).toEqual([DERBY, 'E06000016']);
  });

  it('are a set of the name and kind that the file says, which need not be ten', async () => {
    const said = `${LONG},set_id,set_name,set_own\n`;
    const { reading, problems } = await readOne(
      text('x.csv', `${said}E06000015,1,852,chosen here,mine,Our group,yes\nE06000016,1,852,,other,Another,no\n`),
    );
    expect(problems).toEqual([]);
    expect(reading.neighbourSets).toMatchObject([{ id: 'mine', name: 'Our group', isOwn: true }]);
    const official = await readSet(`${said}E06000015,1,852,,sn,Statistical neighbours,no\n`);
    expect(official).not.toHaveProperty('isOwn');
    expect((await readSet(`${said}E06000015,1,852,,sn,,no\n`)).id).toBe('neighbours-2025');
  });
});

describe('a table of neighbours', () => {
  const recognise = (header: string): string | undefined =>
    neighbours.recognise({ fileName: 'x.csv', header: header.split(','), headerLine: 1, rows: [] })?.because;

  it('is told by its columns', () => {
    expect(recognise('la,SN_1,SN_1P')).toBe('SN_1 to SN_1, each with its closeness');
    expect(recognise('la, sn2 ,x,SN1')).toBe('SN1 to  sn2 , each with its closeness');
    expect(recognise(LONG)).toBe('neighbour_code and rank beside the area');
    for (const header of ['la,SNP,SN_', 'la,SN_123', 'la,XSN_1', 'la,rank', 'la,neighbour_code']) {
      expect(recognise(header), header).toBeUndefined();
    }
  });

  it('counts its rows and headings, and no blank line', async () => {
    const { reading } = await readOne(text('x.csv', 'la,SN_1,SN_1P\nEast Midlands,,\n,,\n831,852,Close\n'));
    expect(reading.rows).toBe(2);
  });
});
