/** The reader's own choices, kept in the address so that a saved link shows what was seen. */

interface Choice<T extends string> {
  readonly values: readonly [fallback: T, ...others: T[]];
  readonly meaning: string;
}

/** Every parameter of an address with its allowed values; the first is the default and is not written. */
export const OPTION_CHOICES = {
  average: { values: ['mean', 'median'], meaning: 'how the statistical neighbours are averaged' },
  colours: { values: ['blue', 'rag'], meaning: 'blue and orange, or red, amber and green' },
  axis: { values: ['fitted', 'zero'], meaning: 'where the scale of a trend begins' },
  chart: { values: ['trend', 'neighbours', 'authorities'], meaning: 'which chart an embed shows' },
  show: { values: ['table', 'rug', 'profile', 'multiples'], meaning: 'how the indicators of an outcome are shown' },
} as const satisfies Record<string, Choice<string>>;

type OptionName = keyof typeof OPTION_CHOICES;

export type Options = { readonly [Name in OptionName]: (typeof OPTION_CHOICES)[Name]['values'][number] } & {
  /** Which set of statistical neighbours; undefined for the newest. */
  readonly set?: string;
};

const NAMES = Object.keys(OPTION_CHOICES) as OptionName[];

const DEFAULT_OPTIONS: Options = {
  average: OPTION_CHOICES.average.values[0],
  colours: OPTION_CHOICES.colours.values[0],
  axis: OPTION_CHOICES.axis.values[0],
  chart: OPTION_CHOICES.chart.values[0],
  show: OPTION_CHOICES.show.values[0],
};

/** Reads the options of a query; what is unknown goes to `remarks` and its default is used. */
export function readOptions(query: URLSearchParams, remarks: string[]): Options {
  const read: Record<string, string> = {};
  for (const [name, value] of query) {
    if (name === 'set') {
      if (value !== '') read[name] = value;
      continue;
    }
    const known = NAMES.find((option) => option === name);
    if (!known) {
      remarks.push(`“${name}” in the address is not a choice that this dashboard knows; it is ignored.`);
      continue;
    }
    const values: readonly string[] = OPTION_CHOICES[known].values;
    if (values.includes(value)) read[known] = value;
    else remarks.push(`“${name}=${value}” in the address is ignored; ${name} is one of ${values.join(', ')}.`);
  }
  return { ...DEFAULT_OPTIONS, ...read };
}

/** Writes what differs from the defaults into a query. */
export function formatOptions(options: Options, query: URLSearchParams): void {
  for (const name of NAMES) if (options[name] !== DEFAULT_OPTIONS[name]) query.set(name, options[name]);
  if (options.set !== undefined) query.set('set', options.set);
}
