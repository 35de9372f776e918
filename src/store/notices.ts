/** What happened to the store, told to every tab and worker of this browser that has it open. */

export type StoreNotice =
  | { readonly kind: 'stored' | 'undone'; readonly load: number }
  /** An officer wrote something, or a backup was restored. */
  | { readonly kind: 'said' | 'restored' }
  /** A newer version of the dashboard needs the database: this store has closed and the page must be reloaded. */
  | { readonly kind: 'closed' };

export type NoticeListener = (notice: StoreNotice) => void;

/** Tells the other tabs, and the listeners of this one. */
export class Notices {
  private readonly channel: BroadcastChannel;
  private readonly listeners = new Set<NoticeListener>();

  constructor(name: string) {
    this.channel = new BroadcastChannel(name);
    this.channel.onmessage = (event: MessageEvent<StoreNotice>) => {
      this.tellHere(event.data);
    };
  }

  /** @returns a function that ends the listening */
  listen(listener: NoticeListener): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  tell(notice: StoreNotice): void {
    this.channel.postMessage(notice);
    this.tellHere(notice);
  }

  tellHere(notice: StoreNotice): void {
    for (const listener of this.listeners) listener(notice);
  }

  close(): void {
    this.channel.close();
  }
}
