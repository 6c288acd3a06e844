import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, createId, expectOk, type RecordId, type UserId } from '#platform/base';
import type { JourneyAnswer } from '#kernel/procedures';
import { buildColleague, buildFounder, buildParts, testRandomBytes, type TestPerson } from '#kernel/accounts/testing';
import { appendToSpace, type SpaceSession } from '#kernel/spaces/client';
import { startSession } from '#kernel/spaces/testing';
import { taskRoutes } from '#kernel/tasks';
import { startTestServer, type TestServer } from '../../../../tests/support/test-server.ts';
import { caseRoutes } from '../contract/case-routes.ts';
import { buildContact, buildPerson } from '../testing/sealed-samples.ts';
import { acceptAttestations, acceptCase, giveTeam, moveCase, referCase, startIntake } from './case-acts.ts';
import { changeCase } from './change-case.ts';
import { draftOf, dropDraft, keepDraft } from './keep-draft.ts';
import { addEntry, logContact, raiseTask } from './log-contact.ts';
import { fileApplication, saveApplication, saveTexts, startApplication } from './application-acts.ts';
import { correctFact, recordFact } from './fact-acts.ts';
import { startJourney, type CaseProcedures } from './journey-acts.ts';
import { openCase, recordOf, recordsOf, refreshCase, today, type OpenedCase } from './opened-case.ts';
import { readCaseload } from './read-caseload.ts';

let server: TestServer;
let anna: TestPerson;
let ben: TestPerson;
let lea: TestPerson;
let olaf: TestPerson;

beforeAll(async () => {
  server = await startTestServer();
  anna = await buildFounder(buildParts(server.connect().api, server.clock), server.foundingCode);
  const add = async (handle: string, role: 'coordinator' | 'volunteer', until: string | null = null) => {
    const day = until === null ? null : addDays(today(server), Number(until));
    const made = await buildColleague(anna, buildParts(server.connect().api, server.clock), {
      handle,
      roles: [{ role, until: day }],
    });
    anna = made.inviter;
    return made.colleague;
  };
  ben = await add('ben', 'coordinator');
  lea = await add('lea', 'volunteer');
  olaf = await add('olaf', 'volunteer', '0');
});

afterAll(async () => {
  expect(server.defects).toEqual([]);
  await server.stop();
});

/** A tiny procedure: a permit fact gives one hard date a year on, an extension fact meets it. */
const procedures: CaseProcedures = {
  answer: ({ packs, parameters, facts }, on) => {
    const replaced = new Set(facts.map(({ replaces }) => replaces));
    const counted = facts.filter((fact) => !replaced.has(fact.id) && fact.void !== true);
    const permit = counted.find(({ fact }) => fact === 'permit-granted');
    const asked = counted.find(({ fact }) => fact === 'extension-requested');
    const founded = { confidence: 'B', sources: [] } as const;
    const answer: JourneyAnswer = {
      packs,
      on,
      parameters,
      stages: [{ pack: 'p', track: 'residence', stage: permit ? 'S3b' : 'S0', title: '', since: null, because: null }],
      history: [],
      deadlines: permit
        ? [
            {
              ...founded,
              id: `D9:permit-granted:${permit.on}`,
              ref: 'D9',
              pack: 'p',
              title: 'Ask for the extension',
              due: addDays(permit.on, 364),
              nominalDue: addDays(permit.on, 364),
              kind: 'hard',
              sense: 'by',
              addressee: 'person',
              state: asked ? 'met' : 'running',
              ...(asked ? { metOn: asked.on } : {}),
              trigger: { fact: permit.fact, on: permit.on },
              steps: [],
            },
          ]
        : [],
      next: [],
      documents: [],
      rights: [],
      obligations: [],
      warnings: [],
      issues: [],
      pending: [],
      corrected: [],
    };
    return { ok: true, value: answer };
  },
  phaseOf: ({ stages }) => (stages[0]?.stage === 'S3b' ? 'permit' : 'start'),
  dueTypeOf: () => 'permit',
};

async function acceptedCase(session: SpaceSession): Promise<OpenedCase> {
  const referred = expectOk(await referCase(session, { coordinators: [ben.person.user], person: buildPerson() }));
  const intake = expectOk(await startIntake(session, referred));
  return expectOk(await acceptCase(session, intake, { attestations: acceptAttestations }));
}

