/**
 * npm run durability -- [--rounds N]: kills the server, its embedded database, or both with SIGKILL while real
 * clients write records and files, starts again and looks whether everything that was acknowledged is there.
 * The last line is `N acknowledged, N lost`. A power cut is not imitated: it needs a machine that loses power.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createId, expectOk, systemClock, type RecordId } from '#platform/base';
import { createMarks, loadDirectory, openOwnKeyring } from '#kernel/accounts/client';
import { buildFounder, buildParts, testRandomBytes } from '#kernel/accounts/testing';
import {
  appendToSpace,
  attachDocument,
  createDirectory,
  openSpace,
  readDocument,
  refreshSpace,
  type DocumentHandle,
  type OpenedSpace,
  type SpaceSession,
} from '#kernel/spaces/client';
import { connectTo } from '../tests/support/test-server.ts';

const say = (line: string): void => console.log(line);
const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'baken-durability-'));
// Started as root, PostgreSQL runs as another user, who must reach the data.
chmodSync(folder, 0o711);
const data = join(folder, 'data');
const port = 18_000 + (process.pid % 1_000);
const victims = ['server', 'database', 'server and database'] as const;

/** What the server has acknowledged so far. */
interface Acknowledged {
  readonly records: Set<RecordId>;
  readonly files: { readonly handle: DocumentHandle; readonly bytes: Uint8Array }[];
}

/** Starts Baken in a process of its own and waits until it answers. */
async function start(): Promise<ChildProcess> {
  const words = ['src/apps/cli/main.ts', 'start', '--empty', '--data', data, '--port', String(port)];
  const child = spawn(process.execPath, words, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  for (let attempt = 0; attempt < 600 && child.exitCode === null; attempt += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => null);
    if (answer?.ok) return child;
    await wait(50);
  }
  throw new Error('Baken did not start again');
}

async function ended(child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 600 && child.exitCode === null && child.signalCode === null; attempt += 1)
    await wait(20);
  if (child.exitCode === null && child.signalCode === null) throw new Error('Baken outlived its database');
}

async function kill(victim: (typeof victims)[number], child: ChildProcess): Promise<void> {
  const postmaster = Number(readFileSync(join(data, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  if (victim !== 'database') child.kill('SIGKILL');
  if (victim !== 'server') process.kill(postmaster, 'SIGKILL');
  await ended(child);
}

/** Writes a record and a file in turn until the server is gone; counts only what was answered. */
async function writeUntilGone(session: SpaceSession, from: OpenedSpace, kept: Acknowledged): Promise<void> {
  let current = from;
  for (;;) {
    const record = createId<RecordId>(testRandomBytes);
    const put = { kind: 'put', record, type: 'person', schema: 'member-name/1', payload: { name: 'x' } } as const;
    const bytes = testRandomBytes(20_000);
    const attached = await attachDocument(session, current, bytes);
    if (!attached.ok) return;
    const added = await appendToSpace(session, current, [put, attached.value.change]);
    if (!added.ok) return;
    kept.records.add(record);
    kept.files.push({ handle: attached.value.handle, bytes });
    current = added.value;
  }
}

async function countLost(session: SpaceSession, space: OpenedSpace, kept: Acknowledged): Promise<number> {
  const seen = expectOk(await openSpace(session, space.id));
  let lost = seen.unfit.length + [...kept.records].filter((record) => !seen.records.has(record)).length;
  for (const { handle, bytes } of kept.files) {
    const read = await readDocument(session, seen, handle);
    if (!read.ok || Buffer.compare(read.value, bytes) !== 0) lost += 1;
  }
  return lost;
}

async function found(): Promise<{ readonly session: SpaceSession; readonly space: OpenedSpace }> {
  const code = readFileSync(join(data, 'secrets', 'founding-code'), 'utf8');
  const { api } = connectTo(`http://127.0.0.1:${port}`);
  const { parts, person } = await buildFounder(buildParts(api), code);
  const { tenant, user, identity } = person;
  const directory = expectOk(await loadDirectory(parts, person));
  const marks = createMarks(await openOwnKeyring(person));
  const randomBytes = testRandomBytes;
  const session: SpaceSession = { tenant, user, identity, directory, api, clock: systemClock, randomBytes, marks };
  return { session, space: expectOk(await createDirectory(session, 'Durability')) };
}

async function main(rounds: number): Promise<number> {
  const kept: Acknowledged = { records: new Set(), files: [] };
  let lost = 0;
  let child = await start();
  const { session, space } = await found();
  for (let round = 0; round < rounds; round += 1) {
    const victim = victims[round % victims.length] ?? 'server';
    const before = kept.records.size;
    const current = expectOk(await refreshSpace(session, space));
    const writing = writeUntilGone(session, current, kept);
    await wait(100 + (testRandomBytes(1)[0] ?? 0) * 2);
    await kill(victim, child);
    await writing;
    child = await start();
    lost = await countLost(session, space, kept);
    say(`round ${round + 1}: killed ${victim} after ${kept.records.size - before} writes; ${lost} lost`);
    if (lost > 0) break;
  }
  child.kill('SIGTERM');
  await ended(child);
  say(`${kept.records.size + kept.files.length} acknowledged, ${lost} lost`);
  return lost === 0 ? 0 : 1;
}

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '50' }, help: { type: 'boolean' } } });
if (values.help) say('npm run durability -- [--rounds N]   kill -9 during writes; ends with N acknowledged, N lost');
else {
  try {
    process.exitCode = await main(Number(values.rounds));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
