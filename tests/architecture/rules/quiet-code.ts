import ts from 'typescript';
import { lineOf, productionOf, walk, type Rule, type Violation } from '../source-tree.ts';

/** What a message of a defect may show: ids, codes, places of our own. Never a value that a person gave. */
const harmless =
  /^(id|ids|code|codes|type|kind|file|path|status|version|schema|seq|epoch|port|name|module|area|key|refusal|method|line|count|length|number|event|act|suite|language|ref)$/i;

/** P1: a defect's message carries ids and codes; templates show nothing else. */
export const errorsCarryCodes: Rule = (tree) =>
  productionOf(tree)
    .filter(({ path }) => !path.startsWith('src/apps/cli/') && path !== 'src/platform/base/assert.ts')
    .flatMap((file) => {
      const found: Violation[] = [];
      walk(file, (node, ast) => {
        if (!ts.isNewExpression(node) || !/Error$/.test(node.expression.getText(ast))) return;
        const message = node.arguments?.[0];
        if (message === undefined || ts.isStringLiteralLike(message)) return;
        const shown = ts.isTemplateExpression(message)
          ? message.templateSpans.map(({ expression }) => expression)
          : [message];
        if (shown.every((expression) => isHarmless(expression, ast))) return;
        found.push({ rule: 'P1', path: file.path, line: lineOf(ast, node), says: 'an error shows ids and codes only' });
      });
      return found;
    });

function isHarmless(expression: ts.Expression, ast: ts.SourceFile): boolean {
  if (ts.isCallExpression(expression)) {
    const isText = /^(JSON\.stringify|String)$/.test(expression.expression.getText(ast));
    return isText && expression.arguments.every((argument) => isHarmless(argument, ast));
  }
  if (ts.isBinaryExpression(expression)) return isHarmless(expression.left, ast) && isHarmless(expression.right, ast);
  if (ts.isStringLiteralLike(expression) || ts.isTypeOfExpression(expression)) return true;
  const last = ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.getText(ast);
  return harmless.test(last);
}

/** Security 16.9, house style: what a person gave is never printed; production code has no console. */
export const nothingIsPrinted: Rule = (tree) =>
  productionOf(tree)
    .filter(({ path }) => !path.startsWith('src/apps/cli/') && !path.startsWith('src/platform/server/log/'))
    .flatMap((file) => {
      const found: Violation[] = [];
      walk(file, (node, ast) => {
        if (!ts.isPropertyAccessExpression(node)) return;
        const text = node.getText(ast);
        if (/^console\./.test(text) || /^process\.(stdout|stderr)$/.test(text)) {
          found.push({ rule: 'P1', path: file.path, line: lineOf(ast, node), says: 'use the log of the platform' });
        }
      });
      return found;
    });

/** Security 11 and 16.6: no HTML from data, and nothing that compiles text. */
export const noMarkupFromData: Rule = (tree) =>
  productionOf(tree).flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, index) =>
        /\.(innerHTML|outerHTML)\s*=|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write\(/.test(line)
          ? [{ rule: 'Security 11', path, line: index + 1, says: 'no HTML from data' }]
          : [],
      ),
  );

/** Randomness and WebCrypto: drawn in composition roots and in platform/crypto, passed in everywhere else. */
export const randomnessIsPassedIn: Rule = (tree) =>
  productionOf(tree)
    .filter(({ path }) => !path.startsWith('src/platform/crypto/') && !path.startsWith('src/apps/'))
    .flatMap(({ path, text }) =>
      text.split('\n').flatMap((line, index) =>
        /\bcrypto\.(subtle|getRandomValues|randomUUID)\b|\bMath\.random\(/.test(line) && !/^\s*(\/\/|\*)/.test(line)
          ? [
              {
                rule: 'D8',
                path,
                line: index + 1,
                says: 'primitives and randomness come from platform/crypto or as parameters',
              },
            ]
          : [],
      ),
    );
