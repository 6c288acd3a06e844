import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds against WCAG 2.2 AA on the page as it is now; empty when it is silent.
 * It looks from the top of the page: what happens to be scrolled half under the bar is no small target.
 */
export async function findBarriers(page: Page): Promise<readonly string[]> {
  // The page's own policy allows no foreign script, so axe comes in through the debugger's world.
  const session = await page.context().newCDPSession(page);
  // Once for each page that was loaded: its screens come and go within it.
  const known = await session.send('Runtime.evaluate', { expression: `typeof axe === 'object'` });
  if (known.result.value !== true) await session.send('Runtime.evaluate', { expression: source });
  const left = await session.send('Runtime.evaluate', { expression: 'scrollY' });
  await session.send('Runtime.evaluate', { expression: `scrollTo({ top: 0, behavior: 'instant' })` });
  const answer = await session.send('Runtime.evaluate', {
    expression: `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] })
      .then((found) => JSON.stringify(found.violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ target }) => target.join(' ')).join(', '))))`,
    awaitPromise: true,
    returnByValue: true,
  });
  await session.send('Runtime.evaluate', {
    expression: `scrollTo({ top: ${Number(left.result.value)}, behavior: 'instant' })`,
  });
  await session.detach();
  // The expression returns a JSON list of lines.
  return JSON.parse(String(answer.result.value)) as readonly string[];
}
