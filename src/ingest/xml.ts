/** XML that streams by, as the few events that a workbook needs; names without their prefix. */
import { Parser } from 'saxen';

export type Attributes = Readonly<Record<string, string>>;

export interface XmlHandler {
  open(name: string, attributes: () => Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Tells the handler what is in the XML, and yields after each chunk; no chunks at all are a part that is
 * not there.
 * @throws where it is not well-formed
 */
export function* parseXml(chunks: Iterable<Uint8Array>, handler: XmlHandler): Generator<undefined, void> {
  const parser = new Parser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('openTag', (name, attributes, decode) => {
    handler.open(withoutPrefix(name), () => {
      const found: Record<string, string> = {};
      for (const [key, value] of Object.entries(attributes() || {})) found[withoutPrefix(key)] = decode(value);
      return found;
    });
  });
  parser.on('closeTag', (name) => handler.close?.(withoutPrefix(name)));
  parser.on('text', (text, decode) => handler.text?.(decode(text)));
  parser.on('cdata', (text) => handler.text?.(text));
  const decoder = new TextDecoder();
  let isThere = false;
  for (const chunk of chunks) {
    isThere = true;
    parser.write(decoder.decode(chunk, { stream: true }));
    yield;
  }
  const error = isThere ? parser.end() : undefined;
  if (error) throw error;
}

/** The whole of it at once. */
export function readXml(chunks: Iterable<Uint8Array>, handler: XmlHandler): void {
  const steps = parseXml(chunks, handler);
  while (!steps.next().done);
}
