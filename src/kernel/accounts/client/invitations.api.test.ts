import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bytesToBase64url, civilDate, expectOk } from '#platform/base';
import { startTestServer, type TestServer } from '../../../../tests/support/test-server.ts';
import {
  acceptInvitation,
  confirmInvitation,
  invite,
  openInvitation,
  signIn,
  stepUp,
  voidInvitation,
} from './index.ts';
import { tenantRoutes } from '../index.ts';
import { buildColleague, buildFounder, buildParts, testRandomBytes, type TestPerson } from '../testing/index.ts';
import { otherRoot, swapping } from '../testing/lying-api.ts';

const origin = 'https://baken.test';
let server: TestServer;
let anna: TestPerson;

beforeAll(async () => {
  server = await startTestServer();
  anna = await buildFounder(device(), server.foundingCode);
  const made = await buildColleague(anna, device(), { handle: 'bram', roles: [{ role: 'volunteer', until: null }] });
  anna = made.inviter;
});
afterAll(async () => {
  expect(server.defects).toEqual([]);
  await server.stop();
});

function device() {
  return buildParts(server.connect().api, server.clock);
}

function later(minutes: number): void {
  server.clock.set(new Date(server.clock.now().getTime() + minutes * 60_000));
}

describe('invitations', () => {
  beforeAll(async () => {
    anna = { ...anna, person: expectOk(await signIn(anna.parts, { handle: 'anna', passphrase: anna.passphrase })) };
  });

  test('words show who invites; an unknown, void, expired or used one is told apart', async () => {
    const made = expectOk(
      await invite(anna.parts, anna.person, { roles: [{ role: 'reader', until: civilDate('2027-06-30') }], origin }),
    );
    anna = { ...anna, person: made.person };
    const opened = expectOk(await openInvitation(device(), made.words.join(' ')));
    expect(opened).toMatchObject({
      id: made.id,
      tenantName: 'Test Society',
      roles: [{ role: 'reader', until: '2027-06-30' }],
    });
    const typed = (words: readonly string[]) => openInvitation(device(), words.join(' '));
    const [first = '', second = '', ...rest] = made.words;
    expect(await typed(made.words.toSpliced(3, 1, 'lighthouze'))).toMatchObject({
      refusal: { type: 'WordUnknown', at: 4 },
    });
    expect(await typed(made.words.slice(1))).toMatchObject({ refusal: { type: 'WordCount' } });
    // Another word of the list: the words no longer fit together, or they lead to no invitation; never to another one.
    const other = first === 'zebra' ? 'zoo' : 'zebra';
    const mistyped = await typed([other, second, ...rest]);
    expect(mistyped.ok ? 'opened' : mistyped.refusal.type).toMatch(/^(WordsDoNotFit|NotFound|WordUnknown)$/);
    expectOk(await voidInvitation(anna.parts, made.id));
    expect(await openInvitation(device(), made.qrText)).toMatchObject({
      ok: false,
      refusal: { type: 'InvitationUsed', status: 410 },
    });
    const unknown = { id: bytesToBase64url(testRandomBytes(16)) };
    expect(await server.connect().api.call(tenantRoutes.readInvitation, { params: unknown })).toMatchObject({
      ok: false,
      refusal: { type: 'NotFound' },
    });
  });

  test('that is older than seven days is told as expired, and not before', async () => {
    const roles = [{ role: 'reader', until: civilDate('2027-06-30') }] as const;
    const made = expectOk(await invite(anna.parts, anna.person, { roles, origin }));
    anna = { ...anna, person: made.person };
    const week = 7 * 24 * 60;
    later(week - 5);
    expectOk(await openInvitation(device(), made.qrText));
    later(10);
    expect(await openInvitation(device(), made.qrText)).toMatchObject({
      ok: false,
      refusal: { type: 'InvitationExpired', status: 410 },
    });
    later(-week - 5);
    expectOk(await openInvitation(device(), made.qrText));
  });

  test('an answer without the secret is found out, and the roles are those the inviter chose', async () => {
    const made = expectOk(await invite(anna.parts, anna.person, { roles: [{ role: 'reader', until: null }], origin }));
    anna = { ...anna, person: made.person };
    const parts = device();
    expectOk(
      await acceptInvitation(parts, {
        text: made.qrText,
        handle: 'carla',
        passphrase: 'one hundred small candles',
        origin,
      }),
    );
    expect(await signIn(parts, { handle: 'carla', passphrase: 'one hundred small candles' })).toMatchObject({
      ok: false,
      refusal: { type: 'NotConfirmed' },
    });
    expect(
      await acceptInvitation(device(), {
        text: made.qrText,
        handle: 'carlo',
        passphrase: 'one hundred small candles',
        origin,
      }),
    ).toMatchObject({
      ok: false,
      refusal: { type: 'InvitationUsed' },
    });
    // A server that puts its own key in the place of the invitee's.
    const lying = { ...anna.parts, api: swapping(anna.parts.api) };
    expectOk(await stepUp(anna.parts, anna.passphrase));
    expect(await confirmInvitation(lying, anna.person, made.id)).toMatchObject({
      ok: false,
      refusal: { type: 'EnrolmentNotProven', triesLeft: 4 },
    });
    expectOk(
      await acceptInvitation(parts, {
        text: made.words.join(' '),
        handle: 'carla',
        passphrase: 'one hundred small candles',
        origin,
      }),
    );
    expectOk(await confirmInvitation(anna.parts, anna.person, made.id));
    const carla = expectOk(await signIn(parts, { handle: 'carla', passphrase: 'one hundred small candles' }));
    expect(carla.roles).toEqual([{ role: 'reader', until: null }]);
    expect(await confirmInvitation(anna.parts, anna.person, made.id)).toMatchObject({ ok: false });
  });

  test('a root that the inviter did not mean is refused before anything is sent', async () => {
    const made = expectOk(await invite(anna.parts, anna.person, { roles: [{ role: 'reader', until: null }], origin }));
    anna = { ...anna, person: made.person };
    const parts = device();
    const lying = { ...parts, api: otherRoot(parts.api) };
    for (const text of [made.words.join(' '), made.qrText]) {
      expect(await openInvitation(lying, text)).toMatchObject({ ok: false, refusal: { type: 'RootNotProven' } });
    }
    later(8 * 24 * 60);
    expect(await openInvitation(parts, made.qrText)).toMatchObject({
      ok: false,
      refusal: { type: 'InvitationExpired' },
    });
  });
});
