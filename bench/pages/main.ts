/** The page in which a bench runs what cannot run in Node; the bench calls `window.bench` from outside. */
import { loadBundledFigures } from 'virtual:bundled-figures';
import { readBundle } from '../../src/bundle/bundle.ts';
import { makeDeck, makeDeckWithPptxGen, makePictures } from './exports.ts';
import { loadFile } from './load.ts';
import { readWithDuckDb, readWithPapaParse } from './peers.ts';

function chosenFile(): File {
  const file = document.querySelector('input')?.files?.[0];
  if (!file) throw new Error('No file was chosen in the page of the bench.');
  return file;
}

const bundled = readBundle(await loadBundledFigures());

const bench = {
  load: () => loadFile(chosenFile(), bundled),
  papaParse: () => readWithPapaParse(chosenFile()),
  duckDb: () => readWithDuckDb(chosenFile()),
  deck: (slides: number) => makeDeck(bundled, slides),
  deckOfPeer: (slides: number) => makeDeckWithPptxGen(bundled, slides),
  pictures: (count: number) => makePictures(bundled, count),
};

export type Bench = typeof bench;

Object.assign(globalThis, { bench });
