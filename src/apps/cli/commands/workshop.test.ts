import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';

const sample = join(import.meta.dirname, '../../../../content/workshops/talking-safely');

/** The command as it is called, with what it answers. */
function baken(...words: string[]): { readonly status: number | null; readonly out: string } {
  const done = spawnSync(process.execPath, [join(import.meta.dirname, '../main.ts'), 'workshop', ...words], {
    encoding: 'utf8',
  });
  return { status: done.status, out: done.stdout };
}

test('a workshop without a finding answers 0; what is none, or no such command, is refused', () => {
  const { status, out } = baken('check', sample, '--json');
  expect([status, JSON.parse(out)]).toEqual([0, { ok: true, findings: [] }]);
  expect(baken('check', tmpdir())).toMatchObject({ status: 2 });
  expect(baken('check')).toMatchObject({ status: 2 });
  expect(baken('give', sample)).toMatchObject({ status: 2 });
});
