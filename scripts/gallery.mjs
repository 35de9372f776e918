/** npm run gallery: builds the page of every chart in every state, and serves it. */
import { ensurePackages } from './setup.mjs';

ensurePackages();
const { buildTarget } = await import('./build.mjs');
const { keepServing, readPort } = await import('./serve.mjs');

const port = readPort(4175);
await buildTarget('gallery');
const { url } = await keepServing('dist/gallery', port, 'npm run gallery');
console.log(`Gallery of charts: ${url}gallery.html  (Ctrl+C stops it)`);
