/** The publisher's own labels of a Fingertips file, gathered row by row: a byte for each row and column. */
import type { CellPlaces, SeriesCells } from '../../domain/series-builder.ts';
import type { LabelKind, PublishedLabels } from '../../domain/published-labels.ts';
import type { Series } from '../../domain/series.ts';
import { findAreaIndex, findPeriodIndex } from '../../domain/series.ts';
import type { AreaCode } from '../../domain/area.ts';
import type { Period } from '../../domain/period.ts';
import type { Columns } from '../columns.ts';
import { cellAt } from '../columns.ts';

interface LabelColumn {
  readonly kind: LabelKind;
  readonly index: number;
  readonly name: string;
}

/** For each place of a series (row of the file) its label, as an index into the words plus one. */
interface Gathered {
  readonly words: string[];
  marks: Uint8Array;
}

/** More different labels than this is no column of labels. */
const MOST_WORDS = 255;

/** Where the places of a builder's rows are. */
interface Interned {
  readonly areas: readonly AreaCode[];
  readonly periods: readonly Period[];
}

export class FingertipsLabels {
  private readonly columns: readonly LabelColumn[];
  private readonly gathered = new Map<SeriesCells, readonly Gathered[]>();

  constructor(columns: Columns) {
    const found = [
      { kind: 'trend', index: columns.find('Recent Trend') },
      { kind: 'england', index: columns.find('Compared to England value or percentiles') },
    ] as const;
    this.columns = found
      .filter(({ index }) => index >= 0)
      .map(({ kind, index }) => ({ kind, index, name: columns.nameOf(index) }));
  }

  /** Keeps the labels of the row whose cell was added to a series last. */
  add(into: SeriesCells, cells: readonly string[]): void {
    let gathered = this.gathered.get(into);
    if (!gathered) {
      gathered = this.columns.map(() => ({ words: [], marks: new Uint8Array(into.numbers.length) }));
      this.gathered.set(into, gathered);
    }
    for (const [at, { index }] of this.columns.entries()) {
      const words = cellAt(cells, index).trim();
      const column = gathered[at];
      if (words !== '' && column) this.mark(column, into, words);
    }
  }

  private mark(column: Gathered, { places, numbers }: SeriesCells, words: string): void {
    if (column.marks.length < places.length) {
      const larger = new Uint8Array(numbers.length);
      larger.set(column.marks);
      column.marks = larger;
    }
    const known = column.words.indexOf(words) + 1;
    if (known === 0 && column.words.length === MOST_WORDS) return;
    column.marks[places.length - 1] = known > 0 ? known : column.words.push(words);
  }

  /**
   * The labels as they lie over the series. Of two rows for one figure the first counts, as for the figure.
   * @param series those made of the cells, in the order of `cells`
   */
  finish(cells: readonly SeriesCells[], series: readonly Series[], interned: Interned): readonly PublishedLabels[] {
    return cells.flatMap((one, at) => {
      const over = series[at];
      const gathered = this.gathered.get(one);
      if (!over || !gathered) return [];
      return this.columns.flatMap(({ kind, name }, index): readonly PublishedLabels[] => {
        const column = gathered[index];
        if (!column || column.words.length === 0) return [];
        const marks = layOver(over, one.places, column.marks, interned);
        return [{ indicator: over.indicator, group: over.group, kind, column: name, words: column.words, marks }];
      });
    });
  }
}

function layOver(series: Series, places: CellPlaces, marks: Uint8Array, { areas, periods }: Interned): Uint8Array {
  const laid = new Uint8Array(series.areas.length * series.periods.length);
  const rowOf = areas.map((area) => findAreaIndex(series, area));
  const columnOf = periods.map((period) => findPeriodIndex(series, period));
  for (let place = Math.min(places.length, marks.length) - 1; place >= 0; place--) {
    const [row, column] = [rowOf[places.areaAt(place)], columnOf[places.periodAt(place)]];
    if (row === undefined || column === undefined) continue;
    laid[row * series.periods.length + column] = marks[place] ?? 0;
  }
  return laid;
}
