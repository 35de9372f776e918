/** What is being written and not yet kept: it outlives a page that is left, a reload and a sleeping laptop. */
import type { AreaCode } from '../../domain/area.ts';
import type { CommentaryPart, Subject } from '../../domain/written.ts';

export type Draft = Readonly<Record<CommentaryPart | 'author', string>>;

/** The draft of one subject and area; a browser that forbids storage has none. */
export class CommentaryDraft {
  private readonly key: string;

  constructor(about: Subject, area: AreaCode) {
    this.key = `ecm-draft ${area} ${JSON.stringify(about)}`;
  }

  read(): Draft | undefined {
    try {
      const found: unknown = JSON.parse(localStorage.getItem(this.key) ?? 'null');
      if (typeof found !== 'object' || found === null) return undefined;
      const texts = new Map<string, unknown>(Object.entries(found));
      const text = (field: keyof Draft): string => {
        const value = texts.get(field);
        return typeof value === 'string' ? value : '';
      };
      return { tells: text('tells'), doing: text('doing'), who: text('who'), author: text('author') };
    } catch {
      return undefined;
    }
  }

  keep(draft: Draft): void {
    try {
      localStorage.setItem(this.key, JSON.stringify(draft));
    } catch {
      // Without storage the words last as long as the page, as before.
    }
  }

  forget(): void {
    try {
      localStorage.removeItem(this.key);
    } catch {
      // Nothing was kept.
    }
  }
}
