/** Commentary, settings and recipes out of a data package: what officers wrote and chose where it was made. */
import type { AreaCode } from '../../domain/area.ts';
import type { CommentaryRow, KeptRow } from '../../domain/words-row.ts';
import { COMMENTARY_COLUMNS, findCommentaryInRow, findKeptInRow, KEPT_COLUMNS } from '../../domain/words-row.ts';
import type { Commentary, SettingName } from '../../domain/written.ts';
import type { Family, FamilyReader, ReadContext, Reading, TableSample } from '../family.ts';
import { ReadingBuilder } from '../reading-builder.ts';
import { hasAll, toRow } from './tidy-companions.ts';

const ID = 'words';

class WordsReader implements FamilyReader {
  private readonly reading: ReadingBuilder;
  private readonly header: readonly string[];
  private readonly context: ReadContext;
  private readonly isCommentary: boolean;
  private readonly commentary: Commentary[] = [];
  private readonly settings: (readonly [SettingName, string])[] = [];
  private readonly recipes: string[] = [];

  constructor({ header }: TableSample, context: ReadContext) {
    this.reading = new ReadingBuilder(ID, context);
    this.header = header;
    this.context = context;
    this.isCommentary = hasAll(header, COMMENTARY_COLUMNS);
  }

  push(cells: readonly string[], line: number): void {
    this.reading.rows++;
    const isTaken = this.isCommentary ? this.takeCommentary(cells) : this.takeKept(cells);
    if (isTaken) return;
    this.reading.log.add({
      severity: 'error',
      code: 'words-unreadable',
      message: this.isCommentary
        ? 'Rows without a known area, a date and a period, or without one subject, were left out: an outcome, or an indicator with its group.'
        : 'Rows that are no setting or recipe of this dashboard were left out.',
      line,
    });
  }

  private takeCommentary(cells: readonly string[]): boolean {
    const row: CommentaryRow = toRow(COMMENTARY_COLUMNS, this.header, cells);
    const area: AreaCode | undefined = this.context.areas.find(row.area_code)?.code;
    const found = area && findCommentaryInRow(row, area);
    if (found) this.commentary.push(found);
    return found !== undefined;
  }

  private takeKept(cells: readonly string[]): boolean {
    const row: KeptRow = toRow(KEPT_COLUMNS, this.header, cells);
    const found = findKeptInRow(row);
    if (!found) return false;
    if ('recipe' in found) this.recipes.push(found.recipe);
    else this.settings.push(found.setting);
    return true;
  }

  finish(): Reading {
    const { commentary, settings, recipes } = this;
    return {
      ...this.reading.finish(),
      ...(commentary.length + settings.length > 0 ? { words: { commentary, settings } } : {}),
      ...(recipes.length > 0 ? { recipes } : {}),
    };
  }
}

export const words: Family = {
  id: ID,
  name: 'Commentary and settings of a data package',
  about:
    'What officers wrote and chose, as “Download everything” makes it: commentary with every earlier version, who writes, how slides look, and how files are read. Undoing the load takes the commentary and the settings out again.',
  example: `written_at,author,area_code,outcome,indicator,group,period,period_start,period_end,period_kind,tells,doing,who
2026-11-22T10:00:00.000Z,A. Officer,E06000015,,neet-16-17,all,2024/25,2024-09-01,2025-08-31,academic,More young people are NEET,Calls to every one of them,A. Manager by March
`,
  recognise({ header }) {
    const columns = [COMMENTARY_COLUMNS, KEPT_COLUMNS].find((all) => hasAll(header, all));
    return columns && { family: ID, confidence: 1, because: columns.join(', ') };
  },
  reader: (sample, context) => new WordsReader(sample, context),
};
