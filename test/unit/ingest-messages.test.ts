import { describe, expect, it } from 'vitest';
import { FAMILIES } from '../../src/ingest/registry.ts';
import { fixture, read, text } from '../fixtures/ingest/files.ts';

/** "error no-area 7: Rows …" of every problem: what the officer reads, and where it is. */
async function messagesOf(
  lines: readonly string[],
  name = 'faulty.csv',
  companion?: string,
): Promise<readonly string[]> {
  const inputs = [text(name, `${lines.join('\n')}\n`), ...(companion ? [fixture(companion)] : [])];
  const [one] = await read(inputs);
  return (one?.problems ?? []).map(
    ({ severity, code, line, column, count, message }) =>
      `${severity} ${code}${line === undefined ? '' : ` ${String(line)}`}${column === undefined ? '' : ` ${column}`}${count === 1 || count === undefined ? '' : ` ×${String(count)}`}: ${message}`,
  );
}

const UNKNOWN_AREA =
  'is none of the areas in the list; its figures are kept under that name and compared with nobody. If it is an authority under another name, correct the name or add its code, and load the file again.';
const NO_PERIOD =
  'is not a period; expected a year such as 2024, 2024/25 or 202425, several years such as 2020-22, or a date such as 2025-03-31';
const NO_AREA = 'Rows that name no area were left out; give each its DfE number, ONS code or name.';
const CORRECT_PERIOD = 'correct the period and load the file again.';

