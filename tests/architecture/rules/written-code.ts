import ts from 'typescript';
import { lineOf, productionOf, sourcesOf, walk, type Rule, type SourceFile, type Violation } from '../source-tree.ts';

/** T1: an `as` says why in a comment above it (or above its statement); `as const` needs none. No decorators. */
export const castsSayWhy: Rule = (tree) =>
  productionOf(tree).flatMap((file) => {
    const found: Violation[] = [];
    const lines = file.text.split('\n');
    walk(file, (node, ast) => {
      if (ts.isDecorator(node))
        found.push({ rule: 'T1', path: file.path, line: lineOf(ast, node), says: 'no decorators' });
      if (!ts.isAsExpression(node) || node.type.getText(ast) === 'const') return;
      const line = ast.getLineAndCharacterOfPosition(node.type.getStart(ast)).line;
      if (!isExplained(ast, node, line, lines)) {
        found.push({
          rule: 'T1',
          path: file.path,
          line: line + 1,
          says: 'an `as` says why in a comment line above it',
        });
      }
    });
    return found;
  });

function isExplained(ast: ts.SourceFile, node: ts.Node, line: number, lines: readonly string[]): boolean {
  let statement: ts.Node = node;
  while (!ts.isSourceFile(statement.parent) && !ts.isBlock(statement.parent) && !ts.isCaseClause(statement.parent)) {
    statement = statement.parent;
  }
  const first = ast.getLineAndCharacterOfPosition(statement.getStart(ast)).line;
  for (let at = line; at >= Math.max(0, first - 1); at -= 1) {
    if (/\/\/ \S|\*\/\s*$/.test(lines[at] ?? '')) return true;
  }
  // One comment may explain a run of casts, line under line.
  let above = first - 1;
  while (/ as /.test(lines[above] ?? '')) above -= 1;
  return above < first - 1 && /\/\/ \S|\*\/\s*$/.test(lines[above] ?? '');
}

/** Terms of standards that end in such a word. */
const terms = new Set(['additionalData']);

/** Section 5: these words stand for two ideas in one name. */
export const namesSayOneThing: Rule = (tree) =>
  sourcesOf(tree).flatMap((file) => {
    const found: Violation[] = [];
    walk(file, (node, ast) => {
      const declares =
        ts.isClassDeclaration(node) ||
        ts.isInterfaceDeclaration(node) ||
        ts.isTypeAliasDeclaration(node) ||
        ts.isFunctionDeclaration(node);
      const name = declares ? node.name?.text : undefined;
      if (name === undefined || terms.has(name) || !/[a-z](Service|Manager|Handler|Util|Utils|Data|Info)$/.test(name))
        return;
      found.push({ rule: 'Section 5', path: file.path, line: lineOf(ast, node), says: `"${name}" has two ideas` });
    });
    return found;
  });

/** Section 2 and 3: only doors re-export, and by name. */
export const onlyDoorsReExport: Rule = (tree) =>
  sourcesOf(tree).flatMap((file) => {
    const isDoor =
      /(^|\/)index\.tsx?$/.test(file.path) ||
      /^src\/platform\/crypto\/(server|server-sealed|envelope)\.ts$/.test(file.path);
    const found: Violation[] = [];
    walk(file, (node, ast) => {
      if (!ts.isExportDeclaration(node) || !node.moduleSpecifier) return;
      const line = lineOf(ast, node);
      if (!isDoor) found.push({ rule: 'Doors', path: file.path, line, says: 'only a door re-exports' });
      else if (!node.exportClause)
        found.push({ rule: 'Doors', path: file.path, line, says: 'a door exports by name, never *' });
    });
    return found;
  });

/** Section 2.1: one inner shape for every area and module; the platform has its own parts. */
export const innerShape: Rule = (tree) =>
  sourcesOf(tree).flatMap(({ path }) => {
    const inner = /^src\/(?:kernel|modules)\/[^/]+\/(.+)$/.exec(path)?.[1];
    if (inner === undefined) return [];
    const first = inner.split('/')[0] ?? '';
    const known = ['index.ts', 'model', 'policy', 'contract', 'client', 'server', 'web', 'messages', 'testing'];
    return known.includes(first)
      ? []
      : [{ rule: 'Shape', path, says: `"${first}" is no part of the inner shape` } satisfies Violation];
  });

/** Every export of a door has a comment: what it promises and refuses. */
export const doorsAreDocumented: Rule = (tree) =>
  sourcesOf(tree)
    .filter(({ path }) => /^src\/(kernel|modules)\/[^/]+\/index\.ts$/.test(path) && !isOnlyDoor(path, tree))
    .map(({ path }) => ({ rule: 'Doors', path, says: 'a door without a comment' }));

function isOnlyDoor(path: string, tree: readonly SourceFile[]): boolean {
  return tree.find((file) => file.path === path)?.text.includes('/**') ?? false;
}
