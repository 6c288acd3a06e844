import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signIn, stepUp } from '#kernel/accounts/client';
import { findTenant } from '#kernel/accounts/server';
import { buildColleague, buildFounder, buildParts, type TestPerson } from '#kernel/accounts/testing';
import type { GatheringId } from '#kernel/gatherings';
import { civilDate, createId, dayInAmsterdam, expectOk, type UserId } from '#platform/base';
import { randomBytes } from '#platform/crypto/server';
import { inTenant } from '#platform/server/db';
import { learningRoutes, teachingRoutes, trainingRoutes, workshopRoutes, type AttemptId } from '#modules/learning';
import { insertLearner, keepCompletion, keepProofs, linkLearner, listOrganisations } from '#modules/learning/server';
import { buildWorkshops } from '../src/apps/cli/workshops/build-workshops.ts';
import { startTestServer, type TestClient, type TestServer } from './support/test-server.ts';

const course = 'recognising-trafficking';
const newId = <Id extends string>(): Id => createId<never>(randomBytes) as Id;
let webRoot = '';
let server: TestServer;
const people = new Map<Who, TestPerson>();
const clients = new Map<Who, TestClient>();
type Who = 'anna' | 'ben' | 'lea' | 'tom' | 'eva';
const api = (who: Who) => (clients.get(who) ?? expect.unreachable('nobody was made')).api;
const person = (who: Who): TestPerson => people.get(who) ?? expect.unreachable('nobody was made');
const userOf = (who: Who): UserId => person(who).person.user;
const [programme, part, workshop, plainWorkshop]: readonly string[] = [newId(), newId(), newId(), newId()];

beforeAll(async () => {
  webRoot = mkdtempSync(join(tmpdir(), 'baken-built-'));
  for (const { fileName, source } of buildWorkshops(join(import.meta.dirname, '../content/workshops'))) {
    mkdirSync(dirname(join(webRoot, fileName)), { recursive: true });
    writeFileSync(join(webRoot, fileName), source);
  }
  writeFileSync(join(webRoot, 'index.html'), '<title>the workspace</title>');
  server = await startTestServer({ webRoot, now: new Date('2026-11-27T10:00:00Z') });
  for (const who of ['anna', 'ben', 'lea', 'tom', 'eva'] as const) clients.set(who, server.connect());
  people.set('anna', await buildFounder(buildParts(api('anna'), server.clock), server.foundingCode));
  for (const [who, role] of [
    ['ben', 'coordinator'],
    ['lea', 'volunteer'],
    ['tom', 'volunteer'],
    ['eva', 'volunteer'],
  ] as const) {
    const made = await buildColleague(person('anna'), buildParts(api(who), server.clock), {
      ...{ handle: who, roles: [{ role, until: null }] },
    });
    people.set('anna', made.inviter);
    people.set(who, made.colleague);
  }
  const own = { id: newId<never>(), name: 'Our own', own: true };
  expectOk(await api('ben').call(learningRoutes.addOrganisation, { input: own }));
  const made = {
    ...{ id: programme as never, name: 'To teach', needed: 1 },
    parts: [{ id: part as never, course: null, name: 'Day for trainers' }],
  };
  expectOk(await api('ben').call(trainingRoutes.makeProgramme, { input: made }));
}, 120_000);
afterAll(async () => {
  expect(server.defects).toEqual([]);
  await server.stop();
  rmSync(webRoot, { recursive: true });
});

const rule = { courseMonths: 24, part: part as never, coTaught: 2, months: 12 };
const call = {
  rule: (by: Who, over: object = {}) =>
    api(by).call(teachingRoutes.setTeachingRule, { input: { course, ...rule, ...over } }),
  give: (by: Who, to: Who) =>
    api(by).call(teachingRoutes.giveLicence, { params: { user: userOf(to) }, input: { id: newId<never>(), course } }),
  sign: (by: Who, of: Who, session: GatheringId) =>
    api(by).call(teachingRoutes.signCoTaught, { params: { gathering: session, user: userOf(of) }, input: {} }),
  takeBack: (by: Who, of: Who, session: GatheringId) =>
    api(by).call(teachingRoutes.takeBackSignature, { params: { gathering: session, user: userOf(of) } }),
  ask: (by: Who, id: string | undefined, needed: boolean) =>
    api(by).call(workshopRoutes.askLicence, { params: { workshop: id as never }, input: { needed } }),
  guide: (by: Who, session: GatheringId, language: 'en' | 'nl' = 'en') =>
    api(by).call(teachingRoutes.readGuide, { params: { gathering: session }, query: { language } }),
  own: async (who: Who) => expectOk(await api(who).call(teachingRoutes.readOwnTeaching, {})),
  plan: async (day: string, trainers: readonly Who[], of: string | undefined = workshop) => {
    const id = newId<GatheringId>();
    const input = {
      ...{ id, from: `${day}T10:00`, to: `${day}T13:30`, signUpUntil: `${day}T09:00`, places: 12, quota: null },
      ...{ place: 'Room 2', link: '', accessNote: '', trainers: trainers.map(userOf) },
    };
    const answer = await api('ben').call(workshopRoutes.planSession, { params: { workshop: of as never }, input });
    return { id, answer };
  },
};

