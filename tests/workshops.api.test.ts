import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildColleague, buildFounder, buildParts, type TestPerson } from '#kernel/accounts/testing';
import type { GatheringId, SeatId } from '#kernel/gatherings';
import { noticeRoutes } from '#kernel/notices';
import { createId, expectOk, type UserId } from '#platform/base';
import { randomBytes } from '#platform/crypto/server';
import { attendRoutes, learningRoutes, trainingRoutes, workshopRoutes, type OrganisationId } from '#modules/learning';
import { openMailServer, type MailServer } from './support/mail-server.ts';
import { startTestServer, type TestClient, type TestServer } from './support/test-server.ts';

let server: TestServer;
let mail: MailServer;
let [anna, ben, lea, tom]: (TestPerson | undefined)[] = [];
let clients: Record<'anna' | 'ben' | 'lea' | 'tom', TestClient>;
const newId = <Id extends string>(): Id => createId<never>(randomBytes) as Id;
const userOf = (one: TestPerson | undefined): UserId => (one ?? expect.unreachable('nobody was made')).person.user;
const begun = new Date('2026-11-27T10:00:00Z');

beforeAll(async () => {
  mail = await openMailServer();
  server = await startTestServer({ now: begun, mail: mail.mailer });
  clients = { anna: server.connect(), ben: server.connect(), lea: server.connect(), tom: server.connect() };
  anna = await buildFounder(buildParts(clients.anna.api, server.clock), server.foundingCode);
  const add = async (handle: 'ben' | 'lea' | 'tom', role: 'coordinator' | 'volunteer') => {
    const inviter = anna ?? expect.unreachable('nobody was made');
    const made = await buildColleague(inviter, buildParts(clients[handle].api, server.clock), {
      ...{ handle, roles: [{ role, until: null }] },
    });
    anna = made.inviter;
    return made.colleague;
  };
  ben = await add('ben', 'coordinator');
  lea = await add('lea', 'volunteer');
  tom = await add('tom', 'volunteer');
}, 60_000);
beforeEach(() => {
  server.clock.set(begun);
  mail.letters.length = 0;
});
afterAll(async () => {
  expect(server.defects).toEqual([]);
  await server.stop();
  await mail.down();
});

type Who = keyof typeof clients;
const [programme, part]: readonly string[] = [newId(), newId()];
const when = {
  ...{ from: '2026-12-10T10:00', to: '2026-12-10T12:00', signUpUntil: '2026-12-09T18:00' },
  ...{ place: 'Room 2', link: 'https://meet.test/room', accessNote: 'There is a lift.' },
};

/** A session of a workshop of its own, with so many places; Tom trains it. */
async function plan(
  places: number,
  over: { readonly part?: string; readonly quota?: number } = {},
): Promise<GatheringId> {
  const [workshop, id] = [newId<never>(), newId<GatheringId>()];
  const made = {
    id: workshop,
    title: `Workshop ${id.slice(0, 8)}`,
    course: null,
    part: (over.part ?? null) as never,
    guide: null,
  };
  expectOk(await clients.ben.api.call(workshopRoutes.makeWorkshop, { input: made }));
  const input = { id, ...when, places, quota: over.quota ?? null, trainers: [userOf(tom)] };
  expectOk(await clients.ben.api.call(workshopRoutes.planSession, { params: { workshop }, input }));
  return id;
}
const call = {
  signUp: (who: Who, session: GatheringId, address: string | null = null) =>
    clients[who].api.call(workshopRoutes.signUp, {
      params: { gathering: session },
      input: { mail: address, language: 'en' },
    }),
  leave: (who: Who, session: GatheringId) =>
    clients[who].api.call(workshopRoutes.leaveSession, { params: { gathering: session } }),
  accept: (who: Who, session: GatheringId) =>
    clients[who].api.call(workshopRoutes.acceptPlace, { params: { gathering: session }, input: {} }),
  read: (who: Who, session: GatheringId) =>
    clients[who].api.call(workshopRoutes.readSession, { params: { gathering: session } }),
  attendance: (who: Who, session: GatheringId, seat: SeatId, mark: 'present' | 'absent') =>
    clients[who].api.call(workshopRoutes.keepAttendance, { params: { gathering: session, seat }, input: { mark } }),
  mine: async (who: Who, session: GatheringId) =>
    expectOk(await clients[who].api.call(workshopRoutes.listWorkshops, {})).sessions.find(({ id }) => id === session)
      ?.mine,
};
async function drawCode(session: GatheringId, organisation: OrganisationId | null = null): Promise<string> {
  const drawn = await clients.ben.api.call(workshopRoutes.drawSessionCode, {
    params: { gathering: session },
    input: { organisation },
  });
  return expectOk(drawn).code;
}
const told = async (who: Who) =>
  expectOk(await clients[who].api.call(noticeRoutes.listNotices, {})).notices.filter(
    ({ kind }) => kind === 'sign-up-changed',
  );