test('a case from first contact to a filed application, read by its lead', async () => {
  const coordinator = await startSession(anna);
  const accepted = await acceptedCase(coordinator);
  const given = expectOk(await giveTeam(coordinator, accepted, { lead: lea.person.user }));
  const journey = expectOk(
    await startJourney(coordinator, procedures, given, { packs: [{ id: 'p', version: '1' }], parameters: {} }),
  );

  const lead = await startSession(lea);
  const opened = expectOk(await openCase(lead, journey.id));
  expect(opened.relation).toBe('lead');
  expect(recordOf(opened, 'person')?.content.names[0]?.given).toBe('Selam');
  const on = today(lead);
  const permit = expectOk(
    await recordFact(lead, procedures, opened, { fact: 'permit-granted', on: addDays(on, -300), ground: 'b' }),
  );
  expect(permit.open).toMatchObject({
    phase: 'permit',
    due: [{ type: 'permit', date: addDays(on, 64), weight: 'hard', metOn: null }],
  });

  const permitFact = recordOf(permit, 'journey')?.content.facts[0];
  const corrected = expectOk(
    await correctFact(lead, procedures, permit, {
      id: permitFact?.id ?? '',
      fact: { fact: 'permit-granted', on: addDays(on, -299), ground: 'b' },
      why: 'The card says a day later.',
    }),
  );
  expect(corrected.open.due).toMatchObject([{ date: addDays(on, 65) }]);

  const contacted = expectOk(await logContact(lead, corrected, buildContact({ on, minutes: 30 })));
  const raised = expectOk(
    await raiseTask(lead, contacted, {
      words: { title: 'Ask the lawyer', why: 'by-hand', words: '', outcome: '' },
      assignee: lea.person.user,
      due: addDays(on, 3),
      kind: 'call',
    }),
  );
  const started = expectOk(
    await startApplication(lead, raised.opened, {
      pack: 'p',
      packVersion: '1',
      step: 'extension-requested',
      title: 'Extension',
      deadline: null,
    }),
  );
  // Two changes from one view: other choices and texts merge, the same choice twice does not.
  const draft = started.opened;
  expectOk(await saveApplication(lead, draft, started.application, { reference: 'Ours 1' }));
  const reasons = { purpose: 'reasons' as const, language: 'en', title: 'Reasons', blocks: [] };
  expectOk(await saveTexts(lead, draft, started.application, [reasons]));
  const stale = { ok: false, refusal: { type: 'Stale' } };
  expect(await saveApplication(lead, draft, started.application, { reference: 'Mine' })).toMatchObject(stale);
  expect(await saveTexts(lead, draft, started.application, [reasons])).toMatchObject(stale);
  const merged = expectOk(
    await saveApplication(lead, draft, started.application, {
      letter: { template: null, language: 'nl', facts: null },
    }),
  );
  expect(recordsOf(merged, 'application')[0]?.content).toMatchObject({
    reference: 'Ours 1',
    letter: { language: 'nl' },
  });

  // Sent, then received on a day that was only presumed, then proved on another: the fact moves with it.
  const id = started.application;
  const filing = {
    how: 'registered-post' as const,
    authorisation: null,
    on: addDays(on, -2),
    tracking: '3SABC',
    proof: null,
    bundle: 'x'.repeat(43),
    received: null,
  };
  const sent = expectOk(await fileApplication(lead, procedures, merged, id, filing));
  expect([recordsOf(sent, 'application')[0]?.content.state.name, sent.open.due[0]?.metOn]).toEqual(['sent', null]);
  const frozen = { ok: false, refusal: { type: 'ApplicationFrozen' } };
  expect(await saveApplication(lead, sent, id, { reference: 'x' })).toMatchObject(frozen);
  const text = { purpose: 'reasons' as const, language: 'en', title: 'Reasons', blocks: [] };
  expect(await saveTexts(lead, sent, id, [text])).toMatchObject(frozen);
  const presumed = expectOk(
    await fileApplication(lead, procedures, sent, id, { ...filing, received: { on: addDays(on, -1), proved: false } }),
  );
  expect(presumed.open.due).toMatchObject([{ metOn: addDays(on, -1) }]);
  const filed = expectOk(
    await fileApplication(lead, procedures, presumed, id, { ...filing, received: { on, proved: true } }),
  );
  const facts = recordOf(filed, 'journey')?.content.facts ?? [];
  expect(facts.at(-1)).toMatchObject({ fact: 'extension-requested', on, replaces: facts.at(-2)?.id });
  expect(
    await fileApplication(lead, procedures, filed, id, { ...filing, received: { on, proved: true } }),
  ).toMatchObject({ refusal: { type: 'AlreadyReceived' } });
  expect(filed.open.due).toMatchObject([{ metOn: on }]);
  expect(recordsOf(filed, 'application')[0]?.content.state.name).toBe('received');
  expect(filed.unfit).toEqual([]);

  const [entry] = expectOk(await readCaseload(lead));
  expect(entry).toMatchObject({ relation: 'lead', behind: false, head: { line: 'Selam Tesfaye', lastTwoWay: on } });
  const tasks = expectOk(await lead.api.call(taskRoutes.listMyTasks, { query: {} }));
  expect(tasks.tasks).toMatchObject([{ id: raised.task, kind: 'call' }]);
  expectOk(await lead.api.call(taskRoutes.doneTask, { params: { task: raised.task }, input: { on } }));
  expect(expectOk(await lead.api.call(taskRoutes.listMyTasks, { query: {} })).tasks).toEqual([]);

  const overview = expectOk(await coordinator.api.call(caseRoutes.readOverview, { query: {} }));
  expect(overview).toMatchObject({
    phases: [{ phase: 'permit', cases: 1 }],
    withoutLead: [],
    load: [{ user: lea.person.user, cases: 1, minutesThisMonth: 30 }],
  });
  const mine = expectOk(await lead.api.call(caseRoutes.listCases, { query: {} }));
  expect(mine.cases).toMatchObject([
    { id: filed.id, codeName: filed.open.codeName, nextDate: null, members: [{ relation: 'lead' }, {}, {}] },
  ]);
  expect(mine.cases[0]?.allowed).toContain('case.facts');
  expect(mine.cases[0]?.allowed).not.toContain('case.grant');
});

