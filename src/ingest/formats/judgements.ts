/** Inspection judgements: one grade per row, with the scale it stands on. */
import { Columns, cellAt, findAreaColumns, toIndexes } from '../columns.ts';
import type { Family, FamilyReader, ReadContext, Reading, TableSample } from '../family.ts';
import { ReadingBuilder } from '../reading-builder.ts';

const ID = 'judgements';
const SIGNS = ['published', 'framework', 'theme', 'grade', 'grade_number', 'best_grade_number'] as const;
/** A date, or the month or year alone. */
const ISO_DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;

class JudgementReader implements FamilyReader {
  private readonly reading: ReadingBuilder;
  private readonly columns: Columns;
  private readonly at: (cells: readonly string[], name: string) => string;

  constructor(sample: TableSample, context: ReadContext) {
    this.reading = new ReadingBuilder(ID, context);
    this.columns = new Columns(sample.header);
    this.at = (cells, name) => cellAt(cells, this.columns.find(name)).trim();
  }

  push(cells: readonly string[], line: number): void {
    this.reading.rows++;
    const { number, code, name } = findAreaColumns(this.columns);
    const index = this.reading.areas.toIndex(cellAt(cells, number), cellAt(cells, code), cellAt(cells, name), '', line);
    const area = this.reading.cells.areas[index];
    if (area === undefined) {
      this.reading.reportNoArea(line);
      return;
    }
    const published = this.at(cells, 'published');
    if (!ISO_DATE.test(published)) {
      this.refuse(line, 'published', published, 'a date such as 2011-06-27, or a year');
      return;
    }
    const gradeNumber = this.readGrade(cells, 'grade_number', line);
    const bestGradeNumber = this.readGrade(cells, 'best_grade_number', line);
    if (gradeNumber === undefined || bestGradeNumber === undefined) return;
    const outcome = this.at(cells, 'outcome');
    this.reading.judgements.push({
      area,
      published,
      framework: this.at(cells, 'framework'),
      theme: this.at(cells, 'theme'),
      ...(outcome === '' ? {} : { outcome }),
      grade: this.at(cells, 'grade'),
      gradeNumber,
      bestGradeNumber,
      source: this.at(cells, 'source'),
    });
  }

  private readGrade(cells: readonly string[], column: string, line: number): number | undefined {
    const written = this.at(cells, column);
    if (/^[1-9]$/.test(written)) return Number(written);
    this.refuse(line, column, written, 'a number such as 1 or 4');
    return undefined;
  }

  private refuse(line: number, column: string, found: string, expected: string): void {
    this.reading.log.add({
      severity: 'error',
      code: 'judgement-unreadable',
      message: `${column} is "${found}", expected ${expected}; the row was left out.`,
      line,
      column,
    });
  }

  finish(): Reading {
    return this.reading.finish();
  }
}

export const judgements: Family = {
  id: ID,
  name: 'Inspection judgements',
  about: 'What inspectors judged, as it is published: shown as judgements and never turned into figures.',
  example: `source,area,published,framework,theme,outcome,grade,grade_number,best_grade_number
report.txt,Derby,2011-06-27,Safeguarding and looked after children,Staying safe,stay-safe,Good,2,1
`,
  recognise(sample) {
    const columns = new Columns(sample.header);
    const hasArea = toIndexes(findAreaColumns(columns)).length > 0;
    if (!hasArea || !columns.has(...SIGNS)) return undefined;
    return { family: ID, confidence: 1, because: SIGNS.join(', ') };
  },
  reader: (sample, context) => new JudgementReader(sample, context),
};
