/** WebKit for the browser tests: WebKitGTK, asked over W3C WebDriver (docs/decisions/0050-second-engine.md). */
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort } from '../../scripts/port.mjs';
import { findWebKit } from '../../scripts/setup.mjs';
import { EnginePage, PATIENCE, testEngine } from './engine.ts';
import { expect } from './harness.ts';

/** The key under which WebDriver gives an element: https://www.w3.org/TR/webdriver2/#elements */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** What may have a role; WebKitGTK's driver gives the name of an element and not its role. */
const ROLES = {
  button: 'button',
  combobox: '[role=combobox]',
  link: 'a[href]',
  menuitem: '[role=menuitem]',
  option: '[role=option]',
  textbox: 'input[type=text], textarea',
};

/** Asks the driver one thing; rejects with what it found wrong. */
async function ask(method: 'GET' | 'POST' | 'DELETE', address: string, body?: object): Promise<unknown> {
  const response = await fetch(address, {
    method,
    signal: AbortSignal.timeout(PATIENCE),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const { value } = (await response.json()) as { value: unknown };
  if (response.ok) return value;
  const { error, message } = value as { error: string; message: string };
  throw new Error(`WebKit answered ${method} ${new URL(address).pathname} with "${error}". ${message}`);
}

/** A window, and what people do in it. */
export class WebKitPage extends EnginePage {
  private readonly session: string;

  /** @param session the address of the driver's session */
  constructor(session: string, downloads: string) {
    super(downloads);
    this.session = session;
  }

  async open(address: string): Promise<void> {
    await ask('POST', `${this.session}/url`, { url: address });
  }

  async reload(): Promise<void> {
    await ask('POST', `${this.session}/refresh`, {});
  }

  async click(role: keyof typeof ROLES, name: string): Promise<void> {
    await this.act(role, name, async (element) => {
      await ask('POST', `${element}/click`, {});
    });
  }

  async fill(role: keyof typeof ROLES, name: string, text: string): Promise<void> {
    await this.act(role, name, async (element) => {
      await ask('POST', `${element}/clear`, {});
      await ask('POST', `${element}/value`, { text });
    });
  }

  async chooseFile(path: string): Promise<void> {
    await expect(async () => {
      const [input] = await this.find('main input[type=file]');
      expect(input, 'a place to choose a file').toBeDefined();
      await ask('POST', `${input ?? ''}/value`, { text: path });
    }).toPass({ timeout: PATIENCE });
  }

  protected async evaluate(expression: string): Promise<unknown> {
    return ask('POST', `${this.session}/execute/sync`, { script: `return (${expression})`, args: [] });
  }

  private async find(selector: string): Promise<readonly string[]> {
    const found = await ask('POST', `${this.session}/elements`, { using: 'css selector', value: selector });
    return (found as Record<typeof ELEMENT, string>[]).map((element) => `${this.session}/element/${element[ELEMENT]}`);
  }

  /** Does something with what has this role and name, as soon as it is there and takes it. */
  private async act(role: keyof typeof ROLES, name: string, deed: (element: string) => Promise<void>): Promise<void> {
    await expect(async () => {
      const elements = await this.find(ROLES[role]);
      // What is hidden has no name, and the driver calls that an error.
      const names = await Promise.all(
        elements.map((element) => ask('GET', `${element}/computedlabel`).catch(() => undefined)),
      );
      expect(names, `a ${role} named "${name}"`).toContain(name);
      await deed(elements[names.indexOf(name)] ?? '');
    }).toPass({ timeout: PATIENCE });
  }
}

interface Driver {
  readonly url: string;
  readonly downloads: string;
}

async function stop(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return;
  const gone = once(program, 'exit');
  program.kill();
  await gone;
}

/** A screen that nobody sees: its number, as DISPLAY takes it, and the program that draws on it. */
async function startScreen(path: string): Promise<{ program: ChildProcess; display: string }> {
  const program = spawn(path, ['-displayfd', '1', '-screen', '0', '1440x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [number] = (await once(program.stdout, 'data')) as [Buffer];
  return { program, display: `:${number.toString().trim()}` };
}

const found = findWebKit();

export const test = testEngine.extend<{ webkit: WebKitPage }, { driver: Driver | undefined }>({
  driver: [
    async ({}, use) => {
      if (found === undefined) {
        await use(undefined);
        return;
      }
      const home = mkdtempSync(join(tmpdir(), 'ecm-webkit-'));
      const [settings, downloads] = [join(home, '.config'), join(home, 'downloads')];
      mkdirSync(settings);
      mkdirSync(downloads);
      writeFileSync(join(settings, 'user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${downloads}"\n`);
      const screen = await startScreen(found.screen);
      const port = await findFreePort();
      const driver = spawn(found.driver, [`--port=${String(port)}`], {
        stdio: 'ignore',
        env: { ...process.env, DISPLAY: screen.display, HOME: home, XDG_CONFIG_HOME: settings },
      });
      const url = `http://127.0.0.1:${String(port)}`;
      await expect(() => ask('GET', `${url}/status`)).toPass({ timeout: PATIENCE });
      await use({ url, downloads });
      await stop(driver);
      await stop(screen.program);
      rmSync(home, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  // Every session begins with nothing stored.
  webkit: async ({ driver }, use, info) => {
    info.skip(driver === undefined, 'WebKit is not on this machine: apt-get install webkit2gtk-driver xvfb');
    if (!driver) return;
    const { sessionId } = (await ask('POST', `${driver.url}/session`, { capabilities: {} })) as { sessionId: string };
    const session = `${driver.url}/session/${sessionId}`;
    await use(new WebKitPage(session, driver.downloads));
    await ask('DELETE', session);
  },
});
