import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildFounder, buildParts, type TestPerson } from '#kernel/accounts/testing';
import { createId, expectOk, type RouteOutput } from '#platform/base';
import { randomBytes } from '#platform/crypto/server';
import { packageRoutes } from '#modules/learning';
import { buildCmi5, buildScorm } from './support/build-package.ts';
import { connectRecords, type RecordClient } from './support/record-client.ts';
import { startTestServer, type TestClient, type TestServer } from './support/test-server.ts';

// As behind a proxy that ends TLS: what reaches the server says nothing of https.
const [ours, beside] = ['https://baken.test', 'https://packages.test'];
let server: TestServer;
let client: TestClient;
let founder: TestPerson;
type Listed = RouteOutput<typeof packageRoutes.listPackages>['packages'][number];

beforeAll(async () => {
  server = await startTestServer({ publicOrigin: ours, packageOrigin: beside });
  client = server.connect();
  founder = await buildFounder(buildParts(client.api, server.clock), server.foundingCode);
}, 60_000);
afterAll(async () => {
  expect(server.defects).toEqual([]);
  await server.stop();
});

async function bring(bytes: Uint8Array): Promise<Listed['id']> {
  const id = createId<Listed['id']>(randomBytes);
  const { api } = founder.parts;
  expectOk(
    await api.call(packageRoutes.sendPiece, { params: { package: id, piece: '0' }, input: Uint8Array.from(bytes) }),
  );
  expect(
    expectOk(await api.call(packageRoutes.importPackage, { params: { package: id }, input: { pieces: 1 } })),
  ).toMatchObject({ taken: true });
  return id;
}

interface Heard {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
}

/** Asks the server by a host name, as a proxy passes it on. */
function ask(
  address: string,
  {
    method = 'GET',
    headers = {},
    body = '',
  }: { method?: string; headers?: Record<string, string>; body?: string } = {},
  asks: Pick<TestServer, 'address'> = server,
): Promise<Heard> {
  const { host, pathname, search } = new URL(address);
  const { hostname, port } = new URL(asks.address);
  return new Promise((heard, failed) => {
    const asked = request(
      { hostname, port, path: pathname + search, method, headers: { ...headers, Host: host } },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => void parts.push(part));
        answer.on('end', () =>
          heard({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts).toString() }),
        );
      },
    );
    asked.on('error', failed);
    asked.end(body);
  });
}

/** Opens a part as a browser does that reached us by a name. */
async function open(pack: Listed['id'], at = ours) {
  const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const headers = { Cookie: cookie, 'X-Req': '1', 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'application/json' };
  const path = `/api/learning/packages/${pack}/openings`;
  const answer = await ask(at + path, { method: 'POST', headers, body: '{"item":0}' });
  expect(answer.status).toBe(200);
  return packageRoutes.openPackage.output.parse(JSON.parse(answer.body));
}

const page = '<!doctype html><html><head><title>Part</title></head><body>Part</body></html>';
const across = [
  { name: 'a.html', data: '<html><head></head><frameset><frame src="b.html"></frameset></html>' },
  { name: 'b.html', data: page },
];

