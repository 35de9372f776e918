/** A file as EES publishes them, of as many rows as asked for: the same rows every time. */
import { createWriteStream, existsSync, readFileSync, renameSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';

const HEADER =
  'time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,cla_group,characteristic,children_count,children_percent\n';
/** How many there are of each filter: 490 combinations with two indicators each. */
const GROUPS = 35;
const CHARACTERISTICS = 14;

/** Of the authorities there are today, the columns from the country to the name. */
function readPlaces() {
  const lines = readFileSync(join(import.meta.dirname, '../data/areas.csv'), 'utf8')
    .split('\n')
    .slice(1);
  const rows = lines.map((line) => line.trim().split(','));
  const names = new Map(rows.map(([code, , name]) => [code, name]));
  return rows
    .filter(([, , , level, , , until]) => level === 'local-authority' && until === '')
    .map(([code, number, name, , region]) =>
      ['E92000001', 'England', region, names.get(region), number, code, name].join(','),
    );
}

/**
 * By year, authority, group and characteristic; one in ten suppressed.
 * @param {number} rows
 */
function* makeRows(rows) {
  const places = readPlaces();
  let seed = 7;
  const next = () => (seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31;
  for (let row = 0; row < rows; row++) {
    const combination = row % (GROUPS * CHARACTERISTICS);
    const place = Math.floor(row / (GROUPS * CHARACTERISTICS));
    const year = String(1998 + Math.floor(place / places.length));
    const where = `${year},Reporting year,Local authority,${String(places[place % places.length])}`;
    const what = `Group of looked after children ${String(Math.floor(combination / CHARACTERISTICS))},Characteristic ${String(combination % CHARACTERISTICS)}`;
    const number = next();
    const values = number < 0.1 ? 'c,c' : `${String(Math.floor(number * 900))},${(number * 100).toFixed(1)}`;
    yield `${where},${what},${values}\n`;
  }
}

/**
 * Writes it once; later calls find it there.
 * @param {string} folder
 * @param {number} rows
 * @returns {Promise<string>} its path
 */
export async function writeEesFile(folder, rows) {
  const path = join(folder, `ees-${String(rows)}.csv`);
  if (existsSync(path)) return path;
  const unfinished = `${path}.part`;
  const file = createWriteStream(unfinished);
  file.write(HEADER);
  let text = '';
  for (const row of makeRows(rows)) {
    text += row;
    if (text.length < 1 << 20) continue;
    if (!file.write(text)) await once(file, 'drain');
    text = '';
  }
  file.end(text);
  await once(file, 'finish');
  renameSync(unfinished, path);
  return path;
}
