/**
 * npm run durability -- [--rounds N]: kills the server, its embedded database, or both with SIGKILL while real
 * clients write records and files, starts again and looks whether everything that was acknowledged is there.
 * The last line is `N acknowledged, N lost`. A power cut is not imitated: it needs a machine that loses power.
 */
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createId, expectOk, type RecordId } from '#platform/base';
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
import { startRealInstallation, type RealInstallation, type Victim } from '../tests/support/installation.ts';
import { connectTo } from '../tests/support/test-server.ts';

const say = (line: string): void => console.log(line);
const victims: readonly Victim[] = ['server', 'database', 'server and database'];

/** What the server has acknowledged so far. */
interface Acknowledged {
  readonly records: Set<RecordId>;
  readonly files: { readonly handle: DocumentHandle; readonly bytes: Uint8Array }[];
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

async function found({
  address,
  foundingCode,
}: RealInstallation): Promise<{ readonly session: SpaceSession; readonly space: OpenedSpace }> {
  const { parts, person } = await buildFounder(buildParts(connectTo(address).api), foundingCode);
  const { tenant, user, identity } = person;
  const directory = expectOk(await loadDirectory(parts, person));
  const marks = createMarks(await openOwnKeyring(person));
  const randomBytes = testRandomBytes;
  const { api, clock } = parts;
  const session: SpaceSession = { tenant, user, identity, directory, api, clock, randomBytes, marks };
  return { session, space: expectOk(await createDirectory(session, 'Durability')) };
}

async function main(rounds: number): Promise<number> {
  const kept: Acknowledged = { records: new Set(), files: [] };
  let lost = 0;
  const installation = await startRealInstallation();
  try {
    const { session, space } = await found(installation);
    for (let round = 0; round < rounds && lost === 0; round += 1) {
      const victim = victims[round % victims.length] ?? 'server';
      const before = kept.records.size;
      const current = expectOk(await refreshSpace(session, space));
      const writing = writeUntilGone(session, current, kept);
      await wait(100 + (testRandomBytes(1)[0] ?? 0) * 2);
      await installation.kill(victim);
      await writing;
      await installation.startAgain();
      lost = await countLost(session, space, kept);
      say(`round ${round + 1}: killed ${victim} after ${kept.records.size - before} writes; ${lost} lost`);
    }
  } finally {
    await installation.stop();
  }
  say(`${kept.records.size + kept.files.length} acknowledged, ${lost} lost`);
  return lost === 0 ? 0 : 1;
}

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '50' }, help: { type: 'boolean' } } });
if (values.help) say('npm run durability -- [--rounds N]   kill -9 during writes; ends with N acknowledged, N lost');
else process.exitCode = await main(Number(values.rounds));
