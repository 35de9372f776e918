import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { addPolicy } from '../../scripts/security-policy.ts';

const CHARSET = '<meta charset="utf-8" />';

const toPage = (head: string): string => `<html><head>${CHARSET}${head}</head><body></body></html>`;

/** The directives of the policy that a page states, by name. */
function readPolicy(html: string): ReadonlyMap<string, string> {
  const [, policy = ''] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
  return new Map(
    policy.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources.join(' ')];
    }),
  );
}

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe.each(['site', 'single'] as const)('the policy of the %s', (form) => {
  const policy = readPolicy(addPolicy(toPage('<script>1</script><style>a{}</style>'), form));

  it('allows nothing that it does not name', () => {
    expect(policy.get('default-src')).toBe("'none'");
    for (const closed of ['object-src', 'base-uri', 'form-action']) expect(policy.get(closed)).toBe("'none'");
  });

  it('names no other site and nothing unsafe', () => {
    for (const sources of policy.values()) {
      expect(sources).toMatch(/^('none'|('self'|data:|blob:|'sha256-[A-Za-z0-9+/]{43}=')( |$))+$/);
    }
  });

  it('stands before every script and style', () => {
    const html = addPolicy(toPage('<script>1</script>'), form);
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<script'));
    expect(html.indexOf(CHARSET)).toBeLessThan(html.indexOf('Content-Security-Policy'));
  });
});

describe('the policy of a page with everything inside', () => {
  it('runs the scripts and styles that were built into it and no others', () => {
    const page = addPolicy(toPage('<style>b{}</style><script type="module" crossorigin>run()</script>'), 'single');
    expect(readPolicy(page).get('script-src')).toBe(hash('run()'));
    expect(readPolicy(page).get('style-src')).toBe(hash('b{}'));
  });

  it('gives no leave to data, which is never run', () => {
    const page = addPolicy(toPage('<script type="application/json" id="figures">{}</script>'), 'single');
    expect(readPolicy(page).get('script-src')).toBe("'none'");
  });

  it('hashes lines as browsers read them', () => {
    const page = addPolicy(toPage('<script>a\r\nb</script>'), 'single');
    expect(page).not.toContain('\r');
    expect(readPolicy(page).get('script-src')).toBe(hash('a\nb'));
  });

  it('lets it ask nobody for anything', () => {
    const policy = readPolicy(addPolicy(toPage(''), 'single'));
    for (const asking of ['connect-src', 'manifest-src']) expect(policy.get(asking)).toBe("'none'");
    for (const sources of policy.values()) expect(sources).not.toContain("'self'");
  });
});

it('a page without the place for its policy is not built', () => {
  expect(() => addPolicy('<html><head></head></html>', 'site')).toThrow('needs <meta charset="utf-8" /> once');
});
