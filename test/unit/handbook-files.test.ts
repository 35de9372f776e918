import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { describeFamilies } from '../fixtures/ingest/handbook.ts';
import { FAMILIES } from '../../src/ingest/registry.ts';
import { read, text } from '../fixtures/ingest/files.ts';

const PAGE = fileURLToPath(new URL('../../docs/handbook/files.md', import.meta.url));

describe('the handbook page "Which files can I load?"', () => {
  it('ends with every family and its example as the registry has them', () => {
    expect(readFileSync(PAGE, 'utf8').endsWith(`\n${describeFamilies()}`)).toBe(true);
  });

  it.each(FAMILIES)('shows an example of $id that is recognised as it and can be loaded', async ({ id, example }) => {
    const [one] = await read([text('example.csv', example)]);
    expect([one?.recognition?.family, one?.accepted]).toEqual([id, true]);
  });
});
