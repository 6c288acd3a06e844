import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { expectOk } from '#platform/base';
import { layPreparedCluster } from '../../../../../tests/support/prepared-cluster.ts';
import { isRunning } from './claim-folder.ts';
import { findLeftOver } from './find-left-over.ts';
import { socketFolder, startEmbedded } from './start-embedded.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baken-launch-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function ask(socket: string, question: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ host: socket, user: 'baken_super', database: 'postgres' });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(question)).rows;
  } finally {
    await client.end();
  }
}

/** Starts the database in a process of its own that is killed once it wrote a row. */
async function killedAfterWriting(): Promise<void> {
  const program = `
    import pg from 'pg';
    import { startEmbedded } from ${JSON.stringify(join(import.meta.dirname, 'start-embedded.ts'))};
    const started = await startEmbedded(${JSON.stringify(folder)});
    const client = new pg.Client({ host: started.value.socket, user: 'baken_super', database: 'postgres' });
    await client.connect();
    await client.query('CREATE TABLE kept (n int)');
    await client.query('INSERT INTO kept VALUES (7)');
    process.stdout.write('written');
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    cwd: process.cwd(),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((resolve) => child.stdout.once('data', () => resolve()));
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGKILL');
  await gone;
}

describe('the embedded database', () => {
  test('has no network port, writes through to the disk and stops cleanly', async () => {
    const { socket, pid, stop } = expectOk(await startEmbedded(folder));
    expect(await ask(socket, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '' }]);
    expect(await ask(socket, 'SHOW fsync')).toEqual([{ fsync: 'on' }]);
    await stop();
    expect(isRunning(pid)).toBe(false);
    expect(existsSync(join(folder, 'postgres', 'postmaster.pid'))).toBe(false);
  });

  test('is closed to other users of the machine', async () => {
    const { socket, stop } = expectOk(await startEmbedded(folder));
    expect(statSync(socket).mode & 0o077).toBe(0);
    expect(statSync(join(folder, 'postgres')).mode & 0o077).toBe(0);
    await stop();
  });

  test.runIf(process.getuid?.() === 0)('says which folder keeps the database user out', async () => {
    const started = await startEmbedded(join(folder, 'inside'));
    expect(started).toMatchObject({ ok: false, refusal: { type: 'DatabaseFailed' } });
    expect(JSON.stringify(started)).toContain(`cannot pass ${folder}.`);
  });

  test('ends when asked or says that it was lost', async () => {
    await layPreparedCluster(folder);
    const { pid, lost, stop } = expectOk(await startEmbedded(folder));
    process.kill(pid, 'SIGKILL');
    await lost;
    await stop();
    const again = expectOk(await startEmbedded(folder));
    await again.stop();
  });

  test('refuses a second one on the same folder and leaves the first alone', async () => {
    await layPreparedCluster(folder);
    const first = expectOk(await startEmbedded(folder));
    expect(await startEmbedded(folder)).toEqual({ ok: false, refusal: { type: 'InUse', pid: process.pid } });
    expect(await ask(first.socket, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await first.stop();
  });

  test('listens elsewhere when the folder lies too deep for a socket', async () => {
    const deep = join(folder, 'a'.repeat(60), 'b'.repeat(60));
    const socket = await socketFolder(deep);
    expect(socket.startsWith(folder)).toBe(false);
    expect(socket.length).toBeLessThan(107 - '/.s.PGSQL.5432'.length);
    expect(await socketFolder(folder)).toBe(join(folder, 'socket'));
  });

  test('stops what a killed process left behind and keeps what it had acknowledged', async () => {
    await layPreparedCluster(folder);
    await killedAfterWriting();
    const left = findLeftOver(join(folder, 'postgres'));
    expect(left).not.toBeNull();
    const { socket, pid, stop } = expectOk(await startEmbedded(folder));
    expect(pid).not.toBe(left);
    expect(await ask(socket, 'SELECT n FROM kept')).toEqual([{ n: 7 }]);
    await stop();
  });

  test('does not stop another program that got the old number', () => {
    mkdirSync(join(folder, 'postgres'));
    writeFileSync(join(folder, 'postgres', 'postmaster.pid'), `${process.pid}\n`);
    expect(findLeftOver(join(folder, 'postgres'))).toBeNull();
  });
});
