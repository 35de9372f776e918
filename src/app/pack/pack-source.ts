/** A board pack as the pages of figures take it: everything is there, and nothing can be added. */
import type { Problem } from '../../domain/problem.ts';
import { NOTHING_WRITTEN } from '../../domain/written.ts';
import type { Pack } from '../../export/pack.ts';
import type { FigureSource } from '../state/figure-source.ts';
import type { LastArea } from '../state/last-area.ts';

const READ_ONLY: Problem = {
  severity: 'error',
  code: 'read-only',
  message: 'A board pack is read as it was made. To change something, open the dashboard and make the pack again.',
};

export function toPackSource({ figures, commentary, made, files }: Pack): FigureSource {
  return {
    figures,
    written: { ...NOTHING_WRITTEN, commentary },
    isReady: true,
    problem: undefined,
    made: new Date(made),
    filesOf: (indicator) => files.filter((file) => file.indicators?.includes(indicator)),
    say: () => Promise.resolve(READ_ONLY),
  };
}

/** A pack is about one authority; what else was looked at is not kept anywhere. */
export function toPackArea({ area }: Pack): LastArea {
  return { read: () => area, write: () => undefined };
}
