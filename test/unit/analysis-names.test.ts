import { describe, expect, it } from 'vitest';
import { describeUnit, toSpokenName } from '../../src/analysis/indicator-words.ts';
import { describeVerdict } from '../../src/analysis/sentence.ts';
import { describeFinding } from '../../src/analysis/title.ts';
import { judge } from '../../src/analysis/verdict.ts';
import { ALL } from '../../src/domain/indicator.ts';
import { readFiles } from '../../src/ingest/read.ts';
import { toPlainWords } from '../../src/ingest/names.ts';
import { readBundledFigures } from '../fixtures/analysis/bundled.ts';
import { academic, HOME, indicator, makeAreas, makeFigures, makeSeries, toCode } from '../fixtures/analysis/world.ts';

function judgeNamed(name: string, unit: string, cells: readonly (number | string)[] = [3.2, 8.1]) {
  const it1 = indicator({ name, shortName: name, unit, polarity: 'none' });
  const series = makeSeries(
    it1,
    ALL,
    [academic(2024), academic(2025)],
    [
      [HOME, cells],
      [toCode(1), [undefined, 50]],
    ],
  );
  const verdict = judge(makeFigures(makeAreas(2), [it1], [series]), { home: HOME, indicator: it1, group: ALL });
  if (!verdict) throw new Error('no verdict');
  return verdict;
}

describe('a name that nobody has worded', () => {
  it.each([
    ['% of CLA with a SEN Statement/EHCP', '% CLA', 'CLA with a SEN Statement/EHCP'],
    ['%19 year olds qualified to Level 3 - Non SEN', '% achieving', '19 year olds qualified to Level 3 – Non SEN'],
    ['% with at least one permanent exclusion', '% CIN', 'With at least one permanent exclusion'],
    ['Percentage of vacancies covered', '% of posts', 'Vacancies covered'],
    ['Progress scores - non FSM pupils -Maths', 'Average Score', 'Progress scores – non FSM pupils – Maths'],
    ['%', '%', '%'],
    ['% change', 'number', '% change'],
    ['Aged 10-14  in  care', '%', 'Aged 10-14 in care'],
  ])('%s is said as a sentence can carry it', (name, unit, said) => {
    expect(toSpokenName(name, { unit })).toBe(said);
  });

  it('stands in title, sentence and the word on a missing figure alike', () => {
    const verdict = judgeNamed('% of CLA with a SEN Statement/EHCP', '% CLA');
    expect(describeFinding(verdict)).toBe('CLA with a SEN Statement/EHCP more than doubled to 8.1% in a year');
    expect(describeVerdict(verdict)).toBe(
      '“CLA with a SEN Statement/EHCP” stood at 8.1% in 2024/25, up from 3.2% the year before.',
    );
    expect(describeVerdict(judgeNamed('% of CLA adopted', '%', ['c', 'c']))).toBe(
      'CLA adopted: no figure for Hometon in 2024/25 (suppressed: too few children to publish).',
    );
  });
});

describe('a unit behind a figure', () => {
  it.each([
    ['Average Score', 'Progress', ' (average score)'],
    ['Rate per 10,000', 'Referrals', ' (rate per 10,000)'],
    ['FTE posts', 'Agency workers', ' (FTE posts)'],
    ['Number of Children Looked After', 'Stability', ' (number of children looked after)'],
    ['number', 'Children', ''],
    ['', 'Children', ''],
    ['% of pupils', 'Absence', ''],
    ['Average Point Score', 'Average point score per entry', ''],
  ])('%s of “%s” is said as “%s”', (unit, name, said) => {
    expect(describeUnit({ unit, name })).toBe(said);
  });
});

describe('names of columns', () => {
  it.each([
    ['pt_l2basics_94', 'Percentage English and maths 9–4'],
    ['avg_att8', 'Average Attainment 8'],
    ['t_pupils', 'Total pupils'],
    ['num_schools', 'Number of schools'],
    ['avg_p8score', 'Average Progress 8 score'],
    ['p8score_CI_low', 'Progress 8 score lower confidence limit'],
    ['perm_excl_rate', 'Permanent exclusion rate'],
    ['social_worker_fte', 'Social worker FTE'],
    ['children_percent', 'Children percent'],
    ['t', 'T'],
  ])('%s is read as %s', (column, words) => {
    expect(toPlainWords(column)).toBe(words);
  });

  it('have the decimals of their figures where the first rows hold only markers', async () => {
    const head =
      'time_period,time_identifier,geographic_level,country_code,country_name,old_la_code,new_la_code,la_name,avg_p8score';
    const row = (year: number, value: string) =>
      `${String(year)},Academic year,Local authority,E92000001,England,831,E06000015,Derby,${value}`;
    const rows = Array.from({ length: 230 }, (_, n) =>
      row(201_516 + 101 * (n % 5), 'x').replace('831', String(900 + n)),
    );
    const blob = new Blob([[head, ...rows, row(202_223, '-1.53')].join('\n')]);
    const [file] = await readFiles(
      [{ name: 'ks4.csv', size: blob.size, stream: () => blob.stream() }],
      readBundledFigures(),
    );
    expect(file?.reading?.indicators[0]).toMatchObject({ name: 'Average Progress 8 score', decimals: 2 });
  });
});
