/**
 * What is on screen ↔ the hash of the address. Links are saved in minutes and slides, so every
 * address ever given out keeps its meaning; a part that means nothing is reported, never fatal.
 */
import type { AreaCode } from '../domain/area.ts';
import type { GroupId, IndicatorId } from '../domain/indicator.ts';
import type { Options } from './options.ts';
import { formatOptions, readOptions } from './options.ts';

/** Pages that stand under an authority and need nothing else. */
export const AREA_PAGES = ['gaps', 'neighbours', 'changes', 'unplaced', 'pack'] as const;
export type AreaPage = (typeof AREA_PAGES)[number];

/** Pages that need no authority. */
export const OWN_PAGES = ['load', 'data', 'slides', 'help'] as const;
export type OwnPage = (typeof OWN_PAGES)[number];

export type View =
  | { readonly page: 'start' }
  | { readonly page: 'overview'; readonly area: AreaCode }
  | { readonly page: 'outcome'; readonly area: AreaCode; readonly outcome: string }
  | { readonly page: 'indicator'; readonly area: AreaCode; readonly indicator: IndicatorId; readonly group?: GroupId }
  | {
      readonly page: 'compare';
      readonly area: AreaCode;
      /** Empty for those that the page proposes. */
      readonly areas: readonly AreaCode[];
      readonly indicators: readonly IndicatorId[];
    }
  | { readonly page: AreaPage; readonly area: AreaCode }
  /** Of the handbook: a chapter, its contents where none is named, and a section to begin at. */
  | { readonly page: 'help'; readonly chapter?: string; readonly section?: string }
  | { readonly page: Exclude<OwnPage, 'help'> };

export type CompareView = Extract<View, { readonly page: 'compare' }>;

export interface Address {
  readonly view: View;
  readonly options: Options;
}

export interface ReadAddress extends Address {
  /** What in the address meant nothing, in words for the reader. */
  readonly remarks: readonly string[];
}

const AREA_CODE = /^[EKJ]\d{8}$/;
const isAreaPage = (text: string): text is AreaPage => (AREA_PAGES as readonly string[]).includes(text);
const isOwnPage = (text: string): text is OwnPage => (OWN_PAGES as readonly string[]).includes(text);

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function readView(parts: readonly string[], remarks: string[]): View {
  const [first, second, third, ...rest] = parts;
  if (first === undefined) return { page: 'start' };
  if (isOwnPage(first)) {
    if (second !== undefined) remarks.push(`“${parts.slice(1).join('/')}” after “${first}” is not an address here.`);
    return { page: first };
  }
  if (!AREA_CODE.test(first)) {
    remarks.push(`“${first}” is neither a page nor the code of an area, so the start page is shown.`);
    return { page: 'start' };
  }
  const area = first as AreaCode;
  if (second === undefined) return { page: 'overview', area };
  if (second === 'indicator') {
    if (third === undefined || third === '') {
      remarks.push('The address names no indicator, so the overview is shown.');
      return { page: 'overview', area };
    }
    return { page: 'indicator', area, indicator: [third, ...rest].join('/') };
  }
  if (third !== undefined) {
    remarks.push(`“${[third, ...rest].join('/')}” at the end of the address means nothing here.`);
  }
  if (second === 'compare') return { page: second, area, areas: [], indicators: [] };
  return isAreaPage(second) ? { page: second, area } : { page: 'outcome', area, outcome: second };
}

/** What is compared, each part as often as it is asked for; what is no code of an area is named in `remarks`. */
function readCompared(query: URLSearchParams, remarks: string[]): Pick<CompareView, 'areas' | 'indicators'> {
  const asked = query.getAll('areas');
  for (const code of asked.filter((one) => !AREA_CODE.test(one))) {
    remarks.push(`“${code}” among the areas is not the code of one; it is ignored.`);
  }
  const areas = asked.filter((one) => AREA_CODE.test(one)) as AreaCode[];
  const indicators = query.getAll('indicators').filter(Boolean);
  return { areas: [...new Set(areas)], indicators: [...new Set(indicators)] };
}

/** Takes what a view is named by in the query out of it; what stays is the reader's own choices. */
function completeView(view: View, query: URLSearchParams, remarks: string[]): View {
  const take = (name: string): string | undefined => {
    const text = query.get(name);
    query.delete(name);
    return text || undefined;
  };
  if (view.page === 'compare') {
    const compared = readCompared(query, remarks);
    for (const name of ['areas', 'indicators']) query.delete(name);
    return { ...view, ...compared };
  }
  if (view.page === 'help') {
    const [chapter, section] = [take('page'), take('section')];
    return { ...view, ...(chapter ? { chapter } : {}), ...(section ? { section } : {}) };
  }
  const group = take('group');
  if (group === undefined) return view;
  if (view.page === 'indicator') return { ...view, group };
  remarks.push('A group is only chosen on the page of an indicator.');
  return view;
}

/**
 * Reads a hash such as "#/E06000015/indicator/placement-moves?group=looked-after".
 * Never throws: what cannot be read falls back to the nearest page and is named in `remarks`.
 * Whether the area, outcome or indicator exists is for the page to say: it has the figures.
 */
export function readAddress(hash: string): ReadAddress {
  const text = hash.replace(/^#?\/?/, '');
  const question = text.indexOf('?');
  const path = question < 0 ? text : text.slice(0, question);
  const remarks: string[] = [];
  const found = readView(path.split('/').filter(Boolean).map(decode), remarks);
  const query = new URLSearchParams(question < 0 ? '' : text.slice(question + 1));
  const view = completeView(found, query, remarks);
  return { view, options: readOptions(query, remarks), remarks };
}

function formatPath(view: View): string {
  switch (view.page) {
    case 'start':
      return '/';
    case 'overview':
      return `/${view.area}`;
    case 'outcome':
      return `/${view.area}/${encodeURIComponent(view.outcome)}`;
    case 'indicator':
      return `/${view.area}/indicator/${encodeURIComponent(view.indicator)}`;
    case 'compare':
    case 'gaps':
    case 'neighbours':
    case 'changes':
    case 'unplaced':
    case 'pack':
      return `/${view.area}/${view.page}`;
    case 'load':
    case 'data':
    case 'slides':
    case 'help':
      return `/${view.page}`;
  }
}

/** The hash of an address, "#" included; what is at its default is left out. */
export function formatAddress({ view, options }: Address): string {
  const query = new URLSearchParams();
  if (view.page === 'indicator' && view.group !== undefined) query.set('group', view.group);
  if (view.page === 'compare') {
    for (const code of view.areas) query.append('areas', code);
    for (const id of view.indicators) query.append('indicators', id);
  }
  if (view.page === 'help') {
    if (view.chapter !== undefined) query.set('page', view.chapter);
    if (view.section !== undefined) query.set('section', view.section);
  }
  formatOptions(options, query);
  const text = query.toString();
  return `#${formatPath(view)}${text ? `?${text}` : ''}`;
}

/** The authority that an address is about, if any. */
export function areaOf(view: View): AreaCode | undefined {
  return 'area' in view ? view.area : undefined;
}