const outsider = {
  look: (code: string) => server.connect().api.call(attendRoutes.lookAtSession, { input: { code } }),
  signUp: (code: string, label: string, address: string | null = null) =>
    server.connect().api.call(attendRoutes.signUpWithCode, { input: { code, label, mail: address, language: 'nl' } }),
  read: (secret: string) => server.connect().api.call(attendRoutes.readSeat, { input: { secret } }),
  leave: (secret: string) => server.connect().api.call(attendRoutes.leaveSeat, { input: { secret } }),
  accept: (secret: string) => server.connect().api.call(attendRoutes.acceptSeat, { input: { secret } }),
};
async function seatOf(session: GatheringId, user: UserId): Promise<SeatId> {
  const { seats } = expectOk(await call.read('ben', session));
  return seats.find((seat) => seat.user === user)?.id ?? expect.unreachable('did not sign up');
}

describe('a workshop', () => {
  test('is planned by whoever leads, in times that there are, and seen by everybody', async () => {
    const id = await plan(2);
    const workshop = newId<never>();
    const made = { id: workshop, title: 'Not by her', course: null, part: null, guide: null };
    expect(await clients.lea.api.call(workshopRoutes.makeWorkshop, { input: made })).toMatchObject({
      refusal: { type: 'NotPermitted' },
    });
    const listed = expectOk(await clients.lea.api.call(workshopRoutes.listWorkshops, {}));
    const seen = listed.sessions.find((one) => one.id === id);
    expect(seen).toMatchObject({
      ...{ startsAt: '2026-12-10T09:00:00.000Z', endsAt: '2026-12-10T11:00:00.000Z', free: 2, waiting: 0 },
      ...{ place: 'Room 2', link: null, mine: null, leads: false, trainers: [userOf(tom)] },
    });
    const plan2 = (over: object) =>
      clients.ben.api.call(workshopRoutes.planSession, {
        params: { workshop: seen?.workshop ?? newId<never>() },
        input: { id: newId<GatheringId>(), ...when, places: 2, quota: null, trainers: [], ...over },
      });
    expect(await plan2({ to: '2026-12-10T09:00' })).toMatchObject({ refusal: { type: 'TimesWrong' } });
    expect(
      await plan2({ from: '2026-11-20T10:00', to: '2026-11-20T12:00', signUpUntil: '2026-11-20T10:00' }),
    ).toMatchObject({
      refusal: { type: 'TimesWrong' },
    });
    // The clocks skip this hour.
    const skipped = { from: '2027-03-28T02:30', to: '2027-03-28T04:00', signUpUntil: '2027-03-27T12:00' };
    expect(await plan2(skipped)).toMatchObject({ refusal: { type: 'TimesWrong' } });
    expect(await plan2({ trainers: [newId()] })).toMatchObject({ refusal: { type: 'NotFound' } });
  });

  test('shows who comes to whoever trains or leads it; to others it looks as if it were not there', async () => {
    const id = await plan(2);
    expectOk(await call.signUp('lea', id));
    expect(expectOk(await call.read('tom', id)).seats).toMatchObject([{ user: userOf(lea), state: 'confirmed' }]);
    expect(await call.read('lea', id)).toEqual(await call.read('lea', newId()));
    const confirm = { params: { gathering: id, seat: await seatOf(id, userOf(lea)) }, input: {} };
    expect(await clients.lea.api.call(workshopRoutes.confirmSeat, confirm)).toMatchObject({
      refusal: { type: 'NotFound' },
    });
  });

  test('gives places in order: the next is offered what becomes free, and takes it', async () => {
    const id = await plan(1);
    expectOk(await call.signUp('lea', id));
    expect(await call.signUp('lea', id)).toMatchObject({ refusal: { type: 'SignedUpAlready' } });
    expectOk(await call.signUp('anna', id));
    expect(await call.mine('anna', id)).toMatchObject({ state: 'waiting', until: null });
    expect(await call.accept('anna', id)).toMatchObject({ refusal: { type: 'OfferOver' } });
    expectOk(await call.leave('lea', id));
    expect(await call.mine('lea', id)).toBeNull();
    expect(await told('anna')).toMatchObject([{ date: '2026-12-10', urgent: true, seen: false, space: null }]);
    expect(await call.mine('anna', id)).toMatchObject({ state: 'offered', until: '2026-11-28T10:00:00.000Z' });
    expectOk(await call.accept('anna', id));
    expect(await call.mine('anna', id)).toMatchObject({ state: 'confirmed' });
    expect(await told('anna')).toEqual([]);
    const moved = { params: { gathering: id }, input: { ...when, place: 'Room 3' } };
    expectOk(await clients.ben.api.call(workshopRoutes.moveSession, moved));
    expect(expectOk(await call.read('ben', id)).session.place).toBe('Room 3');
    expect(await told('anna')).toMatchObject([{ urgent: false, seen: false }]);
    expect(await told('ben')).toEqual([]);
  });

  test('shows the link of a meeting on line to whoever leads, and from a day before to whoever has a place', async () => {
    const id = await plan(1);
    const listed = expectOk(await clients.tom.api.call(workshopRoutes.listWorkshops, {}));
    expect(listed.sessions.find((one) => one.id === id)?.link).toBe(when.link);
    const code = await drawCode(id);
    const [first, second] = [
      expectOk(await outsider.signUp(code, 'a')).secret,
      expectOk(await outsider.signUp(code, 'b')).secret,
    ];
    const links = async () => [expectOk(await outsider.read(first)).link, expectOk(await outsider.read(second)).link];
    server.clock.set(new Date('2026-12-09T08:59:00Z'));
    expect(await links()).toEqual([null, null]);
    server.clock.set(new Date('2026-12-09T09:00:00Z'));
    expect(await links()).toEqual([when.link, null]);
  });
});

