/**
 * Statistical-neighbour sets: the ten authorities most like each one, closest first. Three layouts:
 * a row per authority with SN_1, SN_1P … (2025) or SN1, SNP … (2021), and a row per neighbour.
 */
import type { Area, AreaCode } from '../../domain/area.ts';
import type { Neighbour, NeighbourSet } from '../../domain/figures.ts';
import { Columns, cellAt, findAreaColumns } from '../columns.ts';
import type { Family, FamilyReader, ReadContext, Reading, TableSample } from '../family.ts';
import { toFileStem } from '../names.ts';
import { ReadingBuilder } from '../reading-builder.ts';

const ID = 'statistical-neighbours';
const NEIGHBOURS = 10;

/** "Close " and "close" are one word. */
function toCloseness(written: string): string {
  return written.trim().toLowerCase();
}

/** Positions of the neighbour columns, closest first; the words of closeness stand right of each. */
function findNeighbourColumns(header: readonly string[]): readonly number[] {
  const found: [place: number, index: number][] = [];
  header.forEach((name, index) => {
    const place = /^sn_?(\d{1,2})$/i.exec(name.trim())?.[1];
    if (place !== undefined) found.push([Number(place), index]);
  });
  return found.sort(([a], [b]) => a - b).map(([, index]) => index);
}

class NeighbourReader implements FamilyReader {
  private readonly reading: ReadingBuilder;
  private readonly context: ReadContext;
  private readonly columns: Columns;
  private readonly neighbourColumns: readonly number[];
  /** Id and name of the set, where a data package says them. */
  private said: Pick<NeighbourSet, 'id' | 'name' | 'isOwn'> | undefined;
  private readonly found = new Map<AreaCode, (Neighbour & { readonly rank: number })[]>();

  constructor(sample: TableSample, context: ReadContext) {
    this.reading = new ReadingBuilder(ID, context);
    this.context = context;
    this.columns = new Columns(sample.header);
    this.neighbourColumns = findNeighbourColumns(sample.header);
  }

  push(cells: readonly string[], line: number): void {
    const home = this.findHome(cells);
    if (!home) {
      this.reportRow(cells, line);
      return;
    }
    this.reading.rows++;
    if (this.neighbourColumns.length === 0) {
      const code = cellAt(cells, this.columns.find('neighbour_code'));
      const rank = Number(cellAt(cells, this.columns.find('rank')));
      this.add(home, code, cellAt(cells, this.columns.find('closeness')), rank, line);
      const [id, name] = [cellAt(cells, this.columns.find('set_id')), cellAt(cells, this.columns.find('set_name'))];
      const own = cellAt(cells, this.columns.find('set_own')) === 'yes' ? ({ isOwn: true } as const) : {};
      if (id !== '' && name !== '') this.said ??= { id, name, ...own };
      return;
    }
    if (this.found.has(home.code)) {
      this.reading.log.add({
        severity: 'warning',
        code: 'duplicate',
        message: `${home.name} stands in the file twice; the first row was kept.`,
        line,
      });
      return;
    }
    this.neighbourColumns.forEach((index, place) => {
      this.add(home, cellAt(cells, index), cellAt(cells, index + 1), place + 1, line);
    });
  }

  private findHome(cells: readonly string[]): Area | undefined {
    const { number, code, name } = findAreaColumns(this.columns);
    return this.context.areas.match({
      laNumber: cellAt(cells, number),
      code: cellAt(cells, code),
      name: cellAt(cells, name),
    });
  }

  private reportRow(cells: readonly string[], line: number): void {
    const words = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
    if (words.length === 0) return;
    this.reading.rows++;
    const heading = words.length === 1;
    this.reading.log.add({
      severity: heading ? 'note' : 'warning',
      code: heading ? 'heading-row' : 'unknown-area',
      message: heading
        ? `"${words[0] ?? ''}" is a heading inside the table and was skipped.`
        : `"${words[1] ?? ''}" is none of the areas in the list; its neighbours were left out. Correct its number or name and load the file again.`,
      line,
    });
  }

  private add(home: Area, words: string, closeness: string, rank: number, line: number): void {
    const text = words.trim();
    if (text === '') return;
    const neighbour = this.context.areas.match({ laNumber: text, code: text, name: text });
    if (!neighbour) {
      this.reading.log.add({
        severity: 'warning',
        code: 'unknown-area',
        message: `Neighbour "${text}" of ${home.name} is none of the areas in the list and was left out. Correct its number and load the file again.`,
        line,
      });
      return;
    }
    const list = this.found.get(home.code) ?? [];
    list.push({ area: neighbour.code, closeness: toCloseness(closeness), rank });
    this.found.set(home.code, list);
  }

  finish(): Reading {
    const of = new Map<AreaCode, readonly Neighbour[]>();
    for (const [home, list] of this.found) {
      list.sort((a, b) => a.rank - b.rank);
      of.set(
        home,
        list.map(({ area, closeness }) => ({ area, closeness })),
      );
      if (list.length !== NEIGHBOURS && !this.said) {
        this.reading.log.add({
          severity: 'warning',
          code: 'not-ten-neighbours',
          message: `${this.context.areas.nameOf(home)} has ${String(list.length)} neighbour${list.length === 1 ? '' : 's'} in this file instead of ten.`,
        });
      }
    }
    if (this.said) {
      this.reading.neighbourSets.push({ ...this.said, of });
      return this.reading.finish();
    }
    const stem = toFileStem(this.context.fileName);
    const year = /(?:19|20)\d{2}/.exec(stem)?.[0];
    this.reading.neighbourSets.push({
      id: year === undefined ? `neighbours:${stem}` : `neighbours-${year}`,
      name: `Statistical neighbours ${year ?? `(${stem})`}`,
      of,
    });
    return this.reading.finish();
  }
}

export const neighbours: Family = {
  id: ID,
  name: 'Statistical neighbours',
  about:
    'A set of statistical neighbours, ten for each authority, in the layouts of 2021 and 2025. It stands beside the set that came with the dashboard, and the reader chooses.',
  example: `old_la_code,la_name,region_ind,region_name,SN_1,SN_1P,SN_2,SN_2P
831,Derby,4,East Midlands,874,Very close,852,Close
`,
  recognise(sample) {
    const columns = new Columns(sample.header);
    const wide = findNeighbourColumns(sample.header);
    if (wide.length > 0) {
      const names = `${columns.nameOf(wide[0] ?? -1)} to ${columns.nameOf(wide.at(-1) ?? -1)}`;
      return { family: ID, confidence: 1, because: `${names}, each with its closeness` };
    }
    if (!columns.has('neighbour_code', 'rank')) return undefined;
    return { family: ID, confidence: 1, because: 'neighbour_code and rank beside the area' };
  },
  reader: (sample, context) => new NeighbourReader(sample, context),
};
