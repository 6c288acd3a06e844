import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signIn } from '#kernel/accounts/client';
import { buildColleague, buildFounder, buildParts, type TestPerson } from '#kernel/accounts/testing';
import { createId, expectOk } from '#platform/base';
import { randomBytes } from '#platform/crypto/server';
import { figureRoutes, learningRoutes, type OrganisationId } from '#modules/learning';
import { startTestServer, type TestClient, type TestServer } from './support/test-server.ts';

let server: TestServer;
let staff: TestClient;
let volunteer: TestClient;
let owner: pg.Client;
let people: readonly TestPerson[] = [];
const codes = new Map<string, string>();

beforeAll(async () => {
  server = await startTestServer({ now: new Date('2026-04-20T10:00:00Z') });
  [staff, volunteer] = [server.connect(), server.connect()];
  const founder = await buildFounder(buildParts(staff.api, server.clock), server.foundingCode);
  const roles = [{ role: 'volunteer', until: null }] as const;
  const made = await buildColleague(founder, buildParts(volunteer.api, server.clock), { handle: 'lea', roles });
  people = [made.inviter, made.colleague];
  owner = new pg.Client(server.database.owner);
  await owner.connect();
  for (const name of ['Ours', 'Harbour', 'Bridge']) {
    const id = createId<OrganisationId>(randomBytes);
    const input = { id, name, own: name === 'Ours' };
    expectOk(await staff.api.call(learningRoutes.addOrganisation, { input }));
    const { code } = expectOk(await staff.api.call(learningRoutes.drawCode, { params: { organisation: id } }));
    codes.set(name, code);
  }
}, 60_000);
afterAll(async () => {
  await owner.end();
  expect(server.defects).toEqual([]);
  await server.stop();
});

/** So many people of an organisation who begin, finish and make a certificate on a day; past days cannot be lived through the player. */
async function learn(name: string, day: string, people: number, { language = 'en', again = 0 } = {}): Promise<void> {
  await owner.query(
    `WITH o AS (SELECT tenant, id FROM learning.organisation WHERE name = $1),
       people AS (SELECT o.tenant, o.id, gen_random_uuid() AS learner, n FROM o, generate_series(1, $3::int) n),
       began AS (INSERT INTO learning.beginning SELECT tenant, learner, id, 'course', $2::date FROM people),
       done AS (INSERT INTO learning.completion
           (tenant, attempt, learner, organisation, course, version, digest, language, draft, route, done_on)
         SELECT tenant, gen_random_uuid(), learner, id, 'course', '1.0.0', 'digest', $4, false, 'own-player', $2::date
         FROM people, generate_series(0, CASE WHEN n <= $5::int THEN 1 ELSE 0 END) RETURNING tenant, attempt)
     SELECT count(*) FROM done`,
    [name, day, people, language, again],
  );
}

const read = async (year = '2026') => expectOk(await staff.api.call(figureRoutes.readFigures, { query: { year } }));
async function stepsOf(name: string) {
  const found = (await read()).courses[0]?.organisations.find((one) => one.name === name);
  return { held: found?.held, steps: found?.steps.map(({ from, until, people }) => [from, until, people]) };
}
/** Goes to another day, on which everybody signs in anew. */
async function at(day: string): Promise<void> {
  server.clock.set(new Date(`${day}T10:00:00Z`));
  for (const { parts, person, passphrase } of people)
    expectOk(await signIn(parts, { handle: person.handle, passphrase }));
}

