import { readFileSync, readdirSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** Why Node cannot run this source as it stands; null where it can. */
function objectionOf(source: string): string | null {
  try {
    stripTypeScriptTypes(source);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

test('Node reads every source that it runs, whatever the compiler and the bundler make of it', () => {
  const files = ['src', 'scripts'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
      .map((name) => join(folder, name)),
  );
  expect(files.length).toBeGreaterThan(800);
  const objections = files.flatMap((file) => {
    const objection = objectionOf(readFileSync(join(root, file), 'utf8'));
    return objection === null ? [] : [`${file}: ${objection}`];
  });
  expect(objections).toEqual([]);
});

test.each([
  ['a loop whose part is called `of`', 'for (const of of [1]) console.log(of);'],
  ['an enum', 'enum Lamp { On }'],
])('%s is seen', (_what, source) => {
  expect(objectionOf(source)).not.toBeNull();
});
