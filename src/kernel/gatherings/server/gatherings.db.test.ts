import { randomUUID } from 'node:crypto';
import ical from 'node-ical';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { accountsServer } from '#kernel/accounts/server';
import { auditServer } from '#kernel/audit/server';
import { noticesServer } from '#kernel/notices/server';
import { expectOk, type TenantId, type UserId } from '#platform/base';
import { randomBytes } from '#platform/crypto/server';
import { inTenant, type Tx } from '#platform/server/db';
import { startWorker, type Worker } from '#platform/server/jobs';
import { openMailServer, type MailServer } from '../../../../tests/support/mail-server.ts';
import { openTestDatabase, type TestDatabase } from '../../../../tests/support/test-database.ts';
import type { RosterAct } from '../model/change-roster.ts';
import type { GatheringId, GroupId, SeatId } from '../model/gathering-ids.ts';
import { holdsPlace } from '../model/roster.ts';
import { changeGathering, planGathering } from './commands/change-gathering.ts';
import { evaluate } from './commands/evaluate.ts';
import { keepAttendance } from './commands/keep-attendance.ts';
import { findOwnSeat, takeSeat } from './commands/take-seat.ts';
import { drawGatheringSecrets } from './gathering-secrets.ts';
import { gatheringsServer } from './gatherings-server.ts';
import { listMarks } from './store/attendance-store.ts';
import { listSeats } from './store/seat-store.ts';

let place: TestDatabase;
let mail: MailServer;
let worker: Worker;
let now: Date;
// Random, so of the form of ids.
const [tenant, other, ben] = [randomUUID() as TenantId, randomUUID() as TenantId, randomUUID() as UserId];
const secrets = new Map(drawGatheringSecrets(randomBytes));
const clock = { now: () => now };
const later = (hours: number): void => void (now = new Date(now.getTime() + hours * 3_600_000));
const defects: unknown[] = [];

beforeAll(async () => {
  place = await openTestDatabase({ modules: [auditServer, accountsServer, noticesServer, gatheringsServer] });
  mail = await openMailServer();
  worker = startWorker({
    ...{ database: place.database, jobs: gatheringsServer.jobs ?? [], clock, randomBytes, secrets, mail: mail.mailer },
    listTenants: () => Promise.resolve([tenant]),
    report: (job, error) => void defects.push([job, error instanceof Error ? error.message : '']),
    pollSeconds: null,
  });
});
beforeEach(async () => {
  now = new Date('2026-12-01T09:00:00Z');
  // What the test before left to tell.
  await worker.runDue();
  mail.letters.length = 0;
  defects.length = 0;
});
afterAll(async () => {
  await worker.stop();
  await mail.down();
  await place.close();
});

const within = <Value>(work: (tx: Tx) => Promise<Value>, as = tenant): Promise<Value> =>
  inTenant(place.database, { tenant: as, user: null }, work);

async function plan(places: number, quota: number | null = null): Promise<GatheringId> {
  const id = randomUUID() as GatheringId;
  const startsAt = new Date('2026-12-10T09:00:00Z');
  const planned = {
    ...{ id, startsAt, endsAt: new Date('2026-12-10T11:00:00Z'), signUpUntil: startsAt, places, quota },
    ...{ state: 'open' as const, place: 'Room 2', link: '', accessNote: '' },
  };
  expectOk(await within((tx) => planGathering({ tx, tenant, clock }, planned)));
  return id;
}
const take = (
  id: GatheringId,
  label: string,
  { group = null, as = tenant }: { group?: GroupId | null; as?: TenantId } = {},
) =>
  within(
    (tx) =>
      takeSeat({ tx, tenant: as, clock, randomBytes, secrets }, id, {
        ...{ who: { label }, group, mail: `${label}@mail.test`, language: 'en' },
      }),
    as,
  );
const act = (id: GatheringId, done: RosterAct) => within((tx) => changeGathering({ tx, tenant, clock }, id, done));
const states = async (id: GatheringId): Promise<readonly string[]> =>
  (await within((tx) => listSeats(tx, tenant, [id]))).map(({ label, state }) => `${label ?? ''} ${state.kind}`);

async function asOwner(text: string): Promise<Record<string, unknown>[]> {
  const owner = new pg.Client(place.owner);
  await owner.connect();
  const { rows } = await owner.query<Record<string, unknown>>(text);
  await owner.end();
  return rows;
}

/** What a letter says, without the marks of its way. */
const plainOf = (text: string) => text.replaceAll('=\r\n', '').replaceAll('=3D', '=');

