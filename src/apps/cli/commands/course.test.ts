import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, expect, test } from 'vitest';

const sample = join(import.meta.dirname, '../../../../content/courses/recognising-trafficking');
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'baken-course-'));
  cpSync(sample, folder, { recursive: true });
  writeFileSync(join(folder, 'sources.yaml'), 'unodc: [');
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The command as it is called, with what it answers. */
function baken(...words: string[]): { readonly status: number | null; readonly out: string } {
  const done = spawnSync(process.execPath, [join(import.meta.dirname, '../main.ts'), 'course', ...words], {
    encoding: 'utf8',
  });
  return { status: done.status, out: done.stdout };
}

test('a course without a finding answers 0 and says nothing; for programs it says so', () => {
  expect(baken('check', sample)).toEqual({ status: 0, out: '' });
  const { status, out } = baken('check', sample, '--json');
  expect([status, JSON.parse(out)]).toEqual([0, { ok: true, findings: [] }]);
});

test('findings answer 1, each with file and line', () => {
  const lines = baken('check', folder);
  expect(lines.status).toBe(1);
  expect(lines.out).toMatch(/sources\.yaml:1 yaml-malformed this is no YAML from here on/);
  const { status, out } = baken('check', folder, '--json');
  const finding = { code: 'yaml-malformed', file: 'sources.yaml', line: 1, text: 'this is no YAML from here on' };
  expect([status, JSON.parse(out)]).toEqual([1, { ok: false, findings: [finding] }]);
});

test('what is no course, or no such command, is refused', () => {
  expect(baken('check', tmpdir())).toMatchObject({ status: 2 });
  expect(baken('check')).toMatchObject({ status: 2 });
  expect(baken('fork', sample)).toMatchObject({ status: 2 });
});
