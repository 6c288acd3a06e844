import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, createId, expectOk, type RecordId } from '#platform/base';
import { buildColleague, buildFounder, buildParts, testRandomBytes, type TestPerson } from '#kernel/accounts/testing';
import type { SpaceSession } from '#kernel/spaces/client';
import { taskRoutes } from '#kernel/tasks';
import { startSession } from '#kernel/spaces/testing';
import { startTestServer, type TestServer } from '../../../../tests/support/test-server.ts';
import { buildAppointment, buildPerson, buildReach, buildSafety } from '../testing/sealed-samples.ts';
import { endAppointment, planAppointment, syncAppointmentTasks } from './appointment-acts.ts';
import { acceptAttestations, acceptCase, giveTeam, referCase, saveRecord, startIntake } from './case-acts.ts';
import { answerEntry, askColleague, repliesTo } from './question-acts.ts';
import { isPlanUnseen, seePlan } from './see-plan.ts';
import { openCase, recordOf, recordsOf, today, type OpenedCase } from './opened-case.ts';

let server: TestServer;
let anna: TestPerson;
let ben: TestPerson;
let lea: TestPerson;

beforeAll(async () => {
  server = await startTestServer();
  anna = await buildFounder(buildParts(server.connect().api, server.clock), server.foundingCode);
  const add = async (handle: string, role: 'coordinator' | 'volunteer') => {
    const made = await buildColleague(anna, buildParts(server.connect().api, server.clock), {
      handle,
      roles: [{ role, until: null }],
    });
    anna = made.inviter;
    return made.colleague;
  };
  ben = await add('ben', 'coordinator');
  lea = await add('lea', 'volunteer');
});

afterAll(async () => {
  expect(server.defects).toEqual([]);
  await server.stop();
});

/** A case with Lea as its lead, as Lea has opened it. */
async function caseOfLea(): Promise<{ readonly lead: SpaceSession; readonly opened: OpenedCase }> {
  const coordinator = await startSession(anna);
  const referred = expectOk(await referCase(coordinator, { coordinators: [ben.person.user], person: buildPerson() }));
  const intake = expectOk(await startIntake(coordinator, referred));
  const accepted = expectOk(await acceptCase(coordinator, intake, { attestations: acceptAttestations }));
  const given = expectOk(await giveTeam(coordinator, accepted, { lead: lea.person.user }));
  const lead = await startSession(lea);
  return { lead, opened: expectOk(await openCase(lead, given.id)) };
}

const planOf = (overrides: Parameters<typeof buildAppointment>[0] = {}) => {
  const { state: _state, tasks: _tasks, ...plan } = buildAppointment(overrides);
  return plan;
};

test('an appointment is a task of its day for who goes along; moved, given to others and cancelled with it', async () => {
  const { lead, opened } = await caseOfLea();
  const on = addDays(today(lead), 5);
  const rows = async (session: SpaceSession = lead) =>
    expectOk(await session.api.call(taskRoutes.listSpaceTasks, { params: { space: opened.id } })).tasks.map(
      ({ assignee, due, kind, doneOn }) => ({ assignee, due, kind, done: doneOn !== null }),
    );
  const planned = expectOk(
    await planAppointment(lead, opened, planOf({ on, kind: 'court', goes: [lea.person.user, anna.person.user] })),
  );
  const go = (assignee: string, due: string, done = false) => ({ assignee, due, kind: 'go-along', done });
  expect(await rows()).toHaveLength(2);
  expect(await rows()).toEqual(expect.arrayContaining([go(lea.person.user, on), go(anna.person.user, on)]));

  const id = recordOf(planned, 'appointment')?.id;
  const later = addDays(on, 2);
  const moved = expectOk(
    await planAppointment(lead, planned, planOf({ on: later, kind: 'court', goes: [lea.person.user] }), id),
  );
  expect(await rows()).toEqual(expect.arrayContaining([go(lea.person.user, later), go(anna.person.user, on, true)]));
  // Doing it once more changes nothing.
  expectOk(await syncAppointmentTasks(lead, moved));
  expect(await rows()).toHaveLength(2);

  if (id === undefined) throw new Error('no appointment was saved');
  const cancelled = expectOk(
    await endAppointment(lead, moved, id, { name: 'cancelled', on: today(lead), words: 'The court moved it.' }),
  );
  expect((await rows()).every(({ done }) => done)).toBe(true);
  expect(recordOf(cancelled, 'appointment')?.content.state).toMatchObject({ name: 'cancelled' });
  expect(await planAppointment(lead, cancelled, planOf({ on }), id)).toMatchObject({
    ok: false,
    refusal: { type: 'AppointmentOver' },
  });
});

