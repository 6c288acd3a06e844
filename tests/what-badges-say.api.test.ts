import { readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordAudit } from '#kernel/audit/server';
import { expectOk } from '#platform/base';
import { randomBytes } from '#platform/crypto/server';
import { inTenant } from '#platform/server/db';
import type { ReleasedCourse } from '#modules/learning';
import { rotateBadgeKey } from '#modules/learning/server';
import {
  badgesRoot as root,
  openBadgeProgramme,
  partOf,
  type BadgeProgramme,
  type Played,
} from './support/badge-programme.ts';
import { startTestServer, testOrigin, type TestClient, type TestServer } from './support/test-server.ts';
import { builtCourses } from './support/whole-run.ts';

let server: TestServer;
let programme: BadgeProgramme;
let webRoot = '';
let released: Readonly<Record<'en' | 'nl', ReleasedCourse>>;

beforeAll(async () => {
  const built = await builtCourses();
  webRoot = built.webRoot;
  const dutch = readFileSync(join(webRoot, 'courses/recognising-trafficking/nl.json'), 'utf8');
  // Written by our own build a moment ago.
  released = { en: built.released, nl: JSON.parse(dutch) as ReleasedCourse };
  server = await startTestServer({ webRoot, now: new Date('2026-11-27T10:00:00Z') });
  programme = await openBadgeProgramme(server);
}, 60_000);
afterAll(async () => {
  expect(server.defects).toEqual([]);
  await server.stop();
  rmSync(webRoot, { recursive: true });
});

const drawKey = (at: TestServer, origin: string | null) => {
  const tools = { clock: at.clock, randomBytes, secrets: at.secrets, recordAct: recordAudit };
  return inTenant(at.database.database, { tenant: null, user: null }, (tx) => rotateBadgeKey(tx, origin, tools));
};

test('whoever asks first does not say where the installation is found', async () => {
  const learner = await programme.finished();
  const { hash } = await programme.issue(learner);
  const { status, body } = await askAt('elsewhere.test', learner, hash);
  expect(status).toBe(200);
  // An answer of the row.
  const { token } = JSON.parse(body) as { token: string };
  expect(partOf(token, 1)['iss']).toBe(`${testOrigin}${root}/issuer`);
  expect(await programme.asOwner('SELECT origin FROM learning.badge_key')).toEqual([{ origin: testOrigin }]);
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

describe('the list of what was revoked', () => {
  const start = new Date('2026-11-27T10:00:00Z');
  beforeAll(() => server.clock.set(start));
  afterAll(() => server.clock.set(start));
  const list = async () => (await programme.ask('/status/1')).text();
  const isSet = (told: string, token: string): boolean => {
    // Our own tokens hold a list, and point at a place of it.
    const { encodedList } = partOf(told, 1)['credentialSubject'] as { encodedList: string };
    const { statusListIndex } = partOf(token, 1)['credentialStatus'] as { statusListIndex: string };
    const place = Number(statusListIndex);
    const bits = gunzipSync(Buffer.from(encodedList.slice(1), 'base64url'));
    return ((bits[place >> 3] ?? 0) & (0x80 >> (place & 7))) !== 0;
  };
  const later = (seconds: number) => server.clock.set(new Date(server.clock.now().getTime() + seconds * 1000));

  test('is signed again after five minutes, or at once when something was revoked', async () => {
    const learner = await programme.finished();
    const { hash } = await programme.issue(learner);
    const token = await programme.signed(learner, hash);
    const first = await list();
    expect(await list()).toBe(first);
    await programme.revoke(hash);
    expect(isSet(await list(), token)).toBe(true);
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
    const drawn = await drawKey(server, null);
    const after = await list();
    expect(after).not.toBe(before);
    expect(String(partOf(after, 0)['kid'])).toContain(expectOk(drawn).id);
  });
});

describe('what it took', () => {
  test('is said by the rule of the files that were played, in the language in which that was', async () => {
    const criteria = async (language: 'en' | 'nl', over: Partial<Played> = {}) => {
      const { digest, version } = released[language];
      const learner = await programme.finished('2026-11-26', { digest, version, language, ...over });
      const said = partOf(await programme.signed(learner, (await programme.issue(learner)).hash), 1);
      // Our own tokens hold an achievement.
      const { achievement } = said['credentialSubject'] as { achievement: { id: string; criteria: object } };
      expect(await (await programme.lookUp(achievement.id)).json()).toMatchObject({ criteria: achievement.criteria });
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

test('a badge asked for again says the same, also when the files that were played are not here any more', async () => {
  const { digest, version } = released.en;
  const learner = await programme.finished('2026-11-26', { digest, version, language: 'en' });
  const { hash } = await programme.issue(learner);
  const subjectOf = async () => partOf(await programme.signed(learner, hash), 1)['credentialSubject'];
  const first = await subjectOf();
  // As after a new build, whose files have another digest.
  await programme.asOwner(
    `UPDATE learning.completion c SET digest = 'of before' FROM learning.certificate p
      WHERE p.tenant = c.tenant AND p.attempt = c.attempt AND p.code = $1`,
    [hash],
  );
  expect(await subjectOf()).toEqual(first);
});

test('without an address in the settings nothing is signed, and that is said; a key that was drawn for one signs', async () => {
  const silent = await startTestServer({ now: new Date('2026-11-27T10:00:00Z'), publicOrigin: null });
  const { finished, issue, sign, signed, asOwner } = await openBadgeProgramme(silent);
  const learner = await finished();
  const { hash } = await issue(learner);
  expect(await sign(learner, hash)).toMatchObject({ refusal: { type: 'OriginUnknown' } });
  expect(await asOwner('SELECT id FROM learning.badge_key UNION ALL SELECT id FROM learning.achievement')).toEqual([]);
  expect(await drawKey(silent, null)).toMatchObject({ refusal: { type: 'OriginMissing' } });
  expectOk(await drawKey(silent, 'https://told.test'));
  expect(partOf(await signed(learner, hash), 1)['iss']).toBe(`https://told.test${root}/issuer`);
  expect(silent.defects).toEqual([]);
  await silent.stop();
});
