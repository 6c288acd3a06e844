import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildColleague, buildFounder, buildParts, type TestPerson } from '#kernel/accounts/testing';
import { createId, expectOk } from '#platform/base';
import { randomBytes } from '#platform/crypto/server';
import { packageRoutes, trainingRoutes } from '#modules/learning';
import { buildZip } from './support/build-zip.ts';
import { buildCartridge, buildCmi5, buildScorm } from './support/build-package.ts';
import { startTestServer, type TestClient, type TestServer } from './support/test-server.ts';

let server: TestServer;
let anna: TestPerson;
let clients: Record<'anna' | 'lea' | 'tom', TestClient>;
const begun = new Date('2026-11-27T10:00:00Z');
type Id = Parameters<typeof clients.anna.api.call<typeof packageRoutes.readPackage>>[1]['params']['package'];
type OpeningId = Parameters<typeof clients.anna.api.call<typeof packageRoutes.endOpening>>[1]['params']['opening'];
const newId = <Any extends string>(): Any => createId<Any>(randomBytes);

beforeAll(async () => {
  server = await startTestServer({ now: begun });
  clients = { anna: server.connect(), lea: server.connect(), tom: server.connect() };
  anna = await buildFounder(buildParts(clients.anna.api, server.clock), server.foundingCode);
  for (const handle of ['lea', 'tom'] as const) {
    const parts = buildParts(clients[handle].api, server.clock);
    const made = await buildColleague(anna, parts, { handle, roles: [{ role: 'volunteer', until: null }] });
    anna = made.inviter;
  }
}, 60_000);
afterAll(async () => {
  expect(server.defects).toEqual([]);
  await server.stop();
});

const film = Buffer.from(Array.from({ length: 5_000_000 }, (_, at) => at % 251));
const page = '<!doctype html><html><head><title>Part</title></head><body>Naïve</body></html>';
const files = [
  { name: 'a.html', data: page },
  { name: 'old.html', data: Buffer.from('<html><meta charset="iso-8859-1"><p>\xe9\xe9n', 'latin1') },
  { name: 'deep/film.mp4', data: film, stored: true },
  { name: 'deep/A file & more.txt', data: 'x' },
];
const one = (kind: 'scorm12' | 'scorm2004' = 'scorm12') =>
  buildScorm(kind, [{ title: 'The part', file: 'a.html?lesson=1', more: launchData(kind) }], files);
const launchData = (kind: string) =>
  kind === 'scorm12' ? '<adlcp:datafromlms>given</adlcp:datafromlms>' : '<adlcp:dataFromLMS>given</adlcp:dataFromLMS>';

type Who = keyof typeof clients;
async function send(who: Who, bytes: Uint8Array, id: Id = newId<Id>()) {
  const size = 4 * 1024 * 1024;
  const pieces = Math.max(1, Math.ceil(bytes.length / size));
  for (let piece = 0; piece < pieces; piece += 1) {
    const input = Uint8Array.from(bytes.subarray(piece * size, (piece + 1) * size));
    const sent = await clients[who].api.call(packageRoutes.sendPiece, {
      params: { package: id, piece: String(piece) },
      input,
    });
    if (!sent.ok) return { id, answer: sent };
  }
  const answer = await clients[who].api.call(packageRoutes.importPackage, {
    params: { package: id },
    input: { pieces },
  });
  return { id, answer };
}
async function bring(bytes: Uint8Array = one()): Promise<Id> {
  const { id, answer } = await send('anna', bytes);
  expect(expectOk(answer)).toMatchObject({ taken: true });
  return id;
}
const open = async (who: Who, pack: Id, item = 0) =>
  expectOk(await clients[who].api.call(packageRoutes.openPackage, { params: { package: pack }, input: { item } }));
const keep = (who: Who, opening: OpeningId, version: number, values: Record<string, string>) =>
  clients[who].api.call(packageRoutes.keepPlay, { params: { opening }, input: { version, values } });
const end = (who: Who, opening: OpeningId) =>
  clients[who].api.call(packageRoutes.endOpening, { params: { opening }, input: {} });
const read = (who: Who, pack: Id) => clients[who].api.call(packageRoutes.readPackage, { params: { package: pack } });
const get = (path: string, headers: Record<string, string> = {}) => fetch(server.address + path, { headers });
const done12 = { 'cmi.core.lesson_status': 'completed', 'cmi.core.score.raw': '85' };

