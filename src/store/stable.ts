/** Records as text that is the same for the same content, whatever the order of their keys. */

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Typed arrays with their type and every number, NaN and -0 included; maps as their entries; keys in order. */
function toPlain(_key: string, value: unknown): unknown {
  if (
    value instanceof Float64Array ||
    value instanceof Int32Array ||
    value instanceof Int16Array ||
    value instanceof Uint8Array
  ) {
    return [value.constructor.name, Array.from(value, (number) => (Object.is(number, -0) ? '-0' : String(number)))];
  }
  if (value instanceof Map) return [...(value as ReadonlyMap<unknown, unknown>)];
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

export function toStableText(value: unknown): string {
  return JSON.stringify(value, toPlain);
}