describe('with a host for packages', () => {
  test('a package whose pages script each other lies there, with the origin of that host', async () => {
    const pack = await bring(buildScorm('scorm12', [{ title: 'Frames', file: 'a.html' }], across));
    const told = expectOk(await client.api.call(packageRoutes.readPackage, { params: { package: pack } }));
    expect(told.package).toMatchObject({ needsHost: false, warnings: [{ code: 'cross-frame' }] });
    const { address } = await open(pack);
    expect(address).toMatch(/^https:\/\/packages\.test\/package\/[\w-]{32}\/a\.html$/);
    const root = address.slice(0, address.lastIndexOf('/') + 1);
    const answer = await ask(address);
    expect([answer.status, answer.headers['set-cookie']]).toEqual([200, undefined]);
    expect(answer.body).toContain(`<script src="${new URL(root).pathname}?client"></script>`);
    expect(answer.headers).toMatchObject({
      'content-security-policy':
        `sandbox allow-scripts allow-forms allow-same-origin; default-src ${root} 'unsafe-inline' 'unsafe-eval' data: blob:; ` +
        `connect-src ${root}; form-action ${root}; base-uri ${root}; worker-src blob:; frame-ancestors ${ours} ${beside}`,
      'cross-origin-resource-policy': 'cross-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'origin-agent-cluster': '?1',
    });
    // Who has an origin needs no leave of others, and others get none.
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    expect((await ask(`${root}b.html`)).status).toBe(200);
    expect((await ask(`${root}?client`)).body).toMatch(/^new \(class FrameClient /);
  });

  test('what another package left there is cleared as one is entered, and not between its own pages', async () => {
    const pack = await bring(buildScorm('scorm12', [{ title: 'Frames', file: 'a.html' }], across));
    const { address } = await open(pack);
    const cleared = async (site: string, dest = 'iframe') =>
      (await ask(address, { headers: { 'Sec-Fetch-Site': site, 'Sec-Fetch-Dest': dest } })).headers['clear-site-data'];
    expect([await cleared('cross-site'), await cleared('same-site')]).toEqual(['"storage"', '"storage"']);
    expect(await cleared('none', 'document')).toBe('"storage"');
    expect([await cleared('same-origin'), await cleared('cross-site', 'script')]).toEqual([undefined, undefined]);
  });

  test('nothing else is answered there, whatever cookie comes along', async () => {
    const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    for (const path of ['/', '/api/me', '/api/learning/packages', '/xapi/about', '/learn', '/health/live', '/package'])
      expect([path, (await ask(beside + path, { headers: { Cookie: cookie } })).status]).toEqual([path, 404]);
    expect((await ask(`${ours}/api/me`, { headers: { Cookie: cookie } })).status).toBe(200);
  });

  test('one whose pages do not lies on our host without an origin, and has none by either name', async () => {
    const one = buildScorm('scorm12', [{ title: 'One', file: 'b.html' }], [{ name: 'b.html', data: page }]);
    const { address } = await open(await bring(one));
    expect(address).toMatch(/^\/package\//);
    const policy = String((await ask(ours + address)).headers['content-security-policy']);
    expect(policy).toMatch(/^sandbox allow-scripts allow-forms; default-src https:\/\/baken\.test\/package\//);
  });

  test('a part by cmi5 that needs it lies there and speaks to the record store here', async () => {
    const { address } = await open(
      await bring(buildCmi5('<html><head></head><frameset><frame src="a.html"></frameset>')),
    );
    const opened = new URL(address);
    expect(opened.origin).toBe(beside);
    expect(opened.searchParams.get('endpoint')).toBe(`${ours}/xapi/1.0.3`);
    const policy = String((await ask(address)).headers['content-security-policy']);
    expect(policy).toContain(`${ours}/xapi/1.0.3/ ${ours}/api/learning/cmi5/sessions/;`);
  });
});

describe('a part that is opened by a key', () => {
  const ana = { account: { homePage: 'https://example.org', name: 'ana' } };
  const framed = buildCmi5('<html><head></head><frameset><frame src="a.html"></frameset></html>');
  const takeBy = async (keyed: RecordClient, body: Uint8Array): Promise<string> => {
    const headers = { 'Content-Type': 'application/zip' };
    const told = await keyed.ask('POST', '/api/learning/cmi5/courses', { body, headers });
    expect(told.status).toBe(201);
    return (told.json as { course: string }).course;
  };
  const openBy = (keyed: RecordClient, course: string, activity = 0) =>
    keyed.ask('POST', `/api/learning/cmi5/courses/${course}/launch`, { body: { activity, actor: ana } });

  test('lies on the host for packages where its pages script each other, and speaks to us by the address of the settings', async () => {
    const keyed = await connectRecords(server, { scope: 'launch', mount: '/xapi/1.0.3' });
    const opened = new URL(((await openBy(keyed, await takeBy(keyed, framed))).json as { url: string }).url);
    expect(opened.origin).toBe(beside);
    // The key reached the server by another name than that of the settings.
    expect(opened.searchParams.get('endpoint')).toBe(`${ours}/xapi/1.0.3`);
    const answer = await ask(opened.href, {
      headers: { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Dest': 'document' },
    });
    expect(answer.headers).toMatchObject({ 'clear-site-data': '"storage"' });
    expect(answer.headers['content-security-policy']).toContain(
      `${ours}/xapi/1.0.3/ ${ours}/api/learning/cmi5/sessions/;`,
    );
    const fetched = await ask(String(opened.searchParams.get('fetch')), { method: 'POST' });
    const { 'auth-token': token } = JSON.parse(fetched.body) as { 'auth-token': string };
    const query = new URLSearchParams({
      ...{ stateId: 'LMS.LaunchData', registration: String(opened.searchParams.get('registration')) },
      agent: String(opened.searchParams.get('actor')),
      activityId: String(opened.searchParams.get('activityId')),
    });
    const own = { Authorization: `Basic ${token}`, 'X-Experience-API-Version': '1.0.3' };
    const state = await ask(`${ours}/xapi/1.0.3/activities/state?${query.toString()}`, { headers: own });
    expect(state.status).toBe(200);
  });

  test('lies on our host where they do not, and elsewhere where it says so', async () => {
    const keyed = await connectRecords(server, { scope: 'launch', mount: '/xapi/1.0.3' });
    const plain = await openBy(keyed, await takeBy(keyed, buildCmi5(page)));
    expect((plain.json as { url: string }).url.startsWith(`${server.address}/package/`)).toBe(true);
    const remote = await openBy(keyed, await takeBy(keyed, framed), 1);
    expect((remote.json as { url: string }).url).toMatch(/^https:\/\/example\.org\/elsewhere\.html\?/);
  });

  test('is not opened without such a host where its pages script each other, and the answer says why', async () => {
    const bare = await startTestServer();
    const keyed = await connectRecords(bare, { scope: 'launch', mount: '/xapi/1.0.3' });
    const course = await takeBy(keyed, framed);
    expect(await openBy(keyed, course)).toMatchObject({ status: 409, json: { code: 'NeedsOwnHost' } });
    expect((await openBy(keyed, course, 1)).status).toBe(200);
    expect(bare.defects).toEqual([]);
    await bare.stop();
  });
});

test('where each opening has a name of its own, its files lie under that name and under no other', async () => {
  const named = await startTestServer({ publicOrigin: ours, packageOrigin: 'https://*.packages.test' });
  const keyed = await connectRecords(named, { scope: 'launch', mount: '/xapi/1.0.3' });
  const headers = { 'Content-Type': 'application/zip' };
  const body = buildCmi5('<html><head></head><frameset><frame src="a.html"></frameset></html>');
  const { course } = (await keyed.ask('POST', '/api/learning/cmi5/courses', { body, headers })).json as {
    course: string;
  };
  const launch = { activity: 0, actor: { account: { homePage: 'https://example.org', name: 'ana' } } };
  const openOne = async (): Promise<URL> => {
    const told = await keyed.ask('POST', `/api/learning/cmi5/courses/${course}/launch`, { body: launch });
    return new URL((told.json as { url: string }).url);
  };
  const [first, second] = [await openOne(), await openOne()];
  expect([first.protocol, /^[0-9a-f]{32}\.packages\.test$/.test(first.host), first.host === second.host]).toEqual([
    ...['https:', true, false],
  ]);
  const at = async ({ origin }: URL, { pathname }: URL): Promise<number> =>
    (await ask(origin + pathname, {}, named)).status;
  // The launch that came later ended the one before; its files are there for a day.
  expect([await at(first, first), await at(second, second)]).toEqual([200, 200]);
  expect([await at(first, second), await at(second, first)]).toEqual([404, 404]);
  const policy = String((await ask(second.href, {}, named)).headers['content-security-policy']);
  expect(policy).toContain(`default-src ${second.origin}/package/`);
  expect(policy).toContain(`frame-ancestors ${ours} ${second.origin}`);
  expect(named.defects).toEqual([]);
  await named.stop();
});

test('behind a proxy that ends TLS a part by cmi5 is opened by https, and so is what it is to speak to', async () => {
  const { address } = await open(await bring(buildCmi5(page)));
  const opened = new URL(address);
  expect(opened.origin).toBe(ours);
  expect(opened.searchParams.get('endpoint')).toBe(`${ours}/xapi/1.0.3`);
  const fetched = await ask(String(opened.searchParams.get('fetch')), { method: 'POST' });
  const { 'auth-token': token } = JSON.parse(fetched.body) as { 'auth-token': string };
  const agent = encodeURIComponent(String(opened.searchParams.get('actor')));
  const activity = encodeURIComponent(String(opened.searchParams.get('activityId')));
  const registration = String(opened.searchParams.get('registration'));
  const state = await ask(
    `${ours}/xapi/1.0.3/activities/state?stateId=LMS.LaunchData&agent=${agent}&activityId=${activity}&registration=${registration}`,
    { headers: { Authorization: `Basic ${token}`, 'X-Experience-API-Version': '1.0.3' } },
  );
  expect(state.status).toBe(200);
});
