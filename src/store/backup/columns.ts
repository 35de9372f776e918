/** Columns of numbers ↔ one block of bytes, in which each is named by its type, place and length. */
import * as v from 'valibot';
import type { PackedNumbers } from '../numbers.ts';

const TYPES = { i16: Int16Array, i32: Int32Array, f64: Float64Array, u8: Uint8Array } as const;
type ColumnType = keyof typeof TYPES;
type Column = Int16Array | Int32Array | Float64Array | Uint8Array;

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** Where a column lies: its type, its first byte and its length in numbers. */
const PlaceSchema = v.tuple([v.picklist(['i16', 'i32', 'f64', 'u8']), whole, whole]);
type Place = v.InferOutput<typeof PlaceSchema>;

export const MarksSchema = v.tuple([v.literal('u8'), whole, whole]);
export const NumbersSchema = v.union([
  v.object({ scale: v.picklist([1, 10, 100, 1000, 10_000]), units: PlaceSchema }),
  v.tuple([v.literal('f64'), whole, whole]),
]);
export type PlacedNumbers = v.InferOutput<typeof NumbersSchema>;

function typeOf(column: Column): ColumnType {
  if (column instanceof Int16Array) return 'i16';
  if (column instanceof Int32Array) return 'i32';
  return column instanceof Float64Array ? 'f64' : 'u8';
}

/** Puts columns one after the other. */
export class ColumnWriter {
  private readonly parts: Uint8Array[] = [];
  private length = 0;

  put(column: Column): Place {
    const at = this.length;
    this.parts.push(new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
    this.length += column.byteLength;
    return [typeOf(column), at, column.length];
  }

  putMarks(marks: Uint8Array): v.InferOutput<typeof MarksSchema> {
    const [, at, length] = this.put(marks);
    return ['u8', at, length];
  }

  putNumbers(numbers: PackedNumbers): PlacedNumbers {
    if ('scale' in numbers) return { scale: toScale(numbers.scale), units: this.put(numbers.units) };
    const [, at, length] = this.put(numbers);
    return ['f64', at, length];
  }

  get bytes(): Uint8Array {
    const all = new Uint8Array(this.length);
    let at = 0;
    for (const part of this.parts) {
      all.set(part, at);
      at += part.length;
    }
    return all;
  }
}

type Scale = Extract<PlacedNumbers, { readonly scale: number }>['scale'];

function toScale(scale: number): Scale {
  return v.parse(NumbersSchema.options[0].entries.scale, scale);
}

/** Columns out of the block; undefined for one that reaches beyond it or is of another type. */
export class ColumnReader {
  private readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  private findBytes([type, at, length]: Place): ArrayBuffer | undefined {
    const end = at + length * TYPES[type].BYTES_PER_ELEMENT;
    return end <= this.bytes.length ? this.bytes.slice(at, end).buffer : undefined;
  }

  findMarks(place: Place): Uint8Array | undefined {
    const bytes = this.findBytes(place);
    return bytes && new Uint8Array(bytes);
  }

  findNumbers(placed: PlacedNumbers): PackedNumbers | undefined {
    if ('scale' in placed) {
      const units = this.findUnits(placed.units);
      return units && { scale: placed.scale, units };
    }
    const bytes = this.findBytes(placed);
    return bytes && new Float64Array(bytes);
  }

  private findUnits(place: Place): Int16Array | Int32Array | undefined {
    const bytes = this.findBytes(place);
    if (!bytes || (place[0] !== 'i16' && place[0] !== 'i32')) return undefined;
    return place[0] === 'i16' ? new Int16Array(bytes) : new Int32Array(bytes);
  }
}
