/**
 * Areas: England, its regions and its local authorities, past and present.
 * An area is matched by DfE number first, then ONS code with its predecessors, then name.
 */

declare const areaCodeBrand: unique symbol;
/** The current 9-character ONS code, or, for a joint row, the codes as the file wrote them. */
export type AreaCode = string & { readonly [areaCodeBrand]: true };

export type AreaLevel = 'country' | 'region' | 'local-authority';

export interface Area {
  readonly code: AreaCode;
  /** Three-digit DfE number, e.g. "831". */
  readonly laNumber: string;
  readonly name: string;
  readonly level: AreaLevel;
  readonly parent?: AreaCode;
  /** Last day on which the authority existed (ISO date); absent for current ones. */
  readonly abolished?: string;
  readonly successors: readonly AreaCode[];
}

/** A row of the area list as the bundled `areas.csv` has it. */
export interface AreaRow {
  readonly area_code: string;
  readonly la_number: string;
  readonly name: string;
  readonly level: string;
  readonly parent_code: string;
  readonly valid_from: string;
  readonly valid_to: string;
  readonly successor_codes: string;
}

/** What a file says of the area of a row; whichever parts it has. */
export interface AreaWords {
  readonly laNumber?: string;
  readonly code?: string;
  readonly name?: string;
}

export const ENGLAND = 'E92000001' as AreaCode;

/** Names are compared without case, punctuation and the words that publishers add or drop. */
export function toNameKey(name: string): string {
  return name
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

function toLevel(written: string): AreaLevel {
  if (written === 'country' || written === 'region' || written === 'local-authority') return written;
  throw new Error(`areas.csv: level "${written}" is none of country, region, local-authority`);
}

/** The list of areas with its look-ups. Built once from the bundled rows. */
export class AreaList {
  /** What the list was made from: all it takes to make it again elsewhere (a worker, a board pack). */
  readonly rows: readonly AreaRow[];
  readonly aliases: readonly (readonly [string, string])[];
  readonly all: readonly Area[];
  private readonly byCode = new Map<string, Area>();
  private readonly byNumber = new Map<string, Area>();
  private readonly byName = new Map<string, Area>();

  /**
   * @param rows rows of `areas.csv`; a code whose DfE number lives on under a newer code is a
   *   predecessor and leads to the newer one; a number that ended is an abolished authority.
   * @param aliases other spellings: name → area code
   */
  constructor(rows: readonly AreaRow[], aliases: Iterable<readonly [string, string]> = []) {
    this.rows = rows;
    this.aliases = [...aliases];
    const current = new Map<string, AreaRow>();
    for (const row of rows) {
      const known = current.get(row.la_number);
      if (known?.valid_to !== '') current.set(row.la_number, row);
    }
    const all: Area[] = [];
    for (const row of current.values()) {
      const area: Area = {
        code: row.area_code as AreaCode,
        laNumber: row.la_number,
        name: row.name,
        level: toLevel(row.level),
        ...(row.parent_code ? { parent: row.parent_code as AreaCode } : {}),
        ...(row.valid_to ? { abolished: row.valid_to } : {}),
        successors: row.successor_codes.split(';').flatMap((c) => (c.trim() ? [c.trim() as AreaCode] : [])),
      };
      all.push(area);
      this.byNumber.set(area.laNumber, area);
      this.byCode.set(area.code, area);
    }
    for (const row of rows) {
      const area = this.byNumber.get(row.la_number);
      if (area) this.byCode.set(row.area_code, area);
    }
    const abolishedLast = [...all].sort((a, b) => Number(Boolean(a.abolished)) - Number(Boolean(b.abolished)));
    for (const area of abolishedLast) {
      const key = toNameKey(area.name);
      if (!this.byName.has(key)) this.byName.set(key, area);
    }
    for (const [name, code] of this.aliases) {
      const area = this.byCode.get(code);
      if (area) this.byName.set(toNameKey(name), area);
    }
    this.all = all;
  }

  /** The area of a current or former ONS code. */
  find(code: string): Area | undefined {
    return this.byCode.get(code);
  }

  /** The area a row means: by DfE number, then ONS code, then name. Undefined where none fits. */
  match(words: AreaWords): Area | undefined {
    const number = words.laNumber?.trim();
    const code = words.code?.trim();
    return (
      (number ? this.byNumber.get(number) : undefined) ??
      (code ? this.byCode.get(code) : undefined) ??
      (words.name ? this.byName.get(toNameKey(words.name)) : undefined)
    );
  }

  /** An authority that no longer exists and whose name another one has now (Dorset): names alone do not tell them apart. */
  findNamesake(area: Area): Area | undefined {
    const key = toNameKey(area.name);
    return this.all.find((one) => one !== area && one.abolished !== undefined && toNameKey(one.name) === key);
  }

  /** The name of an area, or its code where the list does not know it (a joint row). */
  nameOf(code: AreaCode): string {
    return this.byCode.get(code)?.name ?? code;
  }

  /** Local authorities that exist today, by name. */
  get authorities(): readonly Area[] {
    return this.all
      .filter((a) => a.level === 'local-authority' && !a.abolished)
      .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
  }

  /**
   * The region an authority belongs to: of London's, the one with figures of its own, London,
   * rather than its inner or outer half. Never read from a data file: files disagree for London.
   */
  regionOf(code: AreaCode): Area | undefined {
    let area = this.byCode.get(code);
    while (area?.parent && area.parent !== ENGLAND) area = this.byCode.get(area.parent);
    return area?.level === 'region' ? area : undefined;
  }
}
