/**
 * Small mistakes that could be made in a source file: a comparison turned, a condition that always holds,
 * a number one larger, a body left out. Each is one replacement of a stretch of its text.
 */
import ts from 'typescript';

/**
 * @typedef {object} Mutant
 * @property {string} file
 * @property {number} start of the text that is replaced
 * @property {number} end
 * @property {string} text what stands there instead
 * @property {number} line
 * @property {number} body which function it stands in: a place in `findBodies`, 0 for the module itself
 */

const { SyntaxKind: Kind } = ts;

/** What an operator is mistaken for. @type {ReadonlyMap<ts.SyntaxKind, readonly string[]>} */
const OPERATORS = new Map([
  [Kind.LessThanToken, ['<=', '>=']],
  [Kind.LessThanEqualsToken, ['<', '>']],
  [Kind.GreaterThanToken, ['>=', '<=']],
  [Kind.GreaterThanEqualsToken, ['>', '<']],
  [Kind.EqualsEqualsEqualsToken, ['!==']],
  [Kind.ExclamationEqualsEqualsToken, ['===']],
  [Kind.AmpersandAmpersandToken, ['||']],
  [Kind.BarBarToken, ['&&']],
  [Kind.QuestionQuestionToken, ['&&']],
  [Kind.PlusToken, ['-']],
  [Kind.MinusToken, ['+']],
  [Kind.AsteriskToken, ['/']],
  [Kind.SlashToken, ['*']],
  [Kind.PercentToken, ['*']],
  [Kind.AsteriskAsteriskToken, ['*']],
  [Kind.PlusEqualsToken, ['-=']],
  [Kind.MinusEqualsToken, ['+=']],
  [Kind.AsteriskEqualsToken, ['/=']],
  [Kind.QuestionQuestionEqualsToken, ['=']],
  [Kind.BarBarEqualsToken, ['&&=']],
]);

/** What a method is mistaken for; undefined where the call is left out. @type {ReadonlyMap<string, string | undefined>} */
const METHODS = new Map([
  ['some', 'every'],
  ['every', 'some'],
  ['startsWith', 'endsWith'],
  ['endsWith', 'startsWith'],
  ['toLowerCase', 'toUpperCase'],
  ['toUpperCase', 'toLowerCase'],
  ['min', 'max'],
  ['max', 'min'],
  ['floor', 'ceil'],
  ['ceil', 'floor'],
  ['trim', undefined],
  ['trimStart', undefined],
  ['trimEnd', undefined],
  ['sort', undefined],
  ['toSorted', undefined],
  ['reverse', undefined],
  ['toReversed', undefined],
  ['filter', undefined],
  ['slice', undefined],
]);

/** Parts of a regular expression and what they are mistaken for. @type {readonly (readonly [RegExp, string])[]} */
const PATTERN_PARTS = [
  [/(?<=^\/)\^/g, ''],
  [/\$(?=\/[a-z]*$)/g, ''],
  [/\\d/g, '\\D'],
  [/\\s/g, '\\S'],
  [/\\b/g, ''],
  [/(?<=[\])\w])\+/g, ''],
  [/(?<=[\])\w])\?(?![:=!<])/g, ''],
  [/(?<=\/)i(?=[a-z]*$)/g, ''],
];

/** @param {ts.Node} node */
const hasNoCode = (node) =>
  ts.isTypeNode(node) ||
  ts.isInterfaceDeclaration(node) ||
  ts.isTypeAliasDeclaration(node) ||
  ts.isImportDeclaration(node) ||
  ts.isExportDeclaration(node) ||
  ts.isTypeParameterDeclaration(node);

/**
 * @param {string} file
 * @param {string} source
 */
const parse = (file, source) => ts.createSourceFile(file, source, ts.ScriptTarget.ES2022, true);

/**
 * The bodies of all functions, in the order in which they begin. The first, of everything, is the module's.
 * @param {string} file
 * @param {string} source
 * @returns {readonly ts.Node[]}
 */
export function findBodies(file, source) {
  const root = parse(file, source);
  /** @type {ts.Node[]} */
  const bodies = [root];
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (hasNoCode(node)) return;
    if (ts.isFunctionLike(node) && 'body' in node && node.body) bodies.push(/** @type {ts.Node} */ (node.body));
    ts.forEachChild(node, visit);
  };
  visit(root);
  return bodies;
}

/**
 * The source with a call at the beginning of every body, by which a test tells which of them it reached.
 * @param {string} file
 * @param {string} source
 */
export function countBodies(file, source) {
  /** @type {{ at: number, text: string }[]} */
  const inserts = [];
  findBodies(file, source).forEach((body, index) => {
    const call = `globalThis.reached?.(${JSON.stringify(file)}, ${String(index)})`;
    if (index === 0) inserts.push({ at: source.length, text: `\n${call};` });
    else if (ts.isBlock(body)) inserts.push({ at: body.getStart() + 1, text: `${call};` });
    else inserts.push({ at: body.getStart(), text: `(${call}, ` }, { at: body.end, text: ')' });
  });
  // Of two that begin at one place the outer one is found, and written, first.
  return inserts
    .map((insert, order) => ({ ...insert, order }))
    .sort((a, b) => b.at - a.at || b.order - a.order)
    .reduce((text, { at, text: added }) => text.slice(0, at) + added + text.slice(at), source);
}

