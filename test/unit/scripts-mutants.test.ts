import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { applyMutant, countBodies, findMutants } from '../../scripts/mutants/find.mjs';

/** Every changed version of a source. */
const changesOf = (source: string): string[] =>
  findMutants('a.ts', source).map((mutant) => applyMutant(mutant, source));

describe('mutants', () => {
  it.each([
    ['a < b', ['a <= b', 'a >= b']],
    ['a === b', ['a !== b']],
    ['a && b', ['a || b']],
    ['a ?? b', ['a && b']],
    ['a + b', ['a - b']],
    ['!a', ['(a)']],
    ['a?.b', ['a.b']],
    ['7', ['(7 + 1)']],
    ['true', ['false']],
    ["'x'", ["''"]],
    ["''", ["'mutant'"]],
    ['`${a}`', ["''"]],
    ['[a]', ['[]']],
    ['a.some(b)', ['a.every(b)']],
    ['a.trim()', ['a']],
    ['/^a\\d+$/', ['/a\\d+$/', '/^a\\d+/', '/^a\\D+$/', '/^a\\d$/']],
    ['a ? b : c', ['true ? b : c', 'false ? b : c']],
  ])('of %s are %j', (written, expected) => {
    expect(changesOf(written)).toEqual(expected);
  });

  it('leave out bodies and turn conditions', () => {
    expect(changesOf('if (a) { b(); }')).toEqual(['if (true) { b(); }', 'if (false) { b(); }', 'if (a) {}']);
  });

  it('touch neither types nor imports nor names of properties, and join no text by a minus', () => {
    expect(changesOf("import 'a'; type A = 'b' | 2; interface B { c: 'd' } let e: 'f';")).toEqual([]);
    expect(changesOf("({ 'a-b': c })")).toEqual([]);
    expect(changesOf("a + 'b'")).toEqual(["a + ''"]);
  });

  it('leave alone what only stands in for an element that is not there', () => {
    expect(changesOf('a[0] ?? -1')).toEqual(['a[0] && -1', 'a[(0 + 1)] ?? -1']);
    expect(changesOf("const [a = ''] = b;")).toEqual([]);
  });

  it('know their line and the function they stand in', () => {
    const source = 'const a = 1;\nfunction f() {\n  return () => 2;\n}';
    const numbers = findMutants('a.ts', source).filter(({ text }) => text.endsWith('+ 1)'));
    expect(numbers.map(({ line, body }) => [line, body])).toEqual([
      [1, 0],
      [3, 2],
    ]);
  });
});

describe('a counted source', () => {
  /** What the source tells, and which of its functions were reached, in their order. */
  function run(source: string): { readonly told: unknown[]; readonly reached: readonly string[] } {
    const told: unknown[] = [];
    const reached: string[] = [];
    runInNewContext(countBodies('a.ts', source), {
      tell: (one: unknown) => told.push(one),
      reached: (file: string, body: number) => reached.push(`${file}#${String(body)}`),
    });
    return { told, reached };
  }

  it('says which functions were reached, the module last', () => {
    const source =
      'const twice = (n) => n * 2; function f(n) { return [n].map((m) => twice(m)); } function g() {} f(4);';
    expect(run(source).reached).toEqual(['a.ts#2', 'a.ts#3', 'a.ts#1', 'a.ts#0']);
  });

  it('does what it did, with functions that give objects and functions, too', () => {
    expect(run('const f = (a) => ({ a }); const g = (h) => (i) => h(i); tell(g((x) => f(x))(3).a);').told).toEqual([3]);
  });
});
