import { describe, expect, it } from 'vitest';
import type { AreaCode } from '../../src/domain/area.ts';
import type { AreaList } from '../../src/domain/area.ts';
import { toNameKey } from '../../src/domain/area.ts';
import { figures } from '../fixtures/ingest/files.ts';

const { areas } = figures;
const nameOf = (words: Parameters<AreaList['match']>[0]): string | undefined => areas.match(words)?.name;

describe('an area', () => {
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
});
