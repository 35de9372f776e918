/** Modules that the build makes (vite.config.ts). */

declare module 'virtual:bundled-figures' {
  /**
   * The figures that come with the dashboard: the parsed JSON of a `Bundle`. The site fetches it, once, from beside
   * the page; the single file carries it.
   */
  export function loadBundledFigures(): Promise<unknown>;
}