/** What a letter says to a calendar: its part for that, as another library reads it. */
function calendarOf(raw: string) {
  const part = /Content-Type: text\/calendar[^]*?\r\n\r\n([^]*?)\r\n--/.exec(raw)?.[1] ?? '';
  const [event] = Object.values(ical.sync.parseICS(plainOf(part))).filter((one) => one?.type === 'VEVENT');
  return event?.type === 'VEVENT'
    ? { method: event.method, uid: event.uid, sequence: Number(event.sequence), summary: event.summary }
    : null;
}
const letterTo = (label: string) => mail.letters.findLast(({ to }) => to === `${label}@mail.test`)?.raw ?? '';
const subjectOf = (raw: string) => /^Subject: (.*)$/m.exec(raw)?.[1]?.trim();

describe('people who sign up at the same moment', () => {
  test('never have more places than there are, and nobody is lost', async () => {
    const id = await plan(3);
    const all = await Promise.all(Array.from({ length: 20 }, (_, at) => take(id, `p${String(at)}`)));
    expect(all.every(({ ok }) => ok)).toBe(true);
    const seats = await within((tx) => listSeats(tx, tenant, [id]));
    expect(seats.map(({ turn }) => turn)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
    expect(seats.filter(holdsPlace).map(({ turn }) => turn)).toEqual([1, 2, 3]);
  });

  test('and who leaves meanwhile: what is free is offered once', async () => {
    const id = await plan(2);
    const first = [expectOk(await take(id, 'ada')), expectOk(await take(id, 'ben')), expectOk(await take(id, 'cas'))];
    await Promise.all([
      ...first.slice(0, 2).map(({ seat }) => act(id, { type: 'leave', seat, why: 'withdrew' })),
      ...Array.from({ length: 6 }, (_, at) => take(id, `q${String(at)}`)),
    ]);
    const seats = await within((tx) => listSeats(tx, tenant, [id]));
    expect(seats.filter(holdsPlace).length).toBe(2);
    expect(seats.find(({ label }) => label === 'cas')?.state.kind).toBe('offered');
  });

  test('keep to the quota of their group', async () => {
    const id = await plan(10, 2);
    const group = randomUUID() as GroupId;
    await Promise.all(Array.from({ length: 5 }, (_, at) => take(id, `g${String(at)}`, { group })));
    expect((await states(id)).map((one) => one.split(' ')[1])).toEqual([
      ...['confirmed', 'confirmed', 'waiting', 'waiting', 'waiting'],
    ]);
  });

  test('of our own stand on the list once', async () => {
    const id = await plan(5);
    const own = () =>
      within((tx) =>
        takeSeat({ tx, tenant, clock, randomBytes, secrets }, id, {
          ...{ who: { user: ben }, group: null, mail: null, language: 'nl' },
        }),
      );
    expectOk(await own());
    expect(await own()).toMatchObject({ refusal: { type: 'SignedUpAlready' } });
    const seats = await within((tx) => listSeats(tx, tenant, [id]));
    expectOk(await act(id, { type: 'leave', seat: seats[0]?.id ?? ('' as SeatId), why: 'withdrew' }));
    expectOk(await own());
  });
});

test('a gathering of another tenant is not there', async () => {
  const id = await plan(5);
  expect(await take(id, 'eve', { as: other })).toMatchObject({ refusal: { type: 'NotFound' } });
});

test('the page of whoever has no account opens with the secret they were given, of which only a hash is kept', async () => {
  const id = await plan(5);
  const { seat, pageSecret } = expectOk(await take(id, 'fay'));
  const found = await within((tx) => findOwnSeat({ tx, tenant, clock }, pageSecret ?? ''));
  expect(found?.id).toBe(seat);
  expect(await within((tx) => findOwnSeat({ tx, tenant, clock }, 'AAAAAAAAAAAAAAAAAAAAAA'))).toBeNull();
  const stored = JSON.stringify(
    await asOwner('SELECT s.*, a.* FROM gatherings.seat s JOIN gatherings.address a ON a.seat = s.id'),
  );
  expect(stored).not.toContain(pageSecret);
  expect(stored).not.toContain('fay@mail.test');
});

describe('people are told by mail', () => {
  test('of a place, of waiting, of an offer, of a move and of the end, each in their own calendar', async () => {
    const id = await plan(2);
    const [ada] = [expectOk(await take(id, 'ada')), expectOk(await take(id, 'ben')), expectOk(await take(id, 'cas'))];
    await worker.runDue();
    expect(mail.letters.map(({ raw }) => subjectOf(raw))).toEqual([
      ...['Training: You have a place', 'Training: You have a place', 'Training: You are on the waiting list'],
    ]);
    const first = calendarOf(letterTo('ben'));
    expect(first).toMatchObject({ method: 'REQUEST', sequence: 1, summary: 'Training' });
    expect(calendarOf(letterTo('cas'))).toBeNull();
    for (const { to, raw } of mail.letters) {
      // Nobody reads of anybody else, nor where it is.
      expect(raw.match(/[a-z]+@mail\.test/g)?.every((one) => one === to)).toBe(true);
      expect(raw).not.toContain('Room 2');
    }
    expect(plainOf(letterTo('ada'))).toContain(`https://baken.test/attend#seat=${ada.pageSecret ?? ''}\r\n`);
    expect(letterTo('ada')).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/);
    expect(letterTo('ada')).toMatch(/Content-Disposition: attachment; filename=training.ics/);

    expectOk(await act(id, { type: 'leave', seat: ada.seat, why: 'withdrew' }));
    await worker.runDue();
    expect(calendarOf(letterTo('ada'))).toMatchObject({ method: 'CANCEL', sequence: 2 });
    expect(subjectOf(letterTo('cas'))).toBe('Training: A place has become free for you');
    // Whoever left and knows it has no address here any more.
    expect(
      (await asOwner(`SELECT count(*)::int AS n FROM gatherings.address WHERE seat = '${ada.seat}'`))[0]?.['n'],
    ).toBe(0);

    const startsAt = new Date('2026-12-11T13:00:00Z');
    const times = { startsAt, endsAt: new Date('2026-12-11T15:00:00Z'), signUpUntil: startsAt };
    expectOk(await act(id, { type: 'move', ...times }));
    await worker.runDue();
    const moved = calendarOf(letterTo('ben'));
    expect(moved).toMatchObject({ method: 'REQUEST', uid: first?.uid, sequence: 2 });
    expectOk(await act(id, { type: 'cancel' }));
    await worker.runDue();
    expect(calendarOf(letterTo('ben'))).toMatchObject({ method: 'CANCEL', uid: first?.uid, sequence: 3 });
    expect(subjectOf(letterTo('cas'))).toBe('Training: It does not take place');
    expect(defects).toEqual([]);
  });

  test('once for two changes in a row, later when the server was down, and never again at an address that refuses', async () => {
    const id = await plan(3);
    mail.unknown.add('hal@mail.test');
    await mail.down();
    expectOk(await take(id, 'gus'));
    expectOk(await take(id, 'hal'));
    await worker.runDue();
    expect(defects).toEqual(expect.arrayContaining([['gatherings.tell-people', 'MailUnreachable']]));
    await mail.up();
    const startsAt = new Date('2026-12-12T13:00:00Z');
    const times = { startsAt, endsAt: new Date('2026-12-12T15:00:00Z'), signUpUntil: startsAt };
    expectOk(await act(id, { type: 'move', ...times }));
    later(1);
    await worker.runDue();
    expect(mail.letters.map(({ to }) => to)).toEqual(['gus@mail.test']);
    later(1);
    await worker.runDue();
    expect(mail.letters.length).toBe(1);
  });

  test('when an offer was not answered: it goes to the next by itself', async () => {
    const id = await plan(1);
    const ida = expectOk(await take(id, 'ida'));
    expectOk(await take(id, 'jon'));
    expectOk(await take(id, 'kim'));
    expectOk(await act(id, { type: 'leave', seat: ida.seat, why: 'withdrew' }));
    await worker.runDue();
    later(25);
    await worker.runDue({ ahead: true });
    expect(await states(id)).toEqual(['ida left', 'jon left', 'kim offered']);
    expect(subjectOf(letterTo('jon'))).toBe('Training: The place has gone to somebody else');
    expect(subjectOf(letterTo('kim'))).toBe('Training: A place has become free for you');
  });
});

