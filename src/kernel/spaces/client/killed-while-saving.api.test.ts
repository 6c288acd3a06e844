import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createId, expectOk, type RecordId } from '#platform/base';
import { createApi } from '#platform/client';
import { createMarks, loadDirectory, openOwnKeyring } from '#kernel/accounts/client';
import { buildFounder, buildParts, testRandomBytes } from '#kernel/accounts/testing';
import { startRealInstallation, type RealInstallation, type Victim } from '../../../../tests/support/installation.ts';
import { connectTo } from '../../../../tests/support/test-server.ts';
import { sendBatch } from './append-to-space.ts';
import { buildBatch } from './batch-builder.ts';
import { createDirectory, openSpace, refreshSpace, type OpenedSpace, type SpaceSession } from './index.ts';

let installation: RealInstallation;
let session: SpaceSession;
let space: OpenedSpace;
/** What is asked while the installation is down is asked when it is back. */
let up: Promise<void> = Promise.resolve();
/** Done when the next answer has left the server; then that answer is lost. */
let onceAnswered: (() => Promise<void>) | null = null;
let interrupted = 0;

beforeAll(async () => {
  installation = await startRealInstallation();
  const client = connectTo(installation.address);
  const { parts, person } = await buildFounder(buildParts(client.api), installation.foundingCode);
  const patient = createApi({
    baseUrl: installation.address,
    fetch: async (address, options) => {
      await up;
      try {
        const response = await client.fetch(address, options);
        if (response.status === 503) interrupted += 1;
        const die = onceAnswered;
        onceAnswered = null;
        if (die === null) return response;
        await die();
        throw new Error('the answer was lost');
      } catch (lost) {
        interrupted += 1;
        throw lost;
      }
    },
  });
  const { tenant, user, identity } = person;
  const directory = expectOk(await loadDirectory(parts, person));
  const marks = createMarks(await openOwnKeyring(person));
  session = {
    tenant,
    user,
    identity,
    directory,
    api: patient,
    clock: parts.clock,
    randomBytes: testRandomBytes,
    marks,
  };
  space = expectOk(await createDirectory(session, 'Anna Founder'));
});
afterAll(() => installation.stop());

/** Which process dies, and when: so many milliseconds after the batch was sent, or once the server kept it. */
const deaths: readonly (readonly [Victim, number | 'kept'])[] = [
  ['server', 'kept'],
  ['database', 4],
  ['server and database', 'kept'],
  ['server', 7],
  ['server and database', 10],
];

async function dieAndComeBack(victim: Victim): Promise<void> {
  const back = Promise.withResolvers<void>();
  up = back.promise;
  await installation.kill(victim);
  await installation.startAgain();
  back.resolve();
}

// Baken is started six times in it; how long that takes is the machine's affair.
const patience = { timeout: 180_000 };

test('the very same batch, sent again after a kill in the middle of it, is saved exactly once', patience, async () => {
  for (const [victim, when] of deaths) {
    space = expectOk(await refreshSpace(session, space));
    const record = createId<RecordId>(testRandomBytes);
    const payload = { name: `Saved while the ${victim} was killed` };
    const batch = expectOk(
      await buildBatch(session, space, [{ kind: 'put', record, type: 'person', schema: 'member-name/1', payload }]),
    );
    if (when === 'kept') onceAnswered = () => dieAndComeBack(victim);
    const saving = sendBatch(session, space.id, batch);
    if (when !== 'kept') {
      await wait(when);
      await dieAndComeBack(victim);
    }
    const saved = expectOk(await saving);
    expect(saved.seq).toBe(space.log.seq + 1);
    const seen = expectOk(await openSpace(session, space.id));
    expect(seen.records.get(record)).toMatchObject({ version: 1, payload });
    expect(seen.log).toMatchObject(saved);
    expect(seen.unfit).toEqual([]);
    space = seen;
  }
  // Those whose answer was kept back at the least; the others die in the middle, wherever that is.
  expect(interrupted).toBeGreaterThanOrEqual(2);
});
