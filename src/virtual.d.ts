/** Modules that the build makes (vite.config.ts). */

declare module 'virtual:bundled-figures' {
  /**
   * The figures that come with the dashboard: the parsed JSON of a `Bundle`. The site fetches it, once, from beside
   * the page; the single file carries it.
   */
  export function loadBundledFigures(): Promise<unknown>;
}

declare module 'virtual:overviews' {
  /** Where the overviews lie, and of whom there is one. */
  export interface Overviews {
    /** From the page, with a slash at its end. */
    readonly folder: string;
    /** The codes of the authorities, with blanks between. */
    readonly codes: string;
  }

  /** What a first visit can read at once. */
  export const OVERVIEWS: Overviews;
}

interface Window {
  /** Settles when the dashboard may start: see src/first-sight.ts, which only the page of the site carries. */
  firstSight?: Promise<void>;
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

declare module 'virtual:handbook' {
  /** Words of the handbook. A link leads to another of its chapters or to the web. */
  export type Inline =
    | { readonly kind: 'text' | 'code'; readonly text: string }
    | { readonly kind: 'strong' | 'emphasis'; readonly parts: readonly Inline[] }
    | { readonly kind: 'web'; readonly address: string; readonly parts: readonly Inline[] }
    | {
        readonly kind: 'chapter';
        readonly chapter: string;
        readonly section?: string;
        readonly parts: readonly Inline[];
      };

  export type Block =
    | { readonly kind: 'heading'; readonly level: 2 | 3; readonly id: string; readonly parts: readonly Inline[] }
    | { readonly kind: 'paragraph'; readonly parts: readonly Inline[] }
    | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }
    | { readonly kind: 'code'; readonly text: string }
    | {
        readonly kind: 'table';
        readonly head: readonly (readonly Inline[])[];
        readonly rows: readonly (readonly (readonly Inline[])[])[];
      };

  export interface Chapter {
    /** As addresses have it: "board-members". */
    readonly id: string;
    readonly title: string;
    readonly blocks: readonly Block[];
  }

  /** In the order of its contents, which are the first chapter. */
  export const HANDBOOK: readonly [Chapter, ...Chapter[]];
}
