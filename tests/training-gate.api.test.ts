import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noticeRoutes } from '#kernel/notices';
import { buildColleague, buildFounder, buildParts, type TestPerson } from '#kernel/accounts/testing';
import { startSession } from '#kernel/spaces/testing';
import { addDays, civilDate, createId, dayInAmsterdam, expectOk, type CivilDate, type UserId } from '#platform/base';
import { randomBytes } from '#platform/crypto/server';
import {
  acceptAttestations,
  acceptCase,
  addEntry,
  giveTeam,
  openCase,
  referCase,
  startIntake,
  type OpenedCase,
} from '#modules/casework/client';
import { buildPerson } from '#modules/casework/testing';
import { learningRoutes, trainingRoutes, type OrganisationId } from '#modules/learning';
import { startTestServer, type TestClient, type TestServer } from './support/test-server.ts';

let server: TestServer;
let [anna, ben, lea]: (TestPerson | undefined)[] = [];
let clients: Record<'anna' | 'ben' | 'lea', TestClient>;
const newId = <Id extends string>(): Id => createId<never>(randomBytes) as Id;
const today = (): CivilDate => dayInAmsterdam(server.clock.now());
const person = (one: TestPerson | undefined): TestPerson => one ?? expect.unreachable('nobody was made');
const userOf = (one: TestPerson | undefined): UserId => person(one).person.user;

beforeAll(async () => {
  server = await startTestServer({ now: new Date('2026-11-27T10:00:00Z') });
  clients = { anna: server.connect(), ben: server.connect(), lea: server.connect() };
  anna = await buildFounder(buildParts(clients.anna.api, server.clock), server.foundingCode);
  const add = async (handle: 'ben' | 'lea', role: 'coordinator' | 'volunteer') => {
    const made = await buildColleague(person(anna), buildParts(clients[handle].api, server.clock), {
      ...{ handle, roles: [{ role, until: null }] },
    });
    anna = made.inviter;
    return made.colleague;
  };
  ben = await add('ben', 'coordinator');
  lea = await add('lea', 'volunteer');
}, 60_000);
afterAll(async () => {
  expect(server.defects).toEqual([]);
  await server.stop();
});

async function acceptedCase(): Promise<OpenedCase> {
  const session = await startSession(person(anna));
  const referred = expectOk(await referCase(session, { coordinators: [userOf(ben)], person: buildPerson() }));
  const intake = expectOk(await startIntake(session, referred));
  return expectOk(await acceptCase(session, intake, { attestations: acceptAttestations }));
}
const give = async (opened: OpenedCase, lead: UserId) => giveTeam(await startSession(person(anna)), opened, { lead });

const call = {
  list: (of: 'anna' | 'ben' | 'lea') => clients[of].api.call(trainingRoutes.listTraining, {}),
  own: (of: 'anna' | 'ben' | 'lea') => clients[of].api.call(trainingRoutes.readOwnTraining, {}),
  record: (by: 'anna' | 'ben' | 'lea', user: UserId, part: string, on = today()) =>
    clients[by].api.call(trainingRoutes.recordProof, {
      ...{ params: { user }, input: { id: newId<never>(), part: part as never, equivalent: null, on } },
    }),
  exempt: (by: 'anna' | 'ben' | 'lea', user: UserId, until: CivilDate) =>
    clients[by].api.call(trainingRoutes.exempt, {
      ...{
        params: { user },
        input: { id: newId<never>(), requirement: requirement as never, reason: 'urgent-case', until },
      },
    }),
};

const [programme, part, requirement]: readonly string[] = [newId(), newId(), newId()];

const asked = {
  ...{ id: requirement as never, role: 'volunteer' as const, programme: programme as never },
  ...{ from: civilDate('2026-11-27'), validity: { kind: 'months' as const, months: 12, renewalDays: 60 } },
};

