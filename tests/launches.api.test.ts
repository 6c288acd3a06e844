import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inTenant } from '#platform/server/db';
import { sql } from 'kysely';
import { buildZip } from './support/build-zip.ts';
import { connectRecords, type RecordClient, type Told } from './support/record-client.ts';
import { startTestServer, type TestServer } from './support/test-server.ts';

let server: TestServer;
let keyed: RecordClient;
let other: RecordClient;
beforeAll(async () => {
  server = await startTestServer({ now: new Date('2026-11-27T10:00:00Z') });
  keyed = await connectRecords(server, { scope: 'launch', mount: '/xapi/1.0.3' });
  other = await connectRecords(server, { scope: 'launch', mount: '/xapi/1.0.3' });
});
afterAll(async () => {
  expect(server.defects).toEqual([]);
  await server.stop();
});

const words = 'https://w3id.org/xapi/cmi5/context';
const au = (at: number, more: string, url = `a${String(at)}.html?x=1`): string =>
  `<au id="https://example.org/au/${String(at)}" ${more}><title><langstring lang="en">Part ${String(at)}</langstring></title>
    <description><langstring lang="en">D</langstring></description><url>${url}</url></au>`;
const structure = (parts: string): string =>
  `<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd"><course id="https://example.org/c">
  <title><langstring lang="en">A course</langstring></title><description><langstring lang="en">D</langstring></description></course>
  <block id="https://example.org/b"><title><langstring lang="en">B</langstring></title><description><langstring lang="en">D</langstring></description>${parts}</block></courseStructure>`;
const packed = (parts: string): Buffer =>
  buildZip([
    { name: 'cmi5.xml', data: structure(parts) },
    { name: 'a0.html', data: '<!doctype html><title>Part</title><script src="deep/one.js"></script>' },
    { name: 'a1.html', data: '<!doctype html>' },
    { name: 'deep/one.js', data: 'void 0;' },
  ]);
const both = au(0, 'moveOn="Completed"') + au(1, 'moveOn="Passed" masteryScore="0.8"');

const take = (by: RecordClient, body: Uint8Array | string, type = 'application/zip'): Promise<Told> =>
  by.ask('POST', '/api/learning/cmi5/courses', { body, headers: { 'Content-Type': type } });
const call = (by: RecordClient, path: string, body: unknown): Promise<Told> =>
  by.ask('POST', `/api/learning/cmi5/${path}`, { body });
const takeBoth = async (): Promise<string> => ((await take(keyed, packed(both))).json as { course: string }).course;
const ana = { account: { homePage: 'https://example.org', name: 'ana' } };

interface Opened {
  readonly url: string;
  readonly registration: string;
  readonly session: string;
  readonly given: URLSearchParams;
}

async function open(course: string, activity: number, more: Record<string, unknown> = {}): Promise<Opened> {
  const told = await call(keyed, `courses/${course}/launch`, { activity, actor: ana, ...more });
  expect(told.status).toBe(200);
  const opened = told.json as Opened;
  return { ...opened, given: new URL(opened.url).searchParams };
}

/** What a part does: gets its token, asks what it must, and speaks. */
async function begin(opened: Opened) {
  const token = (await (await fetch(opened.given.get('fetch') ?? '', { method: 'POST' })).json()) as Record<
    string,
    string
  >;
  const own = { Authorization: `Basic ${token['auth-token']}`, 'X-Experience-API-Version': '1.0.3' };
  const endpoint = opened.given.get('endpoint') ?? '';
  const agent = encodeURIComponent(opened.given.get('actor') ?? '');
  const activity = opened.given.get('activityId') ?? '';
  const state = `activities/state?agent=${agent}&activityId=${encodeURIComponent(activity)}&registration=${opened.registration}`;
  const preferences = `agents/profile?agent=${agent}&profileId=cmi5LearnerPreferences`;
  const ask = (
    path: string,
    init: { readonly method?: string; readonly body?: string; readonly type?: string } = {},
  ): Promise<Response> => {
    const headers = init.type === undefined ? own : { ...own, 'Content-Type': init.type };
    return fetch(`${endpoint}/${path}`, { method: 'GET', ...init, headers });
  };
  const say = (verb: string, result: unknown = null, defined: readonly string[] = ['cmi5']): Promise<Response> => {
    const index = new URL(activity).pathname.split('/').at(-1) ?? '';
    const statement = {
      id: randomUUID(),
      timestamp: '2026-11-27T10:00:00.000Z',
      actor: ana,
      verb: { id: `http://adlnet.gov/expapi/verbs/${verb}` },
      object: { id: activity },
      ...(result === null ? {} : { result }),
      context: {
        registration: opened.registration,
        contextActivities: {
          category: defined.map((one) => ({ id: `${words}/categories/${one}` })),
          grouping: [{ id: `https://example.org/au/${index}` }],
        },
        extensions: {
          [`${words}/extensions/sessionid`]: opened.session,
          ...(index === '1' ? { [`${words}/extensions/masteryscore`]: 0.8 } : {}),
        },
      },
    };
    return ask('statements', { method: 'POST', type: 'application/json', body: JSON.stringify(statement) });
  };
  return { ask, say, state, preferences, token };
}

