import { afterAll, beforeAll, expect, test } from 'vitest';
import { civilDate, createId, expectOk, type RecordId } from '#platform/base';
import { buildColleague, buildFounder, buildParts, testRandomBytes } from '#kernel/accounts/testing';
import { buildSession } from '#kernel/spaces/testing';
import { admitToDirectory, appendToSpace, createDirectory, openDirectory } from '#kernel/spaces/client';
import { startTestServer, type TestServer } from '../../../../tests/support/test-server.ts';
import { readSignOffs, signOffState, signPackOff, withdrawSignOff } from './index.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const rules = { pack: 'nl-residence', version: '2026.1', hash: 'h'.repeat(43) };
const byLawyer = {
  ...rules,
  role: 'lawyer',
  name: 'Mr. A. Lawyer',
  on: civilDate('2026-11-24'),
  remark: 'Read B8 again',
} as const;
const withdrawal = { on: civilDate('2026-12-01'), reason: 'A new judgment' };

test('a sign-off is written by coordinators, read by all, withdrawn with a reason, and believed from nobody else', async () => {
  const parts = () => buildParts(server.connect().api, server.clock);
  const founder = await buildFounder(parts(), server.foundingCode);
  const joined = await buildColleague(founder, parts(), {
    handle: 'noor',
    roles: [{ role: 'volunteer', until: null }],
  });
  const second = await buildColleague(joined.inviter, parts(), {
    handle: 'bram',
    roles: [{ role: 'coordinator', until: null }],
  });
  const [anna, noor, bram] = [
    await buildSession(second.inviter),
    await buildSession(joined.colleague),
    await buildSession(second.colleague),
  ];
  const directory = expectOk(await createDirectory(anna, 'Anna Founder'));
  const admitted = expectOk(
    await admitToDirectory(anna, directory, { user: noor.user, name: 'Noor Volunteer', relation: 'reader' }),
  );
  expectOk(await admitToDirectory(anna, admitted, { user: bram.user, name: 'Bram Second', relation: 'coordinator' }));
  const stale = { ok: false, refusal: { type: 'Stale' } };

  const empty = expectOk(await readSignOffs(anna));
  expect([empty.items, empty.unfit]).toEqual([[], []]);
  const signed = expectOk(await signPackOff(anna, empty, byLawyer));
  expect(signOffState(expectOk(await readSignOffs(noor)).items, rules).state).toBe('signed');

  // What nobody may sign is refused here, before it goes out.
  expect(await signPackOff(anna, signed, { ...byLawyer, name: '' })).toMatchObject({
    refusal: { type: 'ContentInvalid' },
  });
  // The same rules signed off twice for one role are one thing, also from a page that was open before.
  expect(await signPackOff(bram, expectOk(await readSignOffs(bram)), byLawyer)).toMatchObject(stale);
  expect(await signPackOff(bram, { ...empty, space: expectOk(await openDirectory(bram)) }, byLawyer)).toMatchObject(
    stale,
  );
  // The word of a coordinator stands beside that of the lawyer.
  const both = expectOk(
    await signPackOff(bram, expectOk(await readSignOffs(bram)), { ...byLawyer, role: 'coordinator', name: '' }),
  );
  expect(both.items).toHaveLength(2);

  // A volunteer is refused by the server.
  const read = expectOk(await readSignOffs(noor));
  const refused = { ok: false, refusal: { type: 'NotPermitted' } };
  expect(await signPackOff(noor, read, { ...byLawyer, version: '2026.2' })).toMatchObject(refused);
  const [first] = read.items;
  if (!first) throw new Error('the sign-off was written');
  expect(await withdrawSignOff(noor, read, first, withdrawal)).toMatchObject(refused);

  // Withdrawn with its reason, once; who had the older version before them is told.
  const lawyers = both.items.find(({ content }) => content.role === 'lawyer');
  if (!lawyers) throw new Error('the sign-off was written');
  const gone = expectOk(await withdrawSignOff(bram, both, lawyers, withdrawal));
  expect(await withdrawSignOff(anna, expectOk(await readSignOffs(anna)), lawyers, withdrawal)).toMatchObject(stale);
  const kept = gone.items.find(({ id }) => id === lawyers.id);
  expect(kept).toMatchObject({
    version: 2,
    author: bram.user,
    content: { withdrawn: withdrawal, name: byLawyer.name },
  });
  // After that it can be signed off again.
  expectOk(await signPackOff(anna, expectOk(await readSignOffs(anna)), { ...byLawyer, remark: 'Read again' }));

  // Only who stands in the signed log as coordinator is believed, whatever a server lets through.
  expectOk(
    await admitToDirectory(anna, expectOk(await openDirectory(anna)), {
      user: bram.user,
      name: 'Bram Second',
      relation: 'reader',
    }),
  );
  const without = expectOk(await readSignOffs(noor));
  expect(without.items.map(({ author }) => author)).toEqual([anna.user]);
  expect(without.unfit.map(({ reason }) => reason)).toEqual(['not-by-a-coordinator', 'not-by-a-coordinator']);

  // What does not fit is named and says nothing.
  const odd = createId<RecordId>(testRandomBytes);
  const payload = { ...byLawyer, version: '2026.9', hash: 'short', withdrawn: null };
  const put = { kind: 'put', record: odd, type: 'sign-off', schema: 'sign-off/1', payload } as const;
  expectOk(await appendToSpace(anna, expectOk(await openDirectory(anna)), [put]));
  const after = expectOk(await readSignOffs(noor));
  expect(after.unfit).toContainEqual({ id: odd, reason: 'does-not-fit' });
  expect(signOffState(after.items, { ...rules, version: '2026.9' }).state).toBe('older');
  // Other rules under the same version are not what was signed.
  expect(signOffState(after.items, { ...rules, hash: 'x'.repeat(43) }).state).toBe('other-rules');
  expect(server.defects).toEqual([]);
});
