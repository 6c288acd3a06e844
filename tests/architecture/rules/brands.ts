import ts from 'typescript';
import { lineOf, productionOf, sourcesOf, walk, type Rule, type Violation } from '../source-tree.ts';

/** T3: every brand name is used once. */
export const brandsAreUnique: Rule = (tree) => {
  const first = new Map<string, string>();
  return sourcesOf(tree).flatMap((file) => {
    const found: Violation[] = [];
    walk(file, (node, ast) => {
      if (!ts.isTypeReferenceNode(node) || node.typeName.getText(ast) !== 'Brand') return;
      const name = node.typeArguments?.[1];
      if (!name || !ts.isLiteralTypeNode(name) || !ts.isStringLiteral(name.literal)) return;
      const before = first.get(name.literal.text);
      if (before === undefined) first.set(name.literal.text, file.path);
      else
        found.push({
          rule: 'T3',
          path: file.path,
          line: lineOf(ast, node),
          says: `brand "${name.literal.text}" is also in ${before}`,
        });
    });
    return found;
  });
};

const idNames = /^(id|tenant|space|user|assignee|author|invitation|session|[a-z]+Id)$/;

/** T3: in a model and in a policy no id is a plain string. Ids inside procedure packs are words of the data, not of people. */
export const idsAreBranded: Rule = (tree) =>
  productionOf(tree)
    .filter(({ path }) => /\/(model|policy)\//.test(path) && /^src\/(kernel\/(?!procedures)|modules\/)/.test(path))
    .flatMap((file) => {
      const found: Violation[] = [];
      walk(file, (node, ast) => {
        if (!ts.isPropertySignature(node) || node.type?.kind !== ts.SyntaxKind.StringKeyword) return;
        const name = node.name.getText(ast);
        if (idNames.test(name))
          found.push({
            rule: 'T3',
            path: file.path,
            line: lineOf(ast, node),
            says: `the id "${name}" is a plain string: brand it`,
          });
      });
      return found;
    });
