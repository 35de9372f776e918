/** The bundled data as it lies in the project's folder. */
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Figures } from '../domain/figures.ts';
import { readBundledData } from '../ingest/bundled.ts';

const FOLDER = fileURLToPath(new URL('../../data', import.meta.url));

/**
 * Reads the bundled figures.
 * @throws where a file of the folder cannot be read whole, with its name, the line and the reason
 */
export function loadBundled(folder = FOLDER): Figures {
  const files = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.csv'))
    .map((entry) => join(entry.parentPath, entry.name));
  const texts = files.map((path) => [relative(folder, path).split(sep).join('/'), readFileSync(path, 'utf8')] as const);
  const { figures, problems } = readBundledData(new Map(texts));
  const [error] = problems.filter(({ severity }) => severity === 'error');
  if (error) {
    const line = error.line === undefined ? '' : `, line ${String(error.line)}`;
    throw new Error(`data/${error.file ?? ''}${line}: ${error.message}`);
  }
  return figures;
}
