/**
 * A chart inside a link: the figures as they were seen, whatever is loaded later. JSON, deflated, in
 * the letters that a hash may hold.
 */
import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import type { OutgoingChart } from './outgoing.ts';
import { findOutgoing } from './outgoing-schema.ts';

const START = '#frozen=';
/** Content systems cut longer addresses; most charts take a tenth of it. */
const LONGEST = 16_000;
/** No chart is as large: a link that unpacks to more is no link of ours. */
const LARGEST = 2_000_000;

export function isFrozen(hash: string): boolean {
  return hash.startsWith(START);
}

/** The hash that holds a chart; undefined where it would be too long for a link. */
export function toFrozenHash(chart: OutgoingChart): string | undefined {
  const bytes = deflateSync(strToU8(JSON.stringify(chart)), { level: 9 });
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
  return text.length > LONGEST ? undefined : START + text;
}

/** The chart inside a hash; undefined where the link was cut, changed or made by another version. */
export function findFrozen(hash: string): OutgoingChart | undefined {
  const text = hash.slice(START.length);
  if (!isFrozen(hash) || text.length > LONGEST) return undefined;
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    // With room given beforehand nothing larger is ever unpacked.
    const json: unknown = JSON.parse(strFromU8(inflateSync(bytes, { out: new Uint8Array(LARGEST) })));
    return findOutgoing(json);
  } catch {
    return undefined;
  }
}