describe('what is wrong with a file is said with its line, what was found and what to do', () => {
  it('in rows that someone typed', async () => {
    expect(
      await messagesOf([
        'indicator,group,area,period,value',
        'Youth clubs,all,Derby,2023/24,5',
        'Youth clubs,all,Derby,2023/24,6',
        'Youth clubs,all,Derby,2023/24,5',
        'Youth clubs,all,Derby,soon,5',
        'Youth clubs,all,Derby,later,5',
        'Youth clubs,all,Derby,later,5',
        'Youth clubs,all,,2023/24,5',
        'Youth clubs,all,Nowhere,2023/24,5',
        'Youth clubs,all,Leicester,2023/24,maybe',
        'Youth clubs,all,Leicester,2024/25,Maybe',
        ',all,Nottingham,2024/25,5',
      ]),
    ).toEqual([
      `error no-area 8: ${NO_AREA}`,
      'error no-indicator 12 indicator: Rows that name no indicator were left out; write its name in the column indicator.',
      `error impossible-period 5 period: "soon" ${NO_PERIOD}. The row was left out; ${CORRECT_PERIOD}`,
      `error impossible-period 6 period ×2: "later" ${NO_PERIOD}. The 2 rows, from line 6 on, were left out; ${CORRECT_PERIOD}`,
      'error duplicate 3: The same figure stands in the file with different values; the first one of each was kept. The first is Youth clubs, Derby, 2023/24 (lines 2 and 3). Remove what is out of date and load the file again.',
      `warning unknown-area 9: "Nowhere" ${UNKNOWN_AREA}`,
      'warning marker-never-seen 10 value ×2: "maybe" in column value: neither a number nor a marker that publishers use; kept as written and shown as no number. Check that the column holds figures.',
      'note repeated-cell 4: Figures that stand in the file more than once with the same value were counted once; the first is Youth clubs, Derby, 2023/24 (lines 2 and 4).',
    ]);
  });

  it('in a row whose two columns are the same period', async () => {
    expect(await messagesOf(['area_code,2023/24,2023-24', 'E06000015,5,6', 'E06000016,5,5'])).toEqual([
      'error duplicate 2: The same figure stands in the file with different values; the first one of each was kept. The first is Faulty, Derby, 2023/24 (twice on line 2). Remove what is out of date and load the file again.',
      'note repeated-cell 3: Figures that stand in the file more than once with the same value were counted once; the first is Faulty, Leicester, 2023/24 (twice on line 3).',
    ]);
  });

  it('in sets of neighbours', async () => {
    const header = 'old_la_code,la_name,SN_1,SN_1P,SN_2,SN_2P';
    expect(
      await messagesOf([
        header,
        'East Midlands,,,,,',
        '831,Derby,874,Very close,,',
        '831,Derby,852,Close,,',
        '999,Nowhere,852,Close,,',
        '856,Leicester,852, Close ,998,Close',
        '892,Nottingham,852,Close,874,Close',
      ]),
    ).toEqual([
      'warning duplicate 4: Derby stands in the file twice; the first row was kept.',
      'warning unknown-area 5: "Nowhere" is none of the areas in the list; its neighbours were left out. Correct its number or name and load the file again.',
      'warning unknown-area 6: Neighbour "998" of Leicester is none of the areas in the list and was left out. Correct its number and load the file again.',
      'warning not-ten-neighbours: Derby has 1 neighbour in this file instead of ten.',
      'warning not-ten-neighbours: Leicester has 1 neighbour in this file instead of ten.',
      'warning not-ten-neighbours: Nottingham has 2 neighbours in this file instead of ten.',
      'note heading-row 2: "East Midlands" is a heading inside the table and was skipped.',
    ]);
  });

  it('in the department’s statistics', async () => {
    const header =
      'time_period,time_identifier,geographic_level,country_code,country_name,old_la_code,new_la_code,la_name,pupils';
    expect(
      await messagesOf([
        header,
        '2025,Reporting year,National,E92000001,England,,,,5',
        '2025,Reporting year,Local authority,E92000001,England,831,E06000015,Derby,soon',
        '2025,Reporting year,Ward,E92000001,England,831,E06000015,Derby,5',
        '2025,Reporting year,Ward,E92000001,England,831,E06000015,Derby,6',
        '2025,Reporting year,School,E92000001,England,831,E06000015,Derby,6',
        '2025,Reporting year,Local authority,E92000001,England,,,,6',
        '2025,Someday,National,E92000001,England,,,,5',
        '2025,Reporting year,LA,E92000001,England,831,E06000016,Derby,7',
        '2025,Reporting year,LA,E92000001,England,851 / 850,,Both,7',
      ]),
    ).toEqual([
      `error no-area 7: ${NO_AREA}`,
      'error impossible-period 8 time_period: time_period "2025" with time_identifier "Someday" is no period that is known here; expected e.g. 202425 with "Academic year" or 2025 with "Reporting year". The row was left out; correct the period and load the file again.',
      'error duplicate 9: The same figure stands in the file with different values; the first one of each was kept. The first is Pupils, Derby, 2025 (lines 3 and 9). Remove what is out of date and load the file again.',
      "warning area-disagrees 9: The row says both Derby (number 831) and Leicester (code E06000016); the DfE number was followed. Check the file's area columns.",
      'warning marker-never-seen 3 pupils: "soon" in column pupils: neither a number nor a marker that publishers use; kept as written and shown as no number. Check that the column holds figures.',
      'note other-level 4 geographic_level ×2: 2 rows are for the level "Ward"; only national, regional and local authority rows are read.',
      'note other-level 6 geographic_level: 1 row is for the level "School"; only national, regional and local authority rows are read.',
      'note joint-area 10: "Both" is several authorities in one row; it is kept as an area of its own and given to none of them.',
    ]);
  });

  it('names five markers that nobody knows, and says that there are others', async () => {
    const texts = ['one', 'two', 'three', 'four', 'five', 'six', 'seven'];
    const rows = texts.map((word, i) => `Youth clubs,all,Derby,${String(2010 + i)},${word}`);
    const [message] = await messagesOf([
      'indicator,group,area,period,value',
      ...rows,
      'Youth clubs,all,Derby,2020,5',
      ...Array.from({ length: 20 }, (_, i) => `Youth clubs,all,Leicester,${String(2000 + i)},5`),
    ]);
    expect(message).toBe(
      'warning marker-never-seen 2 value ×7: "one", "two", "three", "four", "five" and others in column value: neither a number nor a marker that publishers use; kept as written and shown as no number. Check that the column holds figures.',
    );
  });

  it('in inspection judgements', async () => {
    const expected = 'expected a date such as 2011-06-27, or a year; the row was left out.';
    const number = 'expected a number such as 1 or 4; the row was left out.';
    expect(
      await messagesOf([
        'source,area,published,framework,theme,outcome,grade,grade_number,best_grade_number',
        'r,Derby,2011-06-27,F,T,stay-safe,Good,2,1',
        'r,Derby,27/06/2011,F,T,,Good,2,1',
        'r,Derby,2011-13,F,T,,Good,2,1',
        'r,Derby,2011,F,T,,Good,two,1',
        'r,Derby,2011-06,F,T,,Good,2,0',
        'r,,2011,F,T,,Good,2,1',
      ]),
    ).toEqual([
      `error judgement-unreadable 3 published: published is "27/06/2011", ${expected}`,
      `error judgement-unreadable 4 published: published is "2011-13", ${expected}`,
      `error judgement-unreadable 5 grade_number: grade_number is "two", ${number}`,
      `error judgement-unreadable 6 best_grade_number: best_grade_number is "0", ${number}`,
      `error no-area 7: ${NO_AREA}`,
    ]);
  });

  it('in a file of LAIT without its dictionary', async () => {
    const header = 'Short Desc,Data item,Years,LA and Regions,Values,LA Number,Region';
    const one = 'Absence,Overall,2024,Derby,5,831,East Midlands';
    const advice = "Load LAIT's data dictionary together with this file.";
    expect(await messagesOf([header, 'Absence,Overall,0,Derby,5,831,East Midlands', one])).toEqual([
      `error impossible-period 2 Years: "0" ${NO_PERIOD}. The row was left out; ${CORRECT_PERIOD}`,
      `note no-dictionary: 1 measure, "Absence", is not described: its years are of an unknown kind and no direction is known to be good. ${advice}`,
    ]);
    expect(await messagesOf([header, one, 'Exclusion,Permanent,2024,Derby,5,831,East Midlands'])).toEqual([
      `note no-dictionary ×2: 2 measures, "Absence" first, are not described: their years are of an unknown kind and no direction is known to be good. ${advice}`,
    ]);
    expect(await messagesOf([header, one], 'lait.csv', 'lait-dictionary.csv')).toEqual([
      'warning no-dictionary: 1 measure, "Absence", is not in the data dictionary: its years are of an unknown kind and no direction is known to be good.',
    ]);
  });
});

