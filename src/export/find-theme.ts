/** The theme of a deck as a browser keeps it: text, and back. Whatever is none is refused. */
import type { DeckTheme, ThemeColour } from '../domain/deck-theme.ts';
import type { Guard } from './guards.ts';
import { isMatch, isShape, isText } from './guards.ts';

const isHex = isMatch(/^[0-9A-F]{6}$/);

const isTheme: Guard<DeckTheme> = isShape({
  name: isText,
  headings: isText,
  body: isText,
  colours: isShape({
    dk1: isHex,
    lt1: isHex,
    dk2: isHex,
    lt2: isHex,
    accent1: isHex,
    accent2: isHex,
    accent3: isHex,
    accent4: isHex,
    accent5: isHex,
    accent6: isHex,
    hlink: isHex,
    folHlink: isHex,
  } satisfies Record<ThemeColour, Guard<string>>),
});

export function toThemeText(theme: DeckTheme): string {
  return JSON.stringify(theme);
}

export function findTheme(text: string | undefined): DeckTheme | undefined {
  try {
    const json: unknown = JSON.parse(text ?? 'null');
    return isTheme(json) ? json : undefined;
  } catch {
    return undefined;
  }
}