/** Another day: everybody signs in again, and has so just said who they are. */
async function goOn(instant: string): Promise<void> {
  server.clock.set(new Date(instant));
  for (const { parts, person: one, passphrase } of people.values())
    expectOk(await signIn(parts, { handle: one.handle, passphrase }));
}

/** That somebody finished the course in their own browser. */
async function learn(who: Who): Promise<void> {
  await inTenant(server.database.database, { tenant: null, user: null }, findTenant).then(async (found) => {
    const tenant = found?.tenant ?? expect.unreachable('nothing was founded');
    await inTenant(server.database.database, { tenant, user: null }, async (tx) => {
      const [learner, attempt] = [newId<never>(), newId<AttemptId>()];
      const organisation = (await listOrganisations(tx, tenant))[0]?.id ?? expect.unreachable('no organisation');
      await insertLearner(tx, tenant, { id: learner, organisation });
      await linkLearner(tx, tenant, learner, userOf(who));
      await keepCompletion(tx, tenant, {
        ...{ attempt, learner, organisation, course, on: dayInAmsterdam(server.clock.now()) },
        ...{ version: '0.3.0', digest: 'test', draft: true, language: 'en' },
      });
      await keepProofs(tx, tenant, learner, attempt);
    });
  });
}

describe('a workshop that follows files', () => {
  test('is made with a folder that there is, and opens its pack to whoever leads it, in both languages', async () => {
    const made = { title: 'First conversations', course, part: null, guide: 'talking-safely' };
    const make = (over: object) =>
      api('ben').call(workshopRoutes.makeWorkshop, { input: { id: workshop as never, ...made, ...over } });
    expect(await make({ guide: 'nothing-of-ours' })).toMatchObject({ refusal: { type: 'GuideUnknown' } });
    expectOk(await make({}));
    expectOk(await make({ id: plainWorkshop, title: 'Without files', guide: null }));
    const { id, answer } = await call.plan('2026-12-10', ['tom']);
    expectOk(answer);
    for (const who of ['tom', 'ben', 'anna'] as const) {
      const { guide, startsAt } = expectOk(await call.guide(who, id));
      expect(guide).toMatchObject({ id: 'talking-safely', language: 'en', minutes: 210, unsigned: expect.any(Array) });
      expect(startsAt).toBe('2026-12-10T09:00:00.000Z');
    }
    expect(expectOk(await call.guide('tom', id, 'nl')).guide.title).toBe('Het veilige gesprek oefenen');
    const listed = expectOk(await api('tom').call(workshopRoutes.listWorkshops, {}));
    expect(listed.sessions.find((one) => one.id === id)?.guide).toBe(true);
  });

  test('has a pack that is not there for anybody else, nor for a session without files, nor as a file', async () => {
    const { id } = await call.plan('2026-12-11', ['tom']);
    expect(await call.guide('lea', id)).toMatchObject({ refusal: { type: 'NotFound' } });
    expect(await call.guide('lea', newId())).toMatchObject({ refusal: { type: 'NotFound' } });
    const plain = await call.plan('2026-12-11', ['tom'], plainWorkshop);
    expect(await call.guide('tom', plain.id)).toMatchObject({ refusal: { type: 'NotFound' } });
    const listed = expectOk(await api('lea').call(workshopRoutes.listWorkshops, {}));
    expect(listed.sessions.find((one) => one.id === id)?.guide).toBe(false);
    const nobody = await server.connect().api.call(teachingRoutes.readGuide, {
      ...{ params: { gathering: id }, query: { language: 'en' as const } },
    });
    expect(nobody).toMatchObject({ refusal: { type: 'SignInNeeded' } });
    const file = await fetch(`${server.address}/guides/talking-safely/en`);
    expect(await file.text()).toBe('<title>the workspace</title>');
  });
});

