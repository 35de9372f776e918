import { describe, expect, it } from 'vitest';
import type { AreaCode } from '../../src/domain/area.ts';
import { AreaList, toNameKey } from '../../src/domain/area.ts';
import { figures } from '../fixtures/ingest/files.ts';

const { areas } = figures;
const nameOf = (words: Parameters<AreaList['match']>[0]): string | undefined => areas.match(words)?.name;

describe('an area', () => {
  const row = {
    area_code: 'X',
    la_number: '1',
    name: 'X',
    parent_code: '',
    valid_from: '',
    valid_to: '',
    successor_codes: '',
  };

  it('is matched by DfE number before ONS code before name', () => {
    expect(nameOf({ laNumber: '831', code: 'E06000018', name: 'Leicester' })).toBe('Derby');
    expect(nameOf({ laNumber: '', code: 'E06000018', name: 'Leicester' })).toBe('Nottingham');
    expect(nameOf({ name: 'Leicester' })).toBe('Leicester');
  });

  it.each([
    ['370', 'E08000016', 'E08000038'],
    ['373', 'E08000019', 'E08000039'],
    ['815', 'E10000023', 'E06000065'],
    ['825', 'E10000002', 'E06000060'],
    ['933', 'E10000027', 'E06000066'],
  ])('%s has its current code under its former one too', (laNumber, former, current) => {
    expect(areas.find(former)?.code).toBe(current);
    expect(areas.match({ laNumber })?.code).toBe(current);
  });

  it.each([
    ['Bristol', 'Bristol, City of'],
    ['Herefordshire', 'Herefordshire, County of'],
    ['Durham', 'County Durham'],
    ['Kingston Upon Hull, City of', 'Kingston upon Hull, City of'],
    ['St Helens', 'St. Helens'],
    ['Bedford Borough', 'Bedford'],
    ['Yorkshire and the Humber', 'Yorkshire and The Humber'],
    ['Buckinghamshire UA', 'Buckinghamshire'],
    ['London (Inner)', 'Inner London'],
    ['Telford & Wrekin', 'Telford and Wrekin'],
  ])('%s is %s', (written, name) => {
    expect(toNameKey(nameOf({ name: written }) ?? '')).toBe(toNameKey(name));
  });

  it.each(['314 / 318', 'Nowhere', '', '__proto__', 'constructor'])('“%s” is none', (name) => {
    expect(areas.match({ laNumber: name, code: name, name })).toBeUndefined();
  });

  it('that was abolished stays itself and knows its successors', () => {
    expect(areas.match({ laNumber: '928' })).toMatchObject({
      code: 'E10000021',
      abolished: '2021-03-31',
      successors: ['E06000061', 'E06000062'],
    });
    expect(areas.authorities).toHaveLength(153);
  });

  it('whose name another one had before is told apart by its time', () => {
    const dorset = areas.match({ name: 'Dorset' });
    expect(dorset?.code).toBe('E06000059');
    expect(dorset && areas.findNamesake(dorset)?.code).toBe('E10000009');
  });

  it('of London belongs to London, not to its inner or outer half', () => {
    expect(areas.regionOf('E09000007' as AreaCode)?.name).toBe('London');
    expect(areas.regionOf('E06000015' as AreaCode)?.name).toBe('East Midlands');
    expect(areas.regionOf('E92000001' as AreaCode)).toBeUndefined();
  });

  it('is called by its name, or by its code where the list does not know it', () => {
    expect(areas.nameOf('E06000015' as AreaCode)).toBe('Derby');
    expect(areas.nameOf('314 / 318' as AreaCode)).toBe('314 / 318');
  });

  it('has no namesake where no other authority had its name', () => {
    const derby = areas.match({ name: 'Derby' });
    expect(derby && areas.findNamesake(derby)).toBeUndefined();
    const former = areas.match({ code: 'E10000009' });
    expect(former && areas.findNamesake(former)).toBeUndefined();
  });

  it('of today is listed by name, with none that was abolished and no region', () => {
    const names = areas.authorities.map(({ name }) => name);
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en-GB')));
    expect(areas.authorities.every(({ level, abolished }) => level === 'local-authority' && !abolished)).toBe(true);
  });

  it('is found with blanks around what a file says of it', () => {
    expect(nameOf({ laNumber: ' 831 ' })).toBe('Derby');
    expect(nameOf({ code: ' E06000018 ' })).toBe('Nottingham');
    expect(nameOf({ name: ' LEICESTER ' })).toBe('Leicester');
  });

  it('is compared by its words, whatever stands between them', () => {
    expect(toNameKey('Telford  &  Wrekin')).toBe(toNameKey('telford and wrekin'));
    expect(toNameKey('East Riding')).not.toBe(toNameKey('Eastriding'));
  });

  it('is found by its name where it exists today, wherever the list has it', () => {
    const reversed = new AreaList(areas.rows.toReversed(), areas.aliases);
    expect(reversed.match({ name: 'Dorset' })?.code).toBe('E06000059');
    expect(reversed.match({ laNumber: '370' })?.code).toBe('E08000038');
  });

  it('has a parent and successors only where the list gives some', () => {
    const given = { ...row, level: 'region' };
    const [first, second] = new AreaList([
      { ...given, area_code: 'A', la_number: '1', successor_codes: 'B ; ; C;' },
      { ...given, area_code: 'B', la_number: '2', parent_code: 'A' },
    ]).all;
    expect(first).toEqual({ code: 'A', laNumber: '1', name: 'X', level: 'region', successors: ['B', 'C'] });
    expect(second).toMatchObject({ parent: 'A', successors: [] });
  });

  it('of no known level stops the build with what was found', () => {
    expect(() => new AreaList([{ ...row, level: 'parish' }])).toThrow(
      'level "parish" is none of country, region, local-authority',
    );
  });
});
