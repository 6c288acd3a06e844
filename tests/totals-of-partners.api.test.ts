import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildColleague, buildFounder, buildParts } from '#kernel/accounts/testing';
import { createId, expectOk } from '#platform/base';
import { randomBytes } from '#platform/crypto/server';
import { figureRoutes, learningRoutes, totalRoutes, type OrganisationId } from '#modules/learning';
import { startTestServer, type TestClient, type TestServer } from './support/test-server.ts';

let server: TestServer;
let staff: TestClient;
let analyst: TestClient;
let owner: pg.Client;
const ids = new Map<string, OrganisationId>();
const course = 'course';
const reason = 'Those of the night shift have no telephone at work.';

beforeAll(async () => {
  server = await startTestServer({ now: new Date('2026-07-10T10:00:00Z') });
  [staff, analyst] = [server.connect(), server.connect()];
  const founder = await buildFounder(buildParts(staff.api, server.clock), server.foundingCode);
  const roles = [{ role: 'analyst', until: null }] as const;
  await buildColleague(founder, buildParts(analyst.api, server.clock), { handle: 'ana', roles });
  owner = new pg.Client(server.database.owner);
  await owner.connect();
  for (const name of ['Ours', 'Harbour', 'Bridge']) {
    const id = createId<OrganisationId>(randomBytes);
    ids.set(name, id);
    expectOk(await staff.api.call(learningRoutes.addOrganisation, { input: { id, name, own: name === 'Ours' } }));
  }
}, 60_000);
afterAll(async () => {
  await owner.end();
  expect(server.defects).toEqual([]);
  await server.stop();
});

const idOf = (name: string): OrganisationId => ids.get(name) ?? createId<OrganisationId>(randomBytes);
const newId = (): never => createId(randomBytes) as never;
const sum = (from: number, until: number, people: number, completions = people) => ({
  ...{ id: newId(), from, until, people, completions, basis: 'lists' as const },
});
const tell = (
  name: string,
  totals: readonly ReturnType<typeof sum>[],
  { by = staff, beside = null as string | null, year = 2026 } = {},
) =>
  by.api.call(totalRoutes.tellTotals, {
    params: { organisation: idOf(name) },
    input: { course, year, means: 'typed', beside, totals: [...totals] },
  });
const choose = (name: string, route: 'player' | 'totals', beside: string | null = null, year = 2026) =>
  staff.api.call(totalRoutes.chooseCountRoute, {
    params: { organisation: idOf(name) },
    input: { course, year, route, beside },
  });
const read = async (by = staff, year = '2026') =>
  expectOk(await by.api.call(figureRoutes.readFigures, { query: { year } })).courses.find(
    (one) => one.course === course,
  );
const toldOf = async (name: string, by = staff) => (await read(by))?.totals.find((one) => one.name === name)?.spans;

/** One person who finished here, written past the player. */
const finishHere = (name: string, day: string, people = 1) =>
  owner.query(
    `INSERT INTO learning.completion (tenant, attempt, learner, organisation, course, version, digest, language, draft, route, done_on)
     SELECT tenant, gen_random_uuid(), gen_random_uuid(), id, $2, '1.0.0', 'digest', 'en', false, 'own-player', $3::date
     FROM learning.organisation, generate_series(1, $4::int) WHERE name = $1`,
    [name, course, day, people],
  );

describe('sums that an organisation tells', () => {
  test('are told apart, of closed months alone, and no month twice', async () => {
    expect(await tell('Harbour', [sum(5, 7, 20)])).toMatchObject({ refusal: { type: 'MonthOpen' } });
    expect(await tell('Harbour', [sum(3, 2, 20)])).toMatchObject({ refusal: { type: 'MonthOpen' } });
    expect(await tell('Harbour', [sum(1, 2, 20, 19)])).toMatchObject({ refusal: { type: 'RunsFewer' } });
    expect(await tell('Harbour', [sum(1, 3, 20), sum(3, 4, 12)])).toMatchObject({ refusal: { type: 'MonthsTaken' } });
    expectOk(await tell('Harbour', [sum(1, 3, 20, 31), sum(4, 5, 7)]));
    expect(await tell('Harbour', [sum(2, 2, 20)])).toMatchObject({ refusal: { type: 'MonthsTaken' } });
    const told = await read(analyst);
    expect(told?.totals).toMatchObject([
      {
        name: 'Harbour',
        spans: [
          { from: 1, until: 3, people: 20, completions: 31, basis: 'lists', corrected: false, waiting: false },
          { from: 4, until: 5, people: null, completions: null },
        ],
      },
    ]);
    // They are in no row of what is counted one by one.
    expect(told?.organisations.map(({ name }) => name)).toEqual(['Ours', 'Bridge']);
    expect(told?.routes).toEqual([
      { name: 'Harbour', routes: [{ route: 'totals', beside: null, chosenOn: '2026-07-10' }] },
    ]);
  });

  test('are corrected by a new entry; what was told by less than ten waits, and all of it stays to be seen', async () => {
    const listed = async () =>
      expectOk(await staff.api.call(totalRoutes.listTotals, { query: { year: '2026' } })).totals;
    const first = (await listed()).find(({ from }) => from === 1);
    if (first === undefined) throw new Error('the sum was told');
    const correct = (total: string, people: number, completions: number) =>
      staff.api.call(totalRoutes.correctTotal, {
        params: { total: total as never },
        input: { id: newId(), people, completions },
      });
    expect(await correct(first.id, 20, 3)).toMatchObject({ refusal: { type: 'RunsFewer' } });
    expect(await correct(newId(), 20, 31)).toMatchObject({ refusal: { type: 'NotFound' } });
    expectOk(await correct(first.id, 23, 34));
    expect((await toldOf('Harbour'))?.[0]).toMatchObject({ people: 20, completions: 31, waiting: true });
    // Corrected once: the correction is what holds, and is corrected next.
    expect(await correct(first.id, 40, 60)).toMatchObject({ refusal: { type: 'Stale' } });
    const second = (await listed()).find(({ replaces }) => replaces === first.id);
    expectOk(await correct(second?.id ?? '', 40, 61));
    expect((await toldOf('Harbour'))?.[0]).toMatchObject({
      people: 40,
      completions: 61,
      corrected: true,
      waiting: false,
    });
    expect((await listed()).map(({ people }) => people)).toEqual([20, 7, 23, 40]);
    await expect(owner.query(`SET ROLE baken_app; UPDATE learning.told_total SET people = 1`)).rejects.toThrow(
      'permission denied',
    );
    await owner.query('RESET ROLE');
  });

  test('of ourselves are told to the last person', async () => {
    expectOk(await tell('Ours', [sum(1, 6, 3, 4)]));
    expect(await toldOf('Ours', analyst)).toMatchObject([{ people: 3, completions: 4 }]);
  });
});

