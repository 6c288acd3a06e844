import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, createId, dayInAmsterdam, expectOk, type SpaceId } from '#platform/base';
import { inTenant } from '#platform/server/db';
import { buildColleague, buildFounder, buildParts, testRandomBytes, type TestPerson } from '#kernel/accounts/testing';
import { recordAudit } from '#kernel/audit/server';
import { noticeRoutes } from '#kernel/notices';
import { spaceRoutes } from '#kernel/spaces';
import {
  attachDocument,
  createDirectory,
  openDirectory,
  readDocument,
  readHeads,
  type SpaceSession,
} from '#kernel/spaces/client';
import { startSession } from '#kernel/spaces/testing';
import { openCase, referCase, saveRecord } from '#modules/casework/client';
import { buildContact } from '#modules/casework/testing';
import { startServer } from '../src/apps/server/start-server.ts';
import { connectTo, startTestServer, type TestServer } from './support/test-server.ts';

const rolesOf = (role: 'coordinator' | 'volunteer') => [{ role, until: null }];

interface Programme {
  readonly server: TestServer;
  readonly anna: TestPerson;
  readonly ben: TestPerson;
  readonly lea: TestPerson;
}

async function found(server: TestServer, practice = false): Promise<Programme> {
  const parts = () => buildParts(server.connect().api, server.clock);
  const code = practice ? server.practiceCode : server.foundingCode;
  const founder = await buildFounder(parts(), code, { practice });
  const first = await buildColleague(founder, parts(), { handle: 'ben', roles: rolesOf('coordinator') });
  const second = await buildColleague(first.inviter, parts(), { handle: 'lea', roles: rolesOf('volunteer') });
  return { server, anna: second.inviter, ben: first.colleague, lea: second.colleague };
}

const later = (server: TestServer, minutes: number): void =>
  server.clock.set(new Date(server.clock.now().getTime() + minutes * 60_000));
const paused = { ok: false, refusal: { type: 'ReadingPaused', retryAfter: expect.any(Number) } };

describe('reading too much in an hour', () => {
  let programme: Programme;
  let anna: SpaceSession;
  let ben: SpaceSession;
  const cases: SpaceId[] = [];
  beforeAll(async () => {
    const server = await startTestServer({
      now: new Date('2026-11-25T09:02:00Z'),
      readingPerHour: { subjects: 3, answers: 3 },
    });
    programme = await found(server);
    anna = await startSession(programme.anna);
    ben = await startSession(programme.ben);
    // Giving a key reads the directory space on, as in every programme; without one it would look for it in lists.
    expectOk(await createDirectory(anna, 'Anna'));
    for (const _ of [1, 2, 3, 4, 5]) {
      // Who makes cases has written them, and may read them back, however many.
      cases.push(expectOk(await referCase(anna, { coordinators: [ben.user] })).id);
    }
  });
  afterAll(async () => {
    expect(programme.server.defects).toEqual([]);
    await programme.server.stop();
  });
  const caseAt = (at: number): SpaceId => cases[at] ?? createId<SpaceId>(testRandomBytes);

  test('pauses what is new, while what is open is read on and written', async () => {
    const first = expectOk(await openCase(ben, caseAt(0)));
    for (const at of [1, 2]) expectOk(await openCase(ben, caseAt(at)));
    expect(await openCase(ben, caseAt(3))).toMatchObject(paused);
    // Saving reads back what was saved.
    expectOk(await saveRecord(ben, first, { kind: 'contact', content: buildContact() }));
    expectOk(await openCase(ben, caseAt(0)));
    expectOk(await openCase(anna, caseAt(3)));
  });

  test('counts what another process gave out, and what was given before a restart', async () => {
    const { server } = programme;
    const blobFolder = mkdtempSync(join(tmpdir(), 'baken-reading-'));
    const other = await startServer({
      database: server.database.database,
      blobFolder,
      secrets: server.secrets,
      webRoot: null,
      host: '127.0.0.1',
      port: 0,
      clock: server.clock,
      pollSeconds: null,
      readingPerHour: { subjects: 3, answers: 3 },
      reportDefect: (_, error) => expect(error).toBeUndefined(),
    });
    const there = { ...ben, api: connectTo(other.address).api };
    const person = { ...programme.ben, parts: { ...programme.ben.parts, api: there.api } };
    const again = { ...(await startSession(person)), api: there.api };
    expect(await openCase(again, caseAt(3))).toMatchObject(paused);
    expectOk(await openCase(again, caseAt(2)));
    await other.stop();
    rmSync(blobFolder, { recursive: true, force: true });
  });

  test('holds for lists, papers and history too, and is over with the hour', async () => {
    // A list is one answer, whatever it holds; the fourth is too many.
    for (const _ of [1, 2, 3]) expectOk(await readHeads(ben, 'case'));
    expect(await readHeads(ben, 'case')).toMatchObject(paused);
    const opened = expectOk(await openCase(ben, caseAt(0)));
    const { handle } = expectOk(await attachDocument(ben, opened.space, new Uint8Array([1, 2, 3])));
    // Not in the log yet, so it is not given out; what is asked for counts.
    for (const _ of [1, 2, 3]) expect(await readDocument(ben, opened.space, handle)).not.toMatchObject(paused);
    expect(await readDocument(ben, opened.space, handle)).toMatchObject(paused);
    const record = [...opened.space.log.records.keys()][0];
    if (!record) throw new Error('a case without records');
    const history = () => ben.api.call(spaceRoutes.readVersions, { params: { space: opened.id, record } });
    for (const _ of [1, 2, 3]) expectOk(await history());
    expect(await history()).toMatchObject(paused);
    later(programme.server, 60);
    const afterwards = await startSession(programme.ben);
    expectOk(await openCase(afterwards, caseAt(3)));
    expectOk(await readHeads(afterwards, 'case'));
  });
});

