import { gunzipSync } from 'node:zlib';
import { createHash, createHmac, createPublicKey } from 'node:crypto';
import { CompactSign, createLocalJWKSet, generateKeyPair, importJWK, jwtVerify, type JWK } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordAudit } from '#kernel/audit/server';
import { expectOk, type RouteOutput } from '#platform/base';
import { hashText } from '#platform/crypto';
import { randomBytes } from '#platform/crypto/server';
import { inTenant } from '#platform/server/db';
import { badgeRoutes } from '#modules/learning';
import { rotateBadgeKey } from '#modules/learning/server';
import { badgesRoot, openBadgeProgramme, partOf, type BadgeProgramme } from './support/badge-programme.ts';
import { startTestServer, testOrigin, type TestClient, type TestServer } from './support/test-server.ts';

const root = badgesRoot;
let server: TestServer;
let programme: BadgeProgramme;

beforeAll(async () => {
  server = await startTestServer({ now: new Date('2026-11-27T10:00:00Z') });
  programme = await openBadgeProgramme(server);
}, 60_000);
afterAll(async () => {
  expect(server.defects).toEqual([]);
  await server.stop();
});

const finished = (doneOn?: string) => programme.finished(doneOn);
const asOwner = (text: string) => programme.asOwner(text);
const issue = (learner: TestClient) => programme.issue(learner);
const sign = (learner: TestClient, code: string) => programme.sign(learner, code);
const signed = (learner: TestClient, code: string) => programme.signed(learner, code);
const ask = (path: string, method?: string) => programme.ask(path, method);
const lookUp = (address: string) => programme.lookUp(address);

/** Whoever checks has few tries in an hour: here they begin anew each time. */
async function check(token: string): Promise<RouteOutput<typeof badgeRoutes.checkBadge> | string> {
  await forgetTries();
  const answer = await server.connect().api.call(badgeRoutes.checkBadge, { input: { token } });
  return answer.ok ? answer.value : answer.refusal.type;
}

const forgetTries = () => asOwner('DELETE FROM platform.rate');

// Each address of ours answers with an object.
const read = async (path: string) => (await (await ask(path)).json()) as Record<string, unknown>;

test('before anybody asked for a badge there is no key and no issuer', async () => {
  for (const path of ['/issuer', '/keys', '/status/1', '/keys/x', '/achievements/x', '', '/nothing/1/2'])
    expect((await ask(path)).status).toBe(404);
});

