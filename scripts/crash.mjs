/**
 * Kills a browser at random moments of a load, an undo, a restore and an upgrade of the store, and
 * sees that what it finds afterwards is exactly the state before or exactly the state after.
 * Run by itself: node scripts/crash.mjs 120
 */
import { mkdtempSync, readlinkSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import { BROWSER_FLAGS, findBrowser, ROOT, say } from './setup.mjs';

/** The page of the test as one script. */
async function bundlePage() {
  const built = await build({
    root: ROOT,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: 'test/fixtures/store/crash-page.ts', formats: ['iife'], name: 'crashPage', fileName: 'page' },
    },
  });
  const parts = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  const script = parts.find(({ type }) => type === 'chunk');
  if (script?.type !== 'chunk') throw new Error('the page of the crash test was not built');
  return script.code;
}

/** @param {string} script */
async function servePage(script) {
  const server = createServer((request, response) => {
    const isScript = request.url === '/page.js';
    response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html');
    response.end(isScript ? script : '<!doctype html><title>Crash</title><script src="page.js"></script>');
  });
  await new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve(undefined);
    });
  });
  const address = server.address();
  return { server, url: `http://127.0.0.1:${String(typeof address === 'object' && address ? address.port : 0)}/` };
}

/** A browser with its profile on the disk, which can be killed whole, as by a power cut. */
async function launch(/** @type {string} */ profile, /** @type {string} */ url) {
  const executablePath = findBrowser();
  const context = await chromium.launchPersistentContext(profile, {
    args: BROWSER_FLAGS,
    ...(executablePath ? { executablePath } : {}),
  });
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(url);
  // The lock of a profile names the process that holds it: "host-4711".
  const pid = Number(readlinkSync(join(profile, 'SingletonLock')).split('-').at(-1));
  const ended = new Promise((resolve) => context.once('close', resolve));
  /** Ends the browser and its helpers at once, without a word of warning. */
  const kill = async () => {
    process.kill(-pid, 'SIGKILL');
    await ended;
  };
  return { page, kill };
}

/**
 * @param {number} kills how many
 * @param {(line: string) => void} tell hears of every kill: a long run takes minutes
 * @returns {Promise<{ kills: number, before: number, after: number, torn: readonly string[] }>} how many left the store
 *   as it was before and as it is after, and those that left it in between
 */
export async function crash(kills, tell = () => undefined) {
  const { server, url } = await servePage(await bundlePage());
  const profile = mkdtempSync(join(tmpdir(), 'ecm-crash-'));
  let [before, after] = [0, 0];
  /** @type {string[]} */
  const torn = [];
  let { page, kill } = await launch(profile, url);
  /** @param {string} code */
  const ask = (code) => page.evaluate(`crashPage.${code}`);
  try {
    const deeds = /** @type {readonly string[]} */ (await ask('deeds'));
    for (let at = 0; at < kills; at += 1) {
      const deed = deeds[at % deeds.length] ?? '';
      const [name, twin] = [`"kill ${String(at)}"`, `"twin ${String(at)}"`];
      await ask(`prepare("${deed}", ${name})`);
      await ask(`prepare("${deed}", ${twin})`);
      const was = await ask(`fingerprint(${name})`);
      const took = Number(await ask(`run("${deed}", ${twin})`));
      const is = await ask(`fingerprint(${twin})`);
      if (was === is) throw new Error(`${deed} changes nothing: the test would see no difference`);
      const wait = Math.random() * took * 1.1;
      void ask(`run("${deed}", ${name})`).catch(() => 'the browser was killed, as it should be');
      await new Promise((resolve) => setTimeout(resolve, wait));
      await kill();
      ({ page, kill } = await launch(profile, url));
      const found = await ask(`fingerprint(${name})`);
      const moment = `${deed}, killed ${wait.toFixed(0)} ms into about ${took.toFixed(0)} ms`;
      if (found === was) before += 1;
      else if (found === is) after += 1;
      else torn.push(moment);
      tell(
        `${String(at + 1)} of ${String(kills)}: ${moment}: ${found === was ? 'before' : found === is ? 'after' : 'torn'}`,
      );
      await page.evaluate(
        (/** @type {readonly string[]} */ names) => {
          for (const one of names) {
            indexedDB.deleteDatabase(one);
            indexedDB.deleteDatabase(`${one} source`);
          }
        },
        [`kill ${String(at)}`, `twin ${String(at)}`],
      );
    }
  } finally {
    await kill();
    server.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  return { kills, before, after, torn };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { kills, before, after, torn } = await crash(Number(process.argv[2] ?? 100), say);
  say(`${String(kills)} kills: ${String(before)} left the store as before, ${String(after)} as after.`);
  for (const one of torn) say(`Torn: ${one}`);
  if (torn.length > 0) process.exitCode = 1;
}