test('rows that a lost connection left out are raised when somebody looks again', async () => {
  const { lead, opened } = await caseOfLea();
  const on = addDays(today(lead), 3);
  const cut: SpaceSession = {
    ...lead,
    api: {
      ...lead.api,
      // The line is cut after the sealed record was written.
      call: ((row: { name: string }, ...rest: unknown[]) =>
        row.name === 'listSpaceTasks'
          ? Promise.resolve({ ok: false, refusal: { type: 'Unreachable' } })
          : (lead.api.call as (...all: unknown[]) => unknown)(row, ...rest)) as typeof lead.api.call,
    },
  };
  const planned = expectOk(await planAppointment(cut, opened, planOf({ on, goes: [lea.person.user] })));
  const mine = async () =>
    expectOk(await lead.api.call(taskRoutes.listMyTasks, { query: {} })).tasks.filter(
      ({ space }) => space === opened.id,
    );
  expect(await mine()).toEqual([]);
  expectOk(await syncAppointmentTasks(lead, planned));
  expect(await mine()).toMatchObject([{ due: on, kind: 'go-along' }]);
});

test('no embassy before a check that allows it, or the lawyer does', async () => {
  const { lead, opened } = await caseOfLea();
  const on = addDays(today(lead), 8);
  const embassy = planOf({ on, kind: 'embassy', goes: [lea.person.user] });
  expect(await planAppointment(lead, opened, embassy)).toMatchObject({
    ok: false,
    refusal: { type: 'EmbassyBlocked', reason: 'no-check' },
  });
  const no = { told: false, source: 'person', on: today(lead) } as const;
  const checked = expectOk(
    await saveRecord(lead, opened, {
      kind: 'safety',
      content: buildSafety({ on: today(lead), homeAuthoritiesMayKnow: no }),
    }),
  );
  expect(await planAppointment(lead, checked, embassy)).toMatchObject({ ok: false, refusal: { reason: 'said-no' } });
  const allowed = { ...embassy, lawyer: { answer: 'may-go' as const, on: today(lead), words: 'Only by letter.' } };
  const planned = expectOk(await planAppointment(lead, checked, allowed));
  expect(recordsOf(planned, 'appointment')).toHaveLength(1);
});

test('a question tells the colleague that there is something to do, and an answer ends it', async () => {
  const { lead, opened } = await caseOfLea();
  const id = createId<RecordId>(testRandomBytes);
  const question = { id, to: anna.person.user, words: 'May I go along to the embassy?', at: '10:00' };
  const asked = expectOk(await askColleague(lead, opened, question));
  // Trying again after a lost answer asks once.
  const again = expectOk(await askColleague(lead, asked, question));
  expect(recordsOf(again, 'question')).toHaveLength(1);
  expect(recordOf(again, 'head')?.content.asked).toEqual([
    { id, by: lea.person.user, to: anna.person.user, on: today(lead) },
  ]);

  const coordinator = await startSession(anna);
  const mine = async () => expectOk(await coordinator.api.call(taskRoutes.listMyTasks, { query: {} })).tasks;
  const row = (await mine()).find((task) => `${task.id}` === id);
  expect(row).toMatchObject({ kind: 'do', due: addDays(today(lead), 2), doneOn: null });

  const seen = expectOk(await openCase(coordinator, opened.id));
  const reply = { id: createId<RecordId>(testRandomBytes), entry: id, words: 'Yes, with the lawyer.', at: '11:00' };
  const answered = expectOk(await answerEntry(coordinator, seen, reply));
  expect(recordOf(answered, 'head')?.content.asked).toEqual([]);
  expect((await mine()).some((task) => `${task.id}` === id)).toBe(false);
  const read = expectOk(await openCase(lead, opened.id));
  expect(repliesTo(read, lea.person.user, today(lead)).map(({ reply: { content } }) => content.words)).toEqual([
    'Yes, with the lawyer.',
  ]);
});

test('a changed plan is seen once by each member, and a first plan by nobody', async () => {
  const { lead, opened } = await caseOfLea();
  expect(isPlanUnseen(opened, lead)).toBe(false);
  const plan = recordOf(opened, 'reach');
  const changed = { by: anna.person.user, seen: [anna.person.user] };
  const coordinator = await startSession(anna);
  const theirs = expectOk(await openCase(coordinator, opened.id));
  const content = { ...(plan?.content ?? buildReach()), everyDays: 7, changed };
  const put = { kind: 'reach' as const, content, ...(plan ? { id: plan.id } : {}) };
  expectOk(await saveRecord(coordinator, theirs, put));

  const read = expectOk(await openCase(lead, opened.id));
  expect(isPlanUnseen(read, lead)).toBe(true);
  expect(isPlanUnseen(read, coordinator)).toBe(false);
  const seen = expectOk(await seePlan(lead, read));
  expect(isPlanUnseen(seen, lead)).toBe(false);
  expect(recordOf(seen, 'reach')?.content).toEqual({
    ...content,
    changed: { ...changed, seen: [anna.person.user, lea.person.user] },
  });
  const twice = expectOk(await seePlan(lead, seen));
  expect(recordOf(twice, 'reach')?.version).toBe(recordOf(seen, 'reach')?.version);
});
