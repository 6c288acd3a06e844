import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { civilDate, createId, expectOk } from '#platform/base';
import { keyedHash, randomBytes } from '#platform/crypto/server';
import {
  learningRoutes,
  partnerRoutes,
  peopleRoutes,
  receiptTag,
  receiptText,
  writeReceiptCode,
  type AttemptId,
  type OrganisationId,
} from '#modules/learning';
import { learnedCourse, openLearningProgramme, type LearningProgramme } from './support/learning-programme.ts';
import type { TestClient, TestServer } from './support/test-server.ts';

const course = learnedCourse;
let programme: LearningProgramme;
let server: TestServer;
let staff: TestClient;
const organisations = new Map<string, OrganisationId>();

beforeAll(async () => {
  programme = await openLearningProgramme();
  ({ server, staff } = programme);
  for (const name of ['Ours', 'Bridge', 'Quay'])
    organisations.set(name, await programme.addOrganisation(name, name === 'Ours'));
}, 60_000);
afterAll(() => programme.stop());

const at = (instant: string) => programme.at(instant);
const idOf = (name: string): OrganisationId => organisations.get(name) ?? createId<OrganisationId>(randomBytes);
const appoint = (name: string, label = 'training desk') =>
  staff.api.call(partnerRoutes.appointPartnerCoordinator, {
    params: { organisation: idOf(name) },
    input: { id: createId<never>(randomBytes), label },
  });
const enter = (client: TestClient, secret: string) =>
  client.api.call(partnerRoutes.enterAsPartner, { input: { secret } });
/** A browser that looks after the people of a partner. */
async function deskOf(name: string): Promise<TestClient> {
  const client = server.connect();
  expectOk(await enter(client, expectOk(await appoint(name)).secret));
  return client;
}
const inviting = (label: string) => ({
  ...{ course, language: 'en' as const },
  people: [{ id: createId<never>(randomBytes), label, mail: null }],
});
async function invite(desk: TestClient, label: string) {
  const made = expectOk(await desk.api.call(partnerRoutes.invitePartnerPeople, { input: inviting(label) }));
  const [link] = made.links;
  if (link === undefined) throw new Error('no link');
  return link;
}
const list = async (desk: TestClient) => expectOk(await desk.api.call(partnerRoutes.listPartnerPeople, { query: {} }));
const learner = (secret: string) => programme.opened(secret);
const finish = (client: TestClient) => programme.finish(client);
const ask = (statement: string) => programme.ask(statement);
/** The receipt of somebody who finished without a connection. */
async function receiptOf(client: TestClient): Promise<string> {
  const params = { attempt: createId<AttemptId>(randomBytes) };
  const given = expectOk(
    await client.api.call(learningRoutes.giveReceipt, { params, input: { course, language: 'en' } }),
  );
  const said = { course, version: given.version, number: given.number, day: given.givenOn };
  return writeReceiptCode({ ...said, tag: receiptTag(keyedHash(given.key, receiptText(said))) });
}
/** Everything that is done at a desk, by name. */
const acts: Readonly<Record<string, (client: TestClient, invitation: string) => Promise<unknown>>> = {
  list: (client) => client.api.call(partnerRoutes.listPartnerPeople, { query: {} }),
  export: (client) => client.api.call(partnerRoutes.exportPartnerPeople, { input: {} }),
  invite: (client) => client.api.call(partnerRoutes.invitePartnerPeople, { input: inviting('Somebody') }),
  renew: (client, invitation) =>
    client.api.call(partnerRoutes.renewPartnerInvitation, { params: { invitation: invitation as never } }),
  withdraw: (client, invitation) =>
    client.api.call(partnerRoutes.withdrawPartnerInvitations, { input: { ids: [invitation as never] } }),
  rule: (client) => client.api.call(partnerRoutes.savePartnerRule, { input: { course, months: 12, days: 30 } }),
  redeem: (client) => client.api.call(partnerRoutes.redeemPartnerReceipt, { input: { receipt: 'A'.repeat(20) } }),
};

