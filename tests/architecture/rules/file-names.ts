import ts from 'typescript';
import { isTest, parse, productionOf, sourcesOf, type Rule, type SourceFile, type Violation } from '../source-tree.ts';

const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const emptyWords = new Set(['utils', 'util', 'helpers', 'helper', 'common', 'types', 'misc']);
/** A last word that says which kind of collection the file is; its exports then need not repeat the name. */
const kinds = new Set([
  'store',
  'tables',
  'routes',
  'queries',
  'schema',
  'schemas',
  'server',
  'client',
  'values',
  'words',
  'records',
  'lists',
]);

/** F2: a file has a kebab-case name without empty words, and one of its exports carries that name. */
export const fileNames: Rule = (tree) => [
  ...sourcesOf(tree).flatMap(badlyNamed),
  ...productionOf(tree).flatMap(notNamedAfterExport),
];

function badlyNamed({ path }: SourceFile): readonly Violation[] {
  const segments = path.split('/');
  const name = (segments.pop() ?? '').replace(/\.(prop|db|api|web)?\.?(test)?\.?tsx?$/, '').replace(/\.tsx?$/, '');
  const found: Violation[] = [];
  if (!kebab.test(name)) found.push({ rule: 'F2', path, says: 'name the file in kebab-case' });
  const words = [...segments.slice(1), ...name.split('-').slice(-1)];
  const empty = words.find((word) => emptyWords.has(word));
  if (empty !== undefined) found.push({ rule: 'F2', path, says: `"${empty}" says nothing: name the idea` });
  return found;
}

function notNamedAfterExport(file: SourceFile): readonly Violation[] {
  const name =
    file.path
      .split('/')
      .pop()
      ?.replace(/\.tsx?$/, '') ?? '';
  const isRoot =
    /^src\/apps\/[^/]+\/(main|modules|routes)\.tsx?$/.test(file.path) || file.path.startsWith('src/apps/cli/commands/');
  const isCatalogue = /\/messages\/[a-z]{2,3}(\/[a-z-]+)?\.ts$/.test(file.path);
  if (name === 'index' || isRoot || isCatalogue || isTest(file.path) || !kebab.test(name)) return [];
  if (file.path.startsWith('src/platform/crypto/') && ['server', 'server-sealed', 'envelope'].includes(name)) return [];
  const exported = exportsOf(file);
  if (exported.length === 0) return [];
  const wanted = name.split('-').map(stem);
  if (kinds.has(name.split('-').at(-1) ?? '') && wanted.length > 1) return [];
  const spoken = exported.map((one) =>
    one
      .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
      .toLowerCase()
      .split(/[-_]/)
      .map(stem),
  );
  const says = (names: readonly string[], word: string): boolean =>
    names.some((name) => name.includes(word) || word.startsWith(name));
  // A file with one export carries its whole name; a file of several shares a word with them.
  const hit =
    exported.length === 1 || file.path.endsWith('.tsx')
      ? spoken.some((names) => wanted.every((word) => says([...names, names.join('')], word)))
      : wanted.some((word) => says(spoken.flat(), word));
  return hit
    ? []
    : [{ rule: 'F2', path: file.path, says: `no export is named after the file (${exported.slice(0, 5).join(', ')})` }];
}

function stem(word: string): string {
  return word.replace(/ies$/, 'y').replace(/s$/, '');
}

/** Names that a file exports where they are declared; re-exports are the business of doors. */
export function exportsOf(file: SourceFile): readonly string[] {
  return parse(file).statements.flatMap((statement) => {
    if (!ts.canHaveModifiers(statement)) return [];
    const isExported = ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
    if (!isExported) return [];
    if (ts.isVariableStatement(statement)) {
      return statement.declarationList.declarations.flatMap(({ name }) => (ts.isIdentifier(name) ? [name.text] : []));
    }
    const named =
      ts.isFunctionDeclaration(statement) ||
      ts.isClassDeclaration(statement) ||
      ts.isInterfaceDeclaration(statement) ||
      ts.isTypeAliasDeclaration(statement);
    return named && statement.name ? [statement.name.text] : [];
  });
}
