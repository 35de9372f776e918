/** What slides look like: the authority's colour and its template's theme, kept with what officers write. */
import { paletteOf } from '../../chart/palette.ts';
import type { DeckTheme } from '../../domain/deck-theme.ts';
import type { Problem } from '../../domain/problem.ts';
import type { SettingName, Written } from '../../domain/written.ts';
import { findTheme, toThemeText } from '../../export/find-theme.ts';
import type { DeckOptions } from '../../export/office/deck.ts';

/** The colour of a deck until an authority chooses its own. */
const OWN_COLOUR = paletteOf('print').home;
const COLOUR = /^#[0-9a-f]{6}$/i;
/** What stands in the store for a theme that was put away: nothing that was said there is ever deleted. */
const NO_THEME = '';

/** Where settings are kept: what `Shelf` has of it. */
interface Keeper {
  readonly written: Written;
  say(words: { readonly settings: ReadonlyMap<SettingName, string> }): Promise<Problem | undefined>;
}

export class DeckLook {
  private keeper = $state.raw<Keeper>();

  keepIn(keeper: Keeper): void {
    this.keeper = keeper;
  }

  readonly colour: string = $derived.by(() => {
    const kept = this.keeper?.written.settings.get('deck-colour') ?? '';
    return COLOUR.test(kept) ? kept : OWN_COLOUR;
  });

  /** Of the template; undefined where none was taken. */
  readonly theme: DeckTheme | undefined = $derived.by(() => findTheme(this.keeper?.written.settings.get('deck-theme')));

  /** What a deck is made with. */
  get options(): Pick<DeckOptions, 'brand' | 'theme'> {
    return { brand: this.colour, ...(this.theme ? { theme: this.theme } : {}) };
  }

  /** @returns what went wrong, if anything */
  async chooseColour(colour: string): Promise<Problem | undefined> {
    return this.keeper?.say({ settings: new Map([['deck-colour', colour]]) });
  }

  /** Takes a theme; its second dark colour becomes that of the cover. @returns what went wrong, if anything */
  async take(theme: DeckTheme): Promise<Problem | undefined> {
    const settings = new Map([
      ['deck-theme', toThemeText(theme)],
      ['deck-colour', `#${theme.colours.dk2.toLowerCase()}`],
    ] as const);
    return this.keeper?.say({ settings });
  }

  /** Back to the dashboard's own. @returns what went wrong, if anything */
  async putAway(): Promise<Problem | undefined> {
    const settings = new Map([
      ['deck-theme', NO_THEME],
      ['deck-colour', OWN_COLOUR],
    ] as const);
    return this.keeper?.say({ settings });
  }
}

/** One for the whole page: every deck that leaves it looks like this. */
export const deckLook = new DeckLook();
