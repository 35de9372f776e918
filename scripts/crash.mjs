/**
 * Kills a browser, its page or its worker at random moments of a load, an undo, a restore and an upgrade of the store,
 * and sees that what it finds afterwards is exactly the state before or exactly the state after.
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

/** Beside the script, which is the same in the page and in the worker. */
const FILES = new Map([
  ['/', { type: 'text/html', text: '<!doctype html><title>Crash</title><script src="page.js"></script>' }],
  [
    '/worker.js',
    {
      type: 'text/javascript',
      text: 'importScripts("page.js"); onmessage = ({ data: [deed, name] }) => crashPage.run(deed, name);',
    },
  ],
]);

/** @param {string} script */
async function servePage(script) {
  const server = createServer((request, response) => {
    const { type, text } = FILES.get(request.url ?? '') ?? { type: 'text/javascript', text: script };
    response.setHeader('Content-Type', type).end(text);
  });
  await new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve(undefined);
    });
  });
  const address = server.address();
  return { server, url: `http://127.0.0.1:${String(typeof address === 'object' && address ? address.port : 0)}/` };
}

/** @typedef {import('@playwright/test').Page} Page */

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

/** What is killed while it does a deed, and how there is a page again afterwards. */
const VICTIMS = /** @type {const} */ (['browser', 'page', 'worker']);

class Scene {
  /** @param {string} profile @param {string} url @param {Awaited<ReturnType<typeof launch>>} launched */
  constructor(profile, url, { page, kill }) {
    this.profile = profile;
    this.url = url;
    this.page = page;
    this.kill = kill;
  }

  /** @param {string} code of the page, as in test/fixtures/store/crash-page.ts */
  ask(code) {
    return this.page.evaluate(`crashPage.${code}`);
  }

  /**
   * Begins a deed, kills who does it after a while, and brings a page back.
   * @param {(typeof VICTIMS)[number]} victim
   * @param {string} deed @param {string} name of the database
   * @param {number} wait milliseconds
   */
  async killDuring(victim, deed, name, wait) {
    const pause = () => new Promise((resolve) => setTimeout(resolve, wait));
    if (victim === 'worker') {
      await this.page.evaluate(`worker = new Worker('worker.js'); worker.postMessage(["${deed}", "${name}"])`);
      await pause();
      await this.page.evaluate('worker.terminate()');
      return;
    }
    void this.ask(`run("${deed}", "${name}")`).catch(() => 'the page was killed, as it should be');
    await pause();
    if (victim === 'browser') {
      await this.kill();
      Object.assign(this, await launch(this.profile, this.url));
      return;
    }
    const context = this.page.context();
    const session = await context.newCDPSession(this.page);
    const crashed = this.page.waitForEvent('crash');
    void session.send('Page.crash').catch(() => 'nobody is left to answer');
    await crashed;
    const next = await context.newPage();
    await this.page.close();
    await next.goto(this.url);
    this.page = next;
  }
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
  const scene = new Scene(profile, url, await launch(profile, url));
  try {
    const deeds = /** @type {readonly string[]} */ (await scene.ask('deeds'));
    for (let at = 0; at < kills; at += 1) {
      const deed = deeds[at % deeds.length] ?? '';
      const victim = VICTIMS[Math.floor(at / deeds.length) % VICTIMS.length] ?? 'browser';
      const [name, twin] = [`kill ${String(at)}`, `twin ${String(at)}`];
      await scene.ask(`prepare("${deed}", "${name}")`);
      await scene.ask(`prepare("${deed}", "${twin}")`);
      const was = await scene.ask(`fingerprint("${name}")`);
      const took = Number(await scene.ask(`run("${deed}", "${twin}")`));
      const is = await scene.ask(`fingerprint("${twin}")`);
      if (was === is) throw new Error(`${deed} changes nothing: the test would see no difference`);
      const wait = Math.random() * took * 1.1;
      await scene.killDuring(victim, deed, name, wait);
      const found = await scene.ask(`fingerprint("${name}")`);
      const moment = `${deed}, ${victim} killed ${wait.toFixed(0)} ms into about ${took.toFixed(0)} ms`;
      if (found === was) before += 1;
      else if (found === is) after += 1;
      else torn.push(moment);
      tell(
        `${String(at + 1)} of ${String(kills)}: ${moment}: ${found === was ? 'before' : found === is ? 'after' : 'torn'}`,
      );
      await scene.page.evaluate(
        (/** @type {readonly string[]} */ names) => {
          for (const one of names) {
            indexedDB.deleteDatabase(one);
            indexedDB.deleteDatabase(`${one} source`);
          }
        },
        [name, twin],
      );
    }
  } finally {
    await scene.kill();
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
