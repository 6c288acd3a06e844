import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';

const root = fileURLToPath(new URL('../../', import.meta.url));
const casework = 'src/modules/casework';

/** File of the planted tree, the import planted there, and the rule that must find it. */
const planted: readonly (readonly [rule: string, file: string, imports: string])[] = [
  ['doors-only', `${casework}/server/commands/planted.ts`, '../../../../kernel/tasks/model/inner.ts'],
  ['doors-only-from-outside', 'src/apps/server/planted.ts', '../../modules/casework/model/open/inner.ts'],
  ['platform-doors-only', `${casework}/web/planted-platform.ts`, '../../../platform/client/inner.ts'],
  ['platform-doors-between-parts', 'src/platform/client/planted-around.ts', '../crypto/suite-1/records.ts'],
  ['platform-knows-nothing', 'src/platform/server/db/planted.ts', '#kernel/tasks'],
  ['kernel-knows-no-module', 'src/kernel/tasks/model/planted.ts', '#modules/casework'],
  ['nobody-imports-apps', `${casework}/web/planted-apps.ts`, '../../../apps/server/planted.ts'],
  ['kernel-order-accounts', 'src/kernel/accounts/model/planted.ts', '#kernel/tasks'],
  ['kernel-order-known', 'src/kernel/unheard/planted.ts', '#platform/base'],
  ['base-imports-nothing', 'src/platform/base/planted.ts', '../crypto/index.ts'],
  ['crypto-imports-base', 'src/platform/crypto/planted.ts', '../client/index.ts'],
  ['client-imports-base-and-crypto', 'src/platform/client/planted.ts', '#platform/crypto/server'],
  ['layer-model-open', `${casework}/model/open/planted-layer.ts`, '../../contract/inner.ts'],
  ['layer-model-sealed', `${casework}/model/sealed/planted-layer.ts`, '../../contract/inner.ts'],
  ['layer-policy', `${casework}/policy/planted.ts`, '../model/sealed/story.ts'],
  ['layer-contract', `${casework}/contract/planted.ts`, '../model/sealed/story.ts'],
  ['layer-client', `${casework}/client/planted.ts`, '../server/store/inner.ts'],
  ['layer-messages', `${casework}/messages/en.ts`, '../model/open/inner.ts'],
  ['layer-server', `${casework}/server/commands/planted-layer.ts`, '#platform/crypto'],
  ['layer-web', `${casework}/web/planted-layer.ts`, '../testing/inner.ts'],
  ['layer-testing', `${casework}/testing/planted.ts`, '../web/inner.ts'],
  ['server-never-reaches-sealed', `${casework}/server/queries/planted.ts`, '../../policy/planted.ts'],
  ['server-never-reaches-client', `${casework}/server/queries/planted-client.ts`, '#modules/casework/client'],
  ['server-never-decrypts', 'src/kernel/accounts/server/planted.ts', '#platform/crypto'],
  ['server-sealed-for-notices', `${casework}/server/planted-sealed.ts`, '#platform/crypto/server-sealed'],
  ['sealed-leaves-by-web-or-client', 'src/modules/learning/index.ts', './model/sealed/story.ts'],
  ['web-never-reaches-server', `${casework}/web/planted.ts`, '../server/store/inner.ts'],
  ['shared-without-node', `${casework}/model/open/planted-node.ts`, 'node:fs'],
  ['shared-without-sides', `${casework}/model/open/planted-side.ts`, '../../web/inner.ts'],
  ['no-cycle', `${casework}/model/open/cycle-one.ts`, './cycle-two.ts'],
  ['module-edges-learning', 'src/modules/learning/web/planted.ts', '#modules/casework'],
  ['modules-known', 'src/modules/unheard/planted.ts', '#platform/base'],
  ['sql-in-store-only', `${casework}/server/commands/planted-sql.ts`, 'kysely'],
  ['primitives-in-crypto-only', `${casework}/client/planted-crypto.ts`, 'jose'],
  ['node-crypto-in-crypto-only', `${casework}/server/commands/planted-crypto.ts`, 'node:crypto'],
  ['seeded-randomness-stays-in-practice', 'src/apps/server/planted-random.ts', '../cli/seed/seeded-random.ts'],
  ['testing-stays-in-tests', 'src/apps/server/planted-testing.ts', '../../modules/casework/testing/inner.ts'],
  ['resolvable', 'src/apps/server/planted-nothing.ts', './nowhere.ts'],
];

