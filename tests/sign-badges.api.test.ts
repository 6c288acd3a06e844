import { gunzipSync } from 'node:zlib';
import { createHash, createHmac, createPublicKey } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { CompactSign, createLocalJWKSet, generateKeyPair, importJWK, jwtVerify, type JWK } from 'jose';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildFounder, buildParts } from '#kernel/accounts/testing';
import { recordAudit } from '#kernel/audit/server';
import { createId, expectOk, type RouteOutput } from '#platform/base';
import { drawPaperCode, hashText, proveName } from '#platform/crypto';
import { randomBytes } from '#platform/crypto/server';
import { inTenant } from '#platform/server/db';
import {
  badgeRoutes,
  certificateRoutes,
  learningRoutes,
  type OrganisationId,
  type ReleasedCourse,
} from '#modules/learning';
import { rotateBadgeKey } from '#modules/learning/server';
import { startTestServer, testOrigin, type TestClient, type TestServer } from './support/test-server.ts';
import { builtCourses } from './support/whole-run.ts';

const course = 'recognising-trafficking';
const root = '/api/learning/badges';
let server: TestServer;
let coordinator: TestClient;
let joinCode = '';
let webRoot = '';
let released: Readonly<Record<'en' | 'nl', ReleasedCourse>>;

beforeAll(async () => {
  const built = await builtCourses();
  webRoot = built.webRoot;
  // Written by our own build a moment ago.
  const dutch = JSON.parse(readFileSync(join(webRoot, `courses/${course}/nl.json`), 'utf8')) as ReleasedCourse;
  released = { en: built.released, nl: dutch };
  const started = await startTestServer({ webRoot, now: new Date('2026-11-27T10:00:00Z') });
  ({ server, coordinator, joinCode } = await prepare(started));
}, 60_000);
afterAll(async () => {
  expect(server.defects).toEqual([]);
  await server.stop();
  rmSync(webRoot, { recursive: true });
});

/** What was played. */
interface Played {
  readonly digest: string;
  readonly version: string;
  readonly language: string;
}

/** A programme with an organisation that learns. */
async function prepare(started: TestServer) {
  const lead = started.connect();
  await buildFounder(buildParts(lead.api, started.clock), started.foundingCode);
  const id = createId<OrganisationId>(randomBytes);
  const input = { id, name: 'Harbour House', own: false };
  expectOk(await lead.api.call(learningRoutes.addOrganisation, { input }));
  const { code } = expectOk(await lead.api.call(learningRoutes.drawCode, { params: { organisation: id } }));
  return { server: started, coordinator: lead, joinCode: code };
}

/** A browser that is counted and has finished: that is written past the player, whose own tests tell how it comes about. */
async function finished(
  doneOn = '2026-11-26',
  { digest, version, language }: Played = { digest: 'digest', version: '0.3.0', language: 'en' },
): Promise<TestClient> {
  const learner = server.connect();
  expectOk(await learner.api.call(learningRoutes.joinOrganisation, { input: { code: joinCode } }));
  await asOwner(
    `INSERT INTO learning.completion
       (tenant, attempt, learner, organisation, course, version, digest, language, draft, title, minutes, route, done_on)
     SELECT l.tenant, gen_random_uuid(), l.id, l.organisation, $1, $3, $4, $5, true, 'The module', 35,
       'own-player', $2
     FROM learning.learner l WHERE NOT EXISTS (SELECT FROM learning.completion c WHERE c.learner = l.id)`,
    [course, doneOn, version, digest, language],
  );
  return learner;
}

async function asOwner(text: string, values: readonly unknown[] = []): Promise<readonly Record<string, unknown>[]> {
  const owner = new pg.Client(server.database.owner);
  await owner.connect();
  try {
    return (await owner.query<Record<string, unknown>>(text, [...values])).rows;
  } finally {
    await owner.end();
  }
}

