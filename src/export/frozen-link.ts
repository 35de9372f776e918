/**
 * A chart inside a link: the figures as they were seen, whatever is loaded later. JSON, deflated, in
 * the letters that a hash may hold.
 */
import type { Chart } from '../chart/chart.ts';
import type { OutgoingChart } from './outgoing.ts';
import { findOutgoing } from './find-outgoing.ts';

const START = '#frozen=';
/** Content systems cut longer addresses; most charts take a fifth of it. */
const LONGEST = 16_000;
/** No chart is as large: a link that unpacks to more is no link of ours. */
const LARGEST = 2_000_000;
/** Of the browser itself, so that an embed carries no code for it. */
const FORMAT = 'deflate-raw';

export function isFrozen(hash: string): boolean {
  return hash.startsWith(START);
}

/** The bytes of a stream; undefined where there are more than a chart has. */
async function readUpTo(
  stream: ReadableStream<Uint8Array>,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > most) {
      await reader.cancel();
      return undefined;
    }
    parts.push(new Uint8Array(value));
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/**
 * The hash that holds a chart, without what officers wrote: a link goes to others.
 * @returns undefined where it would be too long for a link
 */
export async function toFrozenHash(outgoing: OutgoingChart<Chart>): Promise<string | undefined> {
  const { commentary: _, ...said } = outgoing;
  const whole = await pack(said);
  const { chart } = said;
  if (whole !== undefined || chart.form !== 'drawn' || !chart.narrow) return whole;
  // Only what was drawn for most frames: a narrow one scrolls then.
  return pack({ ...said, chart: { form: 'drawn', scene: chart.scene } });
}

async function pack(chart: OutgoingChart<Chart>): Promise<string | undefined> {
  const json = new Blob([JSON.stringify(chart)]);
  const bytes = await readUpTo(json.stream().pipeThrough(new CompressionStream(FORMAT)), LONGEST);
  if (!bytes) return undefined;
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
  return text.length > LONGEST ? undefined : START + text;
}

/** The chart inside a hash; undefined where the link was cut, changed or made by another version. */
export async function findFrozen(hash: string): Promise<OutgoingChart<Chart> | undefined> {
  const text = hash.slice(START.length);
  if (!isFrozen(hash) || text.length > LONGEST) return undefined;
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    const packed = new Blob([Uint8Array.from(binary, (character) => character.charCodeAt(0))]);
    const bytes = await readUpTo(packed.stream().pipeThrough(new DecompressionStream(FORMAT)), LARGEST);
    return bytes && findOutgoing(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return undefined;
  }
}
