import ts from 'typescript';
import { lineOf, productionOf, walk, type Rule, type SourceFile, type Violation } from '../source-tree.ts';

/** A catalogue: `messages/nl.ts`, or a topic of it: `messages/nl/person.ts`. */
const catalogue = /\/messages\/([a-z]{2,3})((?:\/[a-z-]+)?\.ts)$/;
const isEnglish = ({ path }: SourceFile): boolean => catalogue.exec(path)?.[1] === 'en';
const siblingIn = (language: string, path: string): string => path.replace(catalogue, `/messages/${language}$2`);

/** L1: every language of a catalogue has exactly the keys of the English original. */
export const languagesAgree: Rule = (tree) =>
  tree
    .filter((file) => catalogue.test(file.path) && !isEnglish(file))
    .flatMap((file) => {
      const original = tree.find(({ path }) => path === siblingIn('en', file.path));
      if (!original) return [{ rule: 'L1', path: file.path, says: 'a translation without an English original' }];
      const [here, there] = [keysOf(file), keysOf(original)];
      const missing = [...there.keys()].filter((key) => !here.has(key));
      const extra = [...here.keys()].filter((key) => !there.has(key));
      return [
        ...missing.map((key) => ({ rule: 'L1', path: file.path, says: `"${key}" is missing` })),
        ...extra.map((key) => ({ rule: 'L1', path: file.path, says: `"${key}" is not in the original` })),
      ];
    });

/** L1: every English catalogue has its Dutch sibling. */
export const dutchExists: Rule = (tree) =>
  tree
    .filter((file) => isEnglish(file) && !tree.some(({ path }) => path === siblingIn('nl', file.path)))
    .map(({ path }) => ({ rule: 'L1', path, says: 'no Dutch catalogue beside it' }));

/** L1: every key is used: written whole somewhere, or made by a template whose fixed parts match it. */
export const keysAreUsed: Rule = (tree) => {
  const { literals, patterns } = textsOf(tree);
  return tree
    .filter((file) => isEnglish(file))
    .flatMap((file) =>
      [...keysOf(file)].flatMap(([key, line]) =>
        literals.has(key) || patterns.some((pattern) => pattern.test(key))
          ? []
          : [{ rule: 'L1', path: file.path, line, says: `"${key}" is never used` }],
      ),
    );
};

/** L1: every key that is asked for exists. `t` and `say` are how texts are asked for. */
export const usedKeysExist: Rule = (tree) => {
  const known = new Set(tree.filter((file) => isEnglish(file)).flatMap((file) => [...keysOf(file).keys()]));
  if (known.size === 0) return [];
  return productionOf(tree).flatMap((file) => {
    const found: Violation[] = [];
    walk(file, (node, ast) => {
      if (!ts.isCallExpression(node) || !/(^|\.)(t|say|text|message)$/.test(node.expression.getText(ast))) return;
      const key = node.arguments[0];
      if (!key || !ts.isStringLiteral(key) || !/^[a-z][A-Za-z]*(\.[A-Za-z0-9-]+)+$/.test(key.text)) return;
      if (!known.has(key.text))
        found.push({ rule: 'L1', path: file.path, line: lineOf(ast, node), says: `"${key.text}" is in no catalogue` });
    });
    return found;
  });
};

/** L1: no sentence stands in the browser's code itself. */
export const noSentencesInScreens: Rule = (tree) =>
  productionOf(tree)
    .filter(({ path }) => path.endsWith('.tsx'))
    .flatMap((file) => {
      const found: Violation[] = [];
      walk(file, (node, ast) => {
        // The product's own name is the same in every language.
        const isText = ts.isJsxText(node) && /\p{L}{2,}/u.test(node.text) && node.text.trim() !== 'Baken';
        const isLabel =
          ts.isJsxAttribute(node) &&
          /^(aria-label|title|alt|placeholder|label)$/.test(node.name.getText(ast)) &&
          node.initializer !== undefined &&
          ts.isStringLiteral(node.initializer) &&
          /\p{L}{2,}/u.test(node.initializer.text);
        if (isText || isLabel)
          found.push({
            rule: 'L1',
            path: file.path,
            line: lineOf(ast, node),
            says: 'a text in the code: it belongs in messages',
          });
      });
      return found;
    });

/** Keys of a catalogue with the lines they stand on. */
function keysOf(file: SourceFile): ReadonlyMap<string, number> {
  const keys = new Map<string, number>();
  walk(file, (node, ast) => {
    if (ts.isPropertyAssignment(node) && ts.isStringLiteral(node.name)) keys.set(node.name.text, lineOf(ast, node));
  });
  return keys;
}

function textsOf(tree: readonly SourceFile[]): {
  readonly literals: ReadonlySet<string>;
  readonly patterns: readonly RegExp[];
} {
  const literals = new Set<string>();
  const patterns: RegExp[] = [];
  for (const file of productionOf(tree).filter(({ path }) => !catalogue.test(path))) {
    walk(file, (node) => {
      if (ts.isStringLiteralLike(node)) literals.add(node.text);
      if (!ts.isTemplateExpression(node) || !/^[a-z][A-Za-z]*\./.test(node.head.text)) return;
      const parts = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
      patterns.push(
        new RegExp(
          `^${parts.map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join('[A-Za-z0-9.-]+')}$`,
        ),
      );
    });
  }
  return { literals, patterns };
}
