/**
 * What a command needs before it can run: Node, the packages of the lock file, and, for tests, a browser.
 * Everything here speaks on stderr, so that `ecm` keeps stdout for its answer, and uses only what Node
 * itself brings, since on a fresh machine nothing else is there yet.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What Vite 8 and dependency-cruiser ask for. */
const OLDEST_NODE = [20, 19];

/** What a browser under test is started with: no sandbox (root in a container) and no calls home. */
export const BROWSER_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const BROWSER_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'msedge',
];

const FIREFOX_NAMES = ['firefox-esr', 'firefox'];
const FIREFOX_PLACES = ['/Applications/Firefox.app/Contents/MacOS/firefox'];

/** Where macOS has them, off the path. */
const BROWSER_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** @param {string} line */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/**
 * Ends the command with a reason a person can act on.
 * @param {string} reason
 * @returns {never}
 */
export function giveUp(reason) {
  say(reason);
  process.exit(1);
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  giveUp(
    `This project needs Node ${OLDEST_NODE.join('.')} or newer; this is Node ${process.versions.node}. Install a newer one from nodejs.org or your system's packages, then run the command again.`,
  );
}

/**
 * The packages of a lock file by where they stand, with their versions; those that only some systems need left out.
 * @param {string} path
 * @returns {Map<string, string>}
 */
function readLock(path) {
  /** @type {{ packages: Record<string, { version?: string, optional?: boolean }> }} */
  const lock = JSON.parse(readFileSync(path, 'utf8'));
  return new Map(
    Object.entries(lock.packages).flatMap(([place, { version, optional }]) =>
      place === '' || optional || version === undefined ? [] : [[place, version]],
    ),
  );
}

/**
 * Why the packages must be installed, if they must. npm leaves a lock file of its own in node_modules when an
 * install is complete, so an interrupted or outdated one shows.
 * @param {string} root
 * @returns {string | undefined}
 */
export function findReasonToInstall(root) {
  const installed = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return 'the packages are not installed yet';
  const has = readLock(installed);
  for (const [place, version] of readLock(join(root, 'package-lock.json'))) {
    const found = has.get(place);
    const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
    if (found === undefined) return `${name} ${version} is not installed`;
    if (found !== version) return `${name} is ${found} and should be ${version}`;
  }
  return undefined;
}

/**
 * Node new enough and node_modules as package-lock.json has it.
 * @param {string} [root] the folder of the package list
 */
export function ensurePackages(root = ROOT) {
  requireNode();
  const reason = findReasonToInstall(root);
  if (reason === undefined) return;
  say(`Installing packages with npm ci (${reason}) …`);
  const options = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env['npm_execpath'];
  const [command, args] = npm ? [process.execPath, [npm, ...options]] : ['npm', options];
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2] });
  if (status === 0) return;
  giveUp(
    `npm could not install the packages${error ? ` (${error.message})` : ''}; its own message stands above. It needs to reach the npm registry once; after that everything runs offline.`,
  );
}

/**
 * Does it start? A snap stub or a half-removed package stands on the path and does not.
 * @param {string} path
 */
function isBrowser(path) {
  return existsSync(path) && spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

/**
 * Where programs of these names stand, in the order of the path.
 * @param {string[]} names
 */
function findOnPath(names) {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).filter(existsSync);
}

/** The path of a Chromium that starts, or undefined. CHROMIUM_PATH goes before every other. */
export function findBrowser() {
  const named = process.env['CHROMIUM_PATH'];
  if (named) {
    if (isBrowser(named)) return named;
    giveUp(
      `CHROMIUM_PATH is "${named}", and no browser starts there. Set it to the program itself, or unset it to have one looked for.`,
    );
  }
  return [...findOnPath(BROWSER_NAMES), ...BROWSER_PLACES].find(isBrowser);
}

/** The path of a Firefox that starts, or undefined: the second engine of the tests, who run without it. */
export function findFirefox() {
  return [...findOnPath(FIREFOX_NAMES), ...FIREFOX_PLACES].find(isBrowser);
}

/** The driver of WebKitGTK and the screen it draws on, or undefined: the third engine, never installed by a command. */
export function findWebKit() {
  const [driver] = findOnPath(['WebKitWebDriver']);
  const [screen] = findOnPath(['Xvfb']);
  return driver !== undefined && screen !== undefined ? { driver, screen } : undefined;
}

/** @param {string[]} args */
function runApt(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', args, { stdio: ['ignore', 2, 2], env }).status === 0;
}

const hasApt = () => spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;
const isRoot = () => process.getuid?.() === 0;

/** @param {string} name of a package of Debian's */
function installWithApt(name) {
  say(`Installing ${name} with apt-get, for the browser tests …`);
  return runApt(['update', '-qq']) && runApt(['install', '-y', '-qq', '--no-install-recommends', name]);
}

/** Firefox too, where Debian's packages have it and may be installed; the tests say it where they go without. */
export function ensureFirefox() {
  if (findFirefox() !== undefined || !hasApt() || !isRoot()) return;
  if (!installWithApt('firefox-esr')) say('firefox-esr could not be installed: the tests in Firefox are skipped.');
}

/** A browser for the tests, installed with Debian's packages where that can be done. @returns {string} its path */
export function ensureBrowser() {
  const found = findBrowser();
  if (found !== undefined) return found;
  if (hasApt() && isRoot() && installWithApt('chromium')) {
    const installed = findBrowser();
    if (installed !== undefined) return installed;
  }
  const why = !hasApt()
    ? 'There is no apt-get on this machine to install one.'
    : isRoot()
      ? 'apt-get could not install one; its own message stands above.'
      : 'apt-get can install one only as root: sudo apt-get install chromium.';
  return giveUp(
    `The browser tests need Chromium, Chrome or Edge, and none was found. ${why} Install one of them, or set CHROMIUM_PATH to where it is, then run npm test again. Everything but the browser tests: npm test -- --only types,lint,unit,build`,
  );
}
