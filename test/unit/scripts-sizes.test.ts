import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { LIMITS, measureScript, measureSite } from '../../scripts/sizes.mjs';

const site = mkdtempSync(join(tmpdir(), 'ecm-sizes-'));
mkdirSync(join(site, 'assets'));
afterAll(() => {
  rmSync(site, { recursive: true });
});

const put = (path: string, text: string): void => {
  writeFileSync(join(site, path), text);
};
/** As many characters as bytes, which hardly get fewer when packed. */
const code = (bytes: number): string => randomBytes(bytes / 2).toString('hex');

describe('the script of a page', () => {
  it('is what its head names and preloads and what it carries, packed, and nothing else', () => {
    put('assets/entry.js', code(1000));
    put('assets/shared.js', code(2000));
    put('assets/lazy.js', code(9000));
    put('assets/look.css', code(9000));
    const named =
      '<script type="module" src="./assets/entry.js"></script><link rel="modulepreload" href="./assets/shared.js">';
    put('index.html', `<head>${named}<link rel="stylesheet" href="./assets/look.css"></head>`);
    const size = measureScript(join(site, 'index.html'));
    expect(size).toBeGreaterThan(1500);
    expect(size).toBeLessThan(2500);
    put(
      'embed.html',
      `<script type="module">${code(4000)}</script><script type="application/json">${code(8000)}</script>`,
    );
    const carried = measureScript(join(site, 'embed.html'));
    expect(carried).toBeGreaterThan(2000);
    expect(carried).toBeLessThan(3000);
  });

  it('is measured against the limit of its page', () => {
    put('assets/entry.js', code(LIMITS['index.html'] * 3));
    const [dashboard, embed] = measureSite(site);
    expect(dashboard).toMatchObject({ page: 'index.html', limit: 120_000 });
    expect(dashboard && dashboard.bytes > dashboard.limit).toBe(true);
    expect(embed).toMatchObject({ page: 'embed.html', limit: 45_000 });
    expect(embed && embed.bytes <= embed.limit).toBe(true);
  });
});
