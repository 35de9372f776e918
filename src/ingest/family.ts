/**
 * What every file family is: how it is recognised, how it is read, and an example.
 * A reader is pushed one row at a time, so that files of any length pass through it.
 */
import type { AreaList } from '../domain/area.ts';
import type { Catalogue, NeighbourSet } from '../domain/figures.ts';
import type { Group, Indicator, IndicatorId } from '../domain/indicator.ts';
import type { Judgement } from '../domain/judgement.ts';
import type { Placement } from '../domain/layers.ts';
import type { Problem } from '../domain/problem.ts';
import type { PublishedLabels } from '../domain/published-labels.ts';
import type { Series } from '../domain/series.ts';
import type { Target } from '../domain/target.ts';
import type { BroughtWords } from '../domain/written.ts';

/** The beginning of a table: enough to tell the family by. */
export interface TableSample {
  readonly fileName: string;
  /** As an array: integer-like names would lose their order in an object. */
  readonly header: readonly string[];
  /** Line of the header in the file, from 1. */
  readonly headerLine: number;
  /** Up to 200 rows below the header. */
  readonly rows: readonly (readonly string[])[];
}

/** Why a family was recognised. */
export interface Recognition {
  readonly family: string;
  /** 0 to 1; the family with the highest one reads the file. */
  readonly confidence: number;
  /** "time_period, time_identifier, geographic_level". */
  readonly because: string;
}

/** Rows of a file that explain another file: an EES `.meta.csv` or the LAIT data dictionary. */
export interface Companion {
  readonly fileName: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What a reader may know besides the rows. */
export interface ReadContext {
  readonly fileName: string;
  readonly areas: AreaList;
  readonly catalogue: Catalogue;
  readonly companions: readonly Companion[];
}

/** What a file turned out to hold. */
export interface Reading {
  readonly family: string;
  /** Indicators in the file, those of the catalogue included (as the catalogue has them). */
  readonly indicators: readonly Indicator[];
  /** Groups of children that the file names and the catalogue does not. */
  readonly groups: readonly Group[];
  readonly series: readonly Series[];
  /** The columns that tell the indicators of the file apart, where it has such. */
  readonly filters: readonly string[];
  /** Of the indicators told apart by filters those for everybody: the ones that are wanted first. */
  readonly totals: ReadonlySet<IndicatorId>;
  readonly targets: readonly Target[];
  readonly judgements: readonly Judgement[];
  readonly neighbourSets: readonly NeighbourSet[];
  /** What the file says otherwise of indicators that the catalogue has; absent where it says nothing. */
  readonly placements?: readonly Placement[];
  /** What officers wrote and chose elsewhere; absent where the file has none. */
  readonly words?: BroughtWords;
  /** How files are read, as JSON that whoever stores it checks; absent where the file has none. */
  readonly recipes?: readonly string[];
  /** The publisher's own words on its figures, where the file has columns of them. */
  readonly labels?: readonly PublishedLabels[];
  readonly problems: readonly Problem[];
  /** Rows below the header, blank ones left out. */
  readonly rows: number;
  /** Cells that can hold a value: numbers + markers. */
  readonly observations: number;
  readonly numbers: number;
  /** How often each marker stands in the file ('' is an empty cell). */
  readonly markers: Readonly<Record<string, number>>;
}

export interface FamilyReader {
  /** @param cells the fields of one row; @param line its line in the file, from 1 */
  push(cells: readonly string[], line: number): void;
  finish(): Reading;
}

/** Files that explain the files of a family. */
export interface CompanionKind {
  /** "data dictionary", as it is said in a message. */
  readonly name: string;
  isCompanion(header: readonly string[]): boolean;
  /** Does this one explain that table? */
  belongsTo(companion: Companion, table: TableSample): boolean;
}

export interface Family {
  readonly id: string;
  readonly name: string;
  /** Where such files come from and what is read of them, in a few sentences. */
  readonly about: string;
  /** A few lines as such a file has them, for the handbook and for tests. */
  readonly example: string;
  readonly companion?: CompanionKind;
  recognise(sample: TableSample): Recognition | undefined;
  reader(sample: TableSample, context: ReadContext): FamilyReader;
}
