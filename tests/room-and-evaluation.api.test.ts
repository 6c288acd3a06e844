import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildColleague, buildFounder, buildParts, type TestPerson } from '#kernel/accounts/testing';
import type { GatheringId } from '#kernel/gatherings';
import { createId, expectOk, type Result, type UserId } from '#platform/base';
import { randomBytes } from '#platform/crypto/server';
import { attendRoutes, figureRoutes, trainingRoutes, workshopRoutes } from '#modules/learning';
import { startTestServer, type TestClient, type TestServer } from './support/test-server.ts';

let server: TestServer;
let clients: Record<'anna' | 'tom' | 'lea' | 'max', TestClient>;
let people: Record<'tom' | 'lea' | 'max', TestPerson>;
const newId = <Id extends string>(): Id => createId<never>(randomBytes) as Id;
const begun = new Date('2026-11-27T10:00:00Z').getTime();
const part = newId<never>();

beforeAll(async () => {
  server = await startTestServer({ now: new Date(begun) });
  clients = { anna: server.connect(), tom: server.connect(), lea: server.connect(), max: server.connect() };
  let inviter = await buildFounder(buildParts(clients.anna.api, server.clock), server.foundingCode);
  const add = async (handle: 'tom' | 'lea' | 'max') => {
    const roles = [{ role: 'volunteer', until: null }] as const;
    const made = await buildColleague(inviter, buildParts(clients[handle].api, server.clock), { handle, roles });
    inviter = made.inviter;
    return made.colleague;
  };
  people = { tom: await add('tom'), lea: await add('lea'), max: await add('max') };
  const parts = [{ id: part, course: null, name: 'First conversations' }];
  const made = { id: newId<never>(), name: 'Before a first case', needed: 1, parts };
  expectOk(await clients.anna.api.call(trainingRoutes.makeProgramme, { input: made }));
}, 60_000);
afterAll(async () => {
  expect(server.defects).toEqual([]);
  await server.stop();
});

const userOf = (who: keyof typeof people): UserId => people[who].person.user;
const laterBy = (minutes: number): void => server.clock.set(new Date(begun + minutes * 60_000));
const typeOf = (answer: Result<unknown, { readonly type: string }>): string => (answer.ok ? 'ok' : answer.refusal.type);

/** A session trained by Tom, from twenty minutes after the clock began to forty: the room is open at once. */
async function plan(): Promise<{ readonly id: GatheringId; readonly code: string }> {
  laterBy(0);
  const [workshop, id] = [newId<never>(), newId<GatheringId>()];
  const made = { id: workshop, title: `Workshop ${id.slice(0, 8)}`, course: null, part, guide: null };
  expectOk(await clients.anna.api.call(workshopRoutes.makeWorkshop, { input: made }));
  const when = { from: '2026-11-27T11:20', to: '2026-11-27T11:40', signUpUntil: '2026-11-27T11:20' };
  const where = { place: 'Room 2', link: '', accessNote: '' };
  const input = { id, ...when, ...where, places: 20, quota: null, trainers: [userOf('tom')] };
  expectOk(await clients.anna.api.call(workshopRoutes.planSession, { params: { workshop }, input }));
  const params = { gathering: id };
  const drawn = await clients.anna.api.call(workshopRoutes.drawSessionCode, { params, input: { organisation: null } });
  return { id, code: expectOk(drawn).code };
}

const of = (session: GatheringId) => ({ params: { gathering: session } });
const call = {
  signUp: (who: keyof typeof clients, id: GatheringId) =>
    clients[who].api.call(workshopRoutes.signUp, { ...of(id), input: { mail: null, language: 'en' } }),
  room: (who: keyof typeof clients, id: GatheringId) =>
    clients[who].api.call(workshopRoutes.showRoom, { ...of(id), input: {} }),
  come: (who: keyof typeof clients, id: GatheringId, code: string) =>
    clients[who].api.call(workshopRoutes.comeByRoomCode, { ...of(id), input: { code } }),
  evaluate: (who: keyof typeof clients, id: GatheringId, answers: readonly number[], words: string | null = null) =>
    clients[who].api.call(workshopRoutes.evaluateSession, { ...of(id), input: { answers: [...answers], words } }),
  read: async (who: keyof typeof clients, id: GatheringId) =>
    expectOk(await clients[who].api.call(workshopRoutes.readSession, of(id))),
};
const outsider = {
  signUp: async (code: string, label: string) => {
    const input = { code, label, mail: null, language: 'nl' } as const;
    return expectOk(await server.connect().api.call(attendRoutes.signUpWithCode, { input })).secret;
  },
  come: (secret: string, code: string) =>
    server.connect().api.call(attendRoutes.comeWithSeat, { input: { secret, code } }),
  evaluate: (secret: string, answers: readonly number[], words: string | null = null) =>
    server.connect().api.call(attendRoutes.evaluateWithSeat, { input: { secret, answers: [...answers], words } }),
  read: async (secret: string) =>
    expectOk(await server.connect().api.call(attendRoutes.readSeat, { input: { secret } })),
};