describe('people without an account', () => {
  test('sign up by a link, see how they stand, and leave by the secret of their own page', async () => {
    const id = await plan(1);
    const code = await drawCode(id);
    expect(await outsider.look('ABC-DEFG-HJK')).toMatchObject({ refusal: { type: 'CodeUnknown' } });
    expect(expectOk(await outsider.look(code))).toMatchObject({
      place: 'Room 2',
      open: true,
      full: false,
      organisation: null,
    });
    const first = expectOk(await outsider.signUp(code, 'Staff 12', 'heron47@mail.test')).secret;
    const second = expectOk(await outsider.signUp(code, 'Staff 13', 'stork12@mail.test')).secret;
    expect(expectOk(await outsider.read(first))).toMatchObject({ state: 'confirmed', link: null });
    expect(expectOk(await outsider.read(second))).toMatchObject({ state: 'waiting', until: null });
    expect(expectOk(await outsider.look(code))).toMatchObject({ full: true });
    expect(await outsider.read('A'.repeat(22))).toMatchObject({ refusal: { type: 'SeatUnknown' } });
    expectOk(await outsider.leave(first));
    expect(expectOk(await outsider.read(second))).toMatchObject({
      state: 'offered',
      until: '2026-11-28T10:00:00.000Z',
    });
    expectOk(await outsider.accept(second));
    await server.runJobs();
    expect(mail.letters.map(({ to }) => to).toSorted()).toEqual(['heron47@mail.test', 'stork12@mail.test']);
    const { seats } = expectOk(await call.read('tom', id));
    expect(seats.map(({ label, user, state }) => [label, user, state])).toEqual([
      ['Staff 12', null, 'left'],
      ['Staff 13', null, 'confirmed'],
    ]);
  });

  test('of one organisation hold no more places than its quota, and an older link ends with a new one', async () => {
    const organisation = newId<OrganisationId>();
    const add = { id: organisation, name: 'Partner one', own: false };
    expectOk(await clients.ben.api.call(learningRoutes.addOrganisation, { input: add }));
    const id = await plan(5, { quota: 1 });
    const old = await drawCode(id, organisation);
    const code = await drawCode(id, organisation);
    expect(await outsider.look(old)).toMatchObject({ refusal: { type: 'CodeUnknown' } });
    expect(expectOk(await outsider.look(code)).organisation).toBe('Partner one');
    const secrets = [
      expectOk(await outsider.signUp(code, 'a')).secret,
      expectOk(await outsider.signUp(code, 'b')).secret,
    ];
    const states = await Promise.all(secrets.map(async (secret) => expectOk(await outsider.read(secret)).state));
    expect(states).toEqual(['confirmed', 'waiting']);
    expect(expectOk(await outsider.look(await drawCode(id))).organisation).toBeNull();
  });

  test('at the same moment never have more places than there are', async () => {
    const id = await plan(3);
    const code = await drawCode(id);
    await Promise.all(Array.from({ length: 12 }, (_, at) => outsider.signUp(code, `p${String(at)}`)));
    const { seats, session } = expectOk(await call.read('ben', id));
    expect([seats.length, seats.filter(({ state }) => state === 'confirmed').length, session.waiting]).toEqual([
      12, 3, 9,
    ]);
  });

  test('cannot sign up any more once that is over, closed or cancelled', async () => {
    const id = await plan(3);
    const code = await drawCode(id);
    const change = (act: 'close' | 'reopen' | 'cancel') =>
      clients.ben.api.call(workshopRoutes.changeSession, { params: { gathering: id }, input: { act } });
    expectOk(await change('close'));
    expect(await outsider.signUp(code, 'late')).toMatchObject({ refusal: { type: 'SignUpOver' } });
    expectOk(await change('reopen'));
    const { secret } = expectOk(await outsider.signUp(code, 'in time'));
    expectOk(await change('cancel'));
    expect(await outsider.signUp(code, 'late')).toMatchObject({ refusal: { type: 'GatheringCancelled' } });
    expect(expectOk(await outsider.read(secret))).toMatchObject({ cancelled: true });
    expect(await change('reopen')).toMatchObject({ refusal: { type: 'GatheringCancelled' } });
  });
});