/**
 * What stands in for an element that is not there: after `??` and in `[a = 0]`. Strict indexing asks for it
 * where it cannot be missing, so that nothing could tell it from another.
 * @param {ts.Node} node
 */
function isFallback(node) {
  const { parent } = node;
  if (ts.isPrefixUnaryExpression(parent)) return isFallback(parent);
  if (ts.isBinaryExpression(parent))
    return parent.right === node && parent.operatorToken.kind === Kind.QuestionQuestionToken;
  return ts.isBindingElement(parent) && parent.initializer === node && ts.isArrayBindingPattern(parent.parent);
}

/**
 * The replacements of one node.
 * @param {ts.Node} node
 * @returns {readonly (readonly [replaced: ts.Node, text: string])[]}
 */
function findReplacements(node) {
  if ((ts.isLiteralExpression(node) || ts.isPrefixUnaryExpression(node)) && isFallback(node)) return [];
  if (ts.isBinaryExpression(node)) {
    const { left, right, operatorToken: operator } = node;
    const joins = [left, right].some((side) => ts.isStringLiteralLike(side) || ts.isTemplateExpression(side));
    if (operator.kind === Kind.PlusToken && joins) return [];
    return (OPERATORS.get(operator.kind) ?? []).map((text) => [operator, text]);
  }
  if (ts.isIfStatement(node))
    return [
      [node.expression, 'true'],
      [node.expression, 'false'],
    ];
  if (ts.isWhileStatement(node)) return [[node.expression, 'false']];
  if (ts.isForStatement(node)) return node.condition ? [[node.condition, 'false']] : [];
  if (ts.isConditionalExpression(node))
    return [
      [node.condition, 'true'],
      [node.condition, 'false'],
    ];
  if (
    ts.isPrefixUnaryExpression(node) &&
    (node.operator === Kind.ExclamationToken || node.operator === Kind.MinusToken)
  )
    return [[node, `(${node.operand.getText()})`]];
  if (ts.isPostfixUnaryExpression(node))
    return [[node, `${node.operand.getText()}${node.operator === Kind.PlusPlusToken ? '--' : '++'}`]];
  if (node.kind === Kind.TrueKeyword) return [[node, 'false']];
  if (node.kind === Kind.FalseKeyword) return [[node, 'true']];
  if (ts.isNumericLiteral(node)) return [[node, `(${node.getText()} + 1)`]];
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node))
    return ts.isPropertyAssignment(node.parent) && node.parent.name === node
      ? []
      : [[node, node.text === '' ? "'mutant'" : "''"]];
  if (ts.isTemplateExpression(node)) return [[node, "''"]];
  if (ts.isRegularExpressionLiteral(node)) {
    const written = node.getText();
    return PATTERN_PARTS.flatMap(([part, text]) =>
      [...written.matchAll(part)].map(
        ({ index, 0: found }) =>
          /** @type {const} */ ([node, written.slice(0, index) + text + written.slice(index + found.length)]),
      ),
    );
  }
  if (ts.isArrayLiteralExpression(node)) return node.elements.length > 0 ? [[node, '[]']] : [];
  if (ts.isBlock(node)) return node.statements.length > 0 ? [[node, '{}']] : [];
  if (ts.isArrowFunction(node)) return ts.isBlock(node.body) ? [] : [[node.body, 'undefined']];
  if (ts.isPropertyAccessExpression(node) && node.questionDotToken) return [[node.questionDotToken, '.']];
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    const { name, expression } = node.expression;
    if (!METHODS.has(name.text)) return [];
    const other = METHODS.get(name.text);
    return [other === undefined ? [node, expression.getText()] : [name, other]];
  }
  return [];
}

/**
 * Every mutant of a file.
 * @param {string} file
 * @param {string} source
 * @returns {readonly Mutant[]}
 */
export function findMutants(file, source) {
  const bodies = findBodies(file, source);
  const root = bodies[0];
  /** @type {Mutant[]} */
  const mutants = [];
  /** @param {ts.Node} node @param {number} around */
  const visit = (node, around) => {
    if (hasNoCode(node)) return;
    const own = bodies.indexOf(node);
    const body = own < 0 ? around : own;
    for (const [replaced, text] of findReplacements(node)) {
      const start = replaced.getStart();
      const line = source.slice(0, start).split('\n').length;
      mutants.push({ file, start, end: replaced.end, text, line, body });
    }
    ts.forEachChild(node, (child) => {
      visit(child, body);
    });
  };
  if (root) visit(root, 0);
  return mutants;
}

/**
 * @param {Mutant} mutant
 * @param {string} source
 */
export function applyMutant({ start, end, text }, source) {
  return source.slice(0, start) + text + source.slice(end);
}
