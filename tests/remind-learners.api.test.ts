import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, civilDate, createId, expectOk } from '#platform/base';
import { randomBytes } from '#platform/crypto/server';
import { learningRoutes, ownRoutes, peopleRoutes, type OrganisationId } from '#modules/learning';
import { openMailServer, type MailServer } from './support/mail-server.ts';
import { learnedCourse, openLearningProgramme, type LearningProgramme } from './support/learning-programme.ts';
import type { TestClient, TestServer } from './support/test-server.ts';

const course = learnedCourse;
let mail: MailServer;
let programme: LearningProgramme;
let server: TestServer;
let staff: TestClient;

beforeAll(async () => {
  mail = await openMailServer();
  programme = await openLearningProgramme({ mail: mail.mailer });
  ({ server, staff } = programme);
  await programme.addOrganisation('Harbour House', true);
  expectOk(await staff.api.call(peopleRoutes.savePeopleRule, { input: { course, months: 12, days: 90 } }));
}, 60_000);
afterAll(async () => {
  await programme.stop();
  await mail.down();
});

async function invited(label: string): Promise<TestClient> {
  await programme.signIn();
  return programme.invited(label);
}
const finish = (client: TestClient) => programme.finish(client);
const ask = (statement: string) => programme.ask(statement);
const askFor = (client: TestClient, address: string) =>
  client.api.call(ownRoutes.askReminders, { input: { mail: address, language: 'en' } });
const answer = (secret: string, said: 'remind' | 'stop') =>
  server.connect().api.call(ownRoutes.answerReminder, { input: { secret, answer: said } });
const lettersTo = (address: string): readonly string[] =>
  mail.letters.filter(({ to }) => to === address).map(({ raw }) => raw.replaceAll('=\r\n', '').replaceAll('=3D', '='));
const secretIn = (letter = ''): string => /\/mine#mail=([\w-]{22})/.exec(letter)?.[1] ?? '';
const state = async (client: TestClient) => expectOk(await client.api.call(ownRoutes.readOwnLearning, {})).reminders;
/** Every day from one to another, with every job twice. */
async function live(from: string, until: string, step = 1): Promise<void> {
  for (let day = civilDate(from); day <= until; day = addDays(day, step)) {
    server.clock.set(new Date(`${day}T10:00:00Z`));
    await server.runJobs({ ahead: true });
    await server.runJobs({ ahead: true });
  }
}

test('who agreed is reminded 60, 14 and 0 days before, once each, in words that say nothing; nobody else is', async () => {
  const [agreed, silent, never] = [await invited('P-1'), await invited('P-2'), await invited('P-3')];
  expectOk(await askFor(agreed, 'heron@mail.test'));
  expectOk(await askFor(silent, 'stork@mail.test'));
  expect(await state(agreed)).toEqual({ available: true, state: 'asked', masked: 'h…@mail.test' });
  expect(await state(never)).toMatchObject({ state: 'off', masked: null });
  const stored = JSON.stringify(await ask('SELECT * FROM learning.reminder'));
  expect(stored).not.toMatch(/heron|stork/);
  await server.runJobs();
  await server.runJobs({ ahead: true });
  expect([lettersTo('heron@mail.test').length, lettersTo('stork@mail.test').length]).toEqual([1, 1]);
  const secret = secretIn(lettersTo('heron@mail.test')[0]);
  expect(stored).not.toContain(secret);
  expectOk(await answer(secret, 'remind'));
  expect((await state(agreed)).state).toBe('on');
  // To be done within 90 days of 27 November: by 25 February.
  const counts: Record<string, number> = {};
  let before = 1;
  for (let day = civilDate('2026-11-28'); day <= '2027-03-01'; day = addDays(day, 1)) {
    await live(day, day);
    const now = lettersTo('heron@mail.test').length;
    if (now !== before) counts[day] = now - before;
    before = now;
  }
  expect(counts).toEqual({ '2026-12-27': 1, '2027-02-11': 1, '2027-02-25': 1 });
  for (const letter of lettersTo('heron@mail.test')) {
    expect(secretIn(letter)).toBe(secret);
    const words = letter.slice(letter.indexOf('\r\n\r\n')).replaceAll(secret, '');
    expect(words).not.toMatch(/P-1|Harbour|traffick|module|due|learn/i);
  }
  // Who said nothing got the one letter that asks, and is forgotten after a week.
  expect(lettersTo('stork@mail.test').length).toBe(1);
  expect((await state(silent)).state).toBe('off');
  expect(mail.letters.some(({ to }) => to !== 'heron@mail.test' && to !== 'stork@mail.test')).toBe(false);
  // Thirty days after what it was for has ended, the address goes.
  await live('2027-03-27', '2027-03-27');
  expect((await state(agreed)).state).toBe('on');
  await live('2027-03-28', '2027-03-28');
  expect(await ask('SELECT 1 FROM learning.reminder')).toEqual([]);
  expect(await ask('SELECT 1 FROM learning.reminded')).toEqual([]);
  server.clock.set(new Date('2026-11-27T10:00:00Z'));
}, 120_000);

