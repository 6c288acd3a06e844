import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const built = join(import.meta.dirname, '../../dist/web');

/** Bytes after gzip of files of the built browser side. */
function gzipped(files: Iterable<string>): number {
  return [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(built, file))).length, 0);
}

/** A script and everything that it imports at once; what it fetches later (`import(…)`) is not counted. */
function closureOf(entries: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (file: string): void => {
    if (found.has(file)) return;
    found.add(file);
    const text = readFileSync(join(built, file), 'utf8');
    for (const [, path = ''] of text.matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+\.js)["']/g))
      add(relative(built, join(built, dirname(file), path)));
  };
  entries.forEach(add);
  return found;
}

/** What a page asks for at once. */
function askedBy(name: string): { readonly scripts: readonly string[]; readonly sheets: readonly string[] } {
  const page = readFileSync(join(built, name), 'utf8');
  const named = (pattern: RegExp): string[] => [...page.matchAll(pattern)].map(([, file = '']) => file);
  return { scripts: named(/src="\/([^"]+\.js)"/g), sheets: named(/href="\/([^"]+\.css)"/g) };
}

const { scripts, sheets } = askedBy('index.html');
const assets = readdirSync(join(built, 'assets'));
const chunk = (name: string): string[] =>
  assets.filter((file) => file.startsWith(`${name}-`) && file.endsWith('.js')).map((file) => `assets/${file}`);

test('the first page loads at most 150 kB of script and 25 kB of style, gzipped', () => {
  expect(scripts.length).toBeGreaterThan(0);
  const first = closureOf(scripts);
  expect(first.size).toBeGreaterThan(2);
  expect(gzipped(first)).toBeLessThanOrEqual(150_000);
  expect(gzipped(sheets)).toBeLessThanOrEqual(25_000);
});

test('the frame that comes while somebody types adds at most 40 kB', () => {
  const [workspace = ''] = chunk('workspace');
  const frame = [...closureOf([workspace])].filter((file) => !closureOf(scripts).has(file));
  expect(frame).toContain(workspace);
  expect(gzipped(frame)).toBeLessThanOrEqual(40_000);
});

test('all styles of all screens together stay under 25 kB, gzipped', () => {
  const all = assets.filter((file) => file.endsWith('.css')).map((file) => `assets/${file}`);
  expect(gzipped(all)).toBeLessThanOrEqual(25_000);
});

test('the first page fetches neither cryptography nor what makes documents', () => {
  const texts = [...closureOf(scripts)].map((file) => readFileSync(join(built, file), 'utf8')).join('\n');
  expect(texts).not.toMatch(/WebAssembly|%PDF-|word\/document\.xml/);
});

test('a module loads at most 150 kB of script, gzipped, and 5 MB in all, and no cryptography', () => {
  const player = askedBy('learn.html');
  const first = closureOf(player.scripts);
  expect(first.size).toBeGreaterThan(2);
  expect(gzipped(first)).toBeLessThanOrEqual(150_000);
  expect([...first].map((file) => readFileSync(join(built, file), 'utf8')).join('\n')).not.toMatch(/WebAssembly|%PDF-/);
  const courses = ['courses', 'assets/courses'].flatMap((folder) =>
    readdirSync(join(built, folder), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()),
  );
  expect(courses.length).toBeGreaterThan(2);
  const bytes = courses.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
  expect(bytes).toBeLessThanOrEqual(5_000_000);
});

test('a module that is put on a device weighs at most 1.5 MB, and brings nothing that draws documents', () => {
  const lists = readdirSync(join(built, 'courses')).map((course) => join(built, 'courses', course, 'offline.json'));
  expect(lists.length).toBeGreaterThan(0);
  for (const list of lists) {
    // Written by our own build.
    const { files } = JSON.parse(readFileSync(list, 'utf8')) as { files: { path: string; bytes: number }[] };
    expect(files.length).toBeGreaterThan(20);
    for (const { path, bytes } of files) expect([path, statSync(join(built, path)).size]).toEqual([path, bytes]);
    expect(files.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(1_500_000);
    const scripts = files.filter(({ path }) => path.endsWith('.js')).map(({ path }) => readFileSync(join(built, path)));
    expect(scripts.join('\n')).not.toMatch(/WebAssembly|%PDF-|word\/document\.xml/);
  }
});

test('the player in a package is one script of at most 150 kB gzipped, a sheet and letters, and draws no documents', () => {
  const packaged = readdirSync(join(built, 'packaged')).filter((file) => file !== 'files.json');
  expect(packaged.filter((file) => !/\.woff2$/.test(file)).toSorted()).toEqual(['player.css', 'player.js']);
  expect(gzipped(['packaged/player.js'])).toBeLessThanOrEqual(150_000);
  expect(readFileSync(join(built, 'packaged/player.js'), 'utf8')).not.toMatch(/WebAssembly|%PDF-/);
});
