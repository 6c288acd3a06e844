import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createId, expectOk } from '#platform/base';
import { randomBytes } from '#platform/crypto/server';
import { learningRoutes, peopleRoutes, trainingRoutes } from '#modules/learning';
import { openMailServer, type MailServer } from './support/mail-server.ts';
import { learnedCourse, openLearningProgramme, type LearningProgramme } from './support/learning-programme.ts';
import type { TestClient, TestServer } from './support/test-server.ts';

const course = learnedCourse;
let mail: MailServer;
let programme: LearningProgramme;
let server: TestServer;
let staff: TestClient;
let partnerCode = '';

beforeAll(async () => {
  mail = await openMailServer();
  programme = await openLearningProgramme({ mail: mail.mailer });
  ({ server, staff } = programme);
}, 60_000);
afterAll(async () => {
  await programme.stop();
  await mail.down();
});

const invite = (people: readonly { readonly label: string; readonly mail?: string }[]) =>
  staff.api.call(peopleRoutes.invitePeople, {
    input: {
      ...{ course, language: 'en' },
      people: people.map(({ label, mail: to }) => ({ id: createId<never>(randomBytes), label, mail: to ?? null })),
    },
  });
async function link(label: string) {
  const [one] = expectOk(await invite([{ label }])).links;
  if (one === undefined) throw new Error('no link');
  return one;
}
const open = (client: TestClient, secret: string) =>
  client.api.call(peopleRoutes.openInvitation, { input: { secret } });
const look = (client: TestClient, secret: string) =>
  client.api.call(peopleRoutes.lookAtInvitation, { input: { secret } });
const list = async () => expectOk(await staff.api.call(peopleRoutes.listPeople, { query: {} }));
const listed = async (label: string) => (await list()).people.find((one) => one.label === label);
const finish = (client: TestClient) => programme.finish(client);
const ask = (statement: string) => programme.ask(statement);
const at = (day: string) => programme.at(`${day}T10:00:00Z`);

test('there is nothing to invite for before there is an organisation of our own', async () => {
  expect(await invite([{ label: 'P-1' }])).toMatchObject({ refusal: { type: 'NoOwnOrganisation' } });
  await programme.addOrganisation('Harbour House', true);
  partnerCode = await programme.drawCode(await programme.addOrganisation('Bridge'));
});

