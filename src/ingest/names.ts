/** Names of files and columns in plain words. */

/** "folder/placement-moves.csv.gz" → "placement-moves". */
export function toFileStem(fileName: string): string {
  const base = fileName.split(/[/\\]/).at(-1) ?? fileName;
  return base.replace(/(?:\.(?:csv|tsv|txt|xlsx|gz|zip))+$/i, '');
}

/** What the Department for Education's column names shorten, as its own publications spell it out. */
const ABBREVIATIONS: readonly (readonly [RegExp, string])[] = [
  [/^t (?=\S)/, 'total '],
  [/^pt (?=\S)/, 'percentage '],
  [/^avg (?=\S)/, 'average '],
  [/^num (?=\S)/, 'number of '],
  [/\batt8\b/g, 'Attainment 8'],
  [/\bp8 ?score\b/g, 'Progress 8 score'],
  [/\binp8calc\b/g, 'in Progress 8'],
  [/\bl2basics 9([45])\b/g, 'English and maths 9–$1'],
  [/\bebaccaps\b/g, 'EBacc average point score'],
  [/\bebacc e ptq ee\b/g, 'entered for EBacc'],
  [/\bebacc\b/g, 'EBacc'],
  [/\bperm excl\b/g, 'permanent exclusion'],
  [/\bfixed excl\b/g, 'fixed-period exclusion'],
  [/\bone plus fixed\b/g, 'one or more fixed-period exclusions'],
  [/\bCI low\b/g, 'lower confidence limit'],
  [/\bCI upp\b/g, 'upper confidence limit'],
  [/\bfte\b/gi, 'FTE'],
  [/\bsess\b/g, 'sessions'],
  [/\bppts\b/g, 'percentage points'],
];

/** "children_percent" → "Children percent"; "pt_l2basics_94" → "Percentage English and maths 9–4". */
export function toPlainWords(name: string): string {
  const bare = name.replace(/[_]+/g, ' ').replace(/\s+/g, ' ').trim();
  const words = ABBREVIATIONS.reduce((said, [short, long]) => said.replace(short, long), bare);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A phrase inside a sentence: first letter small unless it is an abbreviation or a name with digits. */
export function toInnerPhrase(phrase: string): string {
  const second = phrase.charAt(1);
  const isAbbreviation = second !== '' && second !== second.toLowerCase();
  return isAbbreviation ? phrase : phrase.charAt(0).toLowerCase() + phrase.slice(1);
}

/** Do these words mean everybody: "Total", "All pupils", "State-funded total"? */
export function isTotal(words: string): boolean {
  return /^(?:total|all)\b|\btotal$/i.test(words.trim());
}

/** What the numbers of a column count, as far as its name says. */
export function findUnit(column: string): string {
  const name = column.trim().toLowerCase().replace(/,/g, '').replace(/\s+/g, '_');
  if (/%|percent|(?:^|_)pct?(?:_|$)|^pt_|_pt$/.test(name)) return '%';
  const rate = /(?:rate|per)_?(?:per_)?(1000+|10k|100k)/.exec(name)?.[1];
  if (rate) return `per ${Number(rate.replace('k', '000')).toLocaleString('en-GB')}`;
  if (/(?:^|_)(?:count|number|num|total|headcount|population|estimate)(?:_|$)/.test(name)) return 'number';
  return '';
}