describe('the code of a room', () => {
  test('is shown to whoever leads alone, another one for each minute until half an hour after', async () => {
    const { id } = await plan();
    const { now, codes } = expectOk(await call.room('tom', id));
    expect(now).toBe(new Date(begun).toISOString());
    // From 10:00 to 11:10, by the clock of the world.
    expect(codes).toHaveLength(70);
    expect(new Set(codes).size).toBe(70);
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{6}$/);
    expect(typeOf(await call.room('lea', id))).toBe('NotFound');
    expect(typeOf(await call.room('tom', newId<GatheringId>()))).toBe('NotFound');
    // Each who shows it has codes of their own: it is known who answers for whom.
    expect(expectOk(await call.room('anna', id)).codes).not.toEqual(codes);
  });

  test('keeps whoever has a place as present, by whoever showed it, and proves what the workshop counts for', async () => {
    const { id, code: link } = await plan();
    expectOk(await call.signUp('lea', id));
    const secret = await outsider.signUp(link, 'Staff 4');
    expect(typeOf(await call.come('lea', id, 'AAAAAA'))).toBe('RoomCodeWrong');
    const [code = ''] = expectOk(await call.room('tom', id)).codes;
    expect(typeOf(await call.come('max', id, code))).toBe('NotFound');
    expect(typeOf(await call.come('lea', id, `${code.slice(0, 3)} - ${code.slice(3).toLowerCase()}`))).toBe('ok');
    expect(typeOf(await call.come('lea', id, code))).toBe('ok');
    expect(typeOf(await outsider.come(secret, code))).toBe('ok');
    expect(typeOf(await outsider.come('A'.repeat(22), code))).toBe('SeatUnknown');
    expect((await outsider.read(secret)).mark).toBe('present');
    const { seats } = await call.read('anna', id);
    expect(seats.map(({ marks }) => marks.map(({ mark, by, way }) => [mark, by, way]))).toEqual([
      [['present', userOf('tom'), 'room-code']],
      [['present', userOf('tom'), 'room-code']],
    ]);
    const own = expectOk(await clients.lea.api.call(trainingRoutes.readOwnTraining, {}));
    expect(own.person.proofs).toMatchObject([{ of: { part }, on: '2026-11-27', recordedBy: userOf('tom') }]);
  });

  test('is good for its minute and two more, and for no other session', async () => {
    const { id, code: link } = await plan();
    const secret = await outsider.signUp(link, 'Staff 5');
    const other = await plan();
    const stranger = await outsider.signUp(other.code, 'Staff 6');
    const { codes } = expectOk(await call.room('tom', id));
    expect(typeOf(await outsider.come(stranger, codes[0] ?? ''))).toBe('RoomCodeWrong');
    expect(typeOf(await outsider.come(secret, codes[1] ?? ''))).toBe('RoomCodeWrong');
    laterBy(3);
    expect(typeOf(await outsider.come(secret, codes[0] ?? ''))).toBe('RoomCodeWrong');
    expect(typeOf(await outsider.come(secret, codes[4] ?? ''))).toBe('RoomCodeWrong');
    expect(typeOf(await outsider.come(secret, codes[1] ?? ''))).toBe('ok');
    laterBy(70);
    expect(typeOf(await outsider.come(secret, codes[69] ?? ''))).toBe('RoomOver');
  });

  test('is no way to vouch for oneself', async () => {
    const { id } = await plan();
    expectOk(await call.signUp('tom', id));
    const [code = ''] = expectOk(await call.room('tom', id)).codes;
    expect(typeOf(await call.come('tom', id, code))).toBe('OwnStanding');
    const { seats } = await call.read('anna', id);
    expect(seats.map(({ marks }) => marks)).toEqual([[]]);
    const [theirs = ''] = expectOk(await call.room('anna', id)).codes;
    expect(typeOf(await call.come('tom', id, theirs))).toBe('ok');
  });
});