describe('a licence to teach', () => {
  test('has a rule that whoever leads says, about a part that is no course', async () => {
    expect(await call.rule('lea')).toMatchObject({ refusal: { type: 'NotPermitted' } });
    expect(await call.rule('ben', { part: newId() })).toMatchObject({ refusal: { type: 'NotFound' } });
    expect(await call.rule('ben', { months: 0 })).toMatchObject({ refusal: { type: 'BodyInvalid' } });
    expect(await call.ask('ben', workshop, true)).toMatchObject({ refusal: { type: 'NoLicenceYet' } });
    server.clock.set(new Date('2026-11-27T10:20:00Z'));
    expect(await call.give('ben', 'tom')).toMatchObject({ refusal: { type: 'StepUpNeeded' } });
    expectOk(await stepUp(person('ben').parts, person('ben').passphrase));
    expect(await call.give('ben', 'tom')).toMatchObject({ refusal: { type: 'NotFound' } });
    expectOk(await call.rule('ben'));
    const { rules, mayGive } = expectOk(await api('ben').call(teachingRoutes.listTeaching, {}));
    expect([rules, mayGive]).toEqual([[{ course, ...rule }], [course]]);
    expect(await api('lea').call(teachingRoutes.listTeaching, {})).toMatchObject({ refusal: { type: 'NotPermitted' } });
    expect((await call.own('lea')).licences).toEqual([
      { course, licence: { state: 'missing', lacking: { course: true, training: true, sessions: 2 } } },
    ]);
  });

  test('is given to the first two by a coordinator who confirmed who they are, and to nobody by themselves', async () => {
    for (const who of ['tom', 'lea', 'eva'] as const) await learn(who);
    expect(await call.give('lea', 'tom')).toMatchObject({ refusal: { type: 'NotPermitted' } });
    expect(await call.give('ben', 'ben')).toMatchObject({ refusal: { type: 'OwnStanding' } });
    expectOk(await call.give('ben', 'tom'));
    expect((await call.own('tom')).licences).toEqual([{ course, licence: { state: 'held', until: '2027-11-27' } }]);
  });

  test('may be asked for as soon as somebody holds one: then no session is planned without', async () => {
    expect(await call.ask('lea', workshop, true)).toMatchObject({ refusal: { type: 'NotPermitted' } });
    expect(await call.ask('ben', newId(), true)).toMatchObject({ refusal: { type: 'NotFound' } });
    const before = await call.plan('2026-12-14', ['lea']);
    expectOk(before.answer);
    expectOk(await call.ask('ben', workshop, true));
    expect((await call.plan('2026-12-15', ['lea'])).answer).toMatchObject({ refusal: { type: 'TrainerNotLicensed' } });
    expect((await call.plan('2026-12-15', [])).answer).toMatchObject({ refusal: { type: 'TrainerNotLicensed' } });
    expectOk((await call.plan('2026-12-15', ['lea', 'tom'])).answer);
    expectOk((await call.plan('2027-11-27', ['tom'])).answer);
    expect((await call.plan('2027-11-28', ['tom'])).answer).toMatchObject({ refusal: { type: 'TrainerNotLicensed' } });
    expectOk((await call.plan('2026-12-15', ['lea'], plainWorkshop)).answer);
    // One that was planned before stays; closed, it opens again only with somebody who may teach it.
    const params = { gathering: before.id };
    const change = (act: 'close' | 'reopen') =>
      api('ben').call(workshopRoutes.changeSession, { params, input: { act } });
    expectOk(await change('close'));
    expect(await change('reopen')).toMatchObject({ refusal: { type: 'TrainerNotLicensed' } });
    const input = {
      ...{ from: '2026-12-16T10:00', to: '2026-12-16T13:30', signUpUntil: '2026-12-16T09:00' },
      ...{ place: '', link: '', accessNote: '' },
    };
    expect(await api('ben').call(workshopRoutes.moveSession, { params, input })).toMatchObject({
      refusal: { type: 'TrainerNotLicensed' },
    });
    expectOk(await call.ask('ben', workshop, false));
    expectOk(await change('reopen'));
  });

  test('is earned by sessions that a holder who taught them too signs, once each, after they are over', async () => {
    const first = await call.plan('2026-12-17', ['tom', 'lea']);
    const second = await call.plan('2026-12-18', ['tom', 'lea']);
    const without = await call.plan('2026-12-18', ['eva', 'lea']);
    expectOk(await stepUp(person('tom').parts, person('tom').passphrase));
    expect(await call.sign('tom', 'lea', first.id)).toMatchObject({ refusal: { type: 'NotFound' } });
    await goOn('2026-12-19T09:00:00Z');
    const day = { id: newId<never>(), part: part as never, equivalent: null, on: civilDate('2026-12-01') };
    expectOk(await api('ben').call(trainingRoutes.recordProof, { params: { user: userOf('lea') }, input: day }));
    const { toSign } = await call.own('tom');
    expect(toSign.filter(({ user }) => user === userOf('lea')).map(({ gathering }) => gathering)).toEqual(
      expect.arrayContaining([first.id, second.id]),
    );
    expect((await call.own('lea')).toSign).toEqual([]);
    server.clock.set(new Date('2026-12-19T09:20:00Z'));
    expect(await call.sign('tom', 'lea', first.id)).toMatchObject({ refusal: { type: 'StepUpNeeded' } });
    await goOn('2026-12-19T09:21:00Z');
    expect(await call.sign('tom', 'tom', first.id)).toMatchObject({ refusal: { type: 'OwnStanding' } });
    expect(await call.sign('tom', 'eva', first.id)).toMatchObject({ refusal: { type: 'NotFound' } });
    expect(await call.sign('tom', 'lea', without.id)).toMatchObject({ refusal: { type: 'NotFound' } });
    expect(await call.sign('eva', 'lea', without.id)).toMatchObject({ refusal: { type: 'NoLicence' } });
    expect(await call.sign('ben', 'lea', first.id)).toMatchObject({ refusal: { type: 'NotFound' } });
    expectOk(await call.sign('tom', 'lea', first.id));
    expect(await call.sign('tom', 'lea', first.id)).toMatchObject({ refusal: { type: 'SignedAlready' } });
    expect((await call.own('lea')).licences[0]?.licence).toMatchObject({ state: 'missing', lacking: { sessions: 1 } });
    expectOk(await call.sign('tom', 'lea', second.id));
    expect((await call.own('lea')).licences[0]?.licence).toEqual({ state: 'held', until: '2027-12-19' });
    expect(await call.give('ben', 'eva')).toMatchObject({ refusal: { type: 'LicencesThere' } });
  });

  test('ends when a signature that it rests on is taken back, by whoever gave it, within 30 days of the session', async () => {
    const { signed } = await call.own('tom');
    expect(signed.map(({ user, on }) => [user, on])).toEqual([
      [userOf('lea'), '2026-12-17'],
      [userOf('lea'), '2026-12-18'],
    ]);
    const [first, second] = signed.map(({ gathering }) => gathering);
    if (first === undefined || second === undefined) return expect.unreachable('two were signed');
    expect(await call.takeBack('eva', 'lea', second)).toMatchObject({ refusal: { type: 'NotFound' } });
    expect(await call.takeBack('tom', 'eva', second)).toMatchObject({ refusal: { type: 'NotFound' } });
    expectOk(await call.takeBack('tom', 'lea', second));
    expect((await call.own('lea')).licences[0]?.licence).toMatchObject({ state: 'missing', lacking: { sessions: 1 } });
    expect((await call.own('tom')).toSign.map(({ gathering }) => gathering)).toContain(second);
    expectOk(await call.sign('tom', 'lea', second));
    expect((await call.own('lea')).licences[0]?.licence).toMatchObject({ state: 'held' });
    await goOn('2027-01-17T09:00:00Z');
    expect(await call.takeBack('tom', 'lea', first)).toMatchObject({ refusal: { type: 'SignatureStays' } });
    expect((await call.own('tom')).signed.map(({ gathering }) => gathering)).toEqual([second]);
  });

  test('opens the pack of a session that somebody else leads', async () => {
    const { id } = await call.plan('2027-02-12', ['tom']);
    expectOk(await call.guide('lea', id));
    expect(await call.guide('eva', id)).toMatchObject({ refusal: { type: 'NotFound' } });
  });
});
