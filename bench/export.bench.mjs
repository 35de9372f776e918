/** Sixty slides and sixty pictures, made in Chromium; the slides beside PptxGenJS, which draws none of what is missing. */
import { buildPage, openPage, whileServed } from './browser.mjs';
import { toMedian, toSpread } from './figures.mjs';

export const name = 'export';

const SLIDES = 60;
const PICTURES = 60;
const RUNS = 5;

/** @typedef {{ bench: import('./pages/main.ts').Bench }} BenchPage */

/**
 * @param {string} url
 * @param {'deck' | 'deckOfPeer'} kind
 */
async function makeDeck(url, kind) {
  const { browser, page } = await openPage(url);
  const made = await page.evaluate(
    ([which, slides]) => /** @type {BenchPage} */ (/** @type {unknown} */ (globalThis)).bench[which](slides),
    /** @type {const} */ ([kind, SLIDES]),
  );
  await browser.close();
  return made;
}

/**
 * The times of pictures made one after the other, and by how much the page's memory grew meanwhile, in bytes.
 * @param {string} url
 */
async function makePictures(url) {
  const { browser, page } = await openPage(url);
  const session = await page.context().newCDPSession(page);
  /** @param {number} count */
  const make = (count) =>
    page.evaluate(
      (wanted) => /** @type {BenchPage} */ (/** @type {unknown} */ (globalThis)).bench.pictures(wanted),
      count,
    );
  const readHeap = async () => {
    await session.send('HeapProfiler.collectGarbage');
    return (await session.send('Runtime.getHeapUsage')).usedSize;
  };
  // The first one brings the font and compiles what draws.
  await make(1);
  const before = await readHeap();
  const times = await make(PICTURES);
  const grown = (await readHeap()) - before;
  await browser.close();
  return { times, grown };
}

/** @param {import('../scripts/bench.mjs').BenchContext} context */
export async function run({ work }) {
  /** @type {Record<'ours' | 'peer', import('./pages/exports.ts').Made[]>} */
  const decks = { ours: [], peer: [] };
  /** @type {Awaited<ReturnType<typeof makePictures>>} */
  let pictures = { times: [], grown: NaN };
  await whileServed(await buildPage(work), async (url) => {
    for (let run = 0; run < RUNS; run++) {
      decks.ours.push(await makeDeck(url, 'deck'));
      decks.peer.push(await makeDeck(url, 'deckOfPeer'));
    }
    pictures = await makePictures(url);
  });
  const times = decks.ours.map(({ time }) => time);
  const deck = { ours: toMedian(times), spread: toSpread(times), unit: 'ms' };
  const size = toMedian(decks.ours.map(({ bytes }) => bytes));
  const goal = { peerName: 'the goal' };
  return [
    {
      ...deck,
      figure: '60 slides with native charts',
      peerName: 'PptxGenJS',
      peer: toMedian(decks.peer.map(({ time }) => time)),
    },
    { ...deck, ...goal, figure: 'the same', peer: 2000 },
    {
      figure: 'size of these slides',
      peerName: 'PptxGenJS',
      ours: size,
      peer: toMedian(decks.peer.map(({ bytes }) => bytes)),
      unit: 'bytes',
    },
    { ...goal, figure: 'the same', ours: size, peer: 1_500_000, unit: 'bytes' },
    {
      ...goal,
      figure: 'one PNG of 1920 × 1080',
      ours: toMedian(pictures.times),
      spread: toSpread(pictures.times),
      peer: 250,
      unit: 'ms',
    },
    { ...goal, figure: 'memory that 60 of them leave', ours: pictures.grown / 1e6, peer: 1, unit: 'MB' },
  ];
}
