import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const open = 'src/modules/casework/model/open';

const promise = 'export async function later(): Promise<void> {\n  await Promise.resolve();\n}\n';
const lines = (count: number, line: string): string => `${line}\n`.repeat(count);

/** Lint: the file, what is planted there, the rule that must find it. */
const lint: readonly (readonly [rule: string, file: string, text: string])[] = [
  ['max-lines', `${open}/long-file.ts`, lines(401, 'export {};')],
  [
    'max-lines-per-function',
    `${open}/long-function.ts`,
    `export function longFunction(): void {\n${lines(41, '  Math.abs(1);')}}\n`,
  ],
  [
    'max-lines-per-function',
    'src/modules/casework/web/long-page.tsx',
    `export function LongPage(): null {\n${lines(121, '  Math.abs(1);')}  return null;\n}\n`,
  ],
  ['no-explicit-any', `${open}/any-value.ts`, 'export const anyValue = (value: any): unknown => value;\n'],
  [
    'no-non-null-assertion',
    `${open}/not-null.ts`,
    'export const notNull = (value: string | null): string => value!;\n',
  ],
  ['no-namespace', `${open}/name-space.ts`, 'export namespace NameSpace {\n  export const value = 1;\n}\n'],
  ['no-floating-promises', `${open}/floating.ts`, `${promise}export function floating(): void {\n  later();\n}\n`],
  [
    'no-misused-promises',
    `${open}/misused.ts`,
    `${promise}export const misused = (): void => [1].forEach(async () => later());\n`,
  ],
  [
    'switch-exhaustiveness-check',
    `${open}/half-switch.ts`,
    "export function halfSwitch(state: 'open' | 'closed'): void {\n  switch (state) {\n    case 'open':\n      Math.abs(1);\n  }\n}\n",
  ],
  ['no-console', `${open}/printing.ts`, "export const printing = (): void => console.log('x');\n"],
  ['no-warning-comments', `${open}/unfinished.ts`, '// TODO later\nexport const unfinished = 1;\n'],
  [
    'consistent-type-imports',
    `${open}/type-import.ts`,
    "import { Kept } from './kept.ts';\nexport const typeImport = (kept: Kept): Kept => kept;\n",
  ],
];

const row = "name: 'a', method: 'GET', path: '/api/a', output: 'nothing', refusals: []";

/** Types: the file, what is planted there, the project and the error that must be reported. */
const types: readonly (readonly [rule: string, file: string, text: string, project: string, code: string])[] = [
  [
    'D4 no DOM in shared code',
    `${open}/dom.ts`,
    'export const dom = (): string => document.title;\n',
    'shared',
    'TS2584',
  ],
  [
    'D4 no Node in shared code',
    `${open}/node.ts`,
    "import { readFileSync } from 'node:fs';\nexport const node = readFileSync;\n",
    'shared',
    'TS2591',
  ],
  ['T1 no enum', `${open}/numbered.ts`, 'export enum Numbered {\n  One,\n}\n', 'shared', 'TS1294'],
  [
    'T1 no namespace',
    `${open}/name-space.ts`,
    'export namespace NameSpace {\n  export const value = 1;\n}\n',
    'shared',
    'TS1294',
  ],
  [
    'T1 no parameter property',
    `${open}/parameter.ts`,
    'export class Parameter {\n  constructor(readonly value: string) {}\n}\n',
    'shared',
    'TS1294',
  ],
  [
    'T2 a union not handled',
    `${open}/unhandled.ts`,
    "export function unhandled(state: 'open' | 'closed'): number {\n  switch (state) {\n    case 'open':\n      return 1;\n  }\n}\n",
    'shared',
    'TS2366',
  ],
  [
    'P2 a route without permission',
    'src/modules/casework/contract/no-permission.ts',
    `import { defineRoute } from '#platform/base';\nexport const noPermission = defineRoute({ ${row}, audit: 'a.b' });\n`,
    'shared',
    'TS2345',
  ],
  [
    'P2 a route without audit act',
    'src/modules/casework/contract/no-audit.ts',
    `import { defineRoute } from '#platform/base';\nexport const noAudit = defineRoute({ ${row}, permission: 'a.b' });\n`,
    'shared',
    'TS2345',
  ],
  [
    'P2 none without a reason',
    'src/modules/casework/contract/no-reason.ts',
    `import { defineRoute } from '#platform/base';\nexport const noReason = defineRoute({ ${row}, permission: 'a.b', audit: { none: undefined } });\n`,
    'shared',
    'TS2322',
  ],
  [
    'T3 a brand is no string',
    `${open}/branded.ts`,
    "import type { UserId } from '#platform/base';\nexport const branded: UserId = 'someone';\n",
    'shared',
    'TS2322',
  ],
];

