import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hostilePackages } from './support/hostile-packages.ts';

/** What was found in a package, by its place in the list. */
interface Found {
  readonly ok: boolean;
  readonly codes: readonly string[];
}

let folder = '';
let found: readonly Found[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'baken-hostile-'));
  for (const [at, { bytes }] of hostilePackages.entries()) writeFileSync(join(folder, String(at)), bytes());
  const inspect = join(import.meta.dirname, '../src/modules/learning/server/packages/inspect-package.ts');
  // All of them in one process that has little memory: what would take more ends it.
  const words = `const { inspectPackage } = await import(${JSON.stringify(inspect)});
    const told = [];
    for (let at = 0; at < ${hostilePackages.length}; at += 1) {
      const report = await inspectPackage(${JSON.stringify(folder)} + '/' + at);
      told.push({ ok: report.ok, codes: [...new Set(report.problems.map(({ code }) => code))] });
    }
    console.log(JSON.stringify(told));`;
  const out = execFileSync(process.execPath, ['--max-old-space-size=256', '--input-type=module', '-e', words], {
    encoding: 'utf8',
    maxBuffer: 50_000_000,
  });
  // Written by the lines above.
  found = JSON.parse(out) as readonly Found[];
}, 120_000);
afterAll(() => {
  // Nothing was ever unpacked beside what was written here.
  expect(readdirSync(folder).length).toBe(hostilePackages.length);
  rmSync(folder, { recursive: true });
});

test.each(hostilePackages.map(({ name, code }, at) => [name, code, at] as const))('%s: %s', (_, code, at) => {
  const { ok, codes } = found[at] ?? expect.unreachable();
  expect(ok).toBe(code === null);
  if (code !== null) expect(codes).toContain(code);
});
