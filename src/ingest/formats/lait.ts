/** LAIT long: the Local Authority Interactive Tool's whole dataset, one row per measure, year and area. */
import type { Indicator } from '../../domain/indicator.ts';
import { ALL } from '../../domain/indicator.ts';
import type { SeriesCells } from '../../domain/series-builder.ts';
import { CellReader } from '../cells.ts';
import { Columns, cellAt } from '../columns.ts';
import type { Family, FamilyReader, ReadContext, Reading, TableSample } from '../family.ts';
import { toPeriodHint } from '../period.ts';
import type { PeriodBook } from '../periods-in-file.ts';
import { PeriodsInFile } from '../periods-in-file.ts';
import { ReadingBuilder } from '../reading-builder.ts';
import type { Measure } from './lait-dictionary.ts';
import { isLaitDictionary, readLaitDictionary } from './lait-dictionary.ts';

const ID = 'lait';
const SIGNS = ['Short Desc', 'Years', 'LA and Regions', 'Values', 'LA Number'] as const;
const DEFAULT_DECIMALS = 1;

/** Where the rows of a measure go. */
interface MeasureCells {
  readonly indicator: string;
  readonly cells: SeriesCells;
  readonly periods: PeriodBook;
  readonly isCatalogued: boolean;
  /** What the file itself calls it; it does so on some rows only. */
  name: string;
}

class LaitReader implements FamilyReader {
  private readonly reading: ReadingBuilder;
  private readonly periods: PeriodsInFile;
  private readonly dictionary: ReadonlyMap<string, Measure> | undefined;
  private readonly measures = new Map<string, MeasureCells>();
  private readonly cell = new CellReader();
  private readonly at: Readonly<Record<'short' | 'item' | 'years' | 'area' | 'value' | 'number', number>>;
  private lastShort: string | undefined;
  private lastMeasure: MeasureCells | undefined;

  constructor(sample: TableSample, context: ReadContext) {
    const columns = new Columns(sample.header);
    this.reading = new ReadingBuilder(ID, context);
    this.periods = new PeriodsInFile(this.reading.cells, this.reading.log, 'Years');
    const companion = context.companions.find(({ header }) => isLaitDictionary(header));
    this.dictionary = companion ? readLaitDictionary(companion) : undefined;
    this.at = {
      short: columns.find('Short Desc'),
      item: columns.find('Data item'),
      years: columns.find('Years'),
      area: columns.find('LA and Regions'),
      value: columns.find('Values'),
      number: columns.find('LA Number'),
    };
  }

  push(cells: readonly string[], line: number): void {
    this.reading.rows++;
    const measure = this.measureOf(cellAt(cells, this.at.short));
    if (measure.name === '') measure.name = cellAt(cells, this.at.item).trim();
    const period = measure.periods.get(cellAt(cells, this.at.years), line);
    if (period.index < 0) return;
    const area = this.reading.areas.toIndex(
      cellAt(cells, this.at.number),
      '',
      cellAt(cells, this.at.area),
      '',
      line,
      period.period?.end,
    );
    if (area < 0) {
      this.reading.reportNoArea(line);
      return;
    }
    this.cell.read(cellAt(cells, this.at.value));
    const { number, marker } = this.cell;
    if (marker !== undefined && Number.isNaN(number)) this.reading.noteMarker(marker, 'Values', line);
    const at = measure.cells.places.add(area, period.index, line);
    measure.cells.set(at, number, marker ?? (Number.isNaN(number) ? undefined : period.marker));
  }

  private measureOf(short: string): MeasureCells {
    if (this.lastMeasure && short === this.lastShort) return this.lastMeasure;
    const trimmed = short.trim();
    const measure = this.measures.get(trimmed) ?? this.toMeasure(trimmed);
    this.measures.set(trimmed, measure);
    this.lastShort = short;
    this.lastMeasure = measure;
    return measure;
  }

  private toMeasure(short: string): MeasureCells {
    const placed = this.reading.catalogue.findSource(ID, short);
    const known = this.dictionary?.get(short);
    const indicator = placed?.indicator ?? this.toIndicator(short, known);
    const group = placed?.group ?? ALL;
    this.reading.addIndicator(indicator, group);
    const catalogued = placed?.indicator.periodType;
    return {
      indicator: indicator.id,
      cells: this.reading.cells.seriesOf(indicator.id, group),
      periods: this.periods.bookFor(catalogued === undefined ? known?.hint : toPeriodHint(catalogued)),
      isCatalogued: placed !== undefined,
      name: '',
    };
  }

  private toIndicator(short: string, measure: Measure | undefined): Indicator {
    const common = { id: `${ID}:${short}`, nationalIndicators: [], groups: [], sourceId: short } as const;
    if (!measure) {
      return { ...common, name: short, shortName: short, unit: '', polarity: 'none', decimals: DEFAULT_DECIMALS };
    }
    const { name, unit, polarity, decimals, banded, topic, definition, publisher, periodType } = measure;
    return {
      ...common,
      name,
      shortName: name,
      unit,
      polarity,
      decimals,
      banded,
      ...(topic === '' ? {} : { topic }),
      ...(definition === '' ? {} : { definition }),
      ...(publisher === '' ? {} : { publisher }),
      ...(periodType === undefined ? {} : { periodType }),
    };
  }

  finish(): Reading {
    this.periods.report();
    const undescribed = [...this.measures].filter(
      ([short, { isCatalogued }]) => !isCatalogued && !this.dictionary?.has(short),
    );
    for (const [, { indicator, name }] of undescribed) {
      if (name !== '') this.reading.renameIndicator(indicator, () => name);
    }
    this.reportUndescribed(undescribed.map(([short]) => short));
    return this.reading.finish();
  }

  private reportUndescribed(shorts: readonly string[]): void {
    if (shorts.length === 0) return;
    const [first = ''] = shorts;
    const [which, whose] =
      shorts.length === 1
        ? [`1 measure, "${first}", is`, 'its']
        : [`${String(shorts.length)} measures, "${first}" first, are`, 'their'];
    const unknown = `${whose} years are of an unknown kind and no direction is known to be good`;
    this.reading.log.add({
      severity: this.dictionary ? 'warning' : 'note',
      code: 'no-dictionary',
      message: this.dictionary
        ? `${which} not in the data dictionary: ${unknown}.`
        : `${which} not described: ${unknown}. Load LAIT's data dictionary together with this file.`,
      count: shorts.length,
    });
  }
}

export const lait: Family = {
  id: ID,
  name: 'LAIT long',
  about:
    'The whole dataset of the Local Authority Interactive Tool. Load its data dictionary together with it: without one, years are of an unknown kind and no direction is known to be good.',
  example: `Short Desc,Data item,Years,LA and Regions,Values,LA Number,Region
16-17 NEET,16-17 year olds not in education,2025,Derby,7.6,831,East Midlands
16-17 NEET,,2025,England,4.2,970,
`,
  companion: { name: 'data dictionary', isCompanion: isLaitDictionary, belongsTo: () => true },
  recognise(sample) {
    if (!new Columns(sample.header).has(...SIGNS)) return undefined;
    return { family: ID, confidence: 1, because: SIGNS.join(', ') };
  },
  reader: (sample, context) => new LaitReader(sample, context),
};
