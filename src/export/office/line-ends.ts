/** Names and latest figures at the right edge of a line chart that Office draws. */
import { placeLabels } from '../../chart/labels.ts';
import type { Role } from '../../chart/scene.ts';
import type { Domain, PlotPlace } from './chart-parts.ts';
import { NO_LINE, toChartText } from './drawing.ts';

/** Where the lines lie; to the right of them is room for the names. */
export const PLACE: PlotPlace = { x: 0.055, y: 0.04, width: 0.69, height: 0.85 };
/** Height of a label at a line's end, in parts of the chart. */
const LABEL_HEIGHT = 0.062;
const LABEL_SIZE = 13;

/** How far a name is moved from where Office would write it, in parts of the chart. */
export interface Move {
  readonly at: number;
  readonly x: number;
  readonly y: number;
}

const HIDE =
  '<c:showLegendKey val="0"/><c:showVal val="0"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>';
const SHOW =
  '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="1"/><c:showPercent val="0"/><c:showBubbleSize val="0"/><c:separator>  </c:separator>';

export function toEndLabel(role: Role, move: Move | undefined): string {
  if (!move) return '';
  const text = toChartText({ size: LABEL_SIZE, bold: role === 'home', oneLine: true });
  const layout = `<c:layout><c:manualLayout><c:x val="${move.x.toFixed(4)}"/><c:y val="${move.y.toFixed(4)}"/></c:manualLayout></c:layout>`;
  return `<c:dLbls><c:dLbl><c:idx val="${String(move.at)}"/>${layout}<c:spPr><a:noFill/>${NO_LINE}</c:spPr>${text}<c:dLblPos val="r"/>${SHOW}</c:dLbl>${HIDE}</c:dLbls>`;
}

/** The last number of a line that has a name. */
export interface End {
  readonly id: string;
  readonly at: number;
  readonly number: number;
}

export function findEnd(id: string, numbers: readonly (number | undefined)[]): End | undefined {
  const at = numbers.findLastIndex((number) => number !== undefined);
  const number = numbers[at];
  return number === undefined ? undefined : { id, at, number };
}

/** Names at the right edge, moved apart by as little as possible. */
export function placeNames(ends: readonly End[], domain: Domain | undefined, columns: number): Map<string, Move> {
  if (!domain) return new Map();
  const { low, high } = domain;
  const wanted = ends.map(({ number }) => PLACE.y + PLACE.height * (1 - (number - low) / (high - low)));
  const placed = placeLabels(
    wanted,
    ends.map(() => LABEL_HEIGHT),
    0,
    PLACE.y + PLACE.height + LABEL_HEIGHT / 2,
  );
  return new Map(
    ends.map(({ id, at }, i): [string, Move] => {
      const y = (placed?.[i] ?? wanted[i] ?? 0) - (wanted[i] ?? 0);
      const x = columns > 1 ? (PLACE.width * (columns - 1 - at)) / (columns - 1) : 0;
      return [id, { at, x, y }];
    }),
  );
}
