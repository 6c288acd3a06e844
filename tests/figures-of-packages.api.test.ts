import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signIn } from '#kernel/accounts/client';
import { buildColleague, buildFounder, buildParts, type TestPerson } from '#kernel/accounts/testing';
import { createId, expectOk } from '#platform/base';
import { randomBytes } from '#platform/crypto/server';
import { figureRoutes, learningRoutes, packageRoutes, peopleRoutes, type OrganisationId } from '#modules/learning';
import { buildScorm } from './support/build-package.ts';
import { startTestServer, type TestClient, type TestServer } from './support/test-server.ts';

let server: TestServer;
let anna: TestPerson;
let lea: TestPerson;
let staff: TestClient;
let volunteer: TestClient;
let owner: pg.Client;
let pack = '';

beforeAll(async () => {
  server = await startTestServer({ now: new Date('2026-11-27T10:00:00Z') });
  [staff, volunteer] = [server.connect(), server.connect()];
  const founder = await buildFounder(buildParts(staff.api, server.clock), server.foundingCode);
  const roles = [{ role: 'volunteer', until: null }] as const;
  const made = await buildColleague(founder, buildParts(volunteer.api, server.clock), { handle: 'lea', roles });
  [anna, lea] = [made.inviter, made.colleague];
  owner = new pg.Client(server.database.owner);
  await owner.connect();
  for (const [name, own] of [
    ['Ours', true],
    ['Harbour', false],
  ] as const) {
    const input = { id: createId<OrganisationId>(randomBytes), name, own };
    expectOk(await staff.api.call(learningRoutes.addOrganisation, { input }));
  }
  pack = createId(randomBytes);
  const page = { name: 'a.html', data: '<!doctype html><p>Part' };
  const input = Uint8Array.from(buildScorm('scorm12', [{ title: 'The part', file: 'a.html' }], [page]));
  expectOk(await staff.api.call(packageRoutes.sendPiece, { params: { package: pack as never, piece: '0' }, input }));
  const params = { package: pack as never };
  expect(expectOk(await staff.api.call(packageRoutes.importPackage, { params, input: { pieces: 1 } }))).toMatchObject({
    taken: true,
  });
}, 60_000);
afterAll(async () => {
  await owner.end();
  expect(server.defects).toEqual([]);
  await server.stop();
});

/** Opens the part, has it say something of its learner, and leaves. */
async function play(by: TestClient, status: string): Promise<void> {
  const opened = expectOk(
    await by.api.call(packageRoutes.openPackage, { params: { package: pack as never }, input: { item: 0 } }),
  );
  const values = { 'cmi.core.lesson_status': status, 'cmi.core.score.raw': '85' };
  const params = { opening: opened.opening };
  const version = opened.play?.version ?? 0;
  expectOk(await by.api.call(packageRoutes.keepPlay, { params, input: { version, values } }));
  expectOk(await by.api.call(packageRoutes.endOpening, { params, input: {} }));
}
async function told(year: string) {
  const { courses } = expectOk(await staff.api.call(figureRoutes.readFigures, { query: { year } }));
  const found = courses.find(({ course }) => course === `package-${pack}`);
  const sum = (numbers: readonly (number | null)[]) => numbers.reduce<number>((all, one) => all + (one ?? 0), 0);
  return found?.organisations.map(({ name, route, steps }) => ({
    ...{ name, route, title: found.title },
    people: sum(steps.map(({ people }) => people)),
    completions: sum(steps.map(({ completions }) => completions)),
  }));
}
const row = (people: number) => [
  { name: 'Ours', route: 'played', title: 'A foreign course', people, completions: people },
];
const entries = async () =>
  (
    await owner.query<{ on: string; said: string }>(
      'SELECT done_on::text AS on, said FROM learning.package_done WHERE user_id = $1 ORDER BY done_on',
      [lea.person.user],
    )
  ).rows.map(({ on, said }) => [on, JSON.parse(said) as unknown]);

test('a package that our own people did is told under its route, each person once a year, with what it said beside', async () => {
  expect(await told('2026')).toBeUndefined();
  await play(volunteer, 'incomplete');
  expect(await told('2026')).toBeUndefined();
  await play(volunteer, 'completed');
  await play(volunteer, 'passed');
  expect(await told('2026')).toEqual(row(1));
  await play(staff, 'passed');
  expect(await told('2026')).toEqual(row(2));
  // And at the desk of our own people, beside what our own player counted.
  const desk = expectOk(await staff.api.call(peopleRoutes.listPeople, { query: {} }));
  expect(desk).toMatchObject({ counted: [], played: [{ title: 'A foreign course', people: 2, completions: 2 }] });
  const completed = { completion: 'completed', success: null, score: '85' };
  expect(await entries()).toEqual([['2026-11-27', completed]]);
});

test('what a package takes back stays counted; what it says again is counted anew in another year, and never by being looked at', async () => {
  await play(volunteer, 'failed');
  await play(volunteer, 'incomplete');
  await play(volunteer, 'completed');
  expect(await told('2026')).toEqual(row(2));
  expect(await entries()).toHaveLength(1);
  await play(volunteer, 'incomplete');
  server.clock.set(new Date('2027-02-01T10:00:00Z'));
  for (const { parts, person, passphrase } of [anna, lea])
    expectOk(await signIn(parts, { handle: person.handle, passphrase }));
  // Whoever was done looks again, and whoever was not says so again.
  await play(staff, 'passed');
  await play(volunteer, 'incomplete');
  expect(await told('2027')).toBeUndefined();
  await play(volunteer, 'passed');
  expect(await told('2027')).toEqual(row(1));
  expect(await told('2026')).toEqual(row(2));
  expect(await entries()).toEqual([
    ['2026-11-27', { completion: 'completed', success: null, score: '85' }],
    ['2027-02-01', { completion: null, success: 'passed', score: '85' }],
  ]);
  const { rows } = await owner.query('SELECT id FROM learning.proof WHERE user_id = $1', [lea.person.user]);
  expect(rows).toHaveLength(2);
});

test('a package that was removed keeps its name under what was counted', async () => {
  expectOk(await staff.api.call(packageRoutes.removePackage, { params: { package: pack as never } }));
  expect(await told('2026')).toEqual(row(2));
});
