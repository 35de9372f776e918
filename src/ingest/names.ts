/** Names of files and columns in plain words. */

/** "folder/placement-moves.csv.gz" → "placement-moves". */
export function toFileStem(fileName: string): string {
  const base = fileName.split(/[/\\]/).at(-1) ?? fileName;
  return base.replace(/(?:\.(?:csv|tsv|txt|xlsx|gz|zip))+$/i, '');
}

/** "children_percent" → "Children percent". */
export function toPlainWords(name: string): string {
  const words = name.replace(/[_]+/g, ' ').replace(/\s+/g, ' ').trim();
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
  const name = column.toLowerCase();
  if (/%|percent|(?:^|_)pct?(?:_|$)|^pt_|_pt$/.test(name)) return '%';
  const rate = /(?:rate|per)_?(?:per_)?(1000+|10k|100k)/.exec(name)?.[1];
  if (rate) return `per ${Number(rate.replace('k', '000')).toLocaleString('en-GB')}`;
  if (/(?:^|_)(?:count|number|num|total|headcount|population|estimate)(?:_|$)/.test(name)) return 'number';
  return '';
}