describe('what is asked of a role', () => {
  test('is made and asked by whoever leads, and nobody else', async () => {
    const made = {
      ...{ id: programme as never, name: 'Before a first case', needed: 1 },
      parts: [{ id: part as never, course: null, name: 'Introduction day' }],
    };
    const make = (by: 'ben' | 'lea') => clients[by].api.call(trainingRoutes.makeProgramme, { input: made });
    const ask = (by: 'ben' | 'lea', over = {}) =>
      clients[by].api.call(trainingRoutes.askTraining, { input: { ...asked, ...over } });
    expect(await make('lea')).toMatchObject({ ok: false, refusal: { type: 'NotPermitted' } });
    expect(await ask('ben')).toMatchObject({ ok: false, refusal: { type: 'RequirementTaken' } });
    expectOk(await make('ben'));
    expect(await make('ben')).toMatchObject({ ok: false, refusal: { type: 'ProgrammeTaken' } });
    expect(await ask('lea')).toMatchObject({ ok: false, refusal: { type: 'NotPermitted' } });
    expectOk(await ask('ben'));
    expect(await ask('ben', { id: newId() })).toMatchObject({ ok: false, refusal: { type: 'RequirementTaken' } });
  });

  test('is told to whom it is asked of, and of all to whoever gives cases', async () => {
    const mine = expectOk(await call.own('lea')).person.standings;
    expect(mine).toEqual([{ requirement, standing: { state: 'missing', lacking: [part] } }]);
    expect(expectOk(await call.own('ben')).person.standings).toEqual([]);
    expect(expectOk(await call.list('ben')).people.map(({ user }) => user)).toEqual([userOf(lea)]);
    expect(await call.list('lea')).toMatchObject({ ok: false, refusal: { type: 'NotPermitted' } });
  });
});

describe('a case', () => {
  test('is given only to whoever did what is asked, and stays with them when that ends', async () => {
    const opened = await acceptedCase();
    expect(await give(opened, userOf(lea))).toMatchObject({
      ok: false,
      refusal: { type: 'TrainingNotValid', reason: 'missing' },
    });
    expectOk(await call.record('ben', userOf(lea), part ?? '', addDays(today(), -300)));
    const given = expectOk(await give(opened, userOf(lea)));
    const other = await acceptedCase();
    // It turns out to have been longer ago: the case at hand goes on, another one is not given.
    const [first] = expectOk(await call.own('lea')).person.proofs;
    expectOk(await clients.ben.api.call(trainingRoutes.withdrawProof, { params: { proof: first?.id ?? newId() } }));
    expectOk(await call.record('ben', userOf(lea), part ?? '', addDays(today(), -400)));
    expect(expectOk(await call.own('lea')).person.standings[0]?.standing).toMatchObject({ state: 'lapsed' });
    expect(await give(other, userOf(lea))).toMatchObject({
      ok: false,
      refusal: { type: 'TrainingNotValid', reason: 'lapsed' },
    });
    const later = expectOk(await openCase(await startSession(person(lea)), given.id));
    const note = { on: today(), at: null, title: null, words: 'Still here', audience: 'team' as const };
    expectOk(await addEntry(await startSession(person(lea)), later, 'note', note));
  });

  test('is given all the same after a decision, for thirty days at most, by a coordinator about somebody else', async () => {
    const opened = await acceptedCase();
    expect(await call.exempt('lea', userOf(lea), today())).toMatchObject({ ok: false });
    expect(await call.exempt('ben', userOf(ben), today())).toMatchObject({ refusal: { type: 'OwnStanding' } });
    expect(await call.exempt('ben', userOf(lea), addDays(today(), 30))).toMatchObject({
      refusal: { type: 'ExemptionTooLong' },
    });
    expect(await call.exempt('ben', userOf(lea), addDays(today(), -1))).toMatchObject({ ok: false });
    expect(await call.exempt('ben', newId(), today())).toMatchObject({ refusal: { type: 'NotFound' } });
    expectOk(await call.exempt('ben', userOf(lea), addDays(today(), 29)));
    expect(expectOk(await call.own('lea')).person.standings[0]?.standing).toMatchObject({ state: 'exempt' });
    expectOk(await give(opened, userOf(lea)));
  });
});

