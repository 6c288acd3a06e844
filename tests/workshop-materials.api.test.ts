import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildColleague, buildFounder, buildParts, type TestPerson } from '#kernel/accounts/testing';
import type { GatheringId } from '#kernel/gatherings';
import { createId, expectOk, utf8Text } from '#platform/base';
import { randomBytes } from '#platform/crypto/server';
import { materialRoutes, workshopRoutes } from '#modules/learning';
import { buildWorkshops } from '../src/apps/cli/workshops/build-workshops.ts';
import { startTestServer, type TestClient, type TestServer } from './support/test-server.ts';

let server: TestServer;
let webRoot = '';
let tom: TestPerson;
let clients: Record<'anna' | 'lea' | 'tom', TestClient>;
const newId = <Id extends string>(): Id => createId<never>(randomBytes) as Id;
const begun = new Date('2026-11-27T10:00:00Z');

beforeAll(async () => {
  webRoot = mkdtempSync(join(tmpdir(), 'baken-built-'));
  for (const { fileName, source } of buildWorkshops(join(import.meta.dirname, '../content/workshops'))) {
    mkdirSync(dirname(join(webRoot, fileName)), { recursive: true });
    writeFileSync(join(webRoot, fileName), source);
  }
  server = await startTestServer({ webRoot, now: begun });
  clients = { anna: server.connect(), lea: server.connect(), tom: server.connect() };
  const anna = await buildFounder(buildParts(clients.anna.api, server.clock), server.foundingCode);
  const roles = [{ role: 'volunteer', until: null }] as const;
  const first = await buildColleague(anna, buildParts(clients.tom.api, server.clock), { handle: 'tom', roles });
  tom = first.colleague;
  await buildColleague(first.inviter, buildParts(clients.lea.api, server.clock), { handle: 'lea', roles });
}, 60_000);
beforeEach(() => server.clock.set(begun));
afterAll(async () => {
  expect(server.defects).toEqual([]);
  await server.stop();
  rmSync(webRoot, { recursive: true });
});

