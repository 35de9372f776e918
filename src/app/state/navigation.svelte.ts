/** The address bar as state: what is read from it decides the page; links write it. */
import type { Address, View } from '../../address/address.ts';
import { formatAddress, readAddress } from '../../address/address.ts';
import type { Options } from '../../address/options.ts';

export class Navigation {
  private hash = $state('');
  /** The address bar's own text that the page goes by; the two differ for the moment of a change. */
  readonly shown = $derived(this.hash);
  readonly address = $derived(readAddress(this.hash));
  readonly view = $derived(this.address.view);
  readonly options = $derived(this.address.options);

  /** @param fixed the address of a page that stands beside others, on paper; absent for the one in the address bar */
  constructor(fixed?: string) {
    this.hash = fixed ?? location.hash;
    if (fixed !== undefined) return;
    window.addEventListener('hashchange', () => {
      this.hash = location.hash;
    });
  }

  /** The address of a view, with the reader's choices carried along. */
  to(view: View, options: Partial<Options> = {}): string {
    return formatAddress({ view, options: { ...this.options, ...options } });
  }

  /** Goes to a view; back leads to where the reader was. */
  go(view: View): void {
    location.hash = this.to(view);
  }

  /** Changes a choice on the page that is shown; back undoes it. */
  choose(options: Partial<Options>): void {
    location.hash = formatAddress({ view: this.view, options: { ...this.options, ...options } } satisfies Address);
  }

  /** Replaces the address without a step in the history, e.g. from the start page to the last area. */
  replace(view: View): void {
    history.replaceState(null, '', this.to(view));
    this.hash = location.hash;
  }
}