let folder: string;
let linted: string;
const compiled = new Map<string, string>();

function run(tool: string, ...words: readonly string[]): string {
  const done = spawnSync(join(root, 'node_modules/.bin', tool), words, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    // What a tool prints is compared word by word, so no colours, whatever the terminal wants.
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
  });
  return `${done.stdout}${done.stderr}`;
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'baken-planted-'));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const file of [
    '.oxlintrc.json',
    '.prettierrc.json',
    'package.json',
    'tsconfig.json',
    'tsconfig.shared.json',
    'tsconfig.server.json',
    'tsconfig.web.json',
  ]) {
    cpSync(join(root, file), join(folder, file));
  }
  cpSync(join(root, 'src/platform/base'), join(folder, 'src/platform/base'), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  write(`${open}/kept.ts`, 'export interface Kept {\n  readonly kept: true;\n}\n');
  for (const [, file, text] of [...lint, ...types]) write(file, text);
  write('src/untidy.ts', 'export const untidy   = "1"\n');
  linted = run('oxlint', '--type-aware', '--format=unix', 'src/modules');
  compiled.set('shared', run('tsc', '-p', 'tsconfig.shared.json', '--noEmit', '--incremental', 'false'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('lint, types and format are proven', () => {
  test.each(lint)('lint: %s is caught in %s', (rule, file) => {
    expect(linted.split('\n').some((line) => line.includes(file) && line.includes(rule))).toBe(true);
  });

  test.each(types)('types: %s, in %s', (_rule, file, _text, project, code) => {
    expect((compiled.get(project) ?? '').split('\n').some((line) => line.startsWith(file) && line.includes(code))).toBe(
      true,
    );
  });

  test('format: an untidy file is found', () => {
    expect(run('prettier', '--check', 'src/untidy.ts')).toContain('[warn] src/untidy.ts');
  });
});

describe('knip is proven (T4)', () => {
  test('an unused file, export and dependency are found', () => {
    const place = mkdtempSync(join(tmpdir(), 'baken-unused-'));
    mkdirSync(join(place, 'src/apps/server'), { recursive: true });
    cpSync(join(root, 'knip.json'), join(place, 'knip.json'));
    symlinkSync(join(root, 'node_modules'), join(place, 'node_modules'));
    writeFileSync(
      join(place, 'package.json'),
      JSON.stringify({ name: 'planted', type: 'module', dependencies: { zod: '4.6.7' } }),
    );
    writeFileSync(join(place, 'src/apps/server/main.ts'), "import { used } from './one.ts';\nused();\n");
    writeFileSync(
      join(place, 'src/apps/server/one.ts'),
      'export const used = (): number => 1;\nexport const unusedExport = 2;\n',
    );
    writeFileSync(join(place, 'src/apps/server/alone.ts'), 'export const alone = 1;\n');
    const done = spawnSync(join(root, 'node_modules/.bin/knip'), ['--no-progress', '--no-config-hints'], {
      cwd: place,
      encoding: 'utf8',
    });
    rmSync(place, { recursive: true, force: true });
    expect(done.stdout).toMatch(/unusedExport/);
    expect(done.stdout).toMatch(/src\/apps\/server\/alone\.ts/);
    expect(done.stdout).toMatch(/zod/);
    expect(done.status).not.toBe(0);
  });
});
