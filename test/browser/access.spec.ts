/** Everyone can read and use every page: axe on every state, zoom, reduced motion, the size of targets. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { choose, fixture, heading, indicatorPath, load, made, open, status, storeButton } from './dashboard.ts';
import { expect, test } from './harness.ts';

/** WCAG 2.0 to 2.2, levels A and AA, and what axe calls best practice; nothing is switched off. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The rules that other colours can break; the others see the same elements. */
const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block'];

async function expectNoViolations(page: Page, state: string, rules?: readonly string[]): Promise<void> {
  const axe = new AxeBuilder({ page });
  const { violations, passes } = await (rules ? axe.withRules([...rules]) : axe.withTags(TAGS)).analyze();
  expect(passes.length, `rules that axe found kept in ${state}`).toBeGreaterThan(rules ? 0 : 10);
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  );
  expect(found, state).toEqual([]);
}

const trend = (page: Page) =>
  page
    .getByRole('group')
    .filter({ has: page.getByRole('button', { name: 'Show as table' }) })
    .first();

/** Every page and state, each by the steps that lead to it. */
const STATES: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  start: (page) => open(page, '/'),
  'the list of authorities': async (page) => {
    await open(page, '/');
    await page.getByRole('combobox', { name: 'Authority' }).fill('no');
    await expect(page.getByRole('option').first()).toBeVisible();
  },
  'no authority of that name': async (page) => {
    await open(page, '/');
    await page.getByRole('combobox', { name: 'Authority' }).fill('zzz');
    await expect(page.getByText('No authority of that name')).toBeVisible();
  },
  overview: (page) => open(page, '/E06000015'),
  outcome: (page) => open(page, '/E06000015/stay-safe'),
  'an outcome as a rug': (page) => open(page, '/E06000015/stay-safe?show=rug'),
  'an outcome as a profile': (page) => open(page, '/E06000015/stay-safe?show=profile'),
  'an outcome as small multiples': (page) => open(page, '/E06000015/stay-safe?show=multiples'),
  compare: (page) => open(page, '/E06000015/compare'),
  'the search': async (page) => {
    await open(page, '/E06000015');
    await page.keyboard.press('/');
    await page.keyboard.type('care');
    await expect(page.getByRole('option').first()).toBeVisible();
  },
  'slides, none': (page) => open(page, '/slides'),
  slides: async (page) => {
    await open(page, indicatorPath('neet-16-17'));
    await trend(page).getByRole('button', { name: 'Add to slides' }).click();
    await open(page, '/slides');
    await expect(page.getByRole('heading', { name: 'The deck' })).toBeVisible();
  },
  'making a board pack': (page) => open(page, '/E06000015/pack'),
  'a long list of topics': async (page) => {
    await open(page, '/E06000015');
    const rows = Array.from({ length: 14 }, (_, i) => `Bus passes ${String(i)},Derby,2024/25,${String(i)}`);
    await load(page, made('passes.csv', ['indicator,area,period,value', ...rows].join('\n')));
    await open(page, '/data');
    await page.locator('summary').filter({ hasText: '14 indicators' }).click();
    await expect(page.getByRole('combobox', { name: 'All 14 under' })).toBeVisible();
  },
  indicator: (page) => open(page, indicatorPath('under-18-conceptions')),
  'an indicator of groups': (page) => open(page, indicatorPath('attainment-8')),
  'a point of a chart': async (page) => {
    await open(page, indicatorPath('neet-16-17'));
    await trend(page).getByRole('application').focus();
    await page.keyboard.press('End');
  },
  'a chart as a table': async (page) => {
    await open(page, indicatorPath('neet-16-17'));
    await trend(page).getByRole('button', { name: 'Show as table' }).click();
    await expect(trend(page).getByRole('table')).toBeVisible();
  },
  'the menu of downloads': async (page) => {
    await open(page, indicatorPath('neet-16-17'));
    await trend(page).getByRole('button', { name: 'Download' }).click();
    await expect(page.getByRole('menu')).toBeVisible();
  },
  'the rule of an answer': async (page) => {
    await open(page, indicatorPath('neet-16-17'));
    await page
      .getByRole('button', { name: /^(by size|by interval|why)$/ })
      .first()
      .click();
    await expect(page.getByRole('note').filter({ visible: true })).toBeVisible();
  },
  neighbours: (page) => open(page, '/E06000015/neighbours'),
  gaps: (page) => open(page, '/E06000015/gaps'),
  changes: (page) => open(page, '/E06000015/changes'),
  'unplaced, none': (page) => open(page, '/E06000015/unplaced'),
  unplaced: async (page) => {
    await load(page, fixture('youth-clubs.csv'));
    await open(page, '/E06000015/unplaced');
    await expect(page.getByRole('link', { name: 'Youth club places' })).toBeVisible();
  },
  'choosing files': (page) => open(page, '/load'),
  'looking at files': async (page) => {
    await open(page, '/E06000015');
    await open(page, '/load');
    await choose(page, [fixture('youth-clubs.csv'), fixture('partly-wrong.csv'), fixture('neet-revised.csv')]);
    await expect(storeButton(page)).toBeEnabled();
    await page.getByText(/^Where .* stand/).click();
  },
  'files stored': async (page) => {
    await load(page, fixture('youth-clubs.csv'));
    await expect(status(page)).toContainText('Stored');
  },
  'nothing stored': (page) => open(page, '/data'),
  'what is stored': async (page) => {
    await load(page, fixture('youth-clubs.csv'));
    await open(page, '/data');
    await page.getByRole('button', { name: /^Undo the load of/ }).click();
    await expect(page.getByRole('button', { name: 'Undo this load' })).toBeVisible();
  },
  help: (page) => open(page, '/help'),
  'a chapter of help': (page) => open(page, '/help?page=pipelines'),
  'a chapter of help with tables': (page) => open(page, '/help?page=method'),
  'an address that means nothing': (page) => open(page, `${indicatorPath('unicorns')}?old=1`),
};

