/** What officers wrote and chose as rows of text, so that a data package can carry all of it and bring it back. */
import type { AreaCode } from './area.ts';
import type { Period } from './period.ts';
import { PERIOD_KINDS } from './period.ts';
import type { Commentary, SettingName, Subject } from './written.ts';
import { SETTINGS } from './written.ts';

export const COMMENTARY_COLUMNS = [
  'written_at',
  'author',
  'area_code',
  'outcome',
  'indicator',
  'group',
  'period',
  'period_start',
  'period_end',
  'period_kind',
  'tells',
  'doing',
  'who',
] as const;
/** A setting by its name, or a recipe by its id with the recipe as JSON. */
export const KEPT_COLUMNS = ['kept', 'name', 'value'] as const;

type Row<Column extends string> = Readonly<Record<Column, string>>;
export type CommentaryRow = Row<(typeof COMMENTARY_COLUMNS)[number]>;
export type KeptRow = Row<(typeof KEPT_COLUMNS)[number]>;

/** What a spreadsheet would run as a formula, or take for a mark that a quote put there. */
const FORMULA = /^['=+@-]/;
/** Signs that break a line or a cell, by the letter that stands for each behind a backslash. */
const BREAKS = [
  ['\\', '\\'],
  ['\n', 'n'],
  ['\r', 'r'],
  ['\t', 't'],
] as const satisfies readonly (readonly [sign: string, letter: string])[];
const LETTER_OF = new Map<string, string>(BREAKS);
const SIGN_OF = new Map<string, string>(BREAKS.map(([sign, letter]) => [letter, sign]));

/** Words in one line that a spreadsheet shows as they are; `fromGuarded` gives them back. */
function toGuarded(text: string): string {
  const line = text.replace(/[\\\n\r\t]/g, (sign) => `\\${LETTER_OF.get(sign) ?? sign}`);
  return FORMULA.test(line) ? `'${line}` : line;
}

function fromGuarded(text: string): string {
  return text.replace(/^'/, '').replace(/\\([\\nrt])/g, (_, letter: string) => SIGN_OF.get(letter) ?? letter);
}

const DATE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;
const isKind = (text: string): text is Period['kind'] => Object.hasOwn(PERIOD_KINDS, text);
const isSetting = (text: string): text is SettingName => (SETTINGS as readonly string[]).includes(text);

export function toCommentaryRow({ about, area, period, at, ...said }: Commentary): CommentaryRow {
  return {
    written_at: at,
    author: toGuarded(said.author),
    area_code: area,
    outcome: about.kind === 'outcome' ? about.outcome : '',
    indicator: about.kind === 'indicator' ? toGuarded(about.indicator) : '',
    group: about.kind === 'indicator' ? toGuarded(about.group) : '',
    period: toGuarded(period.label),
    period_start: period.start,
    period_end: period.end,
    period_kind: period.kind,
    tells: toGuarded(said.tells),
    doing: toGuarded(said.doing),
    who: toGuarded(said.who),
  };
}

/** @param area the code of the row, once it is known to be one; undefined where the row is no commentary */
export function findCommentaryInRow(row: CommentaryRow, area: AreaCode): Commentary | undefined {
  const { written_at: at, outcome, indicator, group, period_start: start, period_end: end, period_kind: kind } = row;
  if (!MOMENT.test(at) || !DATE.test(start) || !DATE.test(end) || !isKind(kind)) return undefined;
  if ((outcome === '') === (indicator === '')) return undefined;
  const about: Subject =
    outcome === ''
      ? { kind: 'indicator', indicator: fromGuarded(indicator), group: fromGuarded(group) }
      : { kind: 'outcome', outcome };
  return {
    about,
    area,
    period: { start, end, kind, label: fromGuarded(row.period) },
    tells: fromGuarded(row.tells),
    doing: fromGuarded(row.doing),
    who: fromGuarded(row.who),
    author: fromGuarded(row.author),
    at,
  };
}

export const toSettingRow = ([name, value]: readonly [SettingName, string]): KeptRow => ({
  kept: 'setting',
  name,
  value: toGuarded(value),
});

export function toRecipeRow(recipe: { readonly id: string }): KeptRow {
  return { kept: 'recipe', name: toGuarded(recipe.id), value: JSON.stringify(recipe) };
}

/** A setting, or the JSON of a recipe, which whoever stores it checks; undefined for a row that is neither. */
export function findKeptInRow({
  kept,
  name,
  value,
}: KeptRow): { readonly setting: readonly [SettingName, string] } | { readonly recipe: string } | undefined {
  if (kept === 'recipe') return { recipe: value };
  return kept === 'setting' && isSetting(name) ? { setting: [name, fromGuarded(value)] } : undefined;
}
