import { rmSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signIn } from '#kernel/accounts/client';
import { buildFounder, buildParts, type TestPerson } from '#kernel/accounts/testing';
import { createId, expectOk } from '#platform/base';
import { randomBytes } from '#platform/crypto/server';
import {
  figureRoutes,
  learningRoutes,
  type AttemptId,
  type OrganisationId,
  type ReleasedCourse,
} from '#modules/learning';
import { startTestServer, type TestClient, type TestServer } from './support/test-server.ts';
import { builtCourses, wholeRun, type SentStep } from './support/whole-run.ts';

const course = 'recognising-trafficking';
let webRoot = '';
let released: ReleasedCourse;
let server: TestServer;
let staff: TestClient;
let anna: TestPerson;
let owner: pg.Client;
let code = '';

beforeAll(async () => {
  ({ webRoot, released } = await builtCourses());
  server = await startTestServer({ webRoot, now: new Date('2026-03-10T10:00:00Z') });
  staff = server.connect();
  anna = await buildFounder(buildParts(staff.api, server.clock), server.foundingCode);
  const id = createId<OrganisationId>(randomBytes);
  const input = { id, name: 'Harbour House', own: true };
  expectOk(await staff.api.call(learningRoutes.addOrganisation, { input }));
  ({ code } = expectOk(await staff.api.call(learningRoutes.drawCode, { params: { organisation: id } })));
  owner = new pg.Client(server.database.owner);
  await owner.connect();
}, 60_000);
afterAll(async () => {
  await owner.end();
  expect(server.defects).toEqual([]);
  await server.stop();
  rmSync(webRoot, { recursive: true });
});

/** A form of stories in which whoever judges raises so many with signals and so many without. */
function judged(
  phase: 'before' | 'after',
  hits: number,
  alarms: number,
): Pick<SentStep, 'scene' | 'block' | 'options'> {
  for (const { id: scene, blocks } of released.scenes)
    for (const block of blocks) {
      if (block.type !== 'vignette' || block.phase !== phase) continue;
      const signals = block.items.filter(({ signal }) => signal).map(({ id }) => id);
      const others = block.items.filter(({ signal }) => !signal).map(({ id }) => id);
      const raised = [...signals.slice(0, hits), ...others.slice(0, alarms)];
      const options = block.items.map(({ id }) => `${id}:${raised.includes(id) ? 'urgent' : 'usual'}:sure`);
      return { scene, block: block.id, options };
    }
  throw new Error('the course has no stories');
}

/** Learns the whole module and judges both forms, or only the first. */
async function learn({ after = [4, 0] as readonly [number, number] | null, learner = server.connect() } = {}) {
  if (learner.cookies.size === 0)
    expectOk(await learner.api.call(learningRoutes.joinOrganisation, { input: { code } }));
  const run = wholeRun(released, createId(randomBytes), '2026-03-10T09:00:00.000Z');
  const [device] = run.map((step) => step.device);
  const judgements = [judged('before', 2, 2), ...(after === null ? [] : [judged('after', ...after)])];
  const steps = [
    { ...judgements[0], kind: 'answered' as const },
    { scene: 'people', block: null, kind: 'opened' as const, options: [] },
    ...judgements.slice(1).map((one) => ({ ...one, kind: 'answered' as const })),
  ];
  const whole = [...steps, ...run].map((step, at) => ({
    ...step,
    device,
    seq: at + 1,
    at: '2026-03-10T09:00:00.000Z',
  }));
  const attempt = createId<AttemptId>(randomBytes);
  const send = (part: readonly unknown[]) =>
    learner.api.call(learningRoutes.saveSteps, {
      params: { attempt },
      // Made above, in the shape of the row.
      input: { course, language: 'en', steps: [...part] as SentStep[] },
    });
  // In two parts and once more, as a bad connection does.
  expectOk(await send(whole.slice(0, 2)));
  expectOk(await send(whole));
  expectOk(await send(whole));
  return learner;
}

const effect = async (year = '2026') =>
  expectOk(await staff.api.call(figureRoutes.readFigures, { query: { year } })).courses.find(
    (one) => one.course === course,
  )?.effect;
