/** A grade that inspectors gave. */
import type { AreaCode } from './area.ts';

export interface Judgement {
  readonly area: AreaCode;
  /** ISO date, or the year alone where that is all the source says. */
  readonly published: string;
  /** "Joint area review", "Single inspection framework". */
  readonly framework: string;
  readonly theme: string;
  /** The outcome it bears on; absent for an overall grade. */
  readonly outcome?: string;
  /** In the inspectors' word: "Good". */
  readonly grade: string;
  readonly gradeNumber: number;
  /** The number of the best grade of that framework: 4 until 2008, 1 since 2009. */
  readonly bestGradeNumber: number;
  readonly source: string;
}
