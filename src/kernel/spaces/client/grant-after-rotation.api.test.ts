import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectOk } from '#platform/base';
import { createMarks, loadDirectory, openOwnKeyring, stepUp } from '#kernel/accounts/client';
import { buildColleague, buildFounder, buildParts, testRandomBytes, type TestPerson } from '#kernel/accounts/testing';
import { startTestServer, type TestServer } from '../../../../tests/support/test-server.ts';
import {
  admitToDirectory,
  createDirectory,
  namesIn,
  openDirectory,
  openSpace,
  revokeAccess,
  type SpaceSession,
} from './index.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

async function sessionOf({ parts, person }: TestPerson): Promise<SpaceSession> {
  const { tenant, user, identity } = person;
  const { api, clock } = parts;
  const directory = expectOk(await loadDirectory(parts, person));
  const marks = createMarks(await openOwnKeyring(person));
  return { tenant, user, identity, directory, api, clock, randomBytes: testRandomBytes, marks };
}

test('whoever is let in after a rotation reads what was written before it, and hands it on', async () => {
  const device = () => buildParts(server.connect().api, server.clock);
  let anna = await buildFounder(device(), server.foundingCode);
  const join = async (handle: string, role: 'coordinator' | 'volunteer'): Promise<TestPerson> => {
    const joined = await buildColleague(anna, device(), { handle, roles: [{ role, until: null }] });
    anna = joined.inviter;
    return joined.colleague;
  };
  const ben = await join('ben', 'volunteer');
  const made = expectOk(await createDirectory(await sessionOf(anna), 'Anna Founder'));
  const withBen = expectOk(
    await admitToDirectory(await sessionOf(anna), made, {
      user: ben.person.user,
      name: 'Ben Gone',
      relation: 'reader',
    }),
  );
  expectOk(await stepUp(anna.parts, anna.passphrase));
  const rotated = expectOk(await revokeAccess(await sessionOf(anna), withBen, ben.person.user));
  expect(rotated.log.epoch).toBe(2);

  const cas = await join('cas', 'coordinator');
  const withCas = expectOk(
    await admitToDirectory(await sessionOf(anna), rotated, {
      user: cas.person.user,
      name: 'Cas Coordinator',
      relation: 'coordinator',
    }),
  );
  const byCas = expectOk(await openSpace(await sessionOf(cas), withCas.id));
  // Anna and Ben were written under the first key, Cas under the second.
  expect(byCas.unfit).toEqual([]);
  expect([...byCas.keys.keys()].toSorted()).toEqual([1, 2]);

  const dora = await join('dora', 'volunteer');
  expectOk(await stepUp(cas.parts, cas.passphrase));
  expectOk(
    await admitToDirectory(await sessionOf(cas), byCas, { user: dora.person.user, name: 'Dora', relation: 'reader' }),
  );
  const byDora = await sessionOf(dora);
  const names = namesIn(expectOk(await openDirectory(byDora)), byDora.directory);
  expect([...names.values()].toSorted()).toEqual(['Anna Founder', 'Ben Gone', 'Cas Coordinator', 'Dora']);
  expect(server.defects).toEqual([]);
});