test('the server holds the states although a client did not ask itself', async () => {
  const coordinator = await startSession(anna);
  const accepted = await acceptedCase(coordinator);
  const on = today(coordinator);
  const send = (open: unknown, act: string) =>
    appendToSpace(coordinator, accepted.space, [{ kind: 'coded', coded: open as never, act }]);
  const { open } = accepted;
  const refusalOf = async (value: unknown, act: string) => {
    const answer = await send(value, act);
    return answer.ok ? 'done' : answer.refusal;
  };
  expect(await refusalOf({ ...open, state: { name: 'closed', on } }, 'close')).toMatchObject({ type: 'StateForbids' });
  expect(await refusalOf({ ...open, state: { name: 'active', on, lead: lea.person.user } }, 'give-team')).toMatchObject(
    { type: 'StateForbids', reason: 'lead-not-member' },
  );
  expect(await refusalOf({ ...open, state: { name: 'active', on, lead: null } }, 'resume')).toMatchObject({
    type: 'StateForbids',
  });
  expect(await refusalOf({ ...open, codeName: 'Amber Kite' }, 'refer')).toMatchObject({
    type: 'StateForbids',
    reason: 'code-name',
  });
  expect(await refusalOf({ ...open, name: 'Selam' }, 'record-fact')).toMatchObject({
    type: 'OperationInvalid',
    reason: 'coded-shape',
  });
  const intake = expectOk(
    await startIntake(coordinator, expectOk(await referCase(coordinator, { coordinators: [ben.person.user] }))),
  );
  const bare = await appendToSpace(coordinator, intake.space, [
    { kind: 'coded', coded: { ...intake.open, state: { name: 'accepted', on } } as never, act: 'accept' },
  ]);
  expect(bare).toMatchObject({ ok: false, refusal: { type: 'AttestationMissing' } });
});

test('an ended role and a second person who is the first are refused', async () => {
  let coordinator = await startSession(anna);
  const accepted = await acceptedCase(coordinator);
  const ended = await giveTeam(coordinator, accepted, { lead: createId<UserId>(testRandomBytes) });
  expect(ended).toMatchObject({ ok: false, refusal: { type: 'KeyNotCurrent' } });
  server.clock.set(new Date(server.clock.now().getTime() + 24 * 3_600_000));
  coordinator = await startSession(anna);
  const on = today(coordinator);
  expect(await giveTeam(coordinator, accepted, { lead: olaf.person.user })).toMatchObject({
    ok: false,
    refusal: { type: 'RoleEnded' },
  });
  const asked = expectOk(
    await moveCase(coordinator, expectOk(await giveTeam(coordinator, accepted, { lead: lea.person.user })), {
      name: 'closing',
      on,
      askedBy: anna.person.user,
    }),
  );
  expect(
    await moveCase(coordinator, asked, { name: 'closed', on }, { attestations: ['closing-list-done', 'person-told'] }),
  ).toMatchObject({ ok: false, refusal: { type: 'SecondPersonNeeded' } });
  const second = await startSession(ben);
  const other = expectOk(await openCase(second, asked.id));
  expect(await moveCase(second, other, { name: 'closed', on })).toMatchObject({
    ok: false,
    refusal: { type: 'AttestationMissing' },
  });
  const closed = expectOk(
    await moveCase(second, other, { name: 'closed', on }, { attestations: ['closing-list-done', 'person-told'] }),
  );
  expect(closed.open.state.name).toBe('closed');
});

