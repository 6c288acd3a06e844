import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectOk } from '#platform/base';
import { stepUp } from '#kernel/accounts/client';
import { buildSession } from '#kernel/spaces/testing';
import { buildColleague, buildFounder, buildParts, type TestPerson } from '#kernel/accounts/testing';
import { startTestServer, type TestServer } from '../../../../tests/support/test-server.ts';
import { admitToDirectory, createDirectory, namesIn, openDirectory, openSpace, revokeAccess } from './index.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

test('whoever is let in after a rotation reads what was written before it, and hands it on', async () => {
  const device = () => buildParts(server.connect().api, server.clock);
  let anna = await buildFounder(device(), server.foundingCode);
  const join = async (handle: string, role: 'coordinator' | 'volunteer'): Promise<TestPerson> => {
    const joined = await buildColleague(anna, device(), { handle, roles: [{ role, until: null }] });
    anna = joined.inviter;
    return joined.colleague;
  };
  const ben = await join('ben', 'volunteer');
  const made = expectOk(await createDirectory(await buildSession(anna), 'Anna Founder'));
  const withBen = expectOk(
    await admitToDirectory(await buildSession(anna), made, {
      user: ben.person.user,
      name: 'Ben Gone',
      relation: 'reader',
    }),
  );
  expectOk(await stepUp(anna.parts, anna.passphrase));
  const rotated = expectOk(await revokeAccess(await buildSession(anna), withBen, ben.person.user));
  expect(rotated.log.epoch).toBe(2);

  const cas = await join('cas', 'coordinator');
  const withCas = expectOk(
    await admitToDirectory(await buildSession(anna), rotated, {
      user: cas.person.user,
      name: 'Cas Coordinator',
      relation: 'coordinator',
    }),
  );
  const byCas = expectOk(await openSpace(await buildSession(cas), withCas.id));
  // Anna and Ben were written under the first key, Cas under the second.
  expect(byCas.unfit).toEqual([]);
  expect([...byCas.keys.keys()].toSorted()).toEqual([1, 2]);

  const dora = await join('dora', 'volunteer');
  expectOk(await stepUp(cas.parts, cas.passphrase));
  expectOk(
    await admitToDirectory(await buildSession(cas), byCas, {
      user: dora.person.user,
      name: 'Dora',
      relation: 'reader',
    }),
  );
  const byDora = await buildSession(dora);
  const names = namesIn(expectOk(await openDirectory(byDora)), byDora.directory);
  expect([...names.values()].toSorted()).toEqual(['Anna Founder', 'Ben Gone', 'Cas Coordinator', 'Dora']);
  expect(server.defects).toEqual([]);
});