const started = async (opened: Opened) => {
  const part = await begin(opened);
  await part.ask(part.preferences);
  expect((await part.say('initialized')).status).toBe(200);
  return part;
};
const completed = [{ completion: true, duration: 'PT1S' }, ['cmi5', 'moveon']] as const;
const verbsOf = async (registration: string): Promise<readonly string[]> => {
  const { json } = await keyed.ask('GET', `statements?registration=${registration}&ascending=true`);
  const { statements } = json as { statements: { verb: { id: string } }[] };
  return statements.map(({ verb }) => verb.id.split('/').at(-1) ?? '');
};

describe('a course', () => {
  test('is taken whole, and its parts are told', async () => {
    expect(await take(keyed, packed(both))).toMatchObject({
      status: 201,
      json: {
        title: 'A course',
        activities: [
          { index: 0, id: 'https://example.org/au/0', title: 'Part 0' },
          { index: 1, id: 'https://example.org/au/1', title: 'Part 1' },
        ],
      },
    });
  });

  test('that is none is refused with what is wrong, another type before anything is read', async () => {
    expect(await take(keyed, 'a', 'text/markdown')).toMatchObject({ status: 415 });
    const refused = await take(keyed, packed(au(0, 'moveOn="Never"')));
    expect(refused).toMatchObject({ status: 422, json: { problems: [{ level: 'refusal', code: 'cmi5-schema' }] } });
    const traps = buildZip([{ name: '../cmi5.xml', data: structure(both) }]);
    expect(await take(keyed, traps)).toMatchObject({ status: 422, json: { problems: [{ code: 'unsafe-path' }] } });
    expect(await take(keyed, structure(both), 'text/xml')).toMatchObject({ status: 422 });
    expect(await take(keyed, structure(au(0, '', 'https://example.org/x')), 'application/zip')).toMatchObject({
      status: 422,
      json: { problems: [{ code: 'not-a-zip' }] },
    });
  });

  test('is nobody else’s: foreign and missing look the same', async () => {
    const course = await takeBoth();
    const opened = await open(course, 0);
    for (const place of [course, randomUUID(), 'x']) {
      expect((await call(other, `courses/${place}/launch`, { activity: 0, actor: ana })).status).toBe(404);
      expect((await other.ask('DELETE', `/api/learning/cmi5/courses/${place}`)).status).toBe(404);
    }
    const waive = { activity: 0, reason: 'x' };
    expect((await call(other, `registrations/${opened.registration}/waive`, waive)).status).toBe(404);
    expect((await call(other, `sessions/${opened.session}/abandon`, {})).status).toBe(404);
    expect((await other.find(`registration=${opened.registration}`)).length).toBe(0);
  });

  test('opens nothing for keys that may not launch, nor without one', async () => {
    const all = await connectRecords(server, { scope: 'all' });
    expect((await take(all, packed(both))).status).toBe(403);
    expect((await fetch(`${server.address}/api/learning/cmi5/courses`, { method: 'POST' })).status).toBe(401);
  });

  test('that was dropped serves no file and opens nothing; what was said of it stays', async () => {
    const course = await takeBoth();
    const opened = await open(course, 0);
    expect((await fetch(opened.url)).status).toBe(200);
    expect((await keyed.ask('DELETE', `/api/learning/cmi5/courses/${course}`)).status).toBe(204);
    expect((await fetch(opened.url)).status).toBe(404);
    expect((await call(keyed, `courses/${course}/launch`, { activity: 0, actor: ana })).status).toBe(404);
    expect(await verbsOf(opened.registration)).toEqual(['launched']);
  });
});