describe('an invitation', () => {
  test('binds who opens it to organisation and label, once, and the list says how they stand and no more', async () => {
    const { secret, id } = await link('P-104');
    const learner = server.connect();
    expect(expectOk(await look(learner, secret))).toEqual({
      organisation: 'Harbour House',
      course,
      label: 'P-104',
      mine: false,
    });
    expect((await listed('P-104'))?.invitation).toBe('waiting');
    expect(expectOk(await open(learner, secret))).toEqual({ organisation: 'Harbour House', course });
    expect(await listed('P-104')).toEqual({
      ...{ id, label: 'P-104', course, invitation: 'opened', until: '2026-12-27', letter: null },
      standing: { state: 'due', by: '2026-12-27', good: false },
    });
    await finish(learner);
    expect((await listed('P-104'))?.standing).toEqual({ state: 'done', until: null });
    // The same browser opens it again and is where it was; nobody else gets in.
    expect(expectOk(await look(learner, secret)).mine).toBe(true);
    expectOk(await open(learner, secret));
    expect(await open(server.connect(), secret)).toMatchObject({ refusal: { type: 'InvitationEnded' } });
    expect((await list()).counted).toEqual([{ course, people: 1, completions: 1 }]);
  });

  test('two who open the same link at once: one is in', async () => {
    const { secret } = await link('P-race');
    const answers = await Promise.all([1, 2, 3, 4].map(() => open(server.connect(), secret)));
    expect(answers.filter(({ ok }) => ok).length).toBe(1);
    expect(answers.flatMap((one) => (one.ok ? [] : one.refusal.type))).toEqual(Array(3).fill('InvitationEnded'));
  });

  test('answers strangers alike whether it is unknown, used, over, renewed or withdrawn', async () => {
    const [used, over, renewed, withdrawn] = [
      await link('P-used'),
      await link('P-over'),
      await link('P-renewed'),
      await link('P-withdrawn'),
    ];
    expectOk(await open(server.connect(), used.secret));
    expectOk(await staff.api.call(peopleRoutes.withdrawInvitations, { input: { ids: [withdrawn.id] } }));
    await at('2026-12-27');
    expectOk(await look(server.connect(), over.secret));
    await at('2026-12-28');
    expect((await listed('P-over'))?.invitation).toBe('ended');
    const params = { invitation: renewed.id };
    const again = expectOk(await staff.api.call(peopleRoutes.renewInvitation, { params }));
    const unknown = { secret: 'A'.repeat(22) };
    const told = await Promise.all(
      [unknown, used, over, renewed, withdrawn].flatMap(({ secret }) => [
        look(server.connect(), secret),
        open(server.connect(), secret),
      ]),
    );
    expect(new Set(told.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(told[0]).toMatchObject({ refusal: { type: 'InvitationEnded' } });
    expectOk(await open(server.connect(), again.links[0]?.secret ?? ''));
    expect(await staff.api.call(peopleRoutes.renewInvitation, { params })).toMatchObject({
      refusal: { type: 'InvitationOpened' },
    });
    await at('2026-11-27');
  });

  test('keeps a hash, and forgets the label when it is withdrawn or the learner takes everything back', async () => {
    const one = await link('Label to forget');
    const learner = server.connect();
    expectOk(await open(learner, one.secret));
    await finish(learner);
    const kept = JSON.stringify(await ask('SELECT * FROM learning.invitation'));
    expect(kept).not.toContain(one.secret);
    const people = (await list()).counted[0]?.people;
    expectOk(await staff.api.call(peopleRoutes.withdrawInvitations, { input: { ids: [one.id] } }));
    expect(await ask(`SELECT 1 FROM learning.invitee WHERE label = 'Label to forget'`)).toEqual([]);
    expect((await list()).counted[0]?.people).toBe(people);
    const other = await link('Label to forget');
    const second = server.connect();
    expectOk(await open(second, other.secret));
    expectOk(await second.api.call(learningRoutes.forgetLearner, {}));
    expect(await listed('Label to forget')).toBeUndefined();
  });

  test('is made anew for whoever lost their browser, as the own page says: off the list, and on it again', async () => {
    const lost = await link('P-lost');
    const before = server.connect();
    expectOk(await open(before, lost.secret));
    await finish(before);
    const renewed = await staff.api.call(peopleRoutes.renewInvitation, { params: { invitation: lost.id } });
    expect(renewed).toMatchObject({ refusal: { type: 'InvitationOpened' } });
    expect(await open(server.connect(), lost.secret)).toMatchObject({ refusal: { type: 'InvitationEnded' } });
    expect(await invite([{ label: 'P-lost' }])).toMatchObject({ refusal: { type: 'LabelTaken' } });
    expectOk(await staff.api.call(peopleRoutes.withdrawInvitations, { input: { ids: [lost.id] } }));
    const anew = await link('P-lost');
    expectOk(await open(server.connect(), anew.secret));
    expect((await listed('P-lost'))?.standing).toMatchObject({ state: 'due', good: false });
  });

  test('does not let a browser learn as two people, nor somebody leave for another organisation by a code', async () => {
    const [one, two] = [await link('P-a'), await link('P-b')];
    const shared = server.connect();
    expectOk(await open(shared, one.secret));
    expect(await open(shared, two.secret)).toMatchObject({ refusal: { type: 'BrowserTaken' } });
    expect(await shared.api.call(learningRoutes.joinOrganisation, { input: { code: partnerCode } })).toMatchObject({
      refusal: { type: 'JoinedElsewhere' },
    });
    // Whoever began for a partner moves while nothing is finished, and not afterwards.
    const mover = server.connect();
    expectOk(await mover.api.call(learningRoutes.joinOrganisation, { input: { code: partnerCode } }));
    expectOk(await open(mover, two.secret));
    const stays = server.connect();
    expectOk(await stays.api.call(learningRoutes.joinOrganisation, { input: { code: partnerCode } }));
    await finish(stays);
    expect(await open(stays, (await link('P-c')).secret)).toMatchObject({ refusal: { type: 'JoinedElsewhere' } });
  });

  test('of somebody at this browser is not taken over by a colleague who signs in there', async () => {
    const { secret } = await link('P-shared');
    expectOk(await open(staff, secret));
    await finish(staff);
    expectOk(await staff.api.call(trainingRoutes.learnAsColleague, { input: {} }));
    expect(
      await ask(`SELECT 1 FROM learning.learner_account a JOIN learning.invitee i ON i.learner = a.learner`),
    ).toEqual([]);
    expect(await ask('SELECT 1 FROM learning.proof')).toEqual([]);
    expect((await listed('P-shared'))?.standing.state).toBe('done');
  });

  test('is refused whole where a label is in use, whatever its capitals', async () => {
    await link('Taken');
    const before = (await list()).people.length;
    expect(await invite([{ label: 'Fresh' }, { label: 'tAKEN' }])).toMatchObject({ refusal: { type: 'LabelTaken' } });
    expect((await list()).people.length).toBe(before);
    expect(await invite([{ label: 'name@mail.test' }])).toMatchObject({ refusal: { type: 'BodyInvalid' } });
  });
});

test('a letter brings the link once and says nothing else; where it went is forgotten', async () => {
  expectOk(await invite([{ label: 'By mail', mail: 'heron@mail.test' }]));
  const stored = JSON.stringify(await ask('SELECT * FROM learning.invitation_mail'));
  expect(stored).not.toContain('heron');
  expect((await listed('By mail'))?.letter).toBe('waiting');
  await server.runJobs();
  await server.runJobs();
  const letters = mail.letters.filter(({ to }) => to === 'heron@mail.test');
  expect(letters.length).toBe(1);
  const raw = (letters[0]?.raw ?? '').replaceAll('=\r\n', '').replaceAll('=3D', '=');
  expect(raw).not.toMatch(/By mail|Harbour|traffick/i);
  const secret = /\/invited#invitation=([\w-]{22})/.exec(raw)?.[1] ?? '';
  expectOk(await open(server.connect(), secret));
  expect(await ask('SELECT 1 FROM learning.invitation_mail')).toEqual([]);
  expect((await listed('By mail'))?.letter).toBeNull();
});

test('the rule of the organisation says until when it counts, and the list follows it', async () => {
  const input = { course, months: 12, days: 14 };
  expectOk(await staff.api.call(peopleRoutes.savePeopleRule, { input }));
  expect((await listed('P-104'))?.standing).toEqual({ state: 'done', until: '2027-11-27' });
  expect((await link('P-200')).label).toBe('P-200');
  expect((await listed('P-200'))?.standing).toEqual({ state: 'due', by: '2026-12-11', good: false });
  // A cookie ends after half a year; whoever stands on a list stays on it.
  await at('2027-08-01');
  await server.runJobs({ ahead: true });
  expect((await listed('P-104'))?.standing).toEqual({ state: 'done', until: '2027-11-27' });
  await at('2027-11-28');
  expect((await listed('P-104'))?.standing).toEqual({ state: 'expired', since: '2027-11-28' });
  await at('2026-11-27');
});

test('labels go a year after a link ended unopened, and seven years after something was last done', async () => {
  await at('2028-02-29');
  const opened = await link('Opened once');
  expectOk(await open(server.connect(), opened.secret));
  await link('Never opened');
  const labels = async (day: string): Promise<readonly string[]> => {
    await at(day);
    await server.runJobs({ ahead: true });
    const all = (await list()).people.map(({ label }) => label).toSorted();
    return all.filter((label) => label === 'Opened once' || label === 'Never opened');
  };
  // The link ends on 30 March 2028.
  expect(await labels('2029-03-30')).toEqual(['Never opened', 'Opened once']);
  expect(await labels('2029-03-31')).toEqual(['Opened once']);
  expect(await labels('2035-02-28')).toEqual(['Opened once']);
  expect(await labels('2035-03-01')).toEqual([]);
  await at('2026-11-27');
});

test('at most 400 letters leave on behalf of somebody in a day: more are refused whole, and links need none', async () => {
  await at('2027-06-01');
  const group = (name: string, size: number, mailed = true) =>
    Array.from({ length: size }, (_, at) => ({
      label: `${name}-${String(at)}`,
      ...(mailed ? { mail: `${name}${String(at)}@example.org` } : {}),
    }));
  const labels = async (name: string) =>
    (await list()).people.filter(({ label }) => label.startsWith(`${name}-`)).length;
  expectOk(await invite(group('M1', 2)));
  // Sending the rest of them would take minutes.
  await ask(`UPDATE learning.letter_day SET letters = letters + 396`);
  expect(await invite(group('M3', 3))).toMatchObject({ refusal: { type: 'LettersSpent' } });
  expect(await labels('M3')).toBe(0);
  // Two at once, of which one is too many: whoever comes second finds what the first took.
  const both = await Promise.all([invite(group('M4', 2)), invite(group('M5', 2))]);
  expect(both.map((answer) => answer.ok).toSorted()).toEqual([false, true]);
  expectOk(await invite(group('M6', 20, false)));
  await at('2027-06-02');
  expectOk(await invite(group('M3', 3)));
  await server.runJobs({ ahead: true });
  expect(await ask(`SELECT sent_on::text AS day, letters FROM learning.letter_day`)).toEqual([
    { day: '2027-06-02', letters: 3 },
  ]);
}, 60_000);

test('a list of more than five thousand comes in pages, with everybody in them once, and each can be given another link', async () => {
  await at('2027-07-01');
  const before = (await list()).people.length;
  await ask(`WITH made AS (
      INSERT INTO learning.invitation (tenant, id, organisation, course, hash, made_on, until, due_on)
      SELECT o.tenant, gen_random_uuid(), o.id, '${course}', 'many-' || n, '2027-07-01', '2027-08-01', '2027-08-01'
      FROM learning.organisation o, generate_series(1, 5100) n WHERE o.own RETURNING tenant, id, organisation, hash)
    INSERT INTO learning.invitee (tenant, invitation, organisation, label)
    SELECT tenant, id, organisation, hash FROM made`);
  type Page = Awaited<ReturnType<typeof list>>;
  const pages: Page[] = [];
  for (let next: Page['next'] | undefined; next !== null;) {
    const query = next === undefined ? {} : { after: next };
    const page: Page = expectOk(await staff.api.call(peopleRoutes.listPeople, { query }));
    expect(page.people.length).toBeLessThanOrEqual(5_000);
    pages.push(page);
    ({ next } = page);
  }
  expect(pages.length).toBe(2);
  const all = pages.flatMap(({ people }) => people);
  expect(all.length).toBe(before + 5_100);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  const last = all.at(-1);
  if (last === undefined) throw new Error('nobody');
  const renewed = await staff.api.call(peopleRoutes.renewInvitation, { params: { invitation: last.id } });
  expect(renewed).toMatchObject(
    last.invitation === 'opened' ? { ok: false } : { value: { links: [{ label: last.label }] } },
  );
}, 60_000);

test('nothing went wrong on the server', () => expect(server.defects).toEqual([]));
