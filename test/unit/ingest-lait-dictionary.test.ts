import { describe, expect, it } from 'vitest';
import type { Measure } from '../../src/ingest/formats/lait-dictionary.ts';
import { isLaitDictionary, readLaitDictionary } from '../../src/ingest/formats/lait-dictionary.ts';

const DESCRIBED = {
  Measure_short: 'KS4',
  Measure: 'A score',
  Chart_title: 'Score',
  Topic: 'Key Stage 4',
  Polarity: 'High',
  dps: '2',
  y_axis_name: 'points',
  Description: 'What it is',
  'Data Owner (DO) /Supplier and Contact Details': 'DfE',
  Year_Type: 'Academic Year',
  No_Quartile: 'NA',
};

/** What a dictionary of one entry says of its measure. */
function describeMeasure(changes: Partial<Record<keyof typeof DESCRIBED, string>> = {}): Measure | undefined {
  const entry = { ...DESCRIBED, ...changes };
  const companion = { fileName: 'x.csv', header: Object.keys(entry), rows: [Object.values(entry)] };
  return readLaitDictionary(companion).get(entry.Measure_short.trim());
}

describe('a measure of LAIT’s dictionary', () => {
  it('is all that its entry says', () => {
    expect(describeMeasure()).toEqual({
      name: 'A score',
      topic: 'Key Stage 4',
      polarity: 'higher',
      decimals: 2,
      unit: 'points',
      definition: 'What it is',
      publisher: 'DfE',
      periodType: 'academic',
      hint: { kind: 'academic' },
      banded: true,
    });
  });

  it.each(['', 'NA', '-'])('has no words where the dictionary says “%s”', (blank) => {
    const said = { Topic: blank, y_axis_name: blank, Description: blank, Measure_short: 'KS4 ' };
    expect(describeMeasure(said)).toMatchObject({ topic: '', unit: '', definition: '' });
    expect(describeMeasure({ Measure: blank })?.name).toBe('Score');
    expect(describeMeasure({ Measure: blank, Chart_title: blank })?.name).toBe('KS4');
  });

  it('has the spaces and lines of its words put right', () => {
    expect(describeMeasure({ Measure: ' A \n long   name ' })?.name).toBe('A long name');
  });

  it.each([
    ['High', 'higher'],
    ['LOW', 'lower'],
    ['-', 'none'],
    ['', 'none'],
  ])('whose polarity is “%s” is good where %s', (written, polarity) => {
    expect(describeMeasure({ Polarity: written })?.polarity).toBe(polarity);
  });

  it.each([
    ['0', 0],
    ['3', 3],
    ['NA', 1],
    ['', 1],
    ['12', 1],
    ['x2', 1],
  ])('has decimals “%s”: %i', (written, decimals) => {
    expect(describeMeasure({ dps: written })?.decimals).toBe(decimals);
  });

  it.each([
    ['Academic Year', 'academic', { kind: 'academic' }],
    ['Financial Year', 'financial', { kind: 'financial' }],
    ['calendar year', 'calendar', { kind: 'calendar' }],
    ['Annual', 'snapshot', { kind: 'snapshot', day: '03-31' }],
    ['Annual (End of Sept)', 'snapshot', { kind: 'snapshot', day: '09-30' }],
    ['Annual - January', 'snapshot', { kind: 'snapshot', day: '01-31' }],
    ['Lunar', undefined, undefined],
  ])('of the year type %s has periods of the kind %s', (written, periodType, hint) => {
    const measure = describeMeasure({ Year_Type: written });
    expect([measure?.periodType, measure?.hint]).toEqual([periodType, hint]);
  });

  it('has no bands where the publisher says so with an N', () => {
    expect(['N', 'NA', ''].map((said) => describeMeasure({ No_Quartile: said })?.banded)).toEqual([false, true, true]);
  });
});

describe('LAIT’s dictionary', () => {
  it('leaves out entries without a name, and of two with one name the second', () => {
    const rows = [
      ['KS4', 'First', 'High', ''],
      ['KS4', 'Second', 'Low', ''],
      [' ', 'Nameless', 'Low', ''],
    ];
    const found = readLaitDictionary({
      fileName: 'x.csv',
      header: ['Measure_short', 'Measure', 'Polarity', 'Year_Type'],
      rows,
    });
    expect([...found].map(([short, { name }]) => [short, name])).toEqual([['KS4', 'First']]);
  });

  it('is told by three of its columns', () => {
    const header = ['Measure short', 'POLARITY', 'year_type'];
    expect(isLaitDictionary([...header, 'x'])).toBe(true);
    for (const left of header) expect(isLaitDictionary(header.filter((name) => name !== left))).toBe(false);
  });
});