describe('figures', () => {
  test('of our own are exact to the day, of partners told in steps of closed months', async () => {
    expect((await read()).courses).toEqual([]);
    await learn('Ours', '2026-04-20', 1, { language: 'nl' });
    await learn('Harbour', '2026-01-10', 12);
    await learn('Harbour', '2026-02-10', 4, { language: 'nl' });
    await learn('Harbour', '2026-03-10', 9, { language: 'nl' });
    await learn('Harbour', '2026-04-10', 11);
    await learn('Bridge', '2026-02-10', 3);
    const first = await read();
    expect(first).toMatchObject({ asOf: '2026-04-20', closed: 3 });
    expect(await stepsOf('Ours')).toEqual({
      ...{ held: false, steps: [1, 2, 3, 4].map((month) => [month, month, month === 4 ? 1 : 0]) },
    });
    const harbour = [
      [1, 1, 12],
      [2, 3, 13],
    ];
    expect(await stepsOf('Harbour')).toEqual({ held: false, steps: harbour });
    expect(await stepsOf('Bridge')).toEqual({ held: true, steps: [[1, 1, 0]] });
    expect(first.courses[0]).toMatchObject({
      ownLanguages: [{ language: 'nl', people: 1 }],
      partnerLanguages: {
        until: 3,
        people: [
          { language: 'nl', people: 13 },
          { language: 'en', people: 12 },
        ],
      },
    });
    // The next day changes nothing of partners, nor does the first of the month, while what was under way at midnight comes in.
    await learn('Ours', '2026-04-21', 1);
    for (const day of ['2026-04-21', '2026-05-01']) {
      await at(day);
      expect(await stepsOf('Harbour')).toEqual({ held: false, steps: harbour });
    }
    await at('2026-05-02');
    expect(await stepsOf('Harbour')).toEqual({ held: false, steps: [...harbour, [4, 4, 11]] });
    expect((await stepsOf('Ours')).steps?.at(3)).toEqual([4, 4, 2]);
  });

  test('count a person in the month of their first completion of the year, and a renewal as a run', async () => {
    await learn('Bridge', '2026-05-10', 20, { again: 10 });
    await at('2026-06-02');
    const bridge = (await read()).courses[0]?.organisations.find(({ name }) => name === 'Bridge');
    expect(bridge?.steps.at(-1)).toMatchObject({ from: 2, until: 5, people: 23, completions: 33, began: 23 });
    expect((await read('2025')).courses).toEqual([]);
  });

  test('of a closed month stay as they are when somebody turns out to belong elsewhere', async () => {
    const learner = server.connect();
    const join = (name: string) =>
      learner.api.call(learningRoutes.joinOrganisation, { input: { code: codes.get(name) ?? '' } });
    const beganAt = async (name: string): Promise<unknown> => {
      const found = await owner.query(
        `SELECT count(*)::integer AS began FROM learning.beginning b JOIN learning.organisation o
           ON o.tenant = b.tenant AND o.id = b.organisation WHERE o.name = $1 AND b.course = 'other'`,
        [name],
      );
      return found.rows[0];
    };
    const begin = (day: string) =>
      owner.query(
        `INSERT INTO learning.beginning SELECT tenant, id, organisation, 'other', $1::date FROM learning.learner`,
        [day],
      );
    await at('2026-06-10');
    expectOk(await join('Harbour'));
    await begin('2026-05-30');
    expectOk(await join('Bridge'));
    expect(await beganAt('Harbour')).toEqual({ began: 1 });
    // In the running month, of which nothing has been told, a beginning goes along.
    await begin('2026-06-10');
    expectOk(await join('Ours'));
    expect([await beganAt('Harbour'), await beganAt('Bridge')]).toEqual([{ began: 1 }, { began: 0 }]);
  });

  test('are told to whoever may count, and only of their own tenant', async () => {
    const elsewhere = [createId(randomBytes), createId(randomBytes)];
    await owner.query(`INSERT INTO learning.organisation VALUES ($1, $2, 'Elsewhere', false)`, elsewhere);
    await learn('Elsewhere', '2026-01-10', 40);
    const told = (await read()).courses.flatMap(({ organisations }) => organisations.map(({ name }) => name));
    expect([...new Set(told)].toSorted()).toEqual(['Bridge', 'Harbour', 'Ours']);
    const ask = (client: TestClient) => client.api.call(figureRoutes.readFigures, { query: { year: '2026' } });
    expect(await ask(volunteer)).toMatchObject({ refusal: { type: 'NotPermitted' } });
    expect(await ask(server.connect())).toMatchObject({ refusal: { type: 'SignInNeeded' } });
  });
});