/** Makes a certificate; gives its code and the hash of it. */
async function issue(learner: TestClient): Promise<{ readonly code: string; readonly hash: string }> {
  const code = drawPaperCode(randomBytes);
  const hash = await hashText(code);
  const input = { course, code: hash, name: await proveName(code, 'Wilhelmina Heron') };
  expectOk(await learner.api.call(certificateRoutes.issueCertificate, { input }));
  return { code, hash };
}

const sign = (learner: TestClient, code: string) => learner.api.call(badgeRoutes.signBadge, { input: { code } });
const signed = async (learner: TestClient, code: string) => expectOk(await sign(learner, code)).token;

/** Whoever checks has few tries in an hour: here they begin anew each time. */
async function check(token: string): Promise<RouteOutput<typeof badgeRoutes.checkBadge> | string> {
  await forgetTries();
  const answer = await server.connect().api.call(badgeRoutes.checkBadge, { input: { token } });
  return answer.ok ? answer.value : answer.refusal.type;
}

const forgetTries = () => asOwner('DELETE FROM platform.rate');

const ask = (path: string, method = 'GET') => fetch(`${server.address}${root}${path}`, { method });
/** Asks at an address that a badge names, which leads to the server of this file once names are looked up. */
const lookUp = (address: string) => {
  expect(address.startsWith(`${testOrigin}${root}/`)).toBe(true);
  return fetch(address.replace(testOrigin, server.address));
};
// Each address of ours answers with an object.
const read = async (path: string) => (await (await ask(path)).json()) as Record<string, unknown>;
/** Part of a token, unproven. */
const partOf = (token: string, at: number) =>
  // Our own tokens hold objects.
  JSON.parse(Buffer.from(token.split('.')[at] ?? '', 'base64url').toString()) as Record<string, unknown>;

test('before anybody asked for a badge there is no key and no issuer', async () => {
  for (const path of ['/issuer', '/keys', '/status/1', '/keys/x', '/achievements/x', '', '/nothing/1/2'])
    expect((await ask(path)).status).toBe(404);
});

test('whoever asks first does not say where the installation is found', async () => {
  const learner = await finished();
  const { hash } = await issue(learner);
  const { status, body } = await askAt('elsewhere.test', learner, hash);
  expect(status).toBe(200);
  // An answer of the row.
  const { token } = JSON.parse(body) as { token: string };
  expect(partOf(token, 1)['iss']).toBe(`${testOrigin}${root}/issuer`);
  expect(await asOwner('SELECT origin FROM learning.badge_key')).toEqual([{ origin: testOrigin }]);
});

/** Asks for a badge under another name of the server, as a request may; `fetch` sends the true one. */
function askAt(host: string, { cookies }: TestClient, code: string): Promise<{ status: number; body: string }> {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const headers = { host, cookie, 'content-type': 'application/json', 'x-req': '1', 'sec-fetch-site': 'same-origin' };
  return new Promise((resolve, reject) => {
    const asked = request(
      `${server.address}/api/learning/certificates/badge`,
      { method: 'POST', headers },
      (answer) => {
        let body = '';
        answer.on('data', (part: Buffer) => (body += part.toString()));
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body }));
      },
    );
    asked.on('error', reject);
    asked.end(JSON.stringify({ code }));
  });
}

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

const revoke = async (code: string, reason: 'issued-in-error' | 'somebody-else-learned' = 'issued-in-error') =>
  expectOk(await coordinator.api.call(certificateRoutes.revokeCertificate, { input: { code, reason } }));

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