describe('importing', () => {
  test('takes a whole package of several pieces, says what was found, and writes down who did it', async () => {
    const { id, answer } = await send('anna', one());
    expect(expectOk(answer)).toEqual({
      ...{ taken: true, kind: 'scorm12', title: 'A foreign course', activities: 1, problems: [] },
    });
    const listed = expectOk(await clients.lea.api.call(packageRoutes.listPackages, {})).packages;
    expect(listed.find((pack) => pack.id === id)).toMatchObject({
      ...{ kind: 'scorm12', title: 'A foreign course', activities: 1, importedOn: '2026-11-27' },
      ...{ mine: { state: 'new', doneOn: null }, needsHost: false },
    });
    expect((await send('anna', one(), id)).answer).toMatchObject({ refusal: { type: 'PackageTaken' } });
  });

  test('is for whoever leads', async () => {
    const { id, answer } = await send('lea', one());
    expect(answer).toMatchObject({ refusal: { type: 'NotPermitted' } });
    const kept = await bring();
    for (const pack of [id, kept])
      expect(await clients.lea.api.call(packageRoutes.removePackage, { params: { package: pack } })).toMatchObject({
        refusal: { type: 'NotPermitted' },
      });
  });

  test('refuses what is unsafe, broken or not opened here yet, and keeps nothing of it', async () => {
    const before = expectOk(await clients.lea.api.call(packageRoutes.listPackages, {})).packages.length;
    const wrong = [
      [buildZip([{ name: '../imsmanifest.xml', data: 'x' }]), 'unsafe-path'],
      [Buffer.from('no archive at all'), 'not-a-zip'],
      [buildZip([{ name: 'a.html', data: 'x' }]), 'no-manifest'],
      [buildScorm('scorm12', [{ title: 'Gone', file: 'gone.html' }], files), 'launch-file-missing'],
      // Every part of it lies on another server.
      [buildScorm('scorm12', [{ title: 'Far', file: 'https://example.org/a.html' }], files), 'nothing-to-launch'],
    ] as const;
    for (const [bytes, code] of wrong) {
      const told = expectOk((await send('anna', bytes)).answer);
      expect(told.taken).toBe(false);
      expect(told.problems.map((one) => one.code)).toContain(code);
    }
    const told = expectOk((await send('anna', buildCartridge(page))).answer);
    expect(told).toMatchObject({ taken: false, kind: 'common-cartridge' });
    expect(told.problems[0]).toMatchObject({ level: 'refusal', code: 'not-yet-playable' });
    expect(expectOk(await clients.lea.api.call(packageRoutes.listPackages, {})).packages.length).toBe(before);
  });

  test('takes no piece that is too large, has no number, or did not come', async () => {
    const params = { package: newId<Id>(), piece: '0' };
    const large = new Uint8Array(4 * 1024 * 1024 + 1);
    expect(await clients.anna.api.call(packageRoutes.sendPiece, { params, input: large })).toMatchObject({
      refusal: { type: 'TooLarge' },
    });
    for (const piece of ['48', '-1', 'x', '1e1'])
      expect(
        await clients.anna.api.call(packageRoutes.sendPiece, {
          params: { ...params, piece },
          input: new Uint8Array(1),
        }),
      ).toMatchObject({ refusal: { type: 'PieceWrong' } });
    expect(await clients.anna.api.call(packageRoutes.importPackage, { params, input: { pieces: 2 } })).toMatchObject({
      refusal: { type: 'PieceWrong' },
    });
  });

  test('keeps one whose pages script each other, and refuses to open it with that reason', async () => {
    const frames = [
      { name: 'a.html', data: '<frameset><frame src="b.html"></frameset>' },
      { name: 'b.html', data: page },
    ];
    const pack = await bring(buildScorm('scorm12', [{ title: 'Frames', file: 'a.html' }], frames));
    expect(expectOk(await read('lea', pack)).package.needsHost).toBe(true);
    expect(
      await clients.lea.api.call(packageRoutes.openPackage, { params: { package: pack }, input: { item: 0 } }),
    ).toMatchObject({ refusal: { type: 'NeedsOwnHost' } });
  });
});

