/** The authority last looked at, kept for the next visit; a browser that forbids storage forgets it. */
import type { AreaCode } from '../../domain/area.ts';

const KEY = 'ecm-last-area';

export interface LastArea {
  read(): AreaCode | undefined;
  write(code: AreaCode): void;
}

export const lastAreaSetting: LastArea = {
  read(): AreaCode | undefined {
    try {
      return (localStorage.getItem(KEY) ?? undefined) as AreaCode | undefined;
    } catch {
      return undefined;
    }
  },
  write(code: AreaCode): void {
    try {
      localStorage.setItem(KEY, code);
    } catch {
      // A frame or a private window without storage: the start page is shown next time.
    }
  },
};