describe('the list of what was revoked', () => {
  const start = new Date('2026-11-27T10:00:00Z');
  beforeAll(() => server.clock.set(start));
  afterAll(() => server.clock.set(start));
  const list = async () => (await ask('/status/1')).text();
  const later = (seconds: number) => server.clock.set(new Date(server.clock.now().getTime() + seconds * 1000));

  test('is signed again after five minutes, or at once when something was revoked', async () => {
    const learner = await finished();
    const { hash } = await issue(learner);
    const token = await signed(learner, hash);
    const first = await list();
    expect(await list()).toBe(first);
    await revoke(hash);
    expect(await isSet(token)).toBe(true);
    const second = await list();
    expect(second).not.toBe(first);
    later(299);
    expect(await list()).toBe(second);
    later(1);
    expect(await list()).not.toBe(second);
  });

  test('is signed with the key that signs now', async () => {
    const before = await list();
    later(1);
    const tools = { clock: server.clock, randomBytes, secrets: server.secrets, recordAct: recordAudit };
    const drawn = await inTenant(server.database.database, { tenant: null, user: null }, (tx) =>
      rotateBadgeKey(tx, null, tools),
    );
    const after = await list();
    expect(after).not.toBe(before);
    expect(String(partOf(after, 0)['kid'])).toContain(expectOk(drawn).id);
  });
});

describe('what it took', () => {
  test('is said by the rule of the files that were played, in the language in which that was', async () => {
    const criteria = async (language: 'en' | 'nl', over: Partial<Played> = {}) => {
      const { digest, version } = released[language];
      const learner = await finished('2026-11-26', { digest, version, language, ...over });
      const said = partOf(await signed(learner, (await issue(learner)).hash), 1);
      // Our own tokens hold an achievement.
      const { achievement } = said['credentialSubject'] as { achievement: { id: string; criteria: object } };
      expect(await (await lookUp(achievement.id)).json()).toMatchObject({ criteria: achievement.criteria });
      return (achievement.criteria as { narrative: string }).narrative;
    };
    const english = await criteria('en');
    for (const clause of released.en.rule) {
      const title = (id: string) => `“${String(released.en.scenes.find((one) => one.id === id)?.title)}”`;
      if ('right' in clause)
        expect(english).toContain(`at least ${String(clause.right)} questions were answered right`);
      else expect(english).toContain(title('seen' in clause ? clause.seen : clause.in));
    }
    expect(english).toMatch(
      /^These scenes were seen to the end: “.*”, and “.*”\. The decisions of these scenes were brought/,
    );
    expect(english).toContain('announces as heavy may have been passed by');
    expect(await criteria('nl')).toMatch(
      /^Deze scènes zijn tot het eind gezien: “.*” en “.*”\. De keuzes in deze scènes/,
    );
    // Of other files nobody knows any more what they asked for.
    const other = await criteria('en', { digest: 'of before' });
    expect(other).toMatch(/^Everything was done that this version of the module asks for\. Nobody checked/);
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

test('without an address in the settings nothing is signed, and that is said; a key that was drawn for one signs', async () => {
  const silent = await startTestServer({ now: new Date('2026-11-27T10:00:00Z'), publicOrigin: null });
  const kept = { server, coordinator, joinCode };
  try {
    ({ server, coordinator, joinCode } = await prepare(silent));
    const learner = await finished();
    const { hash } = await issue(learner);
    expect(await sign(learner, hash)).toMatchObject({ refusal: { type: 'OriginUnknown' } });
    expect(await asOwner('SELECT id FROM learning.badge_key UNION ALL SELECT id FROM learning.achievement')).toEqual(
      [],
    );
    const tools = { clock: silent.clock, randomBytes, secrets: silent.secrets, recordAct: recordAudit };
    const draw = (origin: string | null) =>
      inTenant(silent.database.database, { tenant: null, user: null }, (tx) => rotateBadgeKey(tx, origin, tools));
    expect(await draw(null)).toMatchObject({ refusal: { type: 'OriginMissing' } });
    expectOk(await draw('https://told.test'));
    expect(partOf(await signed(learner, hash), 1)['iss']).toBe(`https://told.test${root}/issuer`);
    expect(silent.defects).toEqual([]);
  } finally {
    ({ server, coordinator, joinCode } = kept);
    await silent.stop();
  }
});
