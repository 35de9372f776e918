import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LONGEST_SHORT, ShortTexts } from '../../src/ingest/short-texts.ts';

const toBytes = (text: string): Uint8Array => new TextEncoder().encode(text);

it('gives back every text as it is written, whatever came before it and wherever it stands', () => {
  const text = fc.string({ unit: 'binary-ascii', maxLength: LONGEST_SHORT }).filter((one) => !one.includes('\0'));
  fc.assert(
    fc.property(fc.array(text, { maxLength: 200 }), fc.nat({ max: 5 }), (texts, before) => {
      const short = new ShortTexts();
      for (const one of [...texts, ...texts]) {
        const bytes = toBytes(`${'x'.repeat(before)}${one},y`);
        expect(short.find(bytes, before, before + one.length)).toBe(one);
      }
    }),
  );
});

it('takes no text for another that belongs in the same place of its memory', () => {
  const short = new ShortTexts();
  // Thirty thousand texts share four thousand places.
  for (let number = 0; number < 30_000; number++) {
    const written = String(number);
    expect(short.find(toBytes(written), 0, written.length)).toBe(written);
  }
});

it.each(['é', 'a–b', 'a\0b'])('leaves to others what is not plain: %j', (text) => {
  const bytes = toBytes(text);
  expect(new ShortTexts().find(bytes, 0, bytes.length)).toBeUndefined();
});