describe('an opening', () => {
  test('tells what the part may ask, and goes on from what was kept', async () => {
    const pack = await bring();
    const first = await open('lea', pack);
    expect(first.address).toMatch(/^\/package\/[\w-]{32}\/a\.html\?lesson=1$/);
    expect(first.play).toMatchObject({
      version: 0,
      values: { 'cmi.core.lesson_status': 'not attempted' },
      fixed: { 'cmi.core.entry': 'ab-initio', 'cmi.launch_data': 'given', 'cmi.core.student_name': '' },
    });
    const values = { 'cmi.suspend_data': 'page=3', 'cmi.core.exit': 'suspend', 'cmi.core.lesson_status': 'incomplete' };
    expect(expectOk(await keep('lea', first.opening, 0, values))).toMatchObject({ version: 1, state: 'begun' });
    await end('lea', first.opening);
    const second = await open('lea', pack);
    expect(second.play).toMatchObject({
      version: 1,
      values: { 'cmi.suspend_data': 'page=3' },
      fixed: { 'cmi.core.entry': 'resume' },
    });
    expect(second.play?.values['cmi.core.exit']).toBeUndefined();
    const learner = second.play?.fixed['cmi.core.student_id'];
    expect(learner).toBe(first.play?.fixed['cmi.core.student_id']);
    expect((await open('lea', await bring())).play?.fixed['cmi.core.student_id']).not.toBe(learner);
    expect((await open('tom', pack)).play).toMatchObject({ version: 0 });
  });

  test('is over for good when it is ended, and after a day; its address leads nowhere then', async () => {
    const pack = await bring();
    const first = await open('lea', pack);
    expect((await get(first.address)).status).toBe(200);
    expect((await end('lea', first.opening)).ok).toBe(true);
    expect((await end('lea', first.opening)).ok).toBe(true);
    expect((await get(first.address)).status).toBe(404);
    expect((await get(`${first.address.split('/').slice(0, 3).join('/')}/?client`)).status).toBe(404);
    expect(await keep('lea', first.opening, 0, done12)).toMatchObject({ refusal: { type: 'OpeningOver' } });
    const second = await open('lea', pack);
    server.clock.set(new Date(begun.getTime() + 25 * 3_600_000));
    expect((await get(second.address)).status).toBe(404);
    server.clock.set(begun);
  });

  test('is nobody else’s: foreign and missing look the same', async () => {
    const pack = await bring();
    const { opening } = await open('lea', pack);
    for (const id of [opening, newId<OpeningId>()]) {
      expect(await keep('tom', id, 0, done12)).toMatchObject({ refusal: { type: 'NotFound' } });
      expect(await end('tom', id)).toMatchObject({ refusal: { type: 'NotFound' } });
    }
    expect(await read('lea', newId<Id>())).toMatchObject({ refusal: { type: 'NotFound' } });
    expect(
      await clients.lea.api.call(packageRoutes.openPackage, { params: { package: pack }, input: { item: 7 } }),
    ).toMatchObject({ refusal: { type: 'NotFound' } });
  });

  test('changes nothing that another device kept meanwhile, and says so', async () => {
    const pack = await bring();
    const [desk, phone] = [await open('lea', pack), await open('lea', pack)];
    expect((await keep('lea', phone.opening, 0, { 'cmi.suspend_data': 'phone' })).ok).toBe(true);
    expect(await keep('lea', desk.opening, 0, { 'cmi.suspend_data': 'desk' })).toMatchObject({
      refusal: { type: 'PlayedElsewhere' },
    });
    expect((await open('lea', pack)).play).toMatchObject({ version: 1, values: { 'cmi.suspend_data': 'phone' } });
  });

  test('takes no values beyond the bounds, and none under names that are no elements', async () => {
    const { opening } = await open('lea', await bring());
    const many = Object.fromEntries(Array.from({ length: 3_001 }, (_, at) => [`cmi.objectives.${at}.id`, 'x']));
    const hostile: readonly Record<string, string>[] = [
      { 'cmi.suspend_data': 'x'.repeat(66_001) },
      { __proto__x: 'y' },
      { 'cmi.constructor.Prototype': 'y' },
      { 'learning.package': 'y' },
      { [`cmi.${'a.'.repeat(200)}b`]: 'y' },
      many,
    ];
    for (const values of hostile)
      expect(await keep('lea', opening, 0, values)).toMatchObject({ refusal: { type: 'BodyInvalid' } });
    const raw = await clients.lea.fetch(`${server.address}/api/learning/openings/${opening}/state`, {
      method: 'PUT',
      headers: { 'X-Req': '1', 'Content-Type': 'application/json' },
      body: '{"version":0,"values":{"cmi.suspend_data":{"toString":1}}}',
    });
    expect(raw.status).toBe(422);
  });
});