/** One state of each kind of thing that has colours. */
const IN_COLOURS = [
  'start',
  'the list of authorities',
  'overview',
  'outcome',
  'a point of a chart',
  'the rule of an answer',
  'the menu of downloads',
  'neighbours',
  'gaps',
  'looking at files',
  'help',
] as const;

for (const [state, reach] of Object.entries(STATES)) {
  test(`axe finds nothing in ${state}`, async ({ page }) => {
    // Five rugs of eleven authorities have hundreds of cells, each held against every rule.
    test.setTimeout(90_000);
    await reach(page);
    await expectNoViolations(page, state);
  });
}

for (const state of IN_COLOURS) {
  test(`axe finds nothing in ${state}, in the dark, in red and green, and in forced colours`, async ({ page }) => {
    // Contrast is worked out for every cell of a wide page, four times over.
    test.setTimeout(120_000);
    await page.emulateMedia({ colorScheme: 'dark' });
    await STATES[state]?.(page);
    await expectNoViolations(page, `${state}, dark`, RULES_OF_COLOUR);
    await page.evaluate(() => {
      document.documentElement.dataset['colours'] = 'rag';
    });
    await expectNoViolations(page, `${state}, dark, red and green`, RULES_OF_COLOUR);
    await page.emulateMedia({ colorScheme: 'light' });
    await expectNoViolations(page, `${state}, light, red and green`, RULES_OF_COLOUR);
    await page.emulateMedia({ forcedColors: 'active' });
    await expectNoViolations(page, `${state}, forced colours`, RULES_OF_COLOUR);
  });
}

const PAGES = [
  '/',
  '/E06000015',
  '/E06000015/stay-safe',
  '/E06000015/stay-safe?show=rug',
  '/E06000015/stay-safe?show=profile',
  '/E06000015/stay-safe?show=multiples',
  indicatorPath('under-18-conceptions'),
  '/E06000015/neighbours',
  '/E06000015/gaps',
  '/E06000015/compare',
  '/E06000015/changes',
  '/E06000015/unplaced',
  '/E06000015/pack',
  '/slides',
  '/load',
  '/data',
  '/help',
  '/help?page=glossary',
  '/help?page=files',
  '/help?page=method',
];

for (const { zoom, width, height } of [
  { zoom: '200%', width: 640, height: 512 },
  { zoom: '400%', width: 320, height: 256 },
]) {
  test(`at ${zoom} no page scrolls in two directions`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    for (const path of PAGES) {
      await open(page, path);
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wide, `${path} is wider than ${String(width)} pixels by`).toBeLessThanOrEqual(0);
    }
  });
}

test('at 400% the files looked at stay within the page', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await STATES['looking at files']?.(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await expectNoViolations(page, 'files looked at, narrow');
});

test('every target is 24 pixels wide and high, or stands in a line of text or apart from others', async ({ page }) => {
  // One page after another, each with hundreds of elements to measure.
  test.setTimeout(120_000);
  for (const state of PAGES) {
    await open(page, state);
    const { violations, passes } = await new AxeBuilder({ page }).withRules(['target-size']).analyze();
    expect(passes, state).toHaveLength(1);
    expect(
      violations.flatMap(({ nodes }) => nodes.map((node) => node.target.join(' '))),
      state,
    ).toEqual([]);
  }
});

test('where less motion is asked for nothing moves', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const path of PAGES) {
    await open(page, path);
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll('*')].flatMap((element) => {
        const { transitionDuration, animationName, animationDuration } = getComputedStyle(element);
        const seconds = (list: string): number => Math.max(...list.split(',').map(Number.parseFloat));
        const moves =
          seconds(transitionDuration) > 0.01 || (animationName !== 'none' && seconds(animationDuration) > 0.01);
        return moves ? [element.outerHTML.slice(0, 80)] : [];
      }),
    );
    expect(moving, path).toEqual([]);
  }
});

test('every page says its language, has one first heading, and names itself in the title', async ({ page }) => {
  await expect(page.locator('html')).toHaveCount(1);
  for (const path of PAGES) {
    await open(page, path);
    await expect(page.locator('html')).toHaveAttribute('lang', 'en-GB');
    await expect(heading(page)).toHaveCount(1);
    await expect(page).toHaveTitle(/Every Child Matters/);
  }
});