describe('a badge', () => {
  test('follows the rules of Open Badges 3.0 for a VC-JWT, and holds no name', async () => {
    const learner = await finished();
    const { code, hash } = await issue(learner);
    const { token, until } = expectOk(await sign(learner, hash));
    expect(until).toBe('2033-11-26');
    const header = partOf(token, 0);
    const payload = partOf(token, 1);
    expect(Object.keys(header).toSorted()).toEqual(['alg', 'kid', 'typ']);
    expect(header).toMatchObject({ alg: 'RS256', typ: 'JWT' });
    expect(payload['iss']).toBe(`${testOrigin}${root}/issuer`);
    expect(payload).toMatchObject({
      '@context': [
        'https://www.w3.org/ns/credentials/v2',
        'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
      ],
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      issuer: { id: payload['iss'], type: ['Profile'] },
      id: payload['jti'],
      validFrom: '2026-11-27T10:00:00Z',
      nbf: Date.parse('2026-11-27T10:00:00Z') / 1000,
      validUntil: '2033-11-26T23:59:59Z',
      exp: Date.parse('2033-11-26T23:59:59Z') / 1000,
      credentialSubject: {
        id: payload['sub'],
        type: ['AchievementSubject'],
        identifier: [
          {
            type: 'IdentityObject',
            hashed: true,
            identityType: 'identifier',
            // By the rule of Open Badges for whoever was told the code: SHA-256 of it, in hexadecimal.
            identityHash: `sha256$${createHash('sha256').update(code).digest('hex')}`,
          },
        ],
        achievement: { type: ['Achievement'], name: 'The module', version: '0.3.0', inLanguage: 'en' },
      },
    });
    expect(payload).not.toHaveProperty('vc');
    expect(JSON.stringify(payload)).not.toMatch(/wilhelmina|heron|harbour/i);
    expect(JSON.stringify(payload)).not.toContain(code);
  });

  test('is verified by somebody who knows nothing but what it points at', async () => {
    const learner = await finished();
    const token = await signed(learner, (await issue(learner)).hash);
    const payload = partOf(token, 1);
    const kid = String(partOf(token, 0)['kid']);
    // A public key, as its answer says of itself.
    const key = (await (await lookUp(kid)).json()) as JWK;
    expect(Object.keys(key).toSorted()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
    const now = { currentDate: server.clock.now() };
    await jwtVerify(token, await importJWK(key), { ...now, issuer: String(payload['iss']) });
    expect((await read('/keys'))['keys']).toContainEqual(key);
    expect(await (await lookUp(String(payload['iss']))).json()).toMatchObject(payload['issuer'] ?? {});
    const { achievement } = payload['credentialSubject'] as { achievement: { id: string } };
    expect(await (await lookUp(achievement.id)).json()).toMatchObject(achievement);
  });

  test('is the same each time, of its holder alone, and none of a certificate that was revoked', async () => {
    const learner = await finished();
    const { hash } = await issue(learner);
    const token = await signed(learner, hash);
    server.clock.set(new Date('2026-11-27T10:03:00Z'));
    expect(await signed(learner, hash)).toBe(token);
    expect(await sign(server.connect(), hash)).toMatchObject({ refusal: { type: 'NotJoined' } });
    expect(await sign(await finished(), hash)).toMatchObject({ refusal: { type: 'NotFound' } });
    expect(await sign(learner, await hashText('nothing'))).toMatchObject({ refusal: { type: 'NotFound' } });
    await revoke(hash);
    expect(await sign(learner, hash)).toMatchObject({ refusal: { type: 'CertificateRevoked' } });
  });
});

const revoke = (code: string, reason?: 'issued-in-error' | 'somebody-else-learned') => programme.revoke(code, reason);

/** Whether the place of a badge is set in the list that it points at. */
async function isSet(token: string): Promise<boolean> {
  // Our own tokens point at a list.
  const status = partOf(token, 1)['credentialStatus'] as { statusListCredential: string; statusListIndex: string };
  const answer = await lookUp(status.statusListCredential);
  expect(answer.headers.get('Content-Type')).toBe('application/vc+jwt');
  const list = await answer.text();
  // Keys in the form of a set, as the answer says of itself.
  const keys = createLocalJWKSet((await read('/keys')) as unknown as { keys: JWK[] });
  const { payload } = await jwtVerify(list, keys);
  expect(payload).toMatchObject({
    id: status.statusListCredential,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    credentialSubject: { type: 'BitstringStatusList', statusPurpose: 'revocation' },
  });
  const { encodedList } = payload['credentialSubject'] as { encodedList: string };
  expect(encodedList.startsWith('u')).toBe(true);
  const bits = gunzipSync(Buffer.from(encodedList.slice(1), 'base64url'));
  expect(bits.length).toBe(16_384);
  const place = Number(status.statusListIndex);
  return ((bits[place >> 3] ?? 0) & (0x80 >> (place & 7))) !== 0;
}

describe('revoking', () => {
  test('the certificate sets the bit of its badge, and leaves a renewed one', async () => {
    const learner = await finished();
    const [first, second] = [await issue(learner), await issue(learner)];
    const [one, two] = [await signed(learner, first.hash), await signed(learner, second.hash)];
    expect([await isSet(one), await isSet(two)]).toEqual([false, false]);
    await revoke(first.hash);
    expect([await isSet(one), await isSet(two)]).toEqual([true, false]);
    expect(await check(one)).toMatchObject({ state: 'revoked', revoked: { reason: 'issued-in-error' } });
    expect(await check(two)).toMatchObject({ state: 'valid', revoked: null });
  });

  test('a whole run sets the bits of all its badges', async () => {
    const learner = await finished();
    const [first, second] = [await issue(learner), await issue(learner)];
    const [one, two] = [await signed(learner, first.hash), await signed(learner, second.hash)];
    await revoke(first.hash, 'somebody-else-learned');
    expect([await isSet(one), await isSet(two)]).toEqual([true, true]);
    expect(await check(two)).toMatchObject({ state: 'revoked' });
  });
});

describe('whoever checks a badge', () => {
  test('is told that it holds, and what the certificate says', async () => {
    const learner = await finished();
    const token = await signed(learner, (await issue(learner)).hash);
    expect(await check(`\n ${token}\n`)).toEqual({
      state: 'valid',
      revoked: null,
      until: '2033-11-26',
      paper: {
        ...{
          issuer: expect.any(String),
          title: 'The module',
          version: '0.3.0',
          language: 'en',
          minutes: 35,
          draft: true,
        },
        ...{ doneOn: '2026-11-26', issuedOn: '2026-11-27' },
      },
    });
  });

  test('is told that it is over after seven years', async () => {
    const learner = await finished('2019-11-26');
    const token = await signed(learner, (await issue(learner)).hash);
    expect(await check(token)).toMatchObject({ state: 'expired', until: '2026-11-26' });
  });

  test('is told so when anything of it was changed', async () => {
    const learner = await finished();
    const token = await signed(learner, (await issue(learner)).hash);
    const [header = '', body = '', signature = ''] = token.split('.');
    const other = Buffer.from(JSON.stringify({ ...partOf(token, 1), exp: 9_999_999_999 })).toString('base64url');
    expect(await check(`${header}.${other}.${signature}`)).toMatchObject({ state: 'altered', paper: null });
    const kid = String(partOf(token, 0)['kid']);
    const headed = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    expect(await check(`${headed({ alg: 'none', kid })}.${body}.AA`)).toMatchObject({ state: 'altered' });
    // A public key is known to all: it must not pass for a shared secret.
    const key = (await (await lookUp(kid)).json()) as JWK;
    const pem = createPublicKey({ key, format: 'jwk' }).export({ format: 'pem', type: 'spki' });
    const start = `${headed({ alg: 'HS256', kid, typ: 'JWT' })}.${body}`;
    const mac = createHmac('sha256', pem).update(start).digest('base64url');
    expect(await check(`${start}.${mac}`)).toMatchObject({ state: 'altered' });
    const { privateKey, publicKey } = await generateKeyPair('RS256');
    const forge = (more: object, alg = 'RS256') =>
      new CompactSign(Buffer.from(body, 'base64url')).setProtectedHeader({ alg, ...more }).sign(privateKey);
    expect(await check(await forge({ kid }))).toMatchObject({ state: 'altered' });
    expect(await check(await forge({ kid, jwk: publicKey }))).toMatchObject({ state: 'altered' });
    const elsewhere = `https://elsewhere.test${root}/keys/${'A'.repeat(43)}`;
    for (const named of [{ kid: elsewhere }, { kid: 'https://elsewhere.test/keys/1' }, { jwk: publicKey }])
      expect(await check(await forge(named))).toMatchObject({ state: 'foreign' });
  });

  test('is told so when it is none: no token, a list, too much', async () => {
    const list = await (await ask('/status/1')).text();
    expect(await check(list)).toBe('BadgeUnreadable');
    for (const text of ['{}', 'a.b', 'nothing', '...', `${'A'.repeat(4_000)}.${'A'.repeat(4_000)}.AA`])
      expect(await check(text)).toBe('BadgeUnreadable');
    expect(await check('A'.repeat(16_385))).toBe('BodyInvalid');
  });

  test('has twenty tries in an hour', async () => {
    await forgetTries();
    const stranger = server.connect();
    const guess = () => stranger.api.call(badgeRoutes.checkBadge, { input: { token: 'A.A.A' } });
    for (let tries = 0; tries < 20; tries += 1) await guess();
    expect(await guess()).toMatchObject({ refusal: { type: 'TooManyTries' } });
  });
});

test('another key signs after the change of keys; what the one before signed can still be checked', async () => {
  const learner = await finished();
  const { hash } = await issue(learner);
  const before = await signed(learner, hash);
  server.clock.set(new Date('2026-11-28T10:00:00Z'));
  const tools = { clock: server.clock, randomBytes, secrets: server.secrets, recordAct: recordAudit };
  const drawn = await inTenant(server.database.database, { tenant: null, user: null }, (tx) =>
    rotateBadgeKey(tx, null, tools),
  );
  const acts = await asOwner(`SELECT act, subject FROM audit.received WHERE act = 'learning.badge-key-drawn'`);
  expect(acts).toContainEqual({ act: 'learning.badge-key-drawn', subject: expectOk(drawn).id });
  const after = await signed(learner, hash);
  expect(String(partOf(after, 0)['kid'])).toBe(`${testOrigin}${root}/keys/${expectOk(drawn).id}`);
  expect(partOf(after, 1)).toEqual(partOf(before, 1));
  expect(after).not.toBe(before);
  for (const token of [before, after]) expect(await check(token)).toMatchObject({ state: 'valid' });
  const { payload } = await jwtVerify(before, createLocalJWKSet((await read('/keys')) as unknown as { keys: JWK[] }), {
    currentDate: server.clock.now(),
  });
  expect(payload.jti).toBe(partOf(before, 1)['jti']);
});

test('what is public may be kept, brings and sets no cookie, and takes nothing but questions', async () => {
  for (const path of ['/issuer', '/keys', '/status/1']) {
    const answer = await ask(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Cache-Control')).toMatch(/^public, max-age=\d+$/);
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(answer.headers.get('Set-Cookie')).toBeNull();
    expect((await ask(path, 'HEAD')).status).toBe(200);
    expect((await ask(path, 'POST')).status).toBe(405);
  }
  for (const path of ['/status/0', '/status/2', '/status/1e3', '/keys/nothing', '/achievements/nothing', '/keys/a/b'])
    expect((await ask(path)).status).toBe(404);
});

test('the private half of no key lies open in the database', async () => {
  const rows = await asOwner('SELECT sealed FROM learning.badge_key');
  expect(rows.length).toBeGreaterThan(1);
  for (const { sealed } of rows) expect(sealed).toMatch(/^srv1\.[\w-]+\.[\w-]+\.[\w-]+$/);
});
