/** Would a changed file pass the type-check? What does not is no mistake that anybody could leave behind. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { ROOT } from '../setup.mjs';

export function createCompiler() {
  const { config } = /** @type {{ config: object }} */ (
    ts.readConfigFile(join(ROOT, 'tsconfig.json'), (path) => ts.sys.readFile(path))
  );
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, ROOT);
  /** @type {Map<string, { text: string, version: number }>} */
  const changed = new Map();
  /** @type {Set<string>} */
  const roots = new Set();
  const service = ts.createLanguageService({
    fileExists: (path) => ts.sys.fileExists(path),
    readFile: (path) => ts.sys.readFile(path),
    readDirectory: (path, ...rest) => ts.sys.readDirectory(path, ...rest),
    directoryExists: (path) => ts.sys.directoryExists(path),
    getDirectories: (path) => ts.sys.getDirectories(path),
    getCompilationSettings: () => ({ ...options, noUnusedLocals: false, noUnusedParameters: false }),
    getScriptFileNames: () => [...roots],
    getScriptVersion: (path) => String(changed.get(path)?.version ?? 0),
    getScriptSnapshot: (path) => {
      const text = changed.get(path)?.text ?? ts.sys.readFile(path);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => ROOT,
    getDefaultLibFileName: (of) => ts.getDefaultLibFilePath(of),
  });

  /** @param {string} file @param {string} source */
  const isSound = (file, source) => {
    const path = join(ROOT, file);
    roots.add(path);
    const before = changed.get(path);
    changed.set(path, { text: source, version: (before?.version ?? 0) + 1 });
    const sound = service.getSyntacticDiagnostics(path).length + service.getSemanticDiagnostics(path).length === 0;
    changed.set(path, { text: readFileSync(path, 'utf8'), version: (changed.get(path)?.version ?? 0) + 1 });
    return sound;
  };
  return { isSound };
}
