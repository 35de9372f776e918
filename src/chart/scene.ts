/**
 * A chart as plain data: shapes and text at pixel positions, colours by role. Every picture of it
 * (screen, SVG, PNG, slide, print) is drawn from this, so that they cannot disagree.
 */

/** What a thing in a chart stands for; the palette gives each role its colour, dash and weight. */
export type Role =
  | 'home'
  | 'england'
  | 'region'
  | 'neighbour-mean'
  | 'neighbour'
  | 'other'
  | 'better'
  | 'similar'
  | 'worse'
  | 'target'
  | 'counterpart'
  | 'quartile-a'
  | 'quartile-b'
  | 'quartile-c'
  | 'quartile-d'
  | 'ink'
  | 'quiet'
  | 'grid'
  | 'paper'
  | 'band';

export interface PathMark {
  readonly type: 'path';
  readonly d: string;
  /** Where the origin of `d` lies; at the scene's own where absent. */
  readonly at?: readonly [x: number, y: number];
  readonly role: Role;
  readonly width: number;
  /** SVG dash pattern, e.g. "6 4"; absent for a solid line. */
  readonly dash?: string;
  readonly fill?: boolean;
  readonly opacity?: number;
  /** Marks with the same series are highlighted together. */
  readonly series?: string;
}

export interface CircleMark {
  readonly type: 'circle';
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly role: Role;
  /** An outline only: a provisional or otherwise qualified point. */
  readonly hollow?: boolean;
  readonly series?: string;
}

export interface RectMark {
  readonly type: 'rect';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly role: Role;
  readonly opacity?: number;
  readonly series?: string;
}

export interface TextMark {
  readonly type: 'text';
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly role: Role;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly bold?: boolean;
  /** Set in bold after the text with a space between: the value after a name. */
  readonly strong?: string;
  readonly series?: string;
}

export type Mark = PathMark | CircleMark | RectMark | TextMark;

/** A place in the chart that a pointer or the arrow keys can rest on, with what is said there. */
export interface Stop {
  readonly x: number;
  readonly y: number;
  readonly series: string;
  /** Position along the series, for the left and right keys. */
  readonly step: number;
  /** "Derby, 2024/25: 7.6%". */
  readonly sentence: string;
}

/** The figures of the chart as a table: what "Show as table" and the CSV hold. */
export interface ChartTable {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The room a chart is given. `scale` enlarges type and strokes: 1 on a page, about 2 on a slide. */
export interface ChartSize {
  readonly width: number;
  readonly height: number;
  readonly scale?: number;
}

export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** What the chart shows in words: the alternative text. */
  readonly description: string;
  /** Unit, source, period, date and licence: stands inside every exported picture. */
  readonly caption: string;
  readonly marks: readonly Mark[];
  readonly stops: readonly Stop[];
  readonly table: ChartTable;
}
