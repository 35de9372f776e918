/** What the browser forbids where the page was opened, and what to do about it. */
import type { Problem } from '../domain/problem.ts';

/** What can be asked of a browser; see `findSigns`. */
export interface Signs {
  /** Of the page's address: "https:", "file:". */
  readonly protocol: string;
  /** Does the browser offer service workers to this page? It does to https and to this computer's own servers. */
  readonly serviceWorkers: boolean;
  /** Does a database open? */
  readonly database: boolean;
  /** The browser's private files: there, refused, or nothing that this browser or place has. */
  readonly privateFiles: 'there' | 'refused' | 'absent';
  /** Who made the browser, as it says: every browser on WebKit names Apple. */
  readonly vendor: string;
  /** Does the site run in a window of its own, from the home screen? */
  readonly isInstalled: boolean;
}

export interface Circumstances {
  readonly openedFrom: 'server' | 'disk';
  /** Can anything be stored at all? */
  readonly stores: boolean;
  /** Firefox and Safari give themselves away; Chromium takes care not to, so there it stays unknown. */
  readonly privateWindow: 'likely' | 'unknown';
  /** A page from a disk needs no copy: it is one. */
  readonly worksOffline: boolean;
  readonly engine: 'webkit' | 'other';
  /** Safari clears what a site has stored after seven days without a visit, but not of one on the home screen. */
  readonly forgetsInAWeek: boolean;
}

export function readCircumstances(signs: Signs): Circumstances {
  const { protocol, serviceWorkers, database, privateFiles, vendor, isInstalled } = signs;
  const fromDisk = protocol === 'file:';
  const isWebKit = vendor.startsWith('Apple');
  return {
    openedFrom: fromDisk ? 'disk' : 'server',
    stores: database,
    // A page from a disk is refused them in any window.
    privateWindow: privateFiles === 'refused' && !fromDisk ? 'likely' : 'unknown',
    worksOffline: fromDisk || serviceWorkers,
    engine: isWebKit ? 'webkit' : 'other',
    forgetsInAWeek: isWebKit && !fromDisk && !isInstalled,
  };
}

/**
 * The name of the page's own database. All sites of a host share one storage, and in Chromium all files of a disk do:
 * a trial beside the real site, or another team's, must not upgrade or fill this one's.
 * @param name of the database where a site has its host to itself
 * @param address the address of the page
 */
export function toDatabaseName(name: string, address: string): string {
  const { protocol, pathname } = new URL(address);
  if (protocol === 'file:') return `${name} from disk`;
  const folder = pathname.slice(0, pathname.lastIndexOf('/') + 1);
  return folder === '/' ? name : `${name} ${folder}`;
}

const FROM_DISK: Problem = {
  severity: 'note',
  code: 'opened-from-disk',
  message:
    'This page was opened from a file, so what you load is kept by this browser on this computer only, and some browsers lose sight of it when the file is moved or renamed. To share it, or before moving the file, save a backup. A newer version comes as a newer file.',
};

const WEBKIT_FROM_DISK: Problem = {
  severity: 'warning',
  code: 'no-files-from-disk',
  message:
    'This page was opened from a file, and Safari and other browsers made with WebKit then let it read no files that you choose. The bundled figures and board packs can be read; to load files, open this page in Edge, Chrome or Firefox, or from the address of the site.',
};

const NO_STORE_FROM_DISK: Problem = {
  severity: 'warning',
  code: 'storage-forbidden',
  message:
    'This browser stores nothing for pages opened from a file. The bundled figures can be read; to load files, open this page in Edge, Chrome or Firefox, or from the address of the site.',
};

const NO_STORE: Problem = {
  severity: 'warning',
  code: 'storage-forbidden',
  message:
    'This browser does not let the dashboard store anything, as in some private windows and embedded pages. The bundled figures can be read; to load files, open the dashboard in an ordinary window.',
};

const PRIVATE: Problem = {
  severity: 'warning',
  code: 'private-window',
  message:
    'This looks like a private window: what you load is gone when it is closed. To keep it, open the dashboard in an ordinary window, or save a backup before closing this one.',
};

const FORGETS: Problem = {
  severity: 'note',
  code: 'forgets-in-a-week',
  message:
    'Safari clears what a site has stored after seven days without a visit. Save a backup after each load, or put this site on the home screen or into the Dock, where it is kept.',
};

const NEEDS_NETWORK: Problem = {
  severity: 'note',
  code: 'needs-network',
  message:
    'This browser keeps no copy of the dashboard for use without a network: it does so only for addresses that begin with https and not in every private window. For a room without network, open the dashboard as one file from this computer.',
};

/** What the reader should know before it hurts, the gravest first; empty where nothing is forbidden. */
export function describeCircumstances(circumstances: Circumstances): readonly Problem[] {
  const { openedFrom, stores, privateWindow, worksOffline, engine, forgetsInAWeek } = circumstances;
  if (openedFrom === 'disk') {
    if (engine === 'webkit') return [WEBKIT_FROM_DISK];
    return [stores ? FROM_DISK : NO_STORE_FROM_DISK];
  }
  return [
    ...(stores ? [] : [NO_STORE]),
    ...(stores && privateWindow === 'likely' ? [PRIVATE] : []),
    ...(stores && privateWindow === 'unknown' && forgetsInAWeek ? [FORGETS] : []),
    ...(worksOffline ? [] : [NEEDS_NETWORK]),
  ];
}
