import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { findEncoding, Transcoder } from '../../src/ingest/encoding.ts';
import { findContainer, findForeign, isOleFile, isWebPage } from '../../src/ingest/signature.ts';
import { readZipDirectory } from '../../src/ingest/zip.ts';

/** "25 50 44 46 …" as bytes, with what usually follows. */
const toBytes = (hex: string): Uint8Array => Uint8Array.from(hex.split(' '), (pair) => parseInt(pair, 16));

describe('the first bytes of a file', () => {
  /** As the formats' own specifications have them. */
  it.each([
    ['25 50 44 46 2d 31 2e 37', 'a PDF document'],
    ['89 50 4e 47 0d 0a 1a 0a', 'a PNG picture'],
    ['ff d8 ff e0 00 10 4a 46', 'a JPEG picture'],
    ['47 49 46 38 39 61 01 00', 'a GIF picture'],
    ['52 49 46 46 24 00 01 00 57 45 42 50 56 50 38 20', 'a WebP picture'],
    ['49 49 2a 00 08 00 00 00', 'a TIFF picture'],
    ['4d 4d 00 2a 00 00 00 08', 'a TIFF picture'],
    ['7b 5c 72 74 66 31 5c 61', 'a rich text document'],
    ['50 41 52 31 15 04 15 10', 'a Parquet file'],
    ['53 51 4c 69 74 65 20 66 6f 72 6d 61 74 20 33 00', 'an SQLite database'],
    ['37 7a bc af 27 1c 00 04', 'a 7-Zip archive'],
    ['52 61 72 21 1a 07 01 00', 'a RAR archive'],
    ['42 5a 68 39 31 41 59 26', 'a bzip2 archive'],
    ['fd 37 7a 58 5a 00 00 04', 'an xz archive'],
    ['28 b5 2f fd 24 00 01 00', 'a Zstandard archive'],
    ['7f 45 4c 46 02 01 01 00', 'a program'],
    ['4d 5a 90 00 03 00 00 00', 'a program'],
  ])('%s are those of %s, which is said with what to do', (hex, what) => {
    const found = findForeign(toBytes(hex));
    expect(found?.what).toBe(what);
    expect(found?.remedy).toMatch(/^[A-Z].*\.csv.*\.$/);
    expect(findForeign(toBytes(hex).subarray(0, 2))).toBeUndefined();
  });

  it('tell what can be opened', () => {
    expect(findContainer(toBytes('1f 8b 08 00'))).toBe('gzip');
    expect(findContainer(toBytes('50 4b 03 04'))).toBe('zip');
    expect(findContainer(toBytes('50 4b 05 06'))).toBe('zip');
    for (const hex of ['50 4b 01 02', '50 4b 03 06', '1f', '50 4b 03', '61 62 63 64']) {
      expect(findContainer(toBytes(hex))).toBeUndefined();
    }
  });

  it('tell an old workbook', () => {
    expect(isOleFile(toBytes('d0 cf 11 e0 a1 b1 1a e1 00 00'))).toBe(true);
    expect(isOleFile(toBytes('d0 cf 11 e0 a1 b1 1a e2'))).toBe(false);
    expect(isOleFile(toBytes('d0 cf 11 e0 a1 b1 1a'))).toBe(false);
  });

  it.each([
    ['<!DOCTYPE html><title>Sign in</title>', true],
    ['\n  <html lang="en">', true],
    ['<?xml version="1.0"?>\n<!-- a --><!-- b -->\n<HTML>', true],
    ['<body>', true],
    ['<headline>,value', false],
    ['name,<html>', false],
    ['<!-- nothing else -->', false],
  ])('%j is a web page: %s', (text, is) => {
    expect(isWebPage(text)).toBe(is);
  });
});

