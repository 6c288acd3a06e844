import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startRealInstallation, type RealInstallation } from './support/installation.ts';
import { speakBy, type RecordClient } from './support/record-client.ts';

let folder = '';
let installation: RealInstallation;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'baken-records-'));
  // Started as root, PostgreSQL runs as another user, who must reach the data.
  chmodSync(folder, 0o711);
  installation = await startRealInstallation(folder);
});
afterAll(async () => {
  await installation.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** `baken lrs …` beside the server that runs; what it prints. */
const baken = (...words: readonly string[]) =>
  execFileSync(
    process.execPath,
    [join(import.meta.dirname, '../src/apps/cli/main.ts'), 'lrs', ...words, '--json', '--data', join(folder, 'data')],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  );

const build = () => ({
  ...{ id: randomUUID(), actor: { mbox: 'mailto:ana@example.org' } },
  ...{ verb: { id: 'https://example.org/did' }, object: { id: 'https://example.org/a' } },
});

/** Writes until the server is gone; the ids of what it said it kept, in its order. */
async function writeOn(client: RecordClient, acknowledged: string[]): Promise<void> {
  for (;;) {
    const batch = [build(), build()];
    const told = await client.post(batch).catch(() => null);
    if (told?.status !== 200) return;
    acknowledged.push(...batch.map(({ id }) => id));
  }
}

test('what was acknowledged is there after server and database were killed, and a revoked key opens nothing', async () => {
  // Its form is that of the command line.
  const { key, secret } = JSON.parse(baken('key', 'create')) as { key: string; secret: string };
  const client = speakBy(installation.address, key, secret, '/xapi');
  const acknowledged: string[] = [];
  const writing = [writeOn(client, acknowledged), writeOn(client, acknowledged)];
  while (acknowledged.length < 20) await wait(20);
  await installation.kill('server and database');
  await Promise.all(writing);
  await installation.startAgain();
  const found: string[] = [];
  let page = await client.ask('GET', 'statements?ascending=true');
  for (;;) {
    const { statements, more } = page.json as { statements: { id: string }[]; more: string };
    found.push(...statements.map(({ id }) => id));
    if (more === '') break;
    page = await client.ask('GET', more);
  }
  expect(acknowledged.filter((id) => !found.includes(id))).toEqual([]);
  expect((await client.post(build())).status).toBe(200);
  expect(JSON.parse(baken('key', 'list'))).toMatchObject([{ key, state: 'open', source: null }]);
  expect(baken('key', 'list')).not.toContain(secret);
  baken('key', 'revoke', key);
  expect((await client.post(build())).status).toBe(401);
});
