/** Indicators and groups as rows of text, so that a data package can say in full what its figures are. */
import type { Group, Indicator, Polarity, Wording } from './indicator.ts';

/** What an indicator is and where it stands. */
export const NAMING_COLUMNS = [
  'name',
  'short_name',
  'unit',
  'polarity',
  'decimals',
  'period_type',
  'outcome',
  'aim',
] as const;
/** What is said of it, and by whom. */
export const SAYING_COLUMNS = [
  'definition',
  'direction',
  'publisher',
  'publication',
  'licence',
  'sentence_form',
  'subject',
  'predicate',
] as const;
export const INDICATOR_COLUMNS = [
  'indicator',
  ...NAMING_COLUMNS,
  'national_indicators',
  'groups',
  'topic',
  ...SAYING_COLUMNS,
  'source_id',
  'banded',
] as const;
export const GROUP_COLUMNS = ['group', 'name', 'plain', 'counterpart'] as const;

type Row<Column extends string> = Readonly<Record<Column, string>>;
export type IndicatorRow = Row<(typeof INDICATOR_COLUMNS)[number]>;
export type GroupRow = Row<(typeof GROUP_COLUMNS)[number]>;

const SEPARATOR = ';';
const POLARITIES = { higher: 0, lower: 0, none: 0 } satisfies Record<Polarity, 0>;
const isPolarity = (text: string): text is Polarity => Object.hasOwn(POLARITIES, text);
const isForm = (text: string): text is Wording['form'] => text === 'share' || text === 'measure';
const toList = (text: string): readonly string[] => (text === '' ? [] : text.split(SEPARATOR));

export function toIndicatorRow(indicator: Indicator): IndicatorRow {
  const { wording } = indicator;
  return {
    indicator: indicator.id,
    name: indicator.name,
    short_name: indicator.shortName,
    unit: indicator.unit,
    polarity: indicator.polarity,
    decimals: String(indicator.decimals),
    period_type: indicator.periodType ?? '',
    outcome: indicator.outcome ?? '',
    aim: indicator.aim ?? '',
    national_indicators: indicator.nationalIndicators.join(SEPARATOR),
    groups: indicator.groups.join(SEPARATOR),
    topic: indicator.topic ?? '',
    definition: indicator.definition ?? '',
    direction: indicator.direction ?? '',
    publisher: indicator.publisher ?? '',
    publication: indicator.publication ?? '',
    licence: indicator.licence ?? '',
    sentence_form: wording?.form ?? '',
    subject: wording?.subject ?? '',
    predicate: wording?.predicate ?? '',
    source_id: indicator.sourceId ?? '',
    banded: indicator.banded === undefined ? '' : String(indicator.banded),
  };
}

/** The parts of a record that are no empty text. */
function keepFilled<Key extends string>(texts: Row<Key>): Partial<Row<Key>> {
  const filled: Partial<Record<Key, string>> = {};
  for (const key in texts) if (texts[key] !== '') filled[key] = texts[key];
  return filled;
}

/** An indicator out of its row; undefined where the row says no polarity or no number of decimals. */
export function findIndicatorInRow(row: IndicatorRow): Indicator | undefined {
  const { indicator: id, name, unit, polarity, decimals, sentence_form: form, subject, predicate, banded } = row;
  if (id === '' || !isPolarity(polarity) || !/^\d$/.test(decimals)) return undefined;
  return {
    id,
    name,
    shortName: row.short_name,
    unit,
    polarity,
    decimals: Number(decimals),
    nationalIndicators: toList(row.national_indicators),
    groups: toList(row.groups),
    ...keepFilled({
      periodType: row.period_type,
      outcome: row.outcome,
      aim: row.aim,
      topic: row.topic,
      definition: row.definition,
      direction: row.direction,
      publisher: row.publisher,
      publication: row.publication,
      licence: row.licence,
      sourceId: row.source_id,
    }),
    ...(isForm(form) ? { wording: { form, subject, predicate } } : {}),
    ...(banded === '' ? {} : { banded: banded === 'true' }),
  };
}

export function toGroupRow({ id, name, plain, counterpart = '' }: Group): GroupRow {
  return { group: id, name, plain, counterpart };
}

export function findGroupInRow({ group: id, name, plain, counterpart }: GroupRow): Group | undefined {
  return id === '' ? undefined : { id, name, plain, ...(counterpart === '' ? {} : { counterpart }) };
}