describe('an organisation in a course and a year', () => {
  test('is counted by one route: another is refused, or comes beside it with a reason that is told', async () => {
    await finishHere('Bridge', '2026-02-10', 12);
    expect(await tell('Bridge', [sum(1, 3, 30)])).toMatchObject({ refusal: { type: 'RouteTaken' } });
    expect((await read())?.totals.some(({ name }) => name === 'Bridge')).toBe(false);
    expectOk(await tell('Bridge', [sum(1, 3, 30)], { beside: reason }));
    const told = await read();
    expect(told?.routes.find(({ name }) => name === 'Bridge')?.routes).toEqual([
      { route: 'player', beside: null, chosenOn: null },
      { route: 'totals', beside: reason, chosenOn: '2026-07-10' },
    ]);
    expect(told?.organisations.find(({ name }) => name === 'Bridge')?.steps[1]).toMatchObject({ people: 12 });
    expect(await choose('Bridge', 'totals', reason)).toMatchObject({ refusal: { type: 'RouteThere' } });
  });

  test('whose sums are told counts nobody in our player, until somebody says why nobody is counted twice', async () => {
    await finishHere('Harbour', '2026-03-10', 15);
    expect((await read())?.organisations.some(({ name }) => name === 'Harbour')).toBe(false);
    expect(await choose('Harbour', 'player')).toMatchObject({ refusal: { type: 'RouteTaken' } });
    expectOk(await choose('Harbour', 'player', reason));
    expect((await read())?.organisations.find(({ name }) => name === 'Harbour')?.steps[2]).toMatchObject({
      people: 15,
    });
  });

  test('keeps its route in the next year, and is chosen by whoever may', async () => {
    const { rows } = await owner.query(`SELECT count(*)::integer AS n FROM learning.count_route WHERE year = 2025`);
    expect(rows).toEqual([{ n: 0 }]);
    expectOk(await choose('Bridge', 'totals', null, 2025));
    expectOk(await tell('Bridge', [sum(1, 12, 50)], { year: 2025 }));
    expect((await read(staff, '2025'))?.routes.map(({ name }) => name)).toEqual(['Bridge']);
    expect(await choose('Bridge', 'totals', null, 2027)).toMatchObject({ refusal: { type: 'MonthOpen' } });
    expect(await tell('Harbour', [sum(6, 6, 20)], { by: analyst })).toMatchObject({
      refusal: { type: 'NotPermitted' },
    });
    expect(await tell('Nowhere', [sum(6, 6, 20)])).toMatchObject({ refusal: { type: 'NotFound' } });
    const acts = await owner.query(
      `SELECT DISTINCT act FROM audit.received WHERE act LIKE 'learning.%total%' ORDER BY act`,
    );
    expect(acts.rows.map(({ act }: { act: string }) => act)).toEqual([
      ...['learning.total-corrected', 'learning.totals-listed', 'learning.totals-told'],
    ]);
  });

  test('keeps the people of a year that has begun when another route is chosen for the one before', async () => {
    const id = createId<OrganisationId>(randomBytes);
    ids.set('Ferry', id);
    expectOk(await staff.api.call(learningRoutes.addOrganisation, { input: { id, name: 'Ferry', own: false } }));
    await finishHere('Ferry', '2026-03-10', 15);
    const isCounted = async () => (await read())?.organisations.some(({ name }) => name === 'Ferry');
    expect(await isCounted()).toBe(true);
    expectOk(await choose('Ferry', 'totals', null, 2025));
    expect(await isCounted()).toBe(true);
    expectOk(await tell('Ferry', [sum(1, 12, 40)], { year: 2025 }));
    expect(await isCounted()).toBe(true);
  });

  test('has one route without a reason, whoever writes it', async () => {
    const insert = `INSERT INTO learning.count_route SELECT tenant, id, 'twice', 2026, unnest(ARRAY['player', 'totals']), NULL, NULL, NULL
      FROM learning.organisation WHERE name = 'Bridge'`;
    await expect(owner.query(insert)).rejects.toThrow('count_route_one');
  });
});
