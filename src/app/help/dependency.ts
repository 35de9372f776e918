/** A package that the dashboard is built on, or that one of those brings along. */
export interface Dependency {
  readonly name: string;
  readonly version: string;
  /** As the package states it, an SPDX expression: "MIT". */
  readonly licence: string;
  /** Named in package.json, rather than brought along by another. */
  readonly direct: boolean;
}