describe('having been there', () => {
  const proofs = async () => expectOk(await clients.lea.api.call(trainingRoutes.readOwnTraining, {})).person.proofs;

  test('is a proof where the workshop is a part of a programme, and a correction takes it back and stays to be seen', async () => {
    const made = {
      ...{ id: programme as never, name: 'Before a first case', needed: 1 },
      parts: [{ id: part as never, course: null, name: 'First conversations' }],
    };
    expectOk(await clients.ben.api.call(trainingRoutes.makeProgramme, { input: made }));
    const id = await plan(3, { part: part ?? '' });
    expectOk(await call.signUp('lea', id));
    expectOk(await call.signUp('ben', id));
    const seat = await seatOf(id, userOf(lea));
    expect(await call.attendance('tom', id, seat, 'present')).toMatchObject({ refusal: { type: 'TooEarly' } });
    // Sessions of people end with the hours: they unlock again.
    server.clock.set(new Date(begun.getTime() + 60_000));
    const moved = { ...when, from: '2026-11-27T11:20', to: '2026-11-27T12:00', signUpUntil: '2026-11-27T11:20' };
    expectOk(await clients.ben.api.call(workshopRoutes.moveSession, { params: { gathering: id }, input: moved }));
    expect(await call.attendance('lea', id, seat, 'present')).toMatchObject({ refusal: { type: 'NotFound' } });
    expectOk(await call.attendance('tom', id, seat, 'present'));
    expect(await proofs()).toMatchObject([{ of: { part }, on: '2026-11-27', recordedBy: userOf(tom) }]);
    expectOk(await call.attendance('tom', id, seat, 'present'));
    expectOk(await call.attendance('ben', id, seat, 'absent'));
    expect(await proofs()).toEqual([]);
    expectOk(await call.attendance('tom', id, seat, 'present'));
    expect(await proofs()).toHaveLength(1);
    const { seats } = expectOk(await call.read('tom', id));
    expect(seats[0]?.marks.map(({ mark, by }) => [mark, by])).toEqual([
      ['present', userOf(tom)],
      ['absent', userOf(ben)],
      ['present', userOf(tom)],
    ]);
    // Nobody vouches for themselves, and what was refused left no line.
    const own = await seatOf(id, userOf(ben));
    expect(await call.attendance('ben', id, own, 'present')).toMatchObject({ refusal: { type: 'OwnStanding' } });
    expect(expectOk(await call.read('tom', id)).seats[1]?.marks).toEqual([]);
  });
});

test('who signed up stands nowhere in the open: neither code nor secret nor address', async () => {
  const id = await plan(3);
  const code = await drawCode(id);
  const { secret } = expectOk(await outsider.signUp(code, 'Staff 99', 'crane81@mail.test'));
  const owner = new pg.Client(server.database.owner);
  await owner.connect();
  const { rows: tables } = await owner.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const { rows } = await owner.query<{ text: string }>(`SELECT t::text AS text FROM ${name} t`);
    const text = rows.map((row) => row.text).join('\n');
    for (const hidden of [secret, code, 'crane81']) if (text.includes(hidden)) found.push(`${name} ${hidden}`);
  }
  await owner.end();
  expect(tables.length).toBeGreaterThan(30);
  expect(found).toEqual([]);
});
