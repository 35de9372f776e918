import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';
import { findFreePort } from './scripts/port.mjs';
import { BROWSER_FLAGS, findBrowser } from './scripts/setup.mjs';

// Playwright reads this file again in every worker; they inherit what the first reading chose.
process.env['TEST_PORT'] ??= String(await findFreePort());
process.env['CHROMIUM_PATH'] ??= findBrowser();

const port = process.env['TEST_PORT'];
const executablePath = process.env['CHROMIUM_PATH'];
const url = `http://127.0.0.1:${port}/`;
/** The built site under test; another folder where several people build into one checkout. */
const site = process.env['TEST_SITE'] ?? 'dist/site';

export default defineConfig({
  testDir: 'test/browser',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  retries: 0,
  workers: availableParallelism(),
  reporter: [['list'], ['json', { outputFile: '.cache/reports/playwright.json' }]],
  use: {
    baseURL: url,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    trace: 'off',
    launchOptions: { args: BROWSER_FLAGS, ...(executablePath ? { executablePath } : {}) },
  },
  webServer: { command: `node scripts/serve.mjs ${site} ${port}`, url },
});