describe('people are reminded by mail', () => {
  const reminder = 'There is something for you in Baken';
  const remindersTo = (label: string) =>
    mail.letters.filter(({ to, raw }) => to === `${label}@mail.test` && subjectOf(raw) === reminder);
  const run = async (at: string): Promise<void> => {
    now = new Date(at);
    await worker.runDue({ ahead: true });
  };

  test('two days before, by day, once, without a word of what or when it is; moved, once more', async () => {
    const id = await plan(1);
    const { pageSecret } = expectOk(await take(id, 'oda'));
    expectOk(await take(id, 'pia'));
    await worker.runDue();
    await run('2026-12-08T08:59:00Z');
    expect(remindersTo('oda')).toEqual([]);
    await run('2026-12-08T20:30:00Z');
    expect(remindersTo('oda')).toEqual([]);
    await run('2026-12-09T07:00:00Z');
    await run('2026-12-09T12:00:00Z');
    expect(remindersTo('oda').length).toBe(1);
    // Whoever waits has nothing to be reminded of.
    expect(remindersTo('pia')).toEqual([]);
    const raw = plainOf(remindersTo('oda')[0]?.raw ?? '');
    const text = raw.slice(raw.indexOf('\r\n\r\n')).trim();
    expect(text).toBe(`There is something for you on your page:\r\nhttps://baken.test/attend#seat=${pageSecret ?? ''}`);
    const startsAt = new Date('2026-12-11T13:00:00Z');
    const times = { startsAt, endsAt: new Date('2026-12-11T15:00:00Z'), signUpUntil: startsAt };
    expectOk(await act(id, { type: 'move', ...times }));
    // The letter about the move came so late that it says it all.
    await run('2026-12-10T12:00:00Z');
    await run('2026-12-11T08:00:00Z');
    expect(remindersTo('oda').length).toBe(1);
    const later2 = new Date('2026-12-20T13:00:00Z');
    const far = { startsAt: later2, endsAt: new Date('2026-12-20T15:00:00Z'), signUpUntil: later2 };
    expectOk(await act(id, { type: 'move', ...far }));
    await run('2026-12-11T09:00:00Z');
    expect(remindersTo('oda').length).toBe(1);
    await run('2026-12-19T09:00:00Z');
    expect(remindersTo('oda').length).toBe(2);
    expect(defects).toEqual([]);
  });

  test('not of what was cancelled, not whoever left or just signed up, and later when the server was down', async () => {
    const [gone, here] = [await plan(3), await plan(3)];
    expectOk(await take(gone, 'quy'));
    const left = expectOk(await take(here, 'ron'));
    expectOk(await take(here, 'sam'));
    await worker.runDue();
    expectOk(await act(gone, { type: 'cancel' }));
    expectOk(await act(here, { type: 'leave', seat: left.seat, why: 'withdrew' }));
    now = new Date('2026-12-09T09:00:00Z');
    expectOk(await take(here, 'tia'));
    await worker.runDue();
    await mail.down();
    await run('2026-12-09T09:30:00Z');
    expect(defects).toEqual(expect.arrayContaining([['gatherings.remind-people', 'MailUnreachable']]));
    await mail.up();
    await run('2026-12-09T11:30:00Z');
    expect(['quy', 'ron', 'sam', 'tia'].map((label) => remindersTo(label).length)).toEqual([0, 0, 1, 0]);
  });
});

