/** Modules that the build makes (vite.config.ts). */

declare module 'virtual:bundled-figures' {
  /**
   * The figures that come with the dashboard: the parsed JSON of a `Bundle`. The site fetches it, once, from beside
   * the page; the single file carries it.
   */
  export function loadBundledFigures(): Promise<unknown>;
}

declare module 'virtual:pack-template' {
  /** The reader that every board pack carries, as a page without figures: see `toPackPage`. */
  export function loadPackTemplate(): Promise<string>;
}

declare module 'virtual:parts' {
  export interface Part {
    /** From the folder of the site, with forward slashes. */
    readonly path: string;
    /** SHA-256 as the browser checks it: "sha256-…". */
    readonly integrity: string;
  }

  /** Changes with any part. */
  export const VERSION: string;
  /** Everything the site is made of, but the service worker that keeps it. */
  export const PARTS: readonly Part[];
}

declare module 'virtual:dependencies' {
  /** A package that the dashboard is built on, or that one of those brings along. */
  export interface Dependency {
    readonly name: string;
    readonly version: string;
    /** As the package states it, an SPDX expression: "MIT". */
    readonly licence: string;
    /** Named in package.json, rather than brought along by another. */
    readonly direct: boolean;
  }

  /** By name. */
  export const DEPENDENCIES: readonly Dependency[];
}