async function at(day: string): Promise<void> {
  server.clock.set(new Date(`${day}T10:00:00Z`));
  const { parts, person, passphrase } = anna;
  expectOk(await signIn(parts, { handle: person.handle, passphrase }));
}
const rows = async () => (await owner.query('SELECT * FROM learning.story_score')).rows as Record<string, unknown>[];
const nothing = { until: 0, effect: null, droppedOut: null };

describe('what a group learned', () => {
  test('is told of ten complete pairs in closed months, and then in the numbers of all together', async () => {
    for (let person = 0; person < 9; person += 1) await learn();
    await learn({ after: null });
    expect(await effect()).toEqual(nothing);
    await at('2026-04-02');
    // Nine pairs are too few, closed month or not.
    expect(await effect()).toEqual(nothing);
    await learn({ after: [2, 1] });
    expect(await effect()).toEqual(nothing);
    await at('2026-05-02');
    const told = await effect();
    expect(told).toMatchObject({
      until: 4,
      effect: {
        pairs: 10,
        before: { hitRate: 0.5, falseAlarmRate: 0.5, heavyRate: 0.5, sensitivity: 0 },
        after: { hitRate: 38 / 40, falseAlarmRate: 1 / 40, sureRight: 3 },
      },
    });
    // Nine rose by half and one not at all: mean 0.45, s = 0.158114, t(9) = 2.262157, half = 0.113108.
    expect(told?.effect?.hits.mean).toBeCloseTo(0.45, 9);
    expect(told?.effect?.hits.low).toBeCloseTo(0.336892, 5);
    expect(told?.effect?.hits.high).toBeCloseTo(0.563108, 5);
    // One dropped out: fewer than ten is not told.
    expect(told?.droppedOut).toBeNull();
  }, 60_000);

  test('does not change by those who come later one by one, nor by a second run of the same person', async () => {
    const before = await effect();
    const again = await learn({ after: [0, 4] });
    const count = (await rows()).length;
    await learn({ after: [4, 4], learner: again });
    expect((await rows()).length).toBe(count);
    await at('2026-06-02');
    expect(await effect()).toEqual(before);
  });

  test('lies under a code to which nothing in the database leads, without organisation, run or day', async () => {
    const all = await rows();
    expect(all.length).toBeGreaterThan(20);
    const known = await owner.query(
      `SELECT id::text FROM learning.learner UNION SELECT id::text FROM learning.attempt
       UNION SELECT id::text FROM learning.organisation`,
    );
    const lines = JSON.stringify(all);
    expect(known.rows.length).toBeGreaterThan(20);
    for (const { id } of known.rows as { id: string }[]) expect(lines).not.toContain(id);
    for (const secret of server.secrets.values()) expect(lines).not.toContain(secret);
    expect(Object.keys(all[0] ?? {}).toSorted()).toEqual(
      [
        'tenant',
        'code',
        'course',
        'phase',
        'run',
        'month',
        'hits',
        'signals',
        'false_alarms',
        'heavy',
        'others',
        'sure_right',
        'sure_wrong',
      ].toSorted(),
    );
  });

  test('stays as it was told when somebody takes everything back, and leads to them no more', async () => {
    const told = await effect();
    const fresh = await learn();
    const before = (await rows()).length;
    expectOk(await fresh.api.call(learningRoutes.forgetLearner, {}));
    expect((await rows()).length).toBe(before - 2);
    const old = await learn();
    await at('2026-07-02');
    const codes = new Set((await rows()).map((row) => row['code']));
    expectOk(await old.api.call(learningRoutes.forgetLearner, {}));
    const after = await rows();
    expect(after.length).toBe(before);
    expect(after.filter((row) => !codes.has(row['code'])).length).toBe(2);
    expect(await effect()).toEqual(told);
  });

  test('is forgotten two years after its month, and of the year before last nothing is told', async () => {
    await at('2027-12-20');
    await server.runJobs({ ahead: true });
    expect((await effect('2026'))?.effect?.pairs).toBe(10);
    await at('2028-01-05');
    expect((await effect('2026')) ?? nothing).toEqual(nothing);
    await at('2028-04-05');
    await server.runJobs({ ahead: true });
    const months = new Set((await rows()).map((row) => String(row['month']).slice(0, 7)));
    expect(months.has('2026-03')).toBe(false);
    expect(months.has('2026-04')).toBe(true);
  });
});
