import { describe, expect, it } from 'vitest';
import { drawChart } from '../../src/chart/chart.ts';
import { drawPageChart } from '../../src/chart/forms.ts';
import { findOutgoing } from '../../src/export/find-outgoing.ts';
import { findSlides } from '../../src/export/find-slides.ts';
import type { OutgoingChart } from '../../src/export/outgoing.ts';
import { authorities, ranked, trend } from '../fixtures/export/charts.ts';
import { EVERY_FORM } from '../fixtures/export/forms.ts';

const drawn: OutgoingChart = {
  ...trend,
  chart: { form: 'drawn', scene: drawChart(trend.chart, { width: 640, height: 400 }) },
};

const drawnTwice: OutgoingChart = {
  ...trend,
  chart: {
    form: 'drawn',
    scene: drawChart(trend.chart, { width: 640, height: 400 }),
    narrow: drawChart(ranked.chart, { width: 340, height: 400 }),
  },
};

const toJson = (chart: OutgoingChart): unknown => JSON.parse(JSON.stringify(chart));

/** The document with one leaf after another turned into something that no leaf may be. */
function* spoilEach(json: unknown, path = ''): Generator<{ path: string; spoilt: unknown }> {
  if (typeof json !== 'object' || json === null) {
    yield { path, spoilt: {} };
    return;
  }
  for (const [key, inner] of Object.entries(json)) {
    for (const { path: at, spoilt } of spoilEach(inner, `${path}/${key}`)) {
      const copy: unknown = Array.isArray(json) ? json.with(Number(key), spoilt) : { ...json, [key]: spoilt };
      yield { path: at, spoilt: copy };
    }
  }
}

describe('a chart that comes back in', () => {
  it.each([
    ['trend', trend],
    ['ranked list', ranked],
    ['distribution', authorities],
    ['drawn scene', drawn],
    ['drawn scene with a narrow one', drawnTwice],
  ])('is known as a %s, and refused as soon as anything in it is not what it should be', (_, chart) => {
    const json = toJson(chart);
    expect(findOutgoing(json)).toEqual(json);
    const accepted = [...spoilEach(json)].filter(({ spoilt }) => findOutgoing(spoilt) !== undefined);
    expect(accepted.map(({ path }) => path)).toEqual([]);
  });

  it.each(EVERY_FORM.map((chart) => [chart.chart.form, chart] as const))(
    'is kept for a deck as a %s, draws the same, and is left out as soon as anything in it is not what it should be',
    (_, chart) => {
      const json = toJson(chart);
      const [found] = findSlides([json]);
      const size = { width: 700, height: 400 };
      expect(found && drawPageChart(found.chart, size)).toEqual(drawPageChart(chart.chart, size));
      const accepted = [...spoilEach(json)].filter(({ spoilt }) => findSlides([spoilt]).length > 0);
      expect(accepted.map(({ path }) => path)).toEqual([]);
    },
  );

  it('is refused where a number has no end, a date is none, or a word is not of the few', () => {
    const text = JSON.stringify(trend);
    for (const [from, to] of [
      ['"number":5.4', '"number":1e999'],
      ['"start":"2015-09-01"', '"start":"2015-19-01"'],
      ['"role":"home"', '"role":"constructor"'],
      ['"decimals":1', '"decimals":99'],
    ] as const) {
      expect(text).toContain(from);
      expect(findOutgoing(JSON.parse(text.replace(from, to))), to).toBeUndefined();
    }
  });

  it('is kept from a list without the rest of it', () => {
    expect(findSlides([toJson(ranked), null, { chart: 1 }, toJson(drawn)])).toEqual([toJson(ranked), toJson(drawn)]);
    expect(findSlides({ length: 1 })).toEqual([]);
  });
});
