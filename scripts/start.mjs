/** npm start: sets up, builds where something changed, serves, says where. */
import { ensurePackages } from './setup.mjs';

ensurePackages();
// What follows needs packages, so it is imported once they are there.
const { buildWhenStale, SITE } = await import('./build.mjs');
const { keepServing, readPort } = await import('./serve.mjs');

const port = readPort(4173);
await buildWhenStale();
const { url } = await keepServing(SITE, port, 'npm start');
console.log(`Every Child Matters outcomes dashboard: ${url}  (Ctrl+C stops it)`);