describe('the encoding of a text', () => {
  const latin = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));
  const utf16 = (text: string, little: boolean): Uint8Array =>
    Uint8Array.from(Array.from(text, (c) => (little ? [c.charCodeAt(0), 0] : [0, c.charCodeAt(0)])).flat());
  const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

  it.each([
    ['ef bb bf 61', 'utf-8', 3],
    ['ff fe 61 00', 'utf-16le', 2],
    ['fe ff 00 61', 'utf-16be', 2],
  ])('%s is said by its mark to be %s', (hex, encoding, markLength) => {
    expect(findEncoding(toBytes(hex))).toEqual({ encoding, markLength });
  });

  it('without a mark is found by its NUL bytes', () => {
    expect(findEncoding(utf16('area,value', true))?.encoding).toBe('utf-16le');
    expect(findEncoding(utf16('area,value', false))?.encoding).toBe('utf-16be');
  });

  it('is UTF-8 where its accents are whole, and Windows-1252 where they are bytes', () => {
    expect(findEncoding(utf8('Zoë,£5,–'))).toEqual({ encoding: 'utf-8', markLength: 0 });
    expect(findEncoding(latin('Zo\xeb,\xa35'))).toEqual({ encoding: 'windows-1252', markLength: 0 });
    expect(findEncoding(utf8('a,b'))?.encoding).toBe('utf-8');
    expect(findEncoding(utf8('a,£').subarray(0, 3))?.encoding).toBe('utf-8');
  });

  it('is UTF-16 where more than four in ten characters are ASCII, and no NUL stands in the other half', () => {
    const word = (n: number, other: number): string => 'a'.repeat(n) + 'Ω'.repeat(other);
    const bytes = (n: number, other: number, little: boolean): Uint8Array =>
      Uint8Array.from(
        Array.from(word(n, other), (c) => {
          const pair = [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8] as const;
          return little ? pair : [pair[1], pair[0]];
        }).flat(),
      );
    expect(findEncoding(bytes(41, 59, true))?.encoding).toBe('utf-16le');
    expect(findEncoding(bytes(41, 59, false))?.encoding).toBe('utf-16be');
    for (const little of [true, false]) {
      expect(findEncoding(bytes(40, 60, little))).toBeUndefined();
      const spoilt = bytes(80, 20, little);
      for (let i = 0; i < 20; i++) spoilt[2 * i + (little ? 0 : 1)] = 0;
      expect(findEncoding(spoilt)).toBeUndefined();
    }
  });

  it('is UTF-8 while whole characters outnumber the bytes that belong to none', () => {
    const mixed = (whole: number, broken: number): Uint8Array =>
      Uint8Array.from([...utf8('é'.repeat(whole)), ...latin('\xe9 '.repeat(broken))]);
    expect(findEncoding(mixed(3, 2))?.encoding).toBe('utf-8');
    expect(findEncoding(mixed(2, 2))?.encoding).toBe('windows-1252');
    expect(findEncoding(mixed(2, 3))?.encoding).toBe('windows-1252');
  });

  it('is left behind with its mark by what makes UTF-8 of it, in pieces of any size', () => {
    const texts = [
      { found: { encoding: 'utf-8', markLength: 3 }, bytes: utf8('\uFEFFa£é😀') },
      { found: { encoding: 'utf-16le', markLength: 2 }, bytes: Uint8Array.of(0xff, 0xfe, ...utf16('a£é', true)) },
      { found: { encoding: 'windows-1252', markLength: 0 }, bytes: latin('a\xa3\xe9') },
    ] as const;
    const expected = ['a£é😀', 'a£é', 'a£é'];
    texts.forEach(({ found, bytes }, i) => {
      for (let size = 1; size <= bytes.length; size++) {
        const transcoder = new Transcoder(found);
        const parts: number[] = [];
        for (let at = 0; at < bytes.length; at += size) parts.push(...transcoder.push(bytes.slice(at, at + size)));
        parts.push(...transcoder.finish());
        expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(Uint8Array.from(parts))).toBe(expected[i]);
      }
    });
  });

  it('bears four control characters in a short text, and two in a hundred in a long one', () => {
    expect(findEncoding(latin(`abc${'\x01'.repeat(4)}`))).toBeDefined();
    expect(findEncoding(latin(`abc${'\x01'.repeat(5)}`))).toBeUndefined();
    expect(findEncoding(latin('a'.repeat(980) + '\x7f'.repeat(20)))).toBeDefined();
    expect(findEncoding(latin('a'.repeat(979) + '\x7f'.repeat(21)))).toBeUndefined();
    expect(findEncoding(latin('\t\n\v\f\r\x1a'.repeat(9)))).toBeDefined();
  });
});

describe('the list of files in a zip', () => {
  /** Where the flags of the one entry stand in the list. */
  const flagsAt = (zip: Uint8Array): number => new DataView(zip.buffer).getUint32(zip.length - 6, true) + 8;

  it('has names in UTF-8 where it says so, else in Windows-1252', () => {
    const zip = zipSync({ 'Zoë.csv': new Uint8Array(3) });
    expect(readZipDirectory('a.zip', zip).map(({ path, size }) => [path, size])).toEqual([['Zoë.csv', 3]]);
    new DataView(zip.buffer).setUint16(flagsAt(zip), 0, true);
    expect(readZipDirectory('a.zip', zip)[0]?.path).toBe('ZoÃ«.csv');
  });

  it('says when an entry was written, and which are under a password', () => {
    const zip = zipSync({ 'a\\b.csv': [new Uint8Array(1), { mtime: new Date(2024, 1, 29, 13, 45, 10) }] });
    const [entry] = readZipDirectory('a.zip', zip);
    expect(entry).toMatchObject({ path: 'a/b.csv', encrypted: false });
    expect(entry?.lastModified).toBe(new Date(2024, 1, 29, 13, 45, 10).getTime());
    new DataView(zip.buffer).setUint16(flagsAt(zip), 1, true);
    expect(readZipDirectory('a.zip', zip)[0]?.encrypted).toBe(true);
  });
});
