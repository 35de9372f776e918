/**
 * Waits until all of the page that the address asks for is there: not the one before, its first sight or its outline.
 * @param {import('@playwright/test').Page} page
 */
export async function waitForPage(page) {
  await page.waitForFunction(
    () =>
      document.documentElement.dataset['address'] === location.hash &&
      document.querySelector('h1') !== null &&
      document.querySelector('[data-sight], [aria-busy="true"]') === null,
  );
}
