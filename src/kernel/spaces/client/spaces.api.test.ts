import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createId, expectOk, type RecordId } from '#platform/base';
import { buildColleague, buildFounder, buildParts, testRandomBytes } from '#kernel/accounts/testing';
import { buildSession } from '#kernel/spaces/testing';
import { stepUp } from '#kernel/accounts/client';
import { startTestServer, type TestServer } from '../../../../tests/support/test-server.ts';
import {
  admitToDirectory,
  appendToSpace,
  createDirectory,
  openDirectory,
  namesIn,
  openSpace,
  revokeAccess,
} from './index.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

describe('a sealed space over the wire', () => {
  test('is made, shared, read by the other, and out of reach after revoking', async () => {
    const founder = await buildFounder(buildParts(server.connect().api, server.clock), server.foundingCode);
    const joined = await buildColleague(founder, buildParts(server.connect().api, server.clock), {
      handle: 'bram',
      roles: [{ role: 'coordinator', until: null }],
    });
    const anna = await buildSession(joined.inviter);
    const bram = await buildSession(joined.colleague);
    const directory = expectOk(await createDirectory(anna, 'Anna Founder'));
    const admitted = expectOk(
      await admitToDirectory(anna, directory, { user: bram.user, name: 'Bram Second', relation: 'reader' }),
    );
    const names = namesIn(expectOk(await openDirectory(bram)), bram.directory);
    expect([...names.values()].toSorted()).toEqual(['Anna Founder', 'Bram Second']);
    expect(server.defects).toEqual([]);

    const opened = expectOk(await openDirectory(bram));
    expect(
      await appendToSpace(bram, opened, [
        {
          kind: 'put',
          record: createId<RecordId>(testRandomBytes),
          type: 'person',
          schema: 'member-name/1',
          payload: { name: 'X' },
        },
      ]),
    ).toMatchObject({ ok: false, refusal: { type: 'NotPermitted' } });

    expectOk(await stepUp(joined.inviter.parts, joined.inviter.passphrase));
    const rotated = expectOk(await revokeAccess(anna, admitted, bram.user));
    expect(rotated.log.epoch).toBe(2);
    expect(await openSpace(bram, directory.id)).toMatchObject({ ok: false });
    expect(server.defects).toEqual([]);
  });
});
