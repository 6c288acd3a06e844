import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, expect, test } from 'vitest';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'baken-stats-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, content: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

/** The command as it is called, with what it answers. */
function baken(...words: string[]): { readonly status: number | null; readonly out: string } {
  const done = spawnSync(process.execPath, [join(import.meta.dirname, '../main.ts'), 'stats', ...words], {
    encoding: 'utf8',
  });
  return { status: done.status, out: done.stdout };
}

test('an answer is JSON for programs, lines for people, and 0 whatever the verdict', () => {
  const table = file('table.json', {
    kind: 'table',
    rule: 'exact',
    published: [
      [4, 4],
      [4, 4],
    ],
  });
  const { status, out } = baken('audit', table, '--json');
  expect([status, JSON.parse(out)]).toMatchObject([0, { verdict: 'block' }]);
  expect(baken('audit', table).out).toContain('verdict: block\n');
});

test('a refusal is JSON on standard output and 2', () => {
  const { status, out } = baken('protect', file('count.json', { counts: [1, -1] }), '--json');
  const error = {
    code: 'count-malformed',
    message: 'A count is a whole number from 0, within what this field allows.',
    path: 'counts[1]',
  };
  expect([status, JSON.parse(out)]).toEqual([2, { error }]);
});

test('in a batch a refusal stands in its place, and the exit status is 0', () => {
  const batch = file('batch.json', [
    {
      table: [
        [1, 2],
        [3, 4],
      ],
      base: 5,
    },
    { table: [[1]] },
    7,
  ]);
  const { status, out } = baken('round', '--batch', batch, '--json');
  expect(status).toBe(0);
  expect(JSON.parse(out)).toMatchObject([
    { status: 'optimal' },
    { error: { code: 'field-missing', path: 'base' } },
    { error: { code: 'json-malformed' } },
  ]);
  // Without --json the same for people, each answer under its number.
  expect(baken('round', '--batch', batch).out).toMatch(
    /^\[0\]\nstatus: optimal\n[^]*\n\[1\]\nerror code: field-missing\n[^]*\n\[2\]\n/,
  );
});

test('a table of lists may come as comma separated values', () => {
  const csv = file('lists.csv', 'A,B,C,count\n1,0,0,40\n0,1,0,30\n0,0,1,20\n1,1,0,6\n');
  const { status, out } = baken('estimate', csv, '--json');
  expect([status, JSON.parse(out)]).toMatchObject([0, { seen: 96, models: [{ method: 'main', df: 3 }, {}, {}, {}] }]);
});

test('what is no JSON, no file, no batch and no command is refused', () => {
  for (const words of [
    ['protect', file('broken.json', '{"counts":')],
    ['protect', join(folder, 'missing.json')],
    ['protect', '--batch', file('one.json', {})],
    ['protect'],
    ['guess', file('two.json', {})],
  ]) {
    const { status, out } = baken(...words, '--json');
    expect([status, JSON.parse(out)]).toMatchObject([2, { error: { message: expect.any(String) as unknown } }]);
  }
});