describe('a launch', () => {
  test.each([
    [{ activity: -1, actor: ana }, 400],
    [{ activity: 7, actor: ana }, 404],
    [{ activity: 0, actor: { mbox: 'mailto:ana@example.org' } }, 400],
    [{ activity: 0, actor: { ...ana, objectType: 'Group' } }, 400],
    [{ activity: 0, actor: ana, registration: 'mine' }, 400],
    [{ activity: 0, actor: ana, returnUrl: 'javascript:alert(1)' }, 400],
    [{ activity: 0, actor: ana, launchMode: 'Fast' }, 400],
    [{ activity: 0, actor: ana, more: 1 }, 400],
  ])('is refused clearly: %j', async (body, status) => {
    const course = await takeBoth();
    expect((await call(keyed, `courses/${course}/launch`, body)).status).toBe(status);
  });

  test('of a registration of somebody else is refused', async () => {
    const course = await takeBoth();
    const { registration } = await open(course, 0);
    const ben = { account: { homePage: 'https://example.org', name: 'ben' } };
    const told = await call(keyed, `courses/${course}/launch`, { activity: 0, actor: ben, registration });
    expect(told).toMatchObject({ status: 409, json: { code: 'RegistrationTaken' } });
  });

  test('serves the files of the package at no origin, and nothing beside them', async () => {
    const opened = await open(await takeBoth(), 0);
    const page = await fetch(opened.url);
    const policy = page.headers.get('Content-Security-Policy') ?? '';
    const root = opened.url.slice(0, opened.url.indexOf('a0.html'));
    expect(policy).toMatch(/^sandbox allow-scripts allow-forms; default-src /);
    expect(policy).not.toContain('allow-same-origin');
    expect(policy).toContain(`default-src ${root} `);
    expect(page.headers.get('Content-Type')).toContain('text/html');
    expect(page.headers.get('Set-Cookie')).toBeNull();
    expect((await fetch(`${root}deep/one.js`)).headers.get('Content-Type')).toContain('text/javascript');
    for (const path of ['deep/two.js', '%2e%2e/a0.html', 'a0.html/..%2fcmi5', '%ff'])
      expect((await fetch(root + path)).status).toBe(404);
    expect((await fetch(`${server.address}/package/x/a0.html`)).status).toBe(404);
    expect((await fetch(opened.url, { method: 'POST' })).status).toBe(405);
  });

  test('gives its token once, and says in words why not again', async () => {
    const opened = await open(await takeBoth(), 0);
    const { token } = await begin(opened);
    expect(Object.keys(token)).toEqual(['auth-token']);
    const again = await fetch(opened.given.get('fetch') ?? '', { method: 'POST' });
    expect([again.status, await again.json()]).toMatchObject([200, { 'error-code': '1' }]);
    expect(again.headers.get('Access-Control-Allow-Origin')).toBe('*');
    const guessed = (opened.given.get('fetch') ?? '').replace(/once=.*/, 'once=guessed');
    expect(await (await fetch(guessed, { method: 'POST' })).json()).toMatchObject({ 'error-code': '2' });
  });

  test('lays ready what the part needs, and the language where nobody chose one', async () => {
    const opened = await open(await takeBoth(), 1, { language: 'nl', returnUrl: 'https://example.org/back' });
    const part = await begin(opened);
    expect(await (await part.ask(`${part.state}&stateId=LMS.LaunchData`)).json()).toMatchObject({
      ...{ launchMode: 'Normal', moveOn: 'Passed', masteryScore: 0.8, returnURL: 'https://example.org/back' },
      contextTemplate: { contextActivities: { grouping: [{ id: 'https://example.org/au/1' }] } },
    });
    expect(await (await part.ask(part.preferences)).json()).toEqual({
      ...{ languagePreference: 'nl', audioPreference: 'on' },
    });
  });

  test('takes the place of one that is still open in the registration', async () => {
    const course = await takeBoth();
    const first = await open(course, 0);
    const part = await started(first);
    const { registration } = await open(course, 1, { registration: first.registration });
    expect(registration).toBe(first.registration);
    expect(await verbsOf(registration)).toEqual(['launched', 'initialized', 'abandoned', 'launched']);
    expect((await part.say('experienced', null, [])).status).toBe(403);
    expect((await call(keyed, `sessions/${first.session}/abandon`, {})).status).toBe(409);
  });
});