describe('what people think of a session', () => {
  const fine = [5, 4, 3, 2, 1];

  test('is asked of whoever has a place, once, when it is nearly over, and not of whoever was absent', async () => {
    const { id, code: link } = await plan();
    expectOk(await call.signUp('lea', id));
    const secret = await outsider.signUp(link, 'Staff 7');
    const away = await outsider.signUp(link, 'Staff 8');
    expect(typeOf(await call.evaluate('lea', id, fine))).toBe('EvaluationEarly');
    laterBy(11);
    const { seats } = await call.read('tom', id);
    const seat = seats.find(({ label }) => label === 'Staff 8')?.id ?? expect.unreachable('did not sign up');
    const absent = { params: { gathering: id, seat }, input: { mark: 'absent' } } as const;
    expectOk(await clients.tom.api.call(workshopRoutes.keepAttendance, absent));
    expect(typeOf(await call.evaluate('lea', id, fine))).toBe('ok');
    expect(typeOf(await call.evaluate('lea', id, fine))).toBe('EvaluatedAlready');
    expect(typeOf(await call.evaluate('max', id, fine))).toBe('NotFound');
    expect(typeOf(await outsider.evaluate(secret, fine, 'More breaks'))).toBe('ok');
    expect(typeOf(await outsider.evaluate(away, fine))).toBe('NotFound');
    for (const wrong of [
      [5, 4, 3, 2],
      [5, 4, 3, 2, 6],
      [5, 4, 3, 2, 0],
      [5, 4, 3, 2, 1.5],
    ])
      expect(typeOf(await outsider.evaluate(secret, wrong))).toBe('BodyInvalid');
    expect(await outsider.read(secret)).toMatchObject({ evaluated: true });
    // Two answers: neither they nor the words are shown.
    const { evaluation } = await call.read('tom', id);
    expect(evaluation).toMatchObject({ answered: 2, shown: 0, words: [] });
    expect(evaluation.counts.flat().every((count) => count === 0)).toBe(true);
  });

  test('is shown in steps of five, and says nowhere whose it is', async () => {
    const { id, code: link } = await plan();
    const secrets: string[] = [];
    for (let at = 0; at < 7; at += 1) secrets.push(await outsider.signUp(link, `Guest ${at}`));
    laterBy(11);
    await Promise.all(secrets.map((secret, at) => outsider.evaluate(secret, fine, `Words ${at}`)));
    const { evaluation } = await call.read('tom', id);
    expect(evaluation).toMatchObject({ answered: 7, shown: 5 });
    expect(evaluation.counts).toEqual([
      [0, 0, 0, 0, 5],
      [0, 0, 0, 5, 0],
      [0, 0, 5, 0, 0],
      [0, 5, 0, 0, 0],
      [5, 0, 0, 0, 0],
    ]);
    expect(evaluation.words).toHaveLength(5);
  });
});

test('a place that was used is counted once, of our own to the last one, and a correction of the same month takes it back', async () => {
  const counted = async (): Promise<readonly (readonly [string, number])[]> => {
    const { workshops } = expectOk(await clients.anna.api.call(figureRoutes.readFigures, { query: { year: '2026' } }));
    return workshops.map(({ of, steps }) => [of, steps.reduce((sum, { presences }) => sum + presences, 0)] as const);
  };
  const own = async (): Promise<number> => (await counted()).find(([of]) => of === 'own-people')?.[1] ?? 0;
  const before = await own();
  const { id, code: link } = await plan();
  expectOk(await call.signUp('lea', id));
  await outsider.signUp(link, 'Staff 9');
  const { seats } = await call.read('tom', id);
  const keep = (at: number, mark: 'present' | 'absent') =>
    clients.tom.api.call(workshopRoutes.keepAttendance, {
      params: { gathering: id, seat: seats[at]?.id ?? expect.unreachable('did not sign up') },
      input: { mark },
    });
  expectOk(await keep(0, 'present'));
  expectOk(await keep(0, 'present'));
  expectOk(await keep(1, 'present'));
  expect(await own()).toBe(before + 1);
  // A guest of no organisation is one of few: nothing is told of the running month.
  expect((await counted()).map(([of]) => of)).toEqual(['own-people']);
  expectOk(await keep(0, 'absent'));
  expect(await own()).toBe(before);
});