describe('reading far more than usual', () => {
  let programme: Programme;
  beforeAll(async () => {
    programme = await found(await startTestServer({ now: new Date('2026-11-25T09:00:00Z') }));
  });
  afterAll(async () => {
    expect(programme.server.defects).toEqual([]);
    await programme.server.stop();
  });

  /** Lines as the server writes them when somebody reads, for days past and for many cases. */
  async function read(who: TestPerson, act: string, subjects: readonly string[], daysAgo = 0): Promise<void> {
    const { server } = programme;
    const { tenant, user: actor } = who.person;
    const at = new Date(server.clock.now().getTime() - daysAgo * 86_400_000);
    await inTenant(server.database.database, { tenant, user: null }, async (tx) => {
      for (const subject of subjects) await recordAudit(tx, { tenant, act, actor, subject, outcome: 'asked', at });
    });
  }
  const manyIds = (count: number) => Array.from({ length: count }, () => createId<SpaceId>(testRandomBytes));
  const { audit: opening } = spaceRoutes.readSpace;
  const { audit: fetching } = spaceRoutes.getDocument;

  async function toldAbout(who: TestPerson, about: TestPerson) {
    await startSession(who);
    const { notices } = expectOk(await who.parts.api.call(noticeRoutes.listNotices, {}));
    return notices
      .filter(({ kind, subject }) => kind === 'reading-unusual' && subject === about.person.user)
      .map(({ date, urgent, space, seen }) => ({ date, urgent, space, seen }));
  }
  const watch = async (): Promise<void> => {
    later(programme.server, 10);
    await programme.server.runJobs();
  };
  const told = () => ({
    date: dayInAmsterdam(programme.server.clock.now()),
    urgent: true,
    space: null,
    seen: false,
  });

  test('lists of the whole caseload, names and letters of the programme tell nobody', async () => {
    const { anna, ben, lea } = programme;
    const session = await startSession(anna);
    const directory = expectOk(await createDirectory(session, 'Anna'));
    expectOk(await openDirectory(session));
    await read(lea, spaceRoutes.readHeads.audit, manyIds(2_000));
    await read(
      lea,
      fetching,
      Array.from({ length: 500 }, () => directory.id),
    );
    await watch();
    expect([await toldAbout(anna, lea), await toldAbout(ben, lea)]).toEqual([[], []]);
  });

  test('a volunteer who opens one case more than a newcomer may: the coordinators hear of it, once a day', async () => {
    const { server, anna, ben, lea } = programme;
    const session = await startSession(anna);
    const [one] = [expectOk(await referCase(session, { coordinators: [ben.person.user] })).id];
    const others = manyIds(44);
    // The same case again and again is one case.
    await read(lea, opening, [...others, ...others, one]);
    await watch();
    expect(await toldAbout(anna, lea)).toEqual([]);
    await read(lea, opening, manyIds(1));
    await watch();
    expect([await toldAbout(anna, lea), await toldAbout(ben, lea)]).toEqual([[told()], [told()]]);
    expect(await toldAbout(lea, lea)).toEqual([]);
    const { notices } = expectOk(await anna.parts.api.call(noticeRoutes.listNotices, {}));
    expectOk(await anna.parts.api.call(noticeRoutes.seeNotices, { input: { ids: notices.map(({ id }) => id) } }));
    await read(lea, opening, manyIds(100));
    await watch();
    expect(await toldAbout(anna, lea)).toEqual([{ ...told(), seen: true }]);
    // Tomorrow it is news again.
    server.clock.set(new Date(`${addDays(dayInAmsterdam(server.clock.now()), 1)}T09:00:00Z`));
    await read(lea, opening, manyIds(46));
    await watch();
    expect(await toldAbout(anna, lea)).toEqual([told()]);
  });

  test('a coordinator is told of by the other alone, and not for what is usual for her', async () => {
    const { anna, ben } = programme;
    for (const daysAgo of [1, 2, 3, 7, 20]) await read(anna, opening, manyIds(300), daysAgo);
    await read(anna, opening, manyIds(900));
    await watch();
    expect(await toldAbout(ben, anna)).toEqual([]);
    await read(anna, opening, manyIds(1));
    await watch();
    expect([await toldAbout(ben, anna), await toldAbout(anna, anna)]).toEqual([[told()], []]);
    await read(
      ben,
      fetching,
      Array.from({ length: 181 }, () => createId<SpaceId>(testRandomBytes)),
    );
    await watch();
    expect(await toldAbout(anna, ben)).toEqual([told()]);
  });

  test('a line that a real reading leaves is among those that count', async () => {
    const { server, anna, ben } = programme;
    server.clock.set(new Date(`${addDays(dayInAmsterdam(server.clock.now()), 40)}T09:00:00Z`));
    const session = await startSession(anna);
    const made = expectOk(await referCase(session, { coordinators: [ben.person.user] })).id;
    await read(ben, opening, manyIds(45));
    await watch();
    expect(await toldAbout(anna, ben)).not.toContainEqual(told());
    expectOk(await openCase(await startSession(ben), made));
    await watch();
    expect(await toldAbout(anna, ben)).toEqual([told()]);
  });
});

test('a practice tenant is not watched: its seed opens everything at once', async () => {
  const server = await startTestServer({ now: new Date('2026-11-25T09:00:00Z') });
  const { anna, lea } = await found(server, true);
  const { tenant, user: actor } = lea.person;
  await inTenant(server.database.database, { tenant, user: null }, async (tx) => {
    for (let n = 0; n < 60; n += 1) {
      const subject = createId<SpaceId>(testRandomBytes);
      const at = server.clock.now();
      await recordAudit(tx, { tenant, act: spaceRoutes.readSpace.audit, actor, subject, outcome: 'asked', at });
    }
  });
  await server.runJobs();
  expect(expectOk(await anna.parts.api.call(noticeRoutes.listNotices, {})).notices).toEqual([]);
  await server.stop();
});
