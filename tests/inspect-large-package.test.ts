import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inspectPackage } from '#modules/learning/server';
import { buildZip, type ZippedFile } from './support/build-zip.ts';
import { course, parts, scorm } from './support/small-scorm.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'baken-large-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function write(files: readonly ZippedFile[]): string {
  const path = join(folder, 'package');
  writeFileSync(path, buildZip(files));
  return path;
}

test('a package of more than 100 MB is called large, and is not held in memory', async () => {
  const film = Buffer.alloc(100_000_001, 7);
  const files = [{ name: 'imsmanifest.xml', data: scorm(course) }, ...parts];
  const report = await inspectPackage(write([...files, { name: 'film.mp4', data: film, stored: true }]));
  expect([report.ok, report.problems.map(({ code }) => code)]).toEqual([true, ['large']]);
  const most = (path: string): number => {
    const inspect = join(import.meta.dirname, '../src/modules/learning/server/packages/inspect-package.ts');
    const words = `const { inspectPackage } = await import(${JSON.stringify(inspect)});
      await inspectPackage(${JSON.stringify(path)}); console.log(process.resourceUsage().maxRSS);`;
    return Number(execFileSync(process.execPath, ['--input-type=module', '-e', words], { encoding: 'utf8' }));
  };
  const ofLarge = most(join(folder, 'package'));
  write(files);
  // In kB: pieces that were read and not swept up yet, never the whole.
  expect(ofLarge - most(join(folder, 'package'))).toBeLessThan(90_000);
});
