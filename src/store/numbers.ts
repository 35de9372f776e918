/**
 * Columns of numbers as they lie on disk. Published figures have few decimals, so most columns are
 * whole numbers of tenths or hundredths and take two bytes a cell in place of eight. A column is
 * packed only where every number comes back as exactly the number it was
 * (docs/decisions/0003-matrix-records.md has the sizes).
 */

/** Whole multiples of 1 / `scale`; the lowest number of the type stands for "no number". */
interface ScaledNumbers {
  readonly scale: number;
  readonly units: Int16Array | Int32Array;
}

export type PackedNumbers = Float64Array | ScaledNumbers;

const SCALES = [1, 10, 100, 1000, 10_000] as const;
const NONE_16 = -0x8000;
const NONE_32 = -0x80000000;

/** The largest unit of a column at a scale, or undefined where some number is no multiple of 1 / scale. */
function findReach(numbers: Float64Array, scale: number): number | undefined {
  let reach = 0;
  for (const number of numbers) {
    if (Number.isNaN(number)) continue;
    // Adding zero turns -0 into 0: whole numbers have no -0, so a column with one is not packed.
    const unit = Math.round(number * scale) + 0;
    if (!Object.is(unit / scale, number)) return undefined;
    if (unit > reach) reach = unit;
    else if (-unit > reach) reach = -unit;
  }
  return reach;
}

/** By position, not with `Int16Array.from`: a load packs millions of cells, and that takes several times as long. */
function toUnits(numbers: Float64Array, scale: number, reach: number): ScaledNumbers['units'] {
  const [units, none] =
    reach < -NONE_16
      ? ([new Int16Array(numbers.length), NONE_16] as const)
      : ([new Int32Array(numbers.length), NONE_32] as const);
  for (let cell = 0; cell < numbers.length; cell++) {
    const number = numbers[cell] ?? Number.NaN;
    units[cell] = Number.isNaN(number) ? none : Math.round(number * scale);
  }
  return units;
}

export function packNumbers(numbers: Float64Array): PackedNumbers {
  for (const scale of SCALES) {
    const reach = findReach(numbers, scale);
    if (reach !== undefined && reach < -NONE_32) return { scale, units: toUnits(numbers, scale, reach) };
  }
  return numbers;
}

export function unpackNumbers(packed: PackedNumbers): Float64Array {
  if (packed instanceof Float64Array) return packed;
  const { scale, units } = packed;
  const none = units instanceof Int16Array ? NONE_16 : NONE_32;
  const numbers = new Float64Array(units.length);
  for (let cell = 0; cell < units.length; cell++) {
    const unit = units[cell] ?? none;
    numbers[cell] = unit === none ? Number.NaN : unit / scale;
  }
  return numbers;
}