describe('whoever looks after the people of a partner', () => {
  test('comes in by a link that opens once, needs no account, and sees the own people alone', async () => {
    const { secret, until } = expectOk(await appoint('Bridge'));
    expect(until).toBe(civilDate('2026-12-04'));
    const desk = server.connect();
    expectOk(await enter(desk, secret));
    expect(await enter(server.connect(), secret)).toMatchObject({ refusal: { type: 'PartnerLinkEnded' } });
    const link = await invite(desk, 'B-1');
    await invite(await deskOf('Quay'), 'Q-1');
    await finish(await learner(link.secret));
    const seen = await list(desk);
    expect(seen.organisation).toBe('Bridge');
    expect(seen.people.map(({ label }) => label)).toEqual(['B-1']);
    expect(seen.people[0]?.standing).toEqual({ state: 'done', until: null });
    expect(seen.counted).toEqual([{ course, people: 1, completions: 1 }]);
    expect(JSON.stringify(await ask('SELECT * FROM learning.partner_coordinator'))).not.toContain(secret);
  });

  test('is told nothing of answers, marks, tries or days', async () => {
    const [person] = (await list(await deskOf('Bridge'))).people;
    expect(Object.keys(person ?? {}).toSorted()).toEqual(
      ['id', 'label', 'course', 'invitation', 'until', 'letter', 'standing'].toSorted(),
    );
  });

  test('of another organisation finds nothing there, as if it did not exist; nor do we in the workspace', async () => {
    const [bridge, quay] = [await deskOf('Bridge'), await deskOf('Quay')];
    const { id } = await invite(bridge, 'B-foreign');
    const missing = createId<string>(randomBytes);
    for (const name of ['renew', 'withdraw']) {
      const [foreign, none] = [await acts[name]?.(quay, id), await acts[name]?.(quay, missing)];
      expect(foreign).toMatchObject({ refusal: { type: 'NotFound' } });
      expect(JSON.stringify(foreign)).toBe(JSON.stringify(none));
    }
    const own = { params: { invitation: id } };
    expect(await staff.api.call(peopleRoutes.renewInvitation, own)).toMatchObject({ refusal: { type: 'NotFound' } });
    expect(await staff.api.call(peopleRoutes.withdrawInvitations, { input: { ids: [id] } })).toMatchObject({
      refusal: { type: 'NotFound' },
    });
    expect(expectOk(await staff.api.call(peopleRoutes.listPeople, { query: {} })).people).toEqual([]);
    // One foreign id among own ones undoes all of it.
    const mine = await invite(quay, 'Q-kept');
    const ids = [mine.id, id];
    expect(await quay.api.call(partnerRoutes.withdrawPartnerInvitations, { input: { ids } })).toMatchObject({
      refusal: { type: 'NotFound' },
    });
    expect((await list(quay)).people.map(({ label }) => label)).toContain('Q-kept');
    expect((await list(bridge)).people.map(({ label }) => label)).toContain('B-foreign');
    // The same label in two organisations is two people.
    await invite(quay, 'B-foreign');
  });

  test('counts receipts of the own people alone', async () => {
    const [bridge, quay] = [await deskOf('Bridge'), await deskOf('Quay')];
    const receipt = await receiptOf(await learner((await invite(bridge, 'B-offline')).secret));
    const redeem = (desk: TestClient, text = receipt) =>
      desk.api.call(partnerRoutes.redeemPartnerReceipt, { input: { receipt: text } });
    const [foreign, unknown] = [await redeem(quay), await redeem(quay, 'Z'.repeat(20))];
    expect(foreign).toEqual(unknown);
    expect(foreign).toMatchObject({ refusal: { type: 'ReceiptUnknown' } });
    expect(expectOk(await redeem(bridge))).toMatchObject({ organisation: 'Bridge', isKnown: false });
    expect(await redeem(bridge)).toMatchObject({ refusal: { type: 'ReceiptRedeemed' } });
    const offline = (await list(bridge)).people.find(({ label }) => label === 'B-offline');
    expect(offline?.standing.state).toBe('done');
  });

  test('is not let in without the cookie, by that of a learner, after leaving, or once ended: all look alike', async () => {
    const { id, secret } = await invite(await deskOf('Bridge'), 'B-door');
    const left = await deskOf('Bridge');
    expectOk(await left.api.call(partnerRoutes.leaveAsPartner, {}));
    const ended = await deskOf('Bridge');
    const params = { organisation: idOf('Bridge') };
    const { coordinators } = expectOk(await staff.api.call(partnerRoutes.listPartnerCoordinators, { params }));
    for (const coordinator of coordinators)
      expectOk(await staff.api.call(partnerRoutes.endPartnerCoordinator, { params: { coordinator: coordinator.id } }));
    const learning = await learner(secret);
    const [cookie = ''] = learning.cookies.values();
    const forged = server.connect();
    forged.cookies.set('__Host-p', cookie);
    const told = [];
    for (const client of [server.connect(), learning, forged, left, ended, staff])
      for (const act of Object.values(acts)) told.push(await act(client, id));
    expect(new Set(told.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(told[0]).toMatchObject({ refusal: { type: 'PartnerUnknown' } });
  });

  test('may come back for 30 days after each visit, and no longer', async () => {
    const desk = await deskOf('Quay');
    server.clock.set(new Date('2026-12-20T10:00:00Z'));
    await list(desk);
    server.clock.set(new Date('2027-01-19T10:00:00Z'));
    await list(desk);
    server.clock.set(new Date('2027-02-19T10:00:00Z'));
    expect(await desk.api.call(partnerRoutes.listPartnerPeople, { query: {} })).toMatchObject({
      refusal: { type: 'PartnerUnknown' },
    });
    await server.runJobs({ ahead: true });
    expect(await ask('SELECT 1 FROM learning.partner_key')).toEqual([]);
    await at('2026-11-27T10:00:00Z');
  });
});

describe('the workspace', () => {
  test('lets somebody in for a partner alone, after confirming, and not with a link that was replaced', async () => {
    expect(await appoint('Ours')).toMatchObject({ refusal: { type: 'NotFound' } });
    expect(await appoint('Nowhere')).toMatchObject({ refusal: { type: 'NotFound' } });
    const first = expectOk(await appoint('Quay', 'night desk'));
    const params = { organisation: idOf('Quay') };
    const { coordinators } = expectOk(await staff.api.call(partnerRoutes.listPartnerCoordinators, { params }));
    const night = coordinators.find(({ label }) => label === 'night desk');
    expect(night).toMatchObject({ browsers: 0, linkUntil: '2026-12-04' });
    const coordinator = night?.id ?? createId<never>(randomBytes);
    const again = expectOk(await staff.api.call(partnerRoutes.renewPartnerLink, { params: { coordinator } }));
    expect(await enter(server.connect(), first.secret)).toMatchObject({ refusal: { type: 'PartnerLinkEnded' } });
    expectOk(await enter(server.connect(), again.secret));
    server.clock.set(new Date('2026-11-27T10:06:00Z'));
    expect(await appoint('Quay')).toMatchObject({ refusal: { type: 'StepUpNeeded' } });
  });

  test('forgets who was let in no more, with what they were called, 30 days later and not a day earlier', async () => {
    await at('2027-03-01T10:00:00Z');
    const secret = expectOk(await appoint('Quay', 'desk at the harbour')).secret;
    const desk = server.connect();
    expectOk(await enter(desk, secret));
    expectOk(await appoint('Quay', 'desk that stays'));
    const named = async (label: string) => {
      const owner = new pg.Client(server.database.owner);
      await owner.connect();
      const found = await owner.query<{ id: string }>('SELECT id FROM learning.partner_coordinator WHERE label = $1', [
        label,
      ]);
      await owner.end();
      return found.rows.map(({ id }) => id);
    };
    const [id] = await named('desk at the harbour');
    const params = { coordinator: id as never };
    expectOk(await staff.api.call(partnerRoutes.endPartnerCoordinator, { params }));
    // The job comes once a day; ended on 1 March, it goes on the first day after 31 March.
    for (const [day, left] of [
      ['2027-03-31', 1],
      ['2027-04-01', 0],
    ] as const) {
      await at(`${day}T10:00:00Z`);
      await server.runJobs({ ahead: true });
      expect(await named('desk at the harbour')).toHaveLength(left);
    }
    expect(await named('desk that stays')).toHaveLength(1);
  });

  test('finds each act of a desk in the event log, under the coordinator and without a label', async () => {
    await at('2026-11-27T11:00:00Z');
    const desk = await deskOf('Quay');
    await invite(desk, 'Q-log');
    expectOk(await desk.api.call(partnerRoutes.exportPartnerPeople, { input: {} }));
    const rows = await ask('SELECT to_jsonb(e)::text AS text FROM audit.received e');
    const said = rows.map(({ text }) => String(text)).join('\n');
    for (const act of ['partner-entered', 'partner-people-invited', 'partner-people-exported'])
      expect(said).toContain(`learning.${act}`);
    expect(said).not.toContain('Q-log');
  });
});

test('nothing went wrong on the server', () => expect(server.defects).toEqual([]));
