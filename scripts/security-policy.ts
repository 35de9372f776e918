/**
 * Vite plugin: a Content-Security-Policy at the head of every page. Nothing is allowed that a page does not need,
 * nothing `unsafe-…`, and no other site (docs/threat-model.md).
 */
import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/** What a page is made of: files beside it, or itself alone. */
export type PageForm = 'site' | 'single';

/** A script element that holds data is never run, so the policy does not ask after it. */
const DATA_SCRIPT = 'type="application/json"';

const sha256 = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Hashes of what stands inside the elements of a page, in the form a policy names them. */
function hashElements(html: string, tag: 'script' | 'style'): readonly string[] {
  const elements = html.matchAll(new RegExp(`<${tag}\\b([^>]*)>([^]*?)</${tag}>`, 'g'));
  return [...elements].flatMap(([, attributes = '', text = '']) =>
    text === '' || attributes.includes(DATA_SCRIPT) ? [] : [sha256(text)],
  );
}

/** The policy of a finished page. frame-ancestors is missing: a page cannot state it, only a server's header can. */
export function toPolicy(html: string, form: PageForm): string {
  const own = form === 'site' ? ["'self'"] : [];
  const sources = {
    'default-src': ["'none'"],
    'script-src': [...own, ...hashElements(html, 'script')],
    'style-src': [...own, ...hashElements(html, 'style')],
    'font-src': [...own, 'data:'],
    'img-src': [...own, 'data:', 'blob:'],
    'worker-src': [...own, 'blob:'],
    'connect-src': own,
    'manifest-src': own,
    'object-src': [],
    'base-uri': [],
    'form-action': [],
  };
  return Object.entries(sources)
    .map(([directive, allowed]) => `${directive} ${allowed.length > 0 ? allowed.join(' ') : "'none'"}`)
    .join('; ');
}

/** The page with its policy, ahead of everything that the policy governs. */
export function addPolicy(html: string, form: PageForm): string {
  // Browsers read a carriage return as a line feed before they hash, so such a page would lock itself out.
  const text = html.replace(/\r\n?/g, '\n');
  const [head, ...rest] = text.split(/(?<=<meta charset="utf-8" \/>)/);
  if (rest.length !== 1)
    throw new Error('A page needs <meta charset="utf-8" /> once, for its security policy to follow');
  const meta = `<meta http-equiv="Content-Security-Policy" content="${toPolicy(text, form)}" />`;
  return `${head ?? ''}\n    ${meta}${rest.join('')}`;
}

/** Must stand after every plugin that changes a page. */
export function securityPolicy(form: PageForm): Plugin {
  return {
    name: 'security-policy',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const output of Object.values(bundle)) {
          if (output.type !== 'asset' || !output.fileName.endsWith('.html')) continue;
          const html = typeof output.source === 'string' ? output.source : new TextDecoder().decode(output.source);
          output.source = addPolicy(html, form);
        }
      },
    },
  };
}