type Who = keyof typeof clients;
type MaterialId = Parameters<typeof clients.anna.api.call<typeof materialRoutes.readMaterial>>[1]['params']['material'];
type Part = Parameters<typeof clients.anna.api.call<typeof materialRoutes.addPage>>[1]['input']['part'];
const pdf = (words: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(Buffer.from(`%PDF-1.7\n1 0 obj\n<</T (${words})>>\nendobj\n%%EOF\n`));

/** A session on 10 December from ten to twelve, which Tom trains; of a workshop of its own, or of the one given. */
async function plan(workshop = newId<never>(), isNew = true): Promise<GatheringId> {
  const id = newId<GatheringId>();
  const made = { id: workshop, title: `Workshop ${id}`, course: null, part: null, guide: 'talking-safely' };
  if (isNew) expectOk(await clients.anna.api.call(workshopRoutes.makeWorkshop, { input: made }));
  const when = { from: '2026-12-10T10:00', to: '2026-12-10T12:00', signUpUntil: '2026-12-09T18:00' };
  const where = { place: 'Room 2', link: '', accessNote: '' };
  const input = { id, ...when, ...where, places: 5, quota: null, trainers: [tom.person.user] };
  expectOk(await clients.anna.api.call(workshopRoutes.planSession, { params: { workshop }, input }));
  return id;
}

const call = {
  list: (who: Who, gathering: GatheringId) =>
    clients[who].api.call(materialRoutes.listMaterials, { params: { gathering } }),
  add: (
    who: Who,
    gathering: GatheringId,
    material: MaterialId,
    {
      seen = 0,
      name = 'Route.pdf',
      body = pdf('one'),
    }: { seen?: number; name?: string; body?: Uint8Array<ArrayBuffer> } = {},
  ) =>
    clients[who].api.call(materialRoutes.addMaterial, {
      params: { gathering, material },
      query: { title: 'The route', name, seen },
      input: body,
    }),
  addPage: (who: Who, gathering: GatheringId, material: MaterialId, page: string, part: Part = 'page', seen = 0) =>
    clients[who].api.call(materialRoutes.addPage, {
      params: { gathering, material },
      input: { part, page, title: 'The sheet', seen },
    }),
  give: (
    who: Who,
    gathering: GatheringId,
    material: MaterialId,
    version: number | null,
    shown: 'before' | 'after' = 'before',
  ) =>
    clients[who].api.call(materialRoutes.giveMaterial, {
      params: { gathering, material },
      input: { given: version === null ? null : { version, shown } },
    }),
  draw: (who: Who, gathering: GatheringId) =>
    clients[who].api.call(materialRoutes.drawMaterialCode, { params: { gathering }, input: {} }),
  remove: (who: Who, gathering: GatheringId, material: MaterialId) =>
    clients[who].api.call(materialRoutes.removeMaterial, { params: { gathering, material } }),
  /** As somebody without an account, from a place of their own. */
  look: (code: string) => server.connect().api.call(materialRoutes.lookAtMaterials, { input: { code } }),
  take: (code: string, material: MaterialId) =>
    server.connect().api.call(materialRoutes.takeMaterial, { input: { code, material } }),
};
const notFound = { refusal: { type: 'NotFound' } };
const unknown = { refusal: { type: 'CodeUnknown' } };

describe('what is given out at a workshop', () => {
  test('is attached by whoever leads the session, and is not there for anybody else', async () => {
    const [session, material] = [await plan(), newId<MaterialId>()];
    expect(await call.add('lea', session, material)).toMatchObject(notFound);
    expect(await call.list('lea', session)).toMatchObject(notFound);
    expect(expectOk(await call.add('tom', session, material))).toEqual({ version: 1 });
    expect(await call.give('lea', session, material, 1)).toMatchObject(notFound);
    expect(await call.draw('lea', session)).toMatchObject(notFound);
    expect(await call.remove('tom', session, material)).toMatchObject({ refusal: { type: 'NotPermitted' } });
    const params = { gathering: session, material, version: '1' };
    expect(await clients.lea.api.call(materialRoutes.readMaterial, { params })).toMatchObject(notFound);
    expect(expectOk(await clients.tom.api.call(materialRoutes.readMaterial, { params }))).toEqual(pdf('one'));
    const other = await plan();
    // Of another workshop it is not there either, whoever leads that one.
    expect(await call.give('tom', other, material, 1)).toMatchObject(notFound);
    expect(await call.add('tom', other, material, { seen: 1 })).toMatchObject(notFound);
    expect(await call.remove('anna', other, material)).toMatchObject(notFound);
    const elsewhere = { gathering: other, material, version: '1' };
    expect(await clients.tom.api.call(materialRoutes.readMaterial, { params: elsewhere })).toMatchObject(notFound);
  });

  test('has versions: a session keeps the one it was given, and nobody writes over what they have not seen', async () => {
    const workshop = newId<never>();
    const [first, second] = [await plan(workshop), await plan(workshop, false)];
    const material = newId<MaterialId>();
    expectOk(await call.add('tom', first, material));
    expectOk(await call.give('tom', first, material, 1));
    expect(await call.add('anna', second, material, { seen: 0 })).toMatchObject({
      refusal: { type: 'MaterialChanged' },
    });
    expect(expectOk(await call.add('anna', second, material, { seen: 1, body: pdf('two') }))).toEqual({ version: 2 });
    expectOk(await call.give('anna', second, material, 2));
    expect(await call.give('anna', second, material, 3)).toMatchObject(notFound);
    for (const [session, words] of [
      [first, 'one'],
      [second, 'two'],
    ] as const) {
      const { code } = expectOk(await call.draw('tom', session));
      expect(expectOk(await call.take(code, material))).toEqual(pdf(words));
    }
    const { materials } = expectOk(await call.list('tom', first));
    expect(materials).toMatchObject([
      {
        id: material,
        title: 'The route',
        given: { version: 1, shown: 'before' },
        versions: [{ version: 2 }, { version: 1 }],
      },
    ]);
  });

  test.each([
    ['a page of a site', 'route.html', Buffer.from('<!doctype html><script>1</script>')],
    ['a drawing', 'route.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a program that is called a document', 'route.pdf', Buffer.from('MZ program')],
    ['a page that is called a text', 'route.txt', Buffer.from('<html><script>1</script>')],
    ['an archive', 'route.zip', Buffer.from('PK\u0003\u0004')],
    ['a document with a lock', 'route.pdf', Buffer.from('%PDF-1.7\n<</Encrypt 4 0 R>>\n%%EOF\n')],
    ['a file with nothing in it', 'route.txt', Buffer.alloc(0)],
  ])('is never %s', async (_what, name, body) => {
    const [session, material] = [await plan(), newId<MaterialId>()];
    const added = await call.add('tom', session, material, { name, body: Uint8Array.from(body) });
    expect(added).toMatchObject({ refusal: { type: 'FileNotAllowed' } });
    expect(expectOk(await call.list('tom', session)).materials).toEqual([]);
  });

  test('may be a page of the facilitator pack, as it stood when it was chosen, in both languages; pages for trainers are none', async () => {
    const [session, material] = [await plan(), newId<MaterialId>()];
    const { pages } = expectOk(await call.list('tom', session));
    const [page] = pages;
    expect(pages.map(({ id }) => id)).not.toContain('aftercare');
    expect(await call.addPage('tom', session, material, 'aftercare')).toMatchObject({
      refusal: { type: 'PageUnknown' },
    });
    expectOk(await call.addPage('tom', session, material, page?.id ?? ''));
    expectOk(await call.give('tom', session, material, 1));
    const { code } = expectOk(await call.draw('tom', session));
    const given = JSON.parse(utf8Text(Uint8Array.from(expectOk(await call.take(code, material))))) as Record<
      string,
      unknown
    >;
    expect(given).toMatchObject({ en: { title: page?.title, draft: true }, nl: { draft: true } });
  });

  test('may be the slides or cards of the pack, without a word that is for trainers, in the version that a session was given', async () => {
    const [session, slides, cards] = [await plan(), newId<MaterialId>(), newId<MaterialId>()];
    const { sets } = expectOk(await call.list('tom', session));
    expect(sets.map(({ part, of }) => `${part} ${of}`).toSorted()).toEqual([
      ...['cards case', 'cards role', 'cards story', 'cards task', 'slides slides'],
    ]);
    const wrong = [
      ['slides', 'case'],
      ['cards', 'slides'],
      ['cards', 'lotte'],
      ['page', 'slides'],
    ] as const;
    for (const [part, page] of wrong)
      expect(await call.addPage('tom', session, newId(), page, part)).toMatchObject({
        refusal: { type: 'PageUnknown' },
      });
    expect(await call.addPage('lea', session, slides, 'slides', 'slides')).toMatchObject(notFound);
    expectOk(await call.addPage('tom', session, slides, 'slides', 'slides'));
    expectOk(await call.addPage('tom', session, cards, 'case', 'cards'));
    for (const material of [slides, cards]) expectOk(await call.give('tom', session, material, 1));
    const { code } = expectOk(await call.draw('tom', session));
    expect(
      expectOk(await call.look(code))
        .materials.map(({ kind }) => kind)
        .toSorted(),
    ).toEqual(['cards', 'slides']);
    const guide = (language: string) =>
      JSON.parse(readFileSync(join(webRoot, 'guides/talking-safely', language), 'utf8')) as {
        readonly slides: readonly object[];
        readonly cards: readonly { readonly kind: string }[];
      };
    const taken = async (material: MaterialId) =>
      // Sets by language.
      JSON.parse(utf8Text(Uint8Array.from(expectOk(await call.take(code, material))))) as Record<string, unknown>;
    const forPeople = (all: readonly object[]) =>
      all.map((one) =>
        Object.fromEntries(Object.entries(one).filter(([name]) => ['id', 'title', 'body'].includes(name))),
      );
    for (const language of ['en', 'nl']) {
      const { slides: allSlides, cards: allCards } = guide(language);
      expect((await taken(slides))[language]).toMatchObject({ texts: forPeople(allSlides), draft: true });
      const cases = allCards.filter(({ kind }) => kind === 'case');
      expect((await taken(cards))[language]).toMatchObject({ texts: forPeople(cases) });
    }
    for (const material of [slides, cards])
      for (const { texts } of Object.values(await taken(material)) as readonly { readonly texts: readonly object[] }[])
        expect(new Set(texts.flatMap((one) => Object.keys(one)))).toEqual(new Set(['id', 'title', 'body']));
  });

  test('sent twice by one press is attached once, and another file in its place is refused', async () => {
    const [session, material] = [await plan(), newId<MaterialId>()];
    const both = await Promise.all([call.add('tom', session, material), call.add('tom', session, material)]);
    expect(both.map((one) => one.ok && one.value.version)).toContain(1);
    expect(expectOk(await call.add('tom', session, material))).toEqual({ version: 1 });
    const { materials } = expectOk(await call.list('tom', session));
    expect(materials.map(({ versions }) => versions.length)).toEqual([1]);
    expect(await call.add('tom', session, material, { body: pdf('another') })).toMatchObject({
      refusal: { type: 'MaterialChanged' },
    });
    const page = newId<MaterialId>();
    const [sheet] = expectOk(await call.list('tom', session)).pages;
    for (let press = 0; press < 2; press += 1)
      expect(expectOk(await call.addPage('tom', session, page, sheet?.id ?? ''))).toEqual({ version: 1 });
  });

  test('is no more than 100 MB for one workshop, in all its versions', async () => {
    const session = await plan();
    const large = (number: number) => pdf(String(number % 10).repeat(10 * 1_048_576 - 100));
    const material = newId<MaterialId>();
    expectOk(await call.add('tom', session, material, { body: large(1) }));
    // Nine more of the same, past the server: sending them all takes a minute on a busy machine.
    const client = new pg.Client(server.database.owner);
    await client.connect();
    await client.query(
      `INSERT INTO learning.material_version (tenant, material, version, name, kind, body, added_by, added_at)
       SELECT tenant, material, n, name, kind, body, added_by, added_at
       FROM learning.material_version, generate_series(2, 10) AS n WHERE material = $1`,
      [material],
    );
    await client.end();
    const other = newId<MaterialId>();
    expectOk(await call.add('tom', session, other));
    const full = { refusal: { type: 'MaterialsFull' } };
    expect(await call.add('tom', session, other, { seen: 1, body: large(10) })).toMatchObject(full);
    expect(await call.add('tom', session, newId(), { body: large(11) })).toMatchObject(full);
    // The title of what was refused is not kept, and nothing else of it; what is small still fits.
    expectOk(await call.add('tom', session, newId(), { body: pdf('small') }));
    expect(expectOk(await call.list('tom', session)).materials).toHaveLength(3);
  });

  test('is no more than that either where several people attach something at the same moment', async () => {
    const session = await plan();
    const filled = (size: number) => pdf('x'.repeat(size));
    const material = newId<MaterialId>();
    expectOk(await call.add('tom', session, material, { body: filled(10 * 1_048_576 - 100) }));
    const client = new pg.Client(server.database.owner);
    await client.connect();
    await client.query(
      `INSERT INTO learning.material_version (tenant, material, version, name, kind, body, added_by, added_at)
       SELECT tenant, material, n, name, kind, body, added_by, added_at
       FROM learning.material_version, generate_series(2, 9) AS n WHERE material = $1`,
      [material],
    );
    // Of the ten that are left two of four fit, whoever comes first.
    const body = filled(4 * 1_048_576);
    const sent = await Promise.all(
      Array.from({ length: 6 }, (_none, at) => call.add(at % 2 === 0 ? 'tom' : 'anna', session, newId(), { body })),
    );
    const { rows } = await client.query<{ sum: string }>(
      'SELECT sum(length(body)) AS sum FROM learning.material_version v JOIN learning.material m ON m.id = v.material WHERE m.workshop = (SELECT workshop FROM learning.material WHERE id = $1)',
      [material],
    );
    await client.end();
    expect(sent.map((one) => (one.ok ? 'attached' : one.refusal.type)).toSorted()).toEqual([
      ...['MaterialsFull', 'MaterialsFull', 'MaterialsFull', 'MaterialsFull', 'attached', 'attached'],
    ]);
    expect(Number(rows[0]?.sum)).toBeLessThan(100 * 1_048_576);
  });

  test('is handed out as bytes for a program, never as a page', async () => {
    const [session, material] = [await plan(), newId<MaterialId>()];
    expectOk(await call.add('tom', session, material));
    expectOk(await call.give('tom', session, material, 1));
    const { code } = expectOk(await call.draw('tom', session));
    const answer = await server.connect().fetch(`${server.address}/api/learning/attend/material`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Req': '1' },
      body: JSON.stringify({ code, material }),
    });
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment',
      'content-security-policy': 'sandbox',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
  });

  test('a wrong code, one that was drawn anew, and that of a session that does not take place look the same', async () => {
    const [session, material] = [await plan(), newId<MaterialId>()];
    expectOk(await call.add('tom', session, material));
    expectOk(await call.give('tom', session, material, 1));
    const old = expectOk(await call.draw('tom', session)).code;
    const { code } = expectOk(await call.draw('tom', session));
    for (const wrong of [old, 'ABCDEFGH', '', 'no code']) expect(await call.look(wrong)).toMatchObject(unknown);
    expect(await call.take(old, material)).toMatchObject(unknown);
    expect(await call.take(code, newId())).toMatchObject(unknown);
    const params = { gathering: session };
    const codes = async () => {
      const client = new pg.Client(server.database.owner);
      await client.connect();
      const { rowCount } = await client.query('SELECT FROM learning.material_code WHERE session = $1', [session]);
      await client.end();
      return rowCount;
    };
    expect(await codes()).toBe(1);
    expectOk(await clients.anna.api.call(workshopRoutes.changeSession, { params, input: { act: 'cancel' } }));
    expect(await call.look(code)).toMatchObject(unknown);
    // It is not kept for later, either; and one that is drawn all the same goes with the next tidying.
    expect(await codes()).toBe(0);
    expect(await call.look(expectOk(await call.draw('tom', session)).code)).toMatchObject(unknown);
    await server.runJobs();
    expect(await codes()).toBe(0);
  });

  // Sessions of people with an account end on the way: after this one, nobody with an account is asked any more.
  test('is read by whoever has the code, when it is meant to be read, and leaves no trace of them', async () => {
    const session = await plan();
    const [route, cards] = [newId<MaterialId>(), newId<MaterialId>()];
    for (const one of [route, cards]) expectOk(await call.add('tom', session, one));
    expectOk(await call.give('tom', session, route, 1));
    expectOk(await call.give('tom', session, cards, 1, 'after'));
    const { code } = expectOk(await call.draw('tom', session));
    const ids = async () => expectOk(await call.look(code)).materials.map(({ id }) => id);
    expect(await ids()).toEqual([route]);
    expect(expectOk(await call.look(code)).later).toBe(1);
    expect(await call.take(code, cards)).toMatchObject(unknown);
    // Typed as people type.
    expect(expectOk(await call.look(` ${code.toLowerCase()} `)).materials).toHaveLength(1);
    expectOk(await call.give('tom', session, route, null));
    expect(await ids()).toEqual([]);
    expectOk(await call.give('tom', session, route, 1));
    server.clock.set(new Date('2026-12-10T11:00:00Z'));
    expect((await ids()).toSorted()).toEqual([route, cards].toSorted());
    server.clock.set(new Date('2027-01-09T11:00:00Z'));
    expectOk(await call.look(code));
    server.clock.set(new Date('2027-01-09T11:00:01Z'));
    expect(await call.look(code)).toMatchObject(unknown);
    const client = new pg.Client(server.database.owner);
    await client.connect();
    try {
      const kept = await client.query('SELECT hash FROM learning.material_code WHERE session = $1', [session]);
      expect(JSON.stringify(kept.rows)).not.toContain(code);
      await server.runJobs();
      const left = await client.query('SELECT hash FROM learning.material_code WHERE session = $1', [session]);
      expect([kept.rowCount, left.rowCount]).toEqual([1, 0]);
    } finally {
      await client.end();
    }
  });

  test('whoever tries codes is stopped', async () => {
    const client = server.connect();
    let last: unknown = null;
    for (let tries = 0; tries <= 300; tries += 1)
      last = await client.api.call(materialRoutes.lookAtMaterials, { input: { code: `WRONG${String(tries)}` } });
    expect(last).toMatchObject({ refusal: { type: 'TooManyTries' } });
  });
});