/** What the planted files lean on; innocent by themselves. */
const innocent: Readonly<Record<string, string>> = {
  'src/platform/base/index.ts': 'export const base = 1;',
  'src/platform/crypto/index.ts': "export { records } from './suite-1/records.ts';",
  'src/platform/crypto/server.ts': 'export const server = 1;',
  'src/platform/crypto/server-sealed.ts': 'export const sealed = 1;',
  'src/platform/crypto/suite-1/records.ts': 'export const records = 1;',
  'src/platform/client/index.ts': 'export const client = 1;',
  'src/platform/client/inner.ts': 'export const inner = 1;',
  'src/kernel/tasks/index.ts': 'export const tasks = 1;',
  'src/kernel/tasks/model/inner.ts': 'export const inner = 1;',
  [`${casework}/index.ts`]: 'export const casework = 1;',
  [`${casework}/client/index.ts`]: 'export const client = 1;',
  [`${casework}/model/open/inner.ts`]: 'export const inner = 1;',
  [`${casework}/model/open/cycle-two.ts`]: "export type { value as other } from './cycle-one.ts';",
  [`${casework}/model/sealed/story.ts`]: 'export const story = 1;',
  [`${casework}/contract/inner.ts`]: 'export const inner = 1;',
  [`${casework}/server/store/inner.ts`]: 'export const inner = 1;',
  [`${casework}/web/inner.ts`]: 'export const inner = 1;',
  [`${casework}/testing/inner.ts`]: 'export const inner = 1;',
  'src/modules/learning/model/sealed/story.ts': 'export const story = 1;',
  'src/apps/cli/seed/seeded-random.ts': 'export const random = 1;',
};

const report = z.object({
  modules: z.array(z.unknown()),
  summary: z.object({ violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })) }),
});

let folder: string;
let found: z.infer<typeof report>;

function cruise(cwd: string, ...folders: readonly string[]): z.infer<typeof report> {
  const tool = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const run = spawnSync(
    process.execPath,
    [tool, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...folders],
    {
      cwd,
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
    },
  );
  return report.parse(JSON.parse(run.stdout));
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'baken-planted-'));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `${text}\n`);
  };
  for (const [path, text] of Object.entries(innocent)) write(path, text);
  for (const [, path, imports] of planted)
    write(path, `import { value as planted } from '${imports}';\nexport const value = planted;`);
  for (const file of ['.dependency-cruiser.cjs', 'package.json', 'tsconfig.json'])
    cpSync(join(root, file), join(folder, file));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  found = cruise(folder, 'src');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the graph checker is proven (D9)', () => {
  test.each(planted)('%s is caught in %s', (rule, file) => {
    const rules = found.summary.violations.filter(({ from }) => from === file).map((violation) => violation.rule.name);
    expect(rules).toContain(rule);
  });

  test('every rule of the configuration has a planted violation, order and edges of one table counting once', () => {
    const config = readFileSync(join(root, '.dependency-cruiser.cjs'), 'utf8');
    const names = [...config.matchAll(/rule\(\s*'([a-z0-9-]+)'/g)].map(([, name]) => name);
    expect(names.length).toBeGreaterThan(20);
    const proven = new Set(planted.map(([rule]) => rule));
    expect(names.filter((name) => name !== undefined && !proven.has(name))).toEqual([]);
  });

  // The whole tree takes most of a minute of work, and other checks run beside it.
  test('it sees the real tree: module count above a floor', () => {
    const real = cruise(root, 'src');
    expect(real.modules.length).toBeGreaterThan(200);
    // As long as it takes on a machine that does other things as well.
  }, 300_000);
});