describe('the files', () => {
  test('come as they are, with no origin, in the right type, and with the client before all other scripts', async () => {
    const { address } = await open('lea', await bring());
    const root = address.slice(0, address.lastIndexOf('/') + 1);
    const answer = await get(address);
    const body = await answer.text();
    expect(body).toBe(page.replace('<head>', `<head><script src="${root}?client"></script>`));
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'cross-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'access-control-allow-origin': '*',
    });
    const own = server.address + root;
    expect(answer.headers.get('Content-Security-Policy')).toBe(
      `sandbox allow-scripts allow-forms; default-src ${own} 'unsafe-inline' 'unsafe-eval' data: blob:; connect-src ${own}; ` +
        `form-action ${own}; base-uri ${own}; frame-ancestors 'self'`,
    );
    expect(answer.headers.get('Set-Cookie')).toBeNull();
    // A page within a page of the package has somebody without an origin above it.
    const inner = await get(address, { 'Sec-Fetch-Dest': 'iframe', 'Sec-Fetch-Site': 'cross-site' });
    expect(inner.headers.get('Content-Security-Policy')).toMatch(/^sandbox allow-scripts allow-forms; default-src /);
    expect(inner.headers.get('Content-Security-Policy')).not.toContain('frame-ancestors');
    const client = await get(`${root}?client`);
    expect(client.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8');
    expect(await client.text()).toMatch(/^new \(class FrameClient /);
    // What is not UTF-8 says itself how it is written.
    expect((await get(`${root}old.html`)).headers.get('Content-Type')).toBe('text/html');
    expect((await get(`${root}deep/A%20file%20%26%20more.txt`)).status).toBe(200);
    for (const path of ['', 'A.html', 'deep/', 'deep', 'imsmanifest.xml/..', '%2e%2e/a.html', '%ff', '?other'])
      expect({ path, status: (await get(root + path)).status }).toEqual({ path, status: 404 });
  });

  test('of sound and film can be asked for in parts, across the pieces in which they are kept', async () => {
    const { address } = await open('lea', await bring());
    const path = `${address.slice(0, address.lastIndexOf('/') + 1)}deep/film.mp4`;
    const whole = await get(path);
    expect([whole.status, whole.headers.get('Accept-Ranges')]).toEqual([200, 'bytes']);
    expect(Buffer.compare(Buffer.from(await whole.arrayBuffer()), film)).toBe(0);
    const spans = [
      ['bytes=0-0', 0, 1],
      ['bytes=4194300-4194310', 4_194_300, 4_194_311],
      ['bytes=4999990-', 4_999_990, 5_000_000],
      ['bytes=-5', 4_999_995, 5_000_000],
      ['bytes=4999999-9999999', 4_999_999, 5_000_000],
    ] as const;
    for (const [asked, from, to] of spans) {
      const part = await get(path, { Range: asked });
      expect([part.status, part.headers.get('Content-Range')]).toEqual([206, `bytes ${from}-${to - 1}/5000000`]);
      expect(Buffer.compare(Buffer.from(await part.arrayBuffer()), film.subarray(from, to))).toBe(0);
    }
    expect((await get(path, { Range: 'bytes=5000000-' })).status).toBe(416);
    for (const ignored of ['bytes=5-2', 'bytes=0-1,5-6', 'items=0-1'])
      expect((await get(path, { Range: ignored })).status).toBe(200);
    const head = await fetch(server.address + path, { method: 'HEAD' });
    expect([head.status, head.headers.get('Content-Length')]).toEqual([200, '5000000']);
  });
});