describe('what a file is taken for', () => {
  it.each([
    ['ees', 'time_period, time_identifier, geographic_level; filters: cla_group; 2 indicators'],
    ['lait', 'Short Desc, Years, LA and Regions, Values, LA Number'],
    ['fingertips', 'Indicator ID, Area Code, Sex, Age, Time period, Value'],
    ['statistical-neighbours', 'SN_1 to SN_2, each with its closeness'],
    ['judgements', 'published, framework, theme, grade, grade_number, best_grade_number'],
    ['wide', 'a column for each of 3 periods (2022/23 to 2024/25) beside the area'],
    ['dfe', 'year, level, la_name; filters: school_type; 3 indicators'],
  ])('is said with why: %s', async (id, because) => {
    const [one] = await read([text('example.csv', FAMILIES.find((family) => family.id === id)?.example ?? '')]);
    expect(one?.recognition).toMatchObject({ family: id, because });
  });

  it('is nothing where its columns are of no layout, and the first twelve of them are named', async () => {
    const advice =
      'Say on the page Load data which of them is the area, the period and the figure. A table with the columns indicator, group, area, period and value can always be read, so that you can as well rename its columns and load it again.';
    expect(await messagesOf(['apples, ,pears', '1,2,3'])).toEqual([
      `error unknown-layout 1: The columns apples, pears are of no layout that is known here. ${advice}`,
    ]);
    const names = (count: number): string => Array.from({ length: count }, (_, i) => `c${String(i)}`).join(', ');
    const [many] = await messagesOf([names(20), '1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20']);
    expect(many).toContain(`The columns ${names(12)} and 8 more are of no layout that is known here.`);
    const [twelve] = await messagesOf([names(12), '1,2,3,4,5,6,7,8,9,10,11,12']);
    expect(twelve).toContain(`The columns ${names(12)} are of no layout`);
  });

  it('is nothing where all of it stands in one column, and the signs between columns are named', async () => {
    expect(await messagesOf(['area^period^value', 'Derby^2024^3'])).toEqual([
      'error unknown-layout 1: The table has one column, “area^period^value”, and no layout that is known here has so few. If another sign than a comma, a semicolon, a tab, a bar or a space stands between its columns, save it with commas and load it again.',
    ]);
  });

  it('is a table with a column for each period, whose rows each need an area', async () => {
    expect(await messagesOf(['area_code,2019/20,2020/21', ',1,2', 'E06000015,1,2', ' ,3,4'])).toEqual([
      `error no-area 2 ×2: ${NO_AREA}`,
    ]);
  });

  it('is the department’s older layout, whose years and whose x are explained', async () => {
    const [one] = await read([text('dfe.csv', FAMILIES.find(({ id }) => id === 'dfe')?.example ?? '')]);
    expect(one?.problems.map(({ message }) => message)).toEqual([
      'Years of six digits, such as 201617, are read as academic years, as this layout of the department uses them.',
      'In this older layout x stands for a figure that was suppressed because it is small; it is shown so.',
    ]);
  });
});