describe('a proof', () => {
  test('is of somebody else, of a part that there is, of a day that came', async () => {
    expect(await call.record('ben', userOf(ben), part ?? '')).toMatchObject({ refusal: { type: 'OwnStanding' } });
    expect(await call.record('ben', userOf(lea), newId())).toMatchObject({ refusal: { type: 'NotFound' } });
    expect(await call.record('ben', newId(), part ?? '')).toMatchObject({ refusal: { type: 'NotFound' } });
    expect(await call.record('lea', userOf(ben), part ?? '')).toMatchObject({ refusal: { type: 'NotPermitted' } });
    expect(await call.record('ben', userOf(lea), part ?? '', addDays(today(), 1))).toMatchObject({
      refusal: { type: 'DayInFuture' },
    });
  });

  test('that was withdrawn counts no more, and cannot be withdrawn twice', async () => {
    expectOk(await call.record('ben', userOf(lea), part ?? ''));
    const { proofs, standings } = expectOk(await call.own('lea')).person;
    expect(standings[0]?.standing).toMatchObject({ state: 'valid' });
    const last = proofs.at(-1)?.id ?? expect.unreachable('nothing was recorded');
    const withdraw = () => clients.ben.api.call(trainingRoutes.withdrawProof, { params: { proof: last } });
    expectOk(await withdraw());
    expect(await withdraw()).toMatchObject({ refusal: { type: 'NotFound' } });
    expect(expectOk(await call.own('lea')).person.standings[0]?.standing).toMatchObject({ state: 'exempt' });
  });
});

describe('what is asked', () => {
  const told = async (who: 'anna' | 'ben' | 'lea') =>
    expectOk(await clients[who].api.call(noticeRoutes.listNotices, {})).notices.filter(({ kind }) =>
      kind.startsWith('training'),
    );

  test('is told to its person while it is missing, near its end, and to coordinators when it has ended', async () => {
    await server.runJobs({ ahead: true });
    // Set aside until the thirtieth day: 14 days are not reached, 60 are.
    expect(await told('lea')).toMatchObject([{ kind: 'training-due', date: addDays(today(), 29), space: null }]);
    expect([await told('ben'), await told('anna')]).toEqual([[], []]);
    const other = { ...asked, id: newId<never>(), role: 'coordinator' as const };
    expectOk(await clients.ben.api.call(trainingRoutes.askTraining, { input: other }));
    expectOk(await call.record('anna', userOf(ben), part ?? '', addDays(today(), -380)));
    await server.runJobs({ ahead: true });
    await server.runJobs({ ahead: true });
    expect(await told('ben')).toMatchObject([{ kind: 'training-over', date: addDays(today(), -14) }]);
    expect(await told('anna')).toMatchObject([
      { kind: 'training-of-colleague', date: addDays(today(), -14) },
      { kind: 'training-over', date: null },
    ]);
    expectOk(await clients.ben.api.call(trainingRoutes.askNoMore, { params: { requirement: other.id } }));
    await server.runJobs({ ahead: true });
    expect([await told('ben'), await told('anna')]).toEqual([[], []]);
  });
});

describe('somebody of ours who learns', () => {
  test('is one learner on whatever device, and takes along what the browser learned before', async () => {
    const learn = (client: TestClient) => client.api.call(trainingRoutes.learnAsColleague, { input: {} });
    expect(await learn(clients.lea)).toMatchObject({ ok: false, refusal: { type: 'NoOwnOrganisation' } });
    const id = newId<OrganisationId>();
    const add = { id, name: 'Our own', own: true };
    expectOk(await clients.anna.api.call(learningRoutes.addOrganisation, { input: add }));
    const { code } = expectOk(await clients.anna.api.call(learningRoutes.drawCode, { params: { organisation: id } }));
    expectOk(await clients.lea.api.call(learningRoutes.joinOrganisation, { input: { code } }));
    expectOk(await learn(clients.lea));
    expectOk(await learn(clients.lea));
    const count = async (what: string): Promise<number> => {
      const owner = new pg.Client(server.database.owner);
      await owner.connect();
      const { rows } = await owner.query<{ count: string }>(`SELECT count(*) FROM learning.${what}`);
      await owner.end();
      return Number(rows[0]?.count);
    };
    expect([await count('learner'), await count('learner_account'), await count('learner_key')]).toEqual([1, 1, 1]);
    // A second device of hers: the same session here, without the first one's cookie.
    clients.lea.cookies.delete('__Host-l');
    expectOk(await learn(clients.lea));
    expect([await count('learner'), await count('learner_account'), await count('learner_key')]).toEqual([1, 1, 2]);
    expect(await learn(server.connect())).toMatchObject({ ok: false, refusal: { type: 'SignInNeeded' } });
  });
});