describe('a session', () => {
  test('ends with what its part says; block and course follow as soon as all is done', async () => {
    const course = await takeBoth();
    const first = await open(course, 0);
    const one = await started(first);
    expect((await one.say('completed', ...completed)).status).toBe(200);
    expect((await one.say('terminated', { duration: 'PT2S' })).status).toBe(200);
    expect((await one.ask(`${one.state}&stateId=LMS.LaunchData`)).status).toBe(403);
    const two = await started(await open(course, 1, { registration: first.registration }));
    const passed = { success: true, duration: 'PT1S', score: { scaled: 0.9 } };
    expect((await two.say('passed', passed, ['cmi5', 'moveon'])).status).toBe(200);
    const done = await verbsOf(first.registration);
    expect(done).toEqual([
      'launched',
      'initialized',
      'completed',
      'terminated',
      'launched',
      'initialized',
      'passed',
      'satisfied',
      'satisfied',
    ]);
  });

  test('of two that say the same at once takes one, and tells what follows once', async () => {
    const opened = await open(await takeBoth(), 0);
    const part = await started(opened);
    const waived = { activity: 1, reason: 'done elsewhere' };
    expect((await call(keyed, `registrations/${opened.registration}/waive`, waived)).status).toBe(204);
    expect((await call(keyed, `registrations/${opened.registration}/waive`, waived)).status).toBe(409);
    const told = await Promise.all(Array.from({ length: 6 }, () => part.say('completed', ...completed)));
    expect(told.map(({ status }) => status).toSorted()).toEqual([200, 403, 403, 403, 403, 403]);
    expect((await verbsOf(opened.registration)).filter((verb) => verb === 'satisfied')).toHaveLength(2);
  });

  test('reaches its own registration, its own state and its own learner, and nothing else', async () => {
    const course = await takeBoth();
    const opened = await open(course, 0);
    const part = await started(opened);
    const elsewhere = await open(course, 0);
    const status = async (path: string, init?: { method: string; body?: string }) =>
      (await part.ask(path, init)).status;
    expect(await status(`statements?registration=${opened.registration}`)).toBe(200);
    expect(await status('statements')).toBe(403);
    expect(await status(`statements?registration=${elsewhere.registration}`)).toBe(403);
    const [known] = await keyed.find(`registration=${elsewhere.registration}`);
    expect(await status(`statements?statementId=${known}`)).toBe(403);
    const swapped = part.state.replace(opened.registration, elsewhere.registration);
    expect(await status(`${swapped}&stateId=LMS.LaunchData`)).toBe(403);
    expect(await status(`${part.state}&stateId=own`, { method: 'PUT', body: 'x' })).toBe(204);
    expect(await status(part.state, { method: 'DELETE' })).toBe(403);
    const ben = encodeURIComponent(JSON.stringify({ account: { ...ana.account, name: 'ben' } }));
    expect(await status(`agents?agent=${ben}`)).toBe(403);
    expect(await status(`agents/profile?agent=${ben}&profileId=cmi5LearnerPreferences`)).toBe(403);
    expect(await status('activities?activityId=https://example.org/other')).toBe(403);
  });

  test('opens nothing of the launch API, and keeps no secret in the open', async () => {
    const opened = await open(await takeBoth(), 0);
    const { token } = await begin(opened);
    const answer = await fetch(`${server.address}/api/learning/cmi5/courses`, {
      method: 'POST',
      headers: { Authorization: `Basic ${token['auth-token']}`, 'Content-Type': 'application/zip' },
      body: packed(both),
    });
    expect(answer.status).toBe(403);
    const secret =
      Buffer.from(token['auth-token'] ?? '', 'base64')
        .toString('utf8')
        .split(':')[1] ?? '';
    const once = new URL(opened.given.get('fetch') ?? '').searchParams.get('once') ?? '';
    await inTenant(server.database.database, { tenant: null, user: null }, async (tx) => {
      await sql`SET LOCAL ROLE NONE`.execute(tx);
      const rows = await sql<{ row: string }>`SELECT l::text AS row FROM learning.launch l`.execute(tx);
      for (const { row } of rows.rows) expect(row.includes(secret) || row.includes(once)).toBe(false);
    });
  });
});
