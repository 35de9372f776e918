/**
 * The areas that the rows of one file name. Each way of naming one is looked up once; what is no
 * single area of the list stays what the file says (a joint row, an area nobody knows) and is
 * reported, never given to somebody else.
 */
import type { Area, AreaCode, AreaList } from '../domain/area.ts';
import { isSuppliedAverage } from '../domain/supplied-average.ts';
import type { ProblemLog } from '../domain/problem.ts';
import type { SeriesBuilder } from '../domain/series-builder.ts';

interface Namesake {
  readonly index: number;
  readonly area: Area;
  readonly until: string;
  /** Did any row name it in a period that it lived to see? */
  used: boolean;
}

interface NamedArea {
  readonly number: string;
  readonly code: string;
  readonly name: string;
  readonly level: string;
  readonly index: number;
  readonly area: Area | undefined;
  /** What the row is called in a message. */
  readonly words: string;
  readonly joint: boolean;
  /** The area that another column of the same row names, where it is not `area`. */
  readonly disagrees: Area | undefined;
  /** Where only a name is given: the authority that had it before, and until when. */
  readonly namesake: Namesake | undefined;
  readonly line: number;
  rows: number;
  /** What the row after it named the last time: files repeat the order of their areas. */
  next: NamedArea | undefined;
}

const ONS_CODES = /[EKNSW]\d{8}/g;
const DFE_NUMBERS = /\b\d{3}\b/g;