test('who finished is reminded before it ends, from a leap day on; a renewal moves the day', async () => {
  server.clock.set(new Date('2028-02-29T10:00:00Z'));
  const client = await invited('P-4');
  await finish(client);
  expectOk(await askFor(client, 'owl@mail.test'));
  await server.runJobs();
  expectOk(await answer(secretIn(lettersTo('owl@mail.test')[0]), 'remind'));
  // Until 28 February 2029: sixty days before is 30 December.
  await live('2028-12-29', '2028-12-29');
  expect(lettersTo('owl@mail.test').length).toBe(1);
  await live('2028-12-30', '2028-12-31');
  expect(lettersTo('owl@mail.test').length).toBe(2);
  // Done again within the window: it goes on from the old end, and nothing is due in February.
  server.clock.set(new Date('2029-01-10T10:00:00Z'));
  await ask(`INSERT INTO learning.completion (tenant, attempt, learner, organisation, course, version, digest, language, draft, route, done_on)
    SELECT tenant, gen_random_uuid(), learner, organisation, course, version, digest, language, draft, route, '2029-01-10'
    FROM learning.completion ORDER BY done_on DESC LIMIT 1`);
  await live('2029-02-14', '2029-02-28', 7);
  expect(lettersTo('owl@mail.test').length).toBe(2);
  server.clock.set(new Date('2026-11-27T10:00:00Z'));
}, 120_000);

test('a mail server that is away is tried again, and nothing is sent twice; an address that refuses is forgotten', async () => {
  const [waits, refused] = [await invited('P-5'), await invited('P-6')];
  mail.unknown.add('nobody@mail.test');
  expectOk(await askFor(refused, 'nobody@mail.test'));
  await server.runJobs();
  expect((await state(refused)).state).toBe('off');
  await mail.down();
  expectOk(await askFor(waits, 'gull@mail.test'));
  await server.runJobs();
  expect(lettersTo('gull@mail.test')).toEqual([]);
  await mail.up();
  await live('2026-11-28', '2026-11-28');
  expect(lettersTo('gull@mail.test').length).toBe(1);
  expectOk(await answer(secretIn(lettersTo('gull@mail.test')[0]), 'remind'));
  await mail.down();
  await live('2026-12-27', '2026-12-27');
  await mail.up();
  await live('2026-12-28', '2026-12-29');
  expect(lettersTo('gull@mail.test').length).toBe(2);
  server.clock.set(new Date('2026-11-27T10:00:00Z'));
}, 120_000);

test('a mailbox that takes nothing just now is in nobody else’s way', async () => {
  mail.busy.add('busy@mail.test');
  const addresses = ['a', 'b', 'c', 'd'].map((name) => `${name}-auk@mail.test`);
  for (const [at, address] of ['busy@mail.test', ...addresses].entries())
    expectOk(await askFor(await invited(`P-B${String(at)}`), address));
  await server.runJobs();
  expect(addresses.map((address) => lettersTo(address).length)).toEqual([1, 1, 1, 1]);
  expect(lettersTo('busy@mail.test')).toEqual([]);
  mail.busy.clear();
  await live('2026-11-28', '2026-11-28');
  expect(lettersTo('busy@mail.test').length).toBe(1);
  server.clock.set(new Date('2026-11-27T10:00:00Z'));
}, 60_000);

test('one mailbox is written to three times a day, whoever asks', async () => {
  const asked = [];
  for (const label of ['P-M1', 'P-M2', 'P-M3', 'P-M4'])
    asked.push(await askFor(await invited(label), label === 'P-M4' ? 'Crane@Mail.test' : 'crane@mail.test'));
  expect(asked.map((one) => (one.ok ? 'kept' : one.refusal.type))).toEqual(['kept', 'kept', 'kept', 'TooManyTries']);
});

test('whoever agreed and came by a code is not forgotten before the letters have come', async () => {
  const { rows } = { rows: await ask(`SELECT id FROM learning.organisation`) };
  const [organisation] = rows as readonly { readonly id: OrganisationId }[];
  await programme.signIn();
  const { code } = expectOk(
    await staff.api.call(learningRoutes.drawCode, {
      params: { organisation: organisation?.id ?? createId<OrganisationId>(randomBytes) },
    }),
  );
  const client = server.connect();
  expectOk(await client.api.call(learningRoutes.joinOrganisation, { input: { code } }));
  await finish(client);
  expectOk(await askFor(client, 'rail@mail.test'));
  await server.runJobs();
  expectOk(await answer(secretIn(lettersTo('rail@mail.test')[0]), 'remind'));
  // Its cookie is over after 180 days; what it learned is good for a year, until 27 November.
  await live('2027-06-10', '2027-06-12');
  await live('2027-09-28', '2027-09-28');
  expect(lettersTo('rail@mail.test').length).toBe(2);
  server.clock.set(new Date('2026-11-27T10:00:00Z'));
}, 60_000);

test('reminders are stopped by the link of a letter or on the own page, and go with the learner', async () => {
  const client = await invited('P-7');
  const begin = async (address: string): Promise<string> => {
    expectOk(await askFor(client, address));
    await server.runJobs();
    return secretIn(lettersTo(address).at(-1));
  };
  const secret = await begin('tern@mail.test');
  expectOk(await answer(secret, 'stop'));
  expect(await answer(secret, 'remind')).toMatchObject({ refusal: { type: 'ReminderUnknown' } });
  expect((await state(client)).state).toBe('off');
  await begin('tern@mail.test');
  expectOk(await client.api.call(ownRoutes.stopReminders, {}));
  expect((await state(client)).state).toBe('off');
  await begin('tern@mail.test');
  // Three in a day: each may go to somebody who never asked.
  expect(await askFor(client, 'tern@mail.test')).toMatchObject({ refusal: { type: 'TooManyTries' } });
  expectOk(await client.api.call(learningRoutes.forgetLearner, {}));
  expect(
    await ask(`SELECT 1 FROM learning.reminder r JOIN learning.invitee i USING (learner) WHERE i.label = 'P-7'`),
  ).toEqual([]);
});

test('only what was refused by the mail server is noted as failed', () => {
  expect(server.defects.every((one) => JSON.stringify(one).includes('learning.remind-learners'))).toBe(true);
});
