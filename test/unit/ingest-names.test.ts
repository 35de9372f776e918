import { describe, expect, it } from 'vitest';
import { cellAt, Columns, findAreaColumns, toIndexes } from '../../src/ingest/columns.ts';
import { findUnit, isTotal, toFileStem, toInnerPhrase, toPlainWords } from '../../src/ingest/names.ts';

describe('the name of a file', () => {
  it.each([
    ['absence.csv', 'absence'],
    ['folder/placement-moves.csv.gz', 'placement-moves'],
    ['C:\\data\\neet.XLSX', 'neet'],
    ['all.zip', 'all'],
    ['2024.25 final.txt', '2024.25 final'],
    ['csv.notes', 'csv.notes'],
    ['plain', 'plain'],
  ])('%s is about %s', (file, stem) => {
    expect(toFileStem(file)).toBe(stem);
  });
});

describe('the name of a column', () => {
  it.each([
    ['children_percent', 'Children percent'],
    ['pt_l2basics_94', 'Percentage English and maths 9–4'],
    ['avg_att8', 'Average Attainment 8'],
    ['t_pupils', 'Total pupils'],
    ['num__sess', 'Number of sessions'],
    ['perm_excl', 'Permanent exclusion'],
    ['pt', 'Pt'],
    ['num_fte', 'Number of FTE'],
    ['avg_p8score', 'Average Progress 8 score'],
    ['t_inp8calc', 'Total in Progress 8'],
    ['avg_ebaccaps', 'Average EBacc average point score'],
    ['t_ebacc_e_ptq_ee', 'Total entered for EBacc'],
    ['pt_ebacc_95', 'Percentage EBacc 95'],
    ['ebaccapsed', 'Ebaccapsed'],
    ['unebacc', 'Unebacc'],
    ['perm_excl_rate', 'Permanent exclusion rate'],
    ['fixed_excl', 'Fixed-period exclusion'],
    ['one_plus_fixed', 'One or more fixed-period exclusions'],
    ['p8score_CI_low', 'Progress 8 score lower confidence limit'],
    ['p8score_CI_upp', 'Progress 8 score upper confidence limit'],
    ['change_ppts', 'Change percentage points'],
    ['session', 'Session'],
    [' rate ', 'Rate'],
  ])('%s is said as %s', (name, words) => {
    expect(toPlainWords(name)).toBe(words);
  });

  it.each([
    ['Boys', 'boys'],
    ['EBacc entries', 'EBacc entries'],
    ['A', 'a'],
    ['', ''],
  ])('%s inside a sentence is %s', (phrase, inner) => {
    expect(toInnerPhrase(phrase)).toBe(inner);
  });

  it.each([
    ['absence_percent', '%'],
    ['% of pupils', '%'],
    ['pt_passed', '%'],
    ['passed_pct', '%'],
    ['pc', '%'],
    ['rate_per_10000', 'per 10,000'],
    ['rate per_1000', 'per 1,000'],
    ['per_100k', 'per 100,000'],
    ['pupil_count', 'number'],
    ['headcount', 'number'],
    ['total_pupils', 'number'],
    ['aspect', ''],
    ['cost_pts', ''],
    ['pcs', ''],
    ['rate_per_100', ''],
    ['estimates', ''],
    ['population', 'number'],
    ['num_pupils', 'number'],
    ['estimate', 'number'],
    [' Number of pupils ', 'number'],
    ['Rate per 1000', 'per 1,000'],
    ['Rate per 10,000 children', 'per 10,000'],
    ['Total number', 'number'],
    ['Passed (pct)', ''],
    ['pupil_number', 'number'],
    ['rate10k', 'per 10,000'],
    ['totality', ''],
    ['progress_8', ''],
  ])('%s tells the unit “%s”', (column, unit) => {
    expect(findUnit(column)).toBe(unit);
  });
});

describe('a word for everybody', () => {
  it.each(['Total', ' total ', 'All pupils', 'State-funded total', 'ALL'])('is “%s”', (words) => {
    expect(isTotal(words)).toBe(true);
  });

  it.each(['Totally absent', 'Allerton', 'Subtotal', 'Girls', ''])('is not “%s”', (words) => {
    expect(isTotal(words)).toBe(false);
  });
});

describe('the columns of a table', () => {
  const columns = new Columns(['LA Number', '', 'area-code', 'Value', 'value', 'LA_Name']);

  it('are found however their name is spelt, the first of two', () => {
    expect(columns.find('la_number')).toBe(0);
    expect(columns.find('VALUE')).toBe(3);
    expect(columns.find('number', 'area code')).toBe(2);
    expect(columns.find('')).toBe(-1);
    expect(columns.nameOf(3)).toBe('Value');
    expect(columns.nameOf(-1)).toBe('');
  });

  it('are all there or not', () => {
    expect(columns.has('value', 'la name')).toBe(true);
    expect(columns.has('value', 'period')).toBe(false);
  });

  it.each(['old_la_code', 'la_number', 'LA Number', 'la_num', 'lea_code', 'dfe_number', 'la'])(
    '%s holds the DfE number',
    (name) => {
      expect(findAreaColumns(new Columns(['x', name]))).toEqual({ number: 1, code: -1, name: -1 });
    },
  );

  it.each(['new_la_code', 'area_code', 'ons_code', 'la_ons_code', 'gss_code', 'Code'])(
    '%s holds the ONS code',
    (name) => {
      expect(findAreaColumns(new Columns(['x', name]))).toEqual({ number: -1, code: 1, name: -1 });
    },
  );

  it.each(['la_name', 'LA Name', 'area_name', 'LA and Regions', 'Area', 'Local authority', 'authority', 'name'])(
    '%s holds the name',
    (name) => {
      expect(findAreaColumns(new Columns(['x', name]))).toEqual({ number: -1, code: -1, name: 1 });
    },
  );

  it('tell the area by those that they have', () => {
    expect(toIndexes(findAreaColumns(columns))).toEqual([0, 2, 5]);
    expect(toIndexes(findAreaColumns(new Columns(['name', 'value'])))).toEqual([0]);
    expect([cellAt(['a'], 0), cellAt(['a'], 1), cellAt(['a'], -1)]).toEqual(['a', '', '']);
  });
});
