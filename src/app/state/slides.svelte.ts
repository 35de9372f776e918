/** The charts gathered for a deck, in order: kept in this browser until they are taken out. */
import type { OutgoingChart } from '../../export/outgoing.ts';
import { findSlides } from '../../export/find-slides.ts';

const KEY = 'ecm-slides';

function read(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** @returns whether the browser keeps it */
function write(key: string, text: string): boolean {
  try {
    localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

function readSlides(): readonly OutgoingChart[] {
  try {
    return findSlides(JSON.parse(read(KEY) ?? '[]'));
  } catch {
    return [];
  }
}

export class Slides {
  private list = $state.raw<readonly OutgoingChart[]>(readSlides());
  /** False where the browser forbids or has no room: then they last as long as the page. */
  isKept = $state(true);

  get all(): readonly OutgoingChart[] {
    return this.list;
  }

  private keep(list: readonly OutgoingChart[]): void {
    this.list = list;
    this.isKept = write(KEY, JSON.stringify(list));
  }

  add(chart: OutgoingChart): void {
    this.keep([...this.list, chart]);
  }

  remove(index: number): void {
    this.keep(this.list.toSpliced(index, 1));
  }

  /** Moves a slide one place towards the beginning (-1) or the end (1). */
  move(index: number, by: -1 | 1): void {
    const slide = this.list[index];
    const to = index + by;
    if (!slide || to < 0 || to >= this.list.length) return;
    this.keep(this.list.toSpliced(index, 1).toSpliced(to, 0, slide));
  }

  rename(index: number, finding: string): void {
    const slide = this.list[index];
    if (slide) this.keep(this.list.with(index, { ...slide, finding }));
  }

  clear(): void {
    this.keep([]);
  }
}

/** One for the whole page: charts anywhere on it put themselves in. */
export const slides = new Slides();