describe('a completion', () => {
  test('is kept once, with what the package said, and stands for a part of a programme', async () => {
    const pack = await bring();
    const [part, programme] = [newId<never>(), newId<never>()];
    const parts = [{ id: part, course: `package-${pack}`, name: null }];
    const made = { id: programme, name: 'From elsewhere', parts, needed: 1 };
    expectOk(await clients.anna.api.call(trainingRoutes.makeProgramme, { input: made }));
    const asked = {
      id: newId<never>(),
      role: 'volunteer',
      programme,
      from: '2026-11-27',
      validity: { kind: 'always' },
    };
    expectOk(await clients.anna.api.call(trainingRoutes.askTraining, { input: asked as never }));
    const standing = async () => {
      const { person } = expectOk(await clients.lea.api.call(trainingRoutes.readOwnTraining, {}));
      return person;
    };
    expect((await standing()).standings.map((one) => one.standing.state)).toEqual(['missing']);
    const { opening } = await open('lea', pack);
    expect(expectOk(await keep('lea', opening, 0, { 'cmi.core.lesson_status': 'failed' })).state).toBe('failed');
    expect((await standing()).standings.map((one) => one.standing.state)).toEqual(['missing']);
    expect(expectOk(await keep('lea', opening, 1, done12))).toMatchObject({
      ...{ state: 'done', said: { completion: 'completed', success: null, score: '85' } },
    });
    await keep('lea', opening, 2, { ...done12, 'cmi.core.score.raw': '10' });
    const after = await standing();
    expect(after.standings.map((one) => one.standing.state)).toEqual(['valid']);
    expect(after.proofs).toMatchObject([{ of: { course: `package-${pack}` }, on: '2026-11-27', recordedBy: null }]);
    const told = expectOk(await read('lea', pack));
    expect(told).toMatchObject({ doneSaid: { completion: 'completed', score: '85' } });
    expect(told.package.mine).toEqual({ state: 'done', doneOn: '2026-11-27' });
    // Removed, it stays done, and nothing of it is found or opened any more.
    expectOk(await clients.anna.api.call(packageRoutes.removePackage, { params: { package: pack } }));
    expect(await read('lea', pack)).toMatchObject({ refusal: { type: 'NotFound' } });
    expect((await standing()).standings.map((one) => one.standing.state)).toEqual(['valid']);
    expect(await clients.anna.api.call(packageRoutes.removePackage, { params: { package: pack } })).toMatchObject({
      refusal: { type: 'NotFound' },
    });
    await clients.anna.api.call(trainingRoutes.askNoMore, { params: { requirement: asked.id } });
  });

  test('of a package of several parts needs all of them; one that says nothing is done by being opened', async () => {
    const items = [
      { title: 'First', file: 'a.html' },
      { title: 'Second', file: 'old.html' },
      { title: 'A sheet', file: 'a.html', type: 'asset' },
    ] as const;
    const pack = await bring(buildScorm('scorm2004', items, files));
    const done = { 'cmi.completion_status': 'completed', 'cmi.success_status': 'unknown' };
    for (const [at, state] of (['begun', 'begun'] as const).entries()) {
      const { opening } = await open('tom', pack, at);
      await keep('tom', opening, 0, done);
      expect(expectOk(await read('tom', pack)).package.mine.state).toBe(state);
    }
    expect(expectOk(await read('tom', pack)).items.map(({ state }) => state)).toEqual(['done', 'done', 'new']);
    await open('tom', pack, 2);
    expect(expectOk(await read('tom', pack)).package.mine).toEqual({ state: 'done', doneOn: '2026-11-27' });
  });
});

describe('a package by cmi5', () => {
  test('is opened under a number in one registration; left, its files and its token are gone', async () => {
    const pack = await bring(buildCmi5(page));
    const [first, other] = [await open('lea', pack), await open('tom', pack)];
    const given = (address: string) => new URL(address).searchParams;
    expect(first.play).toBeNull();
    expect(given(first.address).get('actor')).not.toBe(given(other.address).get('actor'));
    const actor = JSON.parse(given(first.address).get('actor') ?? '') as unknown;
    const homePage = `${server.address}/learning`;
    expect(actor).toEqual({ account: { homePage, name: expect.stringMatching(/^[A-Za-z0-9]{20}$/) as unknown } });
    expect((await fetch(first.address)).headers.get('Content-Security-Policy')).toContain(
      `${server.address}/xapi/1.0.3/`,
    );
    // Its pages speak to the record store by themselves.
    expect(await (await fetch(first.address)).text()).toBe(page);
    expect(await end('tom', first.opening)).toMatchObject({ refusal: { type: 'NotFound' } });
    expectOk(await end('lea', first.opening));
    expect((await fetch(first.address)).status).toBe(404);
    expect((await fetch(other.address)).status).toBe(200);
    const token = await fetch(given(first.address).get('fetch') ?? '', { method: 'POST' });
    expect(await token.json()).toMatchObject({ 'error-code': '3' });
    const again = await open('lea', pack);
    expect(given(again.address).get('registration')).toBe(given(first.address).get('registration'));
    expect(expectOk(await read('lea', pack)).items.map(({ state }) => state)).toEqual(['begun', 'new']);
    expect(await keep('lea', again.opening, 0, {})).toMatchObject({ refusal: { type: 'OpeningOver' } });
    expect(
      await clients.lea.api.call(packageRoutes.openPackage, { params: { package: pack }, input: { item: 1 } }),
    ).toMatchObject({ refusal: { type: 'LiesElsewhere' } });
    expectOk(await clients.anna.api.call(packageRoutes.removePackage, { params: { package: pack } }));
    expect((await fetch(again.address)).status).toBe(404);
  });
});
