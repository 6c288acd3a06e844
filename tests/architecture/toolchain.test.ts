import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { isAllowed, listRuntimeLicences } from '../../scripts/licences.ts';
import { filesOfModule } from '../../scripts/new-module.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const manifest = z
  .object({
    license: z.string(),
    scripts: z.record(z.string(), z.string()),
    devDependencies: z.record(z.string(), z.string()),
    dependencies: z.record(z.string(), z.string()),
    optionalDependencies: z.record(z.string(), z.string()),
  })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));

describe('the toolchain', () => {
  test('node inside npm scripts is 24, whatever the host has', () => {
    const folder = mkdtempSync(join(tmpdir(), 'baken-node-'));
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'planted', scripts: { which: 'node -v' } }));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    const answer = spawnSync('npm', ['run', '--silent', 'which'], { cwd: folder, encoding: 'utf8' });
    rmSync(folder, { recursive: true, force: true });
    expect(answer.stdout.trim()).toMatch(/^v24\./);
    expect(readFileSync(join(root, '.nvmrc'), 'utf8').trim()).toMatch(/^24/);
  });

  test('TypeScript is 6.0: under 7.0 the boundary checker sees no files and reports success', () => {
    expect(manifest.devDependencies['typescript']).toMatch(/^6\.0\./);
  });

  test('versions are exact', () => {
    const all = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
    expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  test('the scripts of the house are there', () => {
    const wanted = [
      'start',
      'dev',
      'check',
      'test',
      'test:postgres',
      'test:journeys',
      'seed',
      'migrate',
      'graph',
      'new:module',
      'bench',
      'baken',
    ];
    expect(wanted.filter((name) => !(name in manifest.scripts))).toEqual([]);
  });

  test('the build server runs npm test', () => {
    expect(readFileSync(join(root, '.ci/run'), 'utf8')).toMatch(/^npm test$/m);
  });
});

describe('licences of what runs', () => {
  test('are on the list', () => {
    const found = listRuntimeLicences(root);
    expect(found.length).toBeGreaterThan(25);
    expect(found.filter((one) => !one.isAllowed)).toEqual([]);
    expect(manifest.license).toBe('EUPL-1.2');
    expect(readFileSync(join(root, 'LICENSE'), 'utf8')).toContain('EUROPEAN UNION PUBLIC LICENCE v. 1.2');
  });

  test.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0-or-later)', true],
    ['GPL-3.0-only', false],
    ['MIT AND GPL-2.0-only', false],
    ['unknown', false],
  ])('%s is allowed: %s', (expression, answer) => {
    expect(isAllowed(expression)).toBe(answer);
  });
});

describe('a new module', () => {
  test('has the inner shape', () => {
    expect(Object.keys(filesOfModule('sample'))).toEqual([
      'README.md',
      'index.ts',
      'contract/sample-routes.ts',
      'messages/en.ts',
      'messages/nl.ts',
    ]);
  });
});
