import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signIn } from '#kernel/accounts/client';
import { buildFounder, buildParts, type TestPerson } from '#kernel/accounts/testing';
import { createId, expectOk } from '#platform/base';
import { randomBytes } from '#platform/crypto/server';
import { figureRoutes, learningRoutes, totalRoutes, type OrganisationId } from '#modules/learning';
import { connectRecords, type RecordClient } from './support/record-client.ts';
import { startTestServer, type TestClient, type TestServer } from './support/test-server.ts';

let server: TestServer;
let staff: TestClient;
let founder: TestPerson;
let source: RecordClient;
const organisation = createId<OrganisationId>(randomBytes);
const course = 'course';
const activity = 'https://moodle.example.org/course/view.php?id=7';

beforeAll(async () => {
  server = await startTestServer({ now: new Date('2026-03-10T10:00:00Z') });
  staff = server.connect();
  founder = await buildFounder(buildParts(staff.api, server.clock), server.foundingCode);
  const input = { id: organisation, name: 'Harbour', own: false };
  expectOk(await staff.api.call(learningRoutes.addOrganisation, { input }));
  source = await connectRecords(server, { source: { name: 'Moodle', organisation } });
}, 60_000);
afterAll(async () => {
  expect(server.defects).toEqual([]);
  await server.stop();
});

const verbs = {
  completed: 'http://adlnet.gov/expapi/verbs/completed',
  passed: 'http://adlnet.gov/expapi/verbs/passed',
  attempted: 'http://adlnet.gov/expapi/verbs/attempted',
} as const;

/** That somebody did something with the course over there. */
function said(person: number, verb: keyof typeof verbs, more: Record<string, unknown> = {}) {
  return {
    id: createId(randomBytes),
    actor: { mbox: `mailto:person${String(person)}@example.org` },
    verb: { id: verbs[verb] },
    object: { id: activity, definition: { name: { en: 'Recognise it' } } },
    ...more,
  };
}

const listed = async () =>
  expectOk(await staff.api.call(totalRoutes.listSourceActivities, { params: { organisation } })).activities;
const row = async () => {
  const { courses } = expectOk(await staff.api.call(figureRoutes.readFigures, { query: { year: '2026' } }));
  const found = courses.find((one) => one.course === course);
  return found?.organisations.find(({ route }) => route === 'source');
};
async function at(day: string): Promise<void> {
  server.clock.set(new Date(`${day}T10:00:00Z`));
  expectOk(await signIn(founder.parts, { handle: founder.person.handle, passphrase: founder.passphrase }));
}
const count = (iri = activity, beside: string | null = null) =>
  listed().then(([one]) =>
    staff.api.call(totalRoutes.countSourceActivity, {
      params: { organisation },
      input: { store: one?.store ?? createId(randomBytes), iri, verb: 'completed', course, beside },
    }),
  );

test('what a system said that somebody finished is listed, without who or how many, and counted once it is chosen', async () => {
  expect(await listed()).toEqual([]);
  const people = Array.from({ length: 12 }, (_, at) => at);
  expect((await source.post(people.map((person) => said(person, 'completed')))).status).toBe(200);
  await source.post(said(20, 'attempted'));
  // What was last said of it counts for nobody, and it is listed all the same.
  const undone = said(21, 'completed', { result: { completion: false } });
  await source.post(undone);
  await source.post({
    ...{ actor: { mbox: 'mailto:x@example.org' }, verb: { id: 'http://adlnet.gov/expapi/verbs/voided' } },
    object: { objectType: 'StatementRef', id: undone.id },
  });
  expect(await listed()).toMatchObject([
    { system: 'Moodle', iri: activity, verb: 'completed', title: 'Recognise it', course: null },
  ]);
  expect(await row()).toBeUndefined();
  expectOk(await count());
  expect(await count()).toMatchObject({ refusal: { type: 'ActivityCounted' } });
  expect(await listed()).toMatchObject([{ course }]);
  await at('2026-04-03');
  // On the day on which it was chosen, since months before it may have been told.
  expect((await row())?.steps).toMatchObject([
    { from: 1, until: 1, people: 0 },
    { from: 2, until: 2, people: 0 },
    { from: 3, until: 3, people: 12, completions: 12 },
  ]);
});

test('a person counts once a year and a run once, however often and in whatever order it is told', async () => {
  const registrations = Array.from({ length: 2 }, () => createId(randomBytes));
  const statement = fc.record({
    person: fc.integer({ min: 100, max: 124 }),
    verb: fc.constantFrom('completed' as const, 'passed' as const),
    registration: fc.constantFrom(...registrations),
    undone: fc.boolean(),
  });
  const drawn = fc.sample(statement, 150).map(({ person, verb, registration, undone }) => ({
    ...{ person, verb, registration, undone },
    sent: said(person, verb, { context: { registration }, ...(undone ? { result: { completion: false } } : {}) }),
  }));
  const counting = drawn.filter(({ verb, undone }) => verb === 'completed' && !undone);
  for (let start = 0; start < drawn.length; start += 30) {
    const batch = drawn.slice(start, start + 30).map(({ sent }) => sent);
    expect((await source.post(batch)).status).toBe(200);
    // Sent again, in another order.
    expect((await source.post(batch.toReversed())).status).toBe(200);
  }
  await at('2026-05-03');
  const april = (await row())?.steps.at(-1);
  const people = new Set(counting.map(({ person }) => person)).size;
  const runs = new Set(counting.map(({ person, registration }) => `${String(person)} ${registration}`)).size;
  expect(people).toBeGreaterThanOrEqual(10);
  expect(april).toMatchObject({ from: 4, until: 4, people });
  // Where they may be told: how many finished again must be none, or ten and more.
  if (runs - people >= 10) expect(april?.completions).toBe(runs);
});

test('statements of groups and those that are taken back before it is chosen count nobody; a plain key counts nowhere', async () => {
  const other = 'https://moodle.example.org/quiz/9';
  const plain = await connectRecords(server, {});
  const of = { object: { id: other } };
  const taken = said(1, 'completed', of);
  const group = { objectType: 'Group', member: [{ mbox: 'mailto:a@example.org' }, { mbox: 'mailto:b@example.org' }] };
  await source.post([taken, said(2, 'completed', { ...of, actor: group })]);
  await source.post({
    ...{ actor: { mbox: 'mailto:x@example.org' }, verb: { id: 'http://adlnet.gov/expapi/verbs/voided' } },
    object: { objectType: 'StatementRef', id: taken.id },
  });
  await plain.post(Array.from({ length: 30 }, (_, person) => said(person + 300, 'completed', of)));
  const store = (await listed())[0]?.store ?? createId(randomBytes);
  const choose = (course2: string) =>
    staff.api.call(totalRoutes.countSourceActivity, {
      params: { organisation },
      input: { store, iri: other, verb: 'completed', course: course2, beside: null },
    });
  expectOk(await choose('quiz'));
  await at('2026-06-03');
  const { courses } = expectOk(await staff.api.call(figureRoutes.readFigures, { query: { year: '2026' } }));
  expect(courses.find((one) => one.course === 'quiz')).toBeUndefined();
  // That of another organisation looks like none.
  const elsewhere = { params: { organisation: createId<OrganisationId>(randomBytes) } };
  expect(
    await staff.api.call(totalRoutes.countSourceActivity, {
      ...elsewhere,
      input: { store, iri: other, verb: 'completed', course: 'quiz', beside: null },
    }),
  ).toMatchObject({ refusal: { type: 'NotFound' } });
});
