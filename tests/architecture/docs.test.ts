import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readTree, type SourceFile } from './source-tree.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const tree = readTree(root);
const pages = tree.filter(({ path }) => path.endsWith('.md'));

/** Links of a page to files of the repository. */
function linksOf({ path, text }: SourceFile): readonly { readonly page: string; readonly target: string }[] {
  return [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)(?:#[^)]*)?\)/g)].flatMap(([, target]) =>
    target === undefined ? [] : [{ page: path, target }],
  );
}

const isThere = ({ page, target }: { page: string; target: string }): boolean =>
  existsSync(join(root, dirname(page), target));

describe('the papers of the repository', () => {
  test('every link leads to a file', () => {
    const links = pages.flatMap(linksOf);
    expect(links.length).toBeGreaterThan(40);
    expect(links.filter((link) => !isThere(link))).toEqual([]);
  });

  test('a planted dead link is found', () => {
    expect(
      linksOf({ path: 'docs/tour.md', text: 'See [it](../src/nowhere.ts).' }).filter((link) => !isThere(link)),
    ).toHaveLength(1);
  });

  test('the tour leads through the code', () => {
    const tour = tree.find(({ path }) => path === 'docs/tour.md');
    expect(tour).toBeDefined();
    expect((tour ? linksOf(tour) : []).filter(({ target }) => target.startsWith('../src/')).length).toBeGreaterThan(20);
  });

  test('no page is empty', () => {
    expect(pages.filter(({ text }) => text.trim().length < 100).map(({ path }) => path)).toEqual([]);
  });

  test('no text promises what nobody can keep', () => {
    const words = /zero[- ]knowledge|military[- ]grade|unhackable/i;
    const texts = tree.filter(
      ({ path }) => path.endsWith('.md') || path.includes('/messages/') || path.endsWith('.html'),
    );
    expect(texts.filter(({ text }) => words.test(text)).map(({ path }) => path)).toEqual([]);
  });
});
