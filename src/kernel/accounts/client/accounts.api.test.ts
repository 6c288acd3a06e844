import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { civilDate, dayInAmsterdam, expectOk } from '#platform/base';
import { startLogin } from '#platform/crypto';
import { startTestServer, type TestServer } from '../../../../tests/support/test-server.ts';
import {
  addDeviceFromKit,
  changePassphrase,
  createMarks,
  forgetDevice,
  listSessions,
  loadDirectory,
  openOwnKeyring,
  revokePerson,
  revokeSession,
  saveSeen,
  setRoles,
  signIn,
  signOut,
  stepUp,
} from './index.ts';
import { sessionRoutes, tenantRoutes } from '../index.ts';
import { buildColleague, buildFounder, buildParts, type TestPerson } from '../testing/index.ts';
import { answering } from '../testing/lying-api.ts';

let server: TestServer;
let anna: TestPerson;
let bram: TestPerson;

beforeAll(async () => {
  server = await startTestServer();
  anna = await buildFounder(device(), server.foundingCode);
  const made = await buildColleague(anna, device(), { handle: 'bram', roles: [{ role: 'volunteer', until: null }] });
  anna = made.inviter;
  bram = made.colleague;
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

describe('founding', () => {
  test('is over once there is a tenant, and never starts with a wrong code', async () => {
    const api = server.connect().api;
    const entrance = expectOk(await api.call(tenantRoutes.readEntrance, {}));
    expect(entrance).toMatchObject({
      state: 'founded',
      name: 'Test Society',
      practice: false,
      fingerprint: anna.person.device.fingerprint,
    });
    const again = await api.call(tenantRoutes.startFounding, {
      input: { code: server.foundingCode, tenant: anna.person.tenant, handle: 'eve', request: 'x' },
    });
    expect(again).toMatchObject({ ok: false, refusal: { type: 'AlreadyFounded' } });
  });

  test('a real tenant has no demo kits', async () => {
    expect(await server.connect().api.call(tenantRoutes.readDemoKits, {})).toMatchObject({
      ok: false,
      refusal: { type: 'NotFound', status: 404 },
    });
  });
});

describe('signing in', () => {
  test('founder and invited colleague see the same verified directory', async () => {
    const seen = expectOk(await loadDirectory(bram.parts, bram.person));
    expect(seen.fingerprint).toBe(anna.person.device.fingerprint);
    expect([...seen.people.keys()].toSorted()).toEqual([anna.person.user, bram.person.user].toSorted());
    expect(seen.people.get(bram.person.user)?.roles).toEqual([{ role: 'volunteer', until: null }]);
  });

  test('a wrong passphrase and an unknown name get the same answers', async () => {
    const wrong = await signIn(bram.parts, { handle: 'bram', passphrase: 'not the passphrase at all' });
    expect(wrong).toMatchObject({ ok: false, refusal: { type: 'SignInFailed' } });
    const api = server.connect().api;
    const { request } = await startLogin('anything at all');
    const lengths = [];
    for (const handle of ['bram', 'nobody']) {
      const { login, response } = expectOk(await api.call(sessionRoutes.startSignIn, { input: { handle, request } }));
      lengths.push(response.length);
      expect(await api.call(sessionRoutes.finishSignIn, { input: { login, proof: 'AAAA' } })).toMatchObject({
        ok: false,
        refusal: { type: 'SignInFailed', status: 401 },
      });
      // Each half can be answered once.
      expect((await api.call(sessionRoutes.finishSignIn, { input: { login, proof: 'AAAA' } })).ok).toBe(false);
    }
    expect(lengths[0]).toBe(lengths[1]);
    const parts = device();
    await parts.devices.save('ghost', bram.person.device);
    const ghost = await signIn(parts, { handle: 'ghost', passphrase: bram.passphrase });
    expect(ghost).toEqual(wrong);
  });

  test('without the device secret the right passphrase opens nothing; the kit sets a device up', async () => {
    const parts = device();
    expect(await signIn(parts, { handle: 'bram', passphrase: bram.passphrase })).toMatchObject({
      ok: false,
      refusal: { type: 'DeviceUnknown' },
    });
    expectOk(await addDeviceFromKit(parts, { handle: 'bram', kit: anna.kit }));
    expect(await signIn(parts, { handle: 'bram', passphrase: bram.passphrase })).toMatchObject({
      ok: false,
      refusal: { type: 'KitDoesNotFit' },
    });
    expectOk(await addDeviceFromKit(parts, { handle: 'bram', kit: bram.kit.toUpperCase() }));
    // Words tell no root: until something of Bram's own says which it is, the server's word is not enough.
    expect(await signIn(parts, { handle: 'bram', passphrase: bram.passphrase })).toMatchObject({
      ok: false,
      refusal: { type: 'RootUnproven' },
    });
    const marks = createMarks(await openOwnKeyring(bram.person));
    const directory = expectOk(await loadDirectory(bram.parts, bram.person));
    bram = { ...bram, person: expectOk(await saveSeen(bram.parts, bram.person, marks, directory)) };
    expect(expectOk(await signIn(parts, { handle: 'bram', passphrase: bram.passphrase })).user).toBe(bram.person.user);
    await forgetDevice(parts, 'bram');
    expect((await signIn(parts, { handle: 'bram', passphrase: bram.passphrase })).ok).toBe(false);
  });

  test('five wrong tries close a name for a while, for the right passphrase too', async () => {
    later(20);
    const parts = device();
    await parts.devices.save('bram', bram.person.device);
    for (let at = 0; at < 5; at += 1) await signIn(parts, { handle: 'bram', passphrase: `wrong ${at} wrong wrong` });
    const refused = await signIn(parts, { handle: 'bram', passphrase: bram.passphrase });
    expect(refused).toMatchObject({ ok: false, refusal: { type: 'TooManyTries', status: 429 } });
    later(20);
    expect((await signIn(parts, { handle: 'bram', passphrase: bram.passphrase })).ok).toBe(true);
  });

  test('the passphrase can be changed; the old one then fails', async () => {
    const parts = device();
    await parts.devices.save('bram', bram.person.device);
    const person = expectOk(await signIn(parts, { handle: 'bram', passphrase: bram.passphrase }));
    const next = 'a lantern for every harbour';
    expectOk(await changePassphrase(parts, person, { current: bram.passphrase, next }));
    expect(await signIn(parts, { handle: 'bram', passphrase: bram.passphrase })).toMatchObject({ ok: false });
    const again = expectOk(await signIn(parts, { handle: 'bram', passphrase: next }));
    expect(again.identity.thumbprint).toBe(bram.person.identity.thumbprint);
    bram = { ...bram, parts, person: again, passphrase: next };
  });
});

describe('sessions', () => {
  test('the cookie is out of reach of scripts and other sites, and the token is stored nowhere', async () => {
    const client = server.connect();
    const parts = buildParts(client.api, server.clock);
    await parts.devices.save('bram', bram.person.device);
    expectOk(await signIn(parts, { handle: 'bram', passphrase: bram.passphrase }));
    const token = client.cookies.get('__Host-s') ?? '';
    expect(token).toMatch(/^[0-9a-f-]{36}\.[A-Za-z0-9_-]{43}$/);
    expectOk(await stepUp(parts, bram.passphrase));
    expect(client.cookies.get('__Host-s')).not.toBe(token);
    client.cookies.set('__Host-s', token);
    expect(await client.api.call(sessionRoutes.readMe, {})).toMatchObject({
      ok: false,
      refusal: { type: 'SignInNeeded', status: 401 },
    });
  });

  test('a fourth session ends the oldest; own ones can be listed and ended', async () => {
    later(16);
    const devices = [];
    for (let at = 0; at < 4; at += 1) {
      const parts = device();
      await parts.devices.save('bram', bram.person.device);
      expectOk(await signIn(parts, { handle: 'bram', passphrase: bram.passphrase }));
      devices.push(parts);
      later(1);
    }
    const [first, , , last] = devices;
    if (!first || !last) throw new Error('four devices');
    expect(await first.api.call(sessionRoutes.readMe, {})).toMatchObject({
      ok: false,
      refusal: { type: 'SignInNeeded' },
    });
    const { sessions } = expectOk(await listSessions(last));
    expect(sessions).toHaveLength(3);
    expect(sessions.filter(({ current }) => current)).toHaveLength(1);
    const other = sessions.find(({ current }) => !current);
    expectOk(await revokeSession(last, other?.id ?? ''));
    expect(expectOk(await listSessions(last)).sessions).toHaveLength(2);
    expectOk(await signOut(last));
    expect(await last.api.call(sessionRoutes.readMe, {})).toMatchObject({ ok: false });
  });

  test('half an hour idle and twelve hours altogether end a session', async () => {
    const parts = device();
    await parts.devices.save('bram', bram.person.device);
    expectOk(await signIn(parts, { handle: 'bram', passphrase: bram.passphrase }));
    later(29);
    expect((await parts.api.call(sessionRoutes.readMe, {})).ok).toBe(true);
    later(31);
    expect((await parts.api.call(sessionRoutes.readMe, {})).ok).toBe(false);
    expectOk(await signIn(parts, { handle: 'bram', passphrase: bram.passphrase }));
    for (let at = 0; at < 35; at += 1) {
      later(20);
      await parts.api.call(sessionRoutes.readMe, {});
    }
    expect((await parts.api.call(sessionRoutes.readMe, {})).ok).toBe(true);
    later(25);
    expect((await parts.api.call(sessionRoutes.readMe, {})).ok).toBe(false);
  });
});

describe('the directory', () => {
  beforeAll(async () => {
    anna = { ...anna, person: expectOk(await signIn(anna.parts, { handle: 'anna', passphrase: anna.passphrase })) };
    bram = { ...bram, person: expectOk(await signIn(bram.parts, { handle: 'bram', passphrase: bram.passphrase })) };
  });

  test('with a key put in by the server, an entry dropped or another root is refused', async () => {
    const parts = bram.parts;
    const { documents, entries } = expectOk(await parts.api.call(tenantRoutes.readDirectory, {}));
    const flip = (jws: string): string =>
      jws.replace(/\.[^.]+\./, (body) => `${body.slice(0, 40)}${body[40] === 'A' ? 'B' : 'A'}${body.slice(41)}`);
    for (const served of [
      { documents, entries: entries.with(0, flip(entries[0] ?? '')) },
      { documents, entries: entries.toSpliced(0, 1) },
      { documents, entries: entries.toReversed() },
      { documents: documents.map(flip), entries },
      { documents: [], entries },
    ]) {
      const lying = { api: answering(parts.api, 'readDirectory', served) };
      expect((await loadDirectory(lying, bram.person)).ok).toBe(false);
    }
    const otherPin = { ...bram.person, device: { ...bram.person.device, fingerprint: 'A'.repeat(43) } };
    expect(await loadDirectory(parts, otherPin)).toMatchObject({ ok: false, refusal: { type: 'RootChanged' } });
  });

  test('that is older than the one seen before is refused', async () => {
    const seen = expectOk(await loadDirectory(bram.parts, bram.person));
    const person = expectOk(
      await saveSeen(bram.parts, bram.person, createMarks(await openOwnKeyring(bram.person)), seen),
    );
    bram = { ...bram, person };
    const { documents, entries } = expectOk(await bram.parts.api.call(tenantRoutes.readDirectory, {}));
    const shorter = { api: answering(bram.parts.api, 'readDirectory', { documents, entries: entries.slice(0, -1) }) };
    expect(await loadDirectory(shorter, person)).toMatchObject({ ok: false, refusal: { type: 'DirectoryRolledBack' } });
    expect((await loadDirectory(bram.parts, person)).ok).toBe(true);
  });

  test('only a directory signer who just proved the passphrase appends; a volunteer never does', async () => {
    expectOk(await stepUp(bram.parts, bram.passphrase));
    expect(
      await setRoles(bram.parts, bram.person, bram.person.user, [{ role: 'administrator', until: null }]),
    ).toMatchObject({
      ok: false,
      refusal: { type: 'NotPermitted' },
    });
    later(6);
    expect(await setRoles(anna.parts, anna.person, bram.person.user, [])).toMatchObject({
      ok: false,
      refusal: { type: 'StepUpNeeded' },
    });
  });

  test('a role ends on its last day, and revoked keys sign nobody in any more', async () => {
    const until = dayInAmsterdam(server.clock.now());
    expectOk(await stepUp(anna.parts, anna.passphrase));
    expectOk(
      await setRoles(anna.parts, anna.person, bram.person.user, [{ role: 'coordinator', until: civilDate(until) }]),
    );
    expect((await bram.parts.api.call(tenantRoutes.listUsers, {})).ok).toBe(true);
    later(2 * 24 * 60);
    expectOk(await signIn(bram.parts, { handle: 'bram', passphrase: bram.passphrase }));
    expect(await bram.parts.api.call(tenantRoutes.listUsers, {})).toMatchObject({
      ok: false,
      refusal: { type: 'NotPermitted' },
    });
    expectOk(await signIn(anna.parts, { handle: 'anna', passphrase: anna.passphrase }));
    expectOk(await revokePerson(anna.parts, anna.person, bram.person.user));
    expect(await bram.parts.api.call(sessionRoutes.readMe, {})).toMatchObject({
      ok: false,
      refusal: { type: 'SignInNeeded' },
    });
    expect(await signIn(bram.parts, { handle: 'bram', passphrase: bram.passphrase })).toMatchObject({
      ok: false,
      refusal: { type: 'SignInFailed' },
    });
  });
});