function countMatches(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** Do these words name two known areas at once ("Hackney and City of London")? */
function isJointName(name: string, areas: AreaList): boolean {
  if (areas.match({ name })) return false;
  for (const separator of [/\//, /\sand\s|&/i, /\swith\s/i, /,/]) {
    const parts = name.split(separator);
    for (let cut = 1; cut < parts.length; cut++) {
      const left = parts.slice(0, cut).join(' and ');
      const right = parts.slice(cut).join(' and ');
      if (areas.match({ name: left }) && areas.match({ name: right })) return true;
    }
  }
  return false;
}

/** The codes of a joint row as the file wrote them: ONS codes, else DfE numbers, else the names. */
function findJointCode(number: string, code: string, name: string, areas: AreaList): string | undefined {
  if (countMatches(code, ONS_CODES) > 1) return code;
  if (countMatches(number, DFE_NUMBERS) > 1) return countMatches(code, ONS_CODES) === 1 || code === '' ? number : code;
  if (countMatches(code, DFE_NUMBERS) > 1) return code;
  return isJointName(name, areas) ? name : undefined;
}

/** Placeholders that publishers put where there is no code. */
function withoutPlaceholder(code: string): string {
  return /^(?:z|x|:|-|n\/?a|null)$/i.test(code) ? '' : code;
}

function isNamedAs(one: NamedArea, number: string, code: string, name: string, level: string): boolean {
  return one.number === number && one.code === code && one.name === name && one.level === level;
}

/** What the row names its area by. A column called "area" may well hold numbers or codes instead of names. */
function toParts(number: string, code: string, name: string): { num: string; ons: string; called: string } {
  const [num, ons, called] = [withoutPlaceholder(number.trim()), withoutPlaceholder(code.trim()), name.trim()];
  if (num !== '' || ons !== '') return { num, ons, called };
  if (/^\d{3}$/.test(called)) return { num: called, ons, called: '' };
  if (/^[A-Z]\d{8}$/.test(called)) return { num, ons: called, called: '' };
  return { num, ons, called };
}

/** Looks areas up for the rows of a file and remembers what to say about them. */
export class AreasInFile {
  private readonly areas: AreaList;
  private readonly builder: SeriesBuilder;
  private readonly named = new Map<string, NamedArea[]>();
  private last: NamedArea | undefined;

  constructor(areas: AreaList, builder: SeriesBuilder) {
    this.areas = areas;
    this.builder = builder;
  }

  /**
   * The index (in the series builder) of the area that a row names; -1 where it names none.
   * @param number its DfE number, or '' @param code its ONS code, or '' @param name its name, or ''
   * @param level the geographic level the file gives, or ''
   * @param end last day of the row's period, where it is known: it tells namesakes apart
   */
  toIndex(number: string, code: string, name: string, level: string, line: number, end?: string): number {
    const { last } = this;
    const found =
      last && isNamedAs(last, number, code, name, level)
        ? last
        : last?.next && isNamedAs(last.next, number, code, name, level)
          ? last.next
          : this.find(number, code, name, level, line);
    if (!found) return -1;
    found.rows++;
    if (last && last !== found) last.next = found;
    this.last = found;
    return end === undefined ? found.index : this.toIndexThen(found.index, end);
  }

  /**
   * The index of the area that the last row named as it was when a period ended, for rows with
   * figures of several periods. @param index what `toIndex` gave for that row
   */
  toIndexThen(index: number, end: string): number {
    const namesake = this.last?.index === index ? this.last.namesake : undefined;
    if (!namesake || end > namesake.until) return index;
    namesake.used = true;
    return namesake.index;
  }

  private find(number: string, code: string, name: string, level: string, line: number): NamedArea | undefined {
    const key = code !== '' ? code : number !== '' ? number : name;
    let list = this.named.get(key);
    if (!list) {
      if (key.trim() === '') return undefined;
      list = [];
      this.named.set(key, list);
    }
    const known = list.find((one) => isNamedAs(one, number, code, name, level));
    if (known) return known;
    const found = this.look(number, code, name, level, line);
    list.push(found);
    return found;
  }

  private look(number: string, code: string, name: string, level: string, line: number): NamedArea {
    const { num, ons, called } = toParts(number, code, name);
    const jointCode = findJointCode(num, ons, called, this.areas);
    const area = jointCode === undefined ? this.areas.match({ laNumber: num, code: ons, name: called }) : undefined;
    const own = jointCode ?? area?.code ?? this.toOwnCode(num, ons, called, level);
    const before = area && num === '' && ons === '' ? this.areas.findNamesake(area) : undefined;
    const others = [this.areas.match({ code: ons }), this.areas.match({ laNumber: num })];
    return {
      number,
      code,
      name,
      level,
      index: this.builder.toAreaIndex(own as AreaCode),
      area,
      words: [called, num, ons].find((part) => part !== '') ?? own,
      joint: jointCode !== undefined,
      disagrees: others.find((one) => one !== undefined && one !== area),
      namesake:
        before?.abolished === undefined
          ? undefined
          : { index: this.builder.toAreaIndex(before.code), area: before, until: before.abolished, used: false },
      line,
      rows: 0,
      next: undefined,
    };
  }

  /** What an unknown area is kept under: its code, number or name; a region and an authority of one name stay apart. */
  private toOwnCode(number: string, code: string, name: string, level: string): string {
    if (code !== '') return code;
    if (number !== '') return number;
    return level === '' || /^local[ -]authority$/i.test(level) ? name : `${name} (${level})`;
  }

  /** Says which areas were unknown, joint, abolished or named in two ways that disagree. */
  report(log: ProblemLog): void {
    const abolished = new Set<string>();
    for (const one of [...this.named.values()].flat()) {
      if (one.area?.abolished) abolished.add(one.area.name);
      const place = { line: one.line, count: one.rows };
      if (one.namesake?.used === true) {
        log.add({
          severity: 'warning',
          code: 'two-of-one-name',
          message: `"${one.words}" was the name of another authority (${one.namesake.area.code}) until ${one.namesake.until}, and the file gives no code: periods that ended by then were given to that one, later ones to today's. Add the codes if that is wrong.`,
          ...place,
        });
      }
      if (one.disagrees && one.area) {
        log.add({
          severity: 'warning',
          code: 'area-disagrees',
          message: `The row says both ${one.area.name} (number ${one.number}) and ${one.disagrees.name} (code ${one.code}); the DfE number was followed. Check the file's area columns.`,
          ...place,
        });
      } else if (one.joint) {
        log.add({
          severity: 'note',
          code: 'joint-area',
          message: `"${one.words}" is several authorities in one row; it is kept as an area of its own and given to none of them.`,
          ...place,
        });
      } else if (!one.area && isSuppliedAverage(one.words)) {
        log.add({
          severity: 'note',
          code: 'supplied-average',
          message: `"${one.words}" is an average that the file gives itself: it is shown beside its authority's figures as supplied, and never mixed with averages worked out here.`,
          ...place,
        });
      } else if (!one.area) {
        log.add({
          severity: 'warning',
          code: 'unknown-area',
          message: `"${one.words}" is none of the areas in the list; its figures are kept under that name and compared with nobody. If it is an authority under another name, correct the name or add its code, and load the file again.`,
          ...place,
        });
      }
    }
    if (abolished.size > 0) {
      log.add({
        severity: 'note',
        code: 'abolished-area',
        message: `${[...abolished].sort().join(', ')}: no longer ${abolished.size === 1 ? 'exists; kept as history under its own code' : 'exist; kept as history under their own codes'}, added to no successor.`,
        count: abolished.size,
      });
    }
  }
}
