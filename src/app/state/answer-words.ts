/** How each judgement is said, signed and coloured: always a word or a sign beside the colour. */
import type { Answer } from '../../analysis/benchmark.ts';

export type { Answer };

interface AnswerWords {
  readonly word: string;
  readonly sign: string;
  readonly tone: 'better' | 'similar' | 'worse' | 'plain';
}

export const ANSWER_WORDS = {
  better: { word: 'better', sign: '+', tone: 'better' },
  similar: { word: 'similar', sign: '=', tone: 'similar' },
  worse: { word: 'worse', sign: '−', tone: 'worse' },
  higher: { word: 'higher', sign: '↑', tone: 'plain' },
  lower: { word: 'lower', sign: '↓', tone: 'plain' },
  'cannot-tell': { word: 'cannot tell', sign: '·', tone: 'plain' },
} as const satisfies Record<Answer, AnswerWords>;
