/** Columns and names that are not what they should be. */
import { findMissingReason } from '../../domain/value.ts';
import { describeSome, toIndicatorIndex, type Check } from './check.ts';

const DURATION = /^(?:\d+:\d{2}(?::\d{2})?|\d+\s*(?:days?|weeks?|months?|years?|hours?|minutes?|hrs?|mins?)\b.*)$/;
const SPREADSHEET_DATE =
  /\b(?:\d{1,2}-(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)-\d{2})\b/i;

export const textColumn: Check = {
  code: 'text-column',
  explain: 'A value column holds durations (12:30, 3 days) or words instead of numbers: nothing of it can be charted.',
  run(reading) {
    const indicators = toIndicatorIndex(reading);
    const found = reading.series.flatMap((series) => {
      const unknown = series.markers.filter((marker) => findMissingReason(marker) === undefined);
      const [first] = unknown;
      if (first === undefined || series.numbers.some((number) => !Number.isNaN(number))) return [];
      const what = unknown.some((marker) => DURATION.test(marker)) ? 'durations' : 'text';
      return [
        `${indicators.get(series.indicator)?.name ?? series.indicator} (${what}, such as "${first.slice(0, 40)}")`,
      ];
    });
    if (found.length === 0) return [];
    return [
      {
        severity: 'warning',
        code: this.code,
        message: `No numbers at all: ${describeSome(found)}. Turn durations into a number of one unit; leave columns of text out of the file.`,
        count: found.length,
      },
    ];
  },
};

export const spreadsheetDate: Check = {
  code: 'spreadsheet-date',
  explain:
    'A spreadsheet has turned a range such as 10-15 into a date such as Oct-15 in the name of an indicator or group.',
  run(reading) {
    const words = [...reading.indicators.map(({ id }) => id), ...reading.groups.map(({ name }) => name)];
    const found = words.flatMap((text) => SPREADSHEET_DATE.exec(text)?.[0] ?? []);
    if (found.length === 0) return [];
    return [
      {
        severity: 'warning',
        code: this.code,
        message: `${describeSome(found)}: this looks like a range that a spreadsheet turned into a date (Oct-15 for 10-15). It is kept as written; correct it at the source.`,
        count: found.length,
      },
    ];
  },
};