test('attendance is kept from half an hour before, of those who have a place, and a correction leaves its trace', async () => {
  const id = await plan(1);
  const { seat } = expectOk(await take(id, 'lou'));
  const waiting = expectOk(await take(id, 'max'));
  const keep = (of: SeatId, mark: 'present' | 'absent') =>
    within((tx) => keepAttendance({ tx, tenant, clock }, id, { seat: of, mark, by: ben, way: 'list' }));
  expect(await keep(seat, 'present')).toMatchObject({ refusal: { type: 'TooEarly' } });
  now = new Date('2026-12-10T08:30:00Z');
  expect(await keep(waiting.seat, 'present')).toMatchObject({ refusal: { type: 'NotFound' } });
  expect(expectOk(await keep(seat, 'present')).changed).toBe(true);
  expect(expectOk(await keep(seat, 'present')).changed).toBe(false);
  expectOk(await keep(seat, 'absent'));
  expect((await within((tx) => listMarks(tx, tenant, [id]))).map(({ mark, by }) => [mark, by])).toEqual([
    ...[
      ['present', ben],
      ['absent', ben],
    ],
  ]);
});

test('addresses and own pages go thirty days after, and a year later whose a seat was and what was said in words', async () => {
  const id = await plan(1);
  const { pageSecret, seat } = expectOk(await take(id, 'nia'));
  const left = async () =>
    (
      await asOwner(`SELECT s.label, s.hash, a.sealed FROM gatherings.seat s LEFT JOIN gatherings.address a ON a.seat = s.id
      WHERE s.gathering = '${id}'`)
    )[0];
  const said = async () => await asOwner(`SELECT answers, words FROM gatherings.evaluation WHERE gathering = '${id}'`);
  now = new Date('2026-12-11T12:00:00Z');
  const thinks = { answers: [5, 4, 3, 2, 1], words: 'More breaks' };
  expectOk(await within((tx) => evaluate({ tx, tenant, clock }, id, seat, thinks)));
  now = new Date('2027-01-09T12:00:00Z');
  await worker.runDue({ ahead: true });
  expect(await left()).toMatchObject({ label: 'nia', hash: expect.any(String), sealed: expect.any(String) });
  now = new Date('2027-01-10T23:30:00Z');
  await worker.runDue({ ahead: true });
  expect(await left()).toEqual({ label: 'nia', hash: null, sealed: null });
  expect(await said()).toEqual([thinks]);
  expect(await within((tx) => findOwnSeat({ tx, tenant, clock }, pageSecret ?? ''))).toBeNull();
  now = new Date('2027-12-12T12:00:00Z');
  await worker.runDue({ ahead: true });
  expect(await left()).toEqual({ label: null, hash: null, sealed: null });
  expect(await said()).toEqual([{ ...thinks, words: null }]);
  expect(await states(id)).toEqual([' confirmed']);
});
