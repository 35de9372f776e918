/**
 * Serves a folder of built files on this machine: what `npm start`, the browser tests and the bench look at.
 * Run by itself: node scripts/serve.mjs dist/site 4174
 */
import { createServer } from 'node:http';
import { isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';
import { giveUp, ROOT } from './setup.mjs';

const YEAR = 'public, max-age=31536000, immutable';

/**
 * @param {string} folder the built files, absolute or from the project's folder
 * @param {{ port?: number, host?: string, base?: string }} [where] port 0 takes any that is free; base is the path
 *   the folder stands under, "/" or "/team/outcomes/"
 * @returns {Promise<{ url: string, close: () => Promise<void> }>} rejects where the port is taken
 */
export function serve(folder, { port = 0, host = '127.0.0.1', base = '/' } = {}) {
  const files = sirv(isAbsolute(folder) ? folder : join(ROOT, folder), {
    etag: true,
    gzip: true,
    // Names in assets/ carry a hash of what is inside; every other name is asked for again.
    setHeaders: (response, path) => {
      response.setHeader('Cache-Control', path.startsWith('/assets/') ? YEAR : 'no-cache');
      response.setHeader('X-Content-Type-Options', 'nosniff');
    },
  });

  const server = createServer((request, response) => {
    const notFound = () => {
      response
        .writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' })
        .end(`Nothing here: ${request.url ?? ''}`);
    };
    const path = request.url ?? '/';
    if (!path.startsWith(base)) {
      notFound();
      return;
    }
    request.url = `/${path.slice(base.length)}`;
    files(request, response, notFound);
  });

  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      const taken = typeof address === 'object' && address ? address.port : port;
      resolve({
        url: `http://${host}:${String(taken)}${base}`,
        close: () =>
          new Promise((done) => {
            server.close(() => {
              done();
            });
            server.closeAllConnections();
          }),
      });
    });
  });
}

/**
 * Serves until the program is stopped, or says why it cannot.
 * @param {string} folder
 * @param {number} port
 * @param {string} command what to type for another port
 */
export async function keepServing(folder, port, command) {
  try {
    return await serve(folder, { port });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    return giveUp(
      `Port ${String(port)} is taken by another program (this dashboard in another window, perhaps). Stop that one, or choose another port: PORT=${String(port + 1)} ${command}`,
    );
  }
}

/**
 * The port asked for with PORT, or the usual one.
 * @param {number} usual
 */
export function readPort(usual) {
  const written = process.env['PORT'];
  if (!written) return usual;
  const port = Number(written);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  return giveUp(`PORT is "${written}"; expected a whole number from 1 to 65535, such as PORT=${String(usual + 1)}.`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder = 'dist/site', port = '0'] = process.argv.slice(2);
  const { url } = await keepServing(folder, Number(port), 'npm test');
  console.log(url);
}