test('a stranger finds nothing, a volunteer may not manage, a stale writer is told', async () => {
  const coordinator = await startSession(anna);
  const accepted = await acceptedCase(coordinator);
  const given = expectOk(await giveTeam(coordinator, accepted, { lead: lea.person.user }));
  const lead = await startSession(lea);
  const opened = expectOk(await openCase(lead, given.id));
  const on = today(lead);
  expect(
    await moveCase(lead, opened, { name: 'paused', on, resumeOn: addDays(on, 9), watcher: lea.person.user }),
  ).toMatchObject({ ok: false, refusal: { type: 'NotPermitted' } });
  expect(await changeCase(lead, opened, { open: { ...opened.open, keepUntil: addDays(on, 9_000) } })).toMatchObject({
    ok: false,
    refusal: { type: 'NotPermitted' },
  });
  expectOk(await logContact(lead, opened, buildContact({ on }), { countHours: false }));
  // A contact written in between does not touch the person; another record of the person does.
  const person = { puts: [{ kind: 'person' as const, content: buildPerson() }] };
  expectOk(await changeCase(coordinator, given, person));
  expect(await changeCase(lead, opened, person)).toMatchObject({ ok: false, refusal: { type: 'Stale' } });
  const removed = expectOk(
    await giveTeam(coordinator, expectOk(await refreshCase(coordinator, given)), { lead: null }),
  );
  expect(removed.open.state).toMatchObject({ name: 'active', lead: null });
  expect(removed.members.map(({ relation }) => relation)).toEqual(['coordinator', 'coordinator']);
  const again = await startSession(lea);
  expect(await openCase(again, given.id)).toMatchObject({ ok: false, refusal: { type: 'NotFound' } });
});

test("an unfinished text is its author's alone, replaced in place, gone once saved, and never in the head", async () => {
  const coordinator = await startSession(anna);
  const accepted = await acceptedCase(coordinator);
  const given = expectOk(await giveTeam(coordinator, accepted, { lead: lea.person.user }));
  const lead = await startSession(lea);
  const opened = expectOk(await openCase(lead, given.id));
  const id = createId<RecordId>(testRandomBytes);
  const draft = { form: 'note', of: null, baseVersion: 0, id, caret: { field: 'words', at: 4 } };
  const head = recordOf(opened, 'head')?.version;
  const once = expectOk(await keepDraft(lead, opened, { ...draft, values: { words: 'half a' } }));
  const twice = expectOk(await keepDraft(lead, once, { ...draft, values: { words: 'half a sentence' } }));
  expect(recordsOf(twice, 'draft')).toHaveLength(1);
  expect(draftOf(twice, lead, 'note')?.content).toMatchObject({ values: { words: 'half a sentence' }, id });
  expect(recordOf(twice, 'head')?.version).toBe(head);
  // Others hold the key of the case and so could open it; it is not offered to them.
  const theirs = expectOk(await refreshCase(coordinator, given));
  expect(draftOf(theirs, coordinator, 'note')).toBeNull();
  // Somebody else's unfinished text does not make my save stale.
  expectOk(await changeCase(coordinator, given, { puts: [{ kind: 'person', content: buildPerson() }] }));

  const late = { ...lead, clock: { now: () => new Date(server.clock.now().getTime() + 15 * 86_400_000) } };
  expect(draftOf(twice, late, 'note')).toBeNull();
  const note = { on: today(lead), at: null, title: null, words: 'half a sentence', audience: 'team' as const };
  const saved = expectOk(await addEntry(lead, twice, 'note', note, id));
  expect(draftOf(saved, lead, 'note')).toBeNull();
  // The answer was lost and the form tries again on what it still has, and on what it reads anew.
  const again = expectOk(await addEntry(lead, expectOk(await refreshCase(lead, twice)), 'note', note, id));
  expect(recordsOf(again, 'note').filter((one) => one.content.words === 'half a sentence')).toHaveLength(1);
  expect(recordsOf(expectOk(await dropDraft(lead, again, 'note')), 'draft')).toHaveLength(0);
});
