import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, createId, expectOk, type CivilDate } from '#platform/base';
import { buildColleague, buildFounder, buildParts, testRandomBytes, type TestPerson } from '#kernel/accounts/testing';
import { noticeRoutes } from '#kernel/notices';
import type { SpaceSession } from '#kernel/spaces/client';
import { startSession } from '#kernel/spaces/testing';
import { taskRoutes } from '#kernel/tasks';
import { openMailServer, type MailServer } from '../../../../../tests/support/mail-server.ts';
import { startTestServer, type TestServer } from '../../../../../tests/support/test-server.ts';
import { acceptAttestations, acceptCase, giveTeam, moveCase, referCase, startIntake } from '../../client/case-acts.ts';
import { changeCase } from '../../client/change-case.ts';
import { raiseTask } from '../../client/log-contact.ts';
import { openCase, today, type OpenedCase } from '../../client/opened-case.ts';
import { sortDue, type Due, type DueId } from '../../model/open/due.ts';
import { buildPerson } from '../../testing/sealed-samples.ts';

let mail: MailServer;
let server: TestServer;
let anna: TestPerson;
let ben: TestPerson;
let lea: TestPerson;

beforeAll(async () => {
  mail = await openMailServer();
  server = await startTestServer({ now: new Date('2026-11-25T06:00:00Z'), mail: mail.mailer });
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
  await mail.down();
});

async function givenCase(coordinator: SpaceSession): Promise<OpenedCase> {
  const referred = expectOk(await referCase(coordinator, { coordinators: [ben.person.user], person: buildPerson() }));
  const intake = expectOk(await startIntake(coordinator, referred));
  const accepted = expectOk(await acceptCase(coordinator, intake, { attestations: acceptAttestations }));
  return expectOk(await giveTeam(coordinator, accepted, { lead: lea.person.user }));
}

const dueOn = (date: CivilDate, of: Partial<Due> = {}): Due => ({
  id: createId<DueId>(testRandomBytes),
  type: 'own',
  date,
  whose: 'person',
  weight: 'hard',
  metOn: null,
  ...of,
});

async function setDue(session: SpaceSession, opened: OpenedCase, due: readonly Due[]): Promise<OpenedCase> {
  const open = { ...opened.open, due: sortDue(due) };
  return expectOk(await changeCase(session, opened, { open, act: 'record-fact' }));
}

/** What is new for somebody, as words; reading it does not mark it. */
async function newFor(person: TestPerson): Promise<readonly string[]> {
  await startSession(person);
  const { notices } = expectOk(await person.parts.api.call(noticeRoutes.listNotices, {}));
  return notices.filter(({ seen }) => !seen).map(({ kind, date }) => `${kind}${date ? ` ${date}` : ''}`);
}

async function see(person: TestPerson): Promise<void> {
  const { notices } = expectOk(await person.parts.api.call(noticeRoutes.listNotices, {}));
  const ids = notices.map(({ id }) => id);
  if (ids.length > 0) expectOk(await person.parts.api.call(noticeRoutes.seeNotices, { input: { ids } }));
}

const nextDays = (days: number): void =>
  server.clock.set(new Date(server.clock.now().getTime() + days * 24 * 3_600_000));

test('a hard date is new for the lead at 30, 14, 7 and 1 day, late for the coordinators too, and gone when it is met', async () => {
  let coordinator = await startSession(anna);
  let opened = await givenCase(coordinator);
  expect(await newFor(lea)).toEqual(['joined']);
  expect(await newFor(ben)).toEqual(['joined']);
  expect(await newFor(anna)).toEqual([]);
  await see(lea);
  await see(ben);
  const date = addDays(today(coordinator), 31);
  coordinator = await startSession(anna);
  const due = dueOn(date);
  opened = await setDue(coordinator, opened, [due]);
  for (const [days, told] of [
    [31, []],
    [30, [`due-soon ${date}`]],
    [29, []],
    [14, [`due-soon ${date}`]],
    [7, [`due-soon ${date}`]],
    [2, []],
    [1, [`due-soon ${date}`]],
    [0, []],
    [-1, [`due-late ${date}`]],
    [-2, []],
  ] as const) {
    nextDays(31 - days - Math.round((server.clock.now().getTime() - Date.parse('2026-11-25T06:00:00Z')) / 86_400_000));
    await server.runJobs();
    await server.runJobs({ ahead: true });
    expect({ days, told: await newFor(lea) }).toEqual({ days, told });
    await see(lea);
    expect({ days, told: await newFor(ben) }).toEqual({ days, told: days === -1 ? [`due-late ${date}`] : [] });
    await see(ben);
  }
  coordinator = await startSession(anna);
  await setDue(coordinator, opened, [{ ...due, metOn: today(coordinator) }]);
  await startSession(lea);
  const left = expectOk(await lea.parts.api.call(noticeRoutes.listNotices, {}));
  expect(left.notices.filter(({ subject }) => subject === due.id)).toEqual([]);
});

test('a date that moves away or is dropped falls silent, and so does a case that one has left', async () => {
  let coordinator = await startSession(anna);
  const opened = await givenCase(coordinator);
  await newFor(lea);
  await see(lea);
  coordinator = await startSession(anna);
  const on = today(coordinator);
  const [moved, dropped, kept] = [dueOn(addDays(on, 5)), dueOn(addDays(on, 6)), dueOn(addDays(on, 7))];
  const three = await setDue(coordinator, opened, [moved, dropped, kept]);
  await server.runJobs({ ahead: true });
  expect(await newFor(lea)).toHaveLength(3);
  const two = await setDue(coordinator, three, [{ ...moved, date: addDays(on, 60) }, kept]);
  expect(await newFor(lea)).toHaveLength(2);
  await server.runJobs({ ahead: true });
  expect(await newFor(lea)).toEqual([`due-soon ${kept.date}`]);
  expectOk(await giveTeam(coordinator, two, { lead: null }));
  expect(await newFor(lea)).toEqual([]);
  await server.runJobs({ ahead: true });
  expect(await newFor(lea)).toEqual([]);
  // Nobody leads: the coordinators carry it.
  expect(await newFor(ben)).toContain(`due-soon ${kept.date}`);
  await see(ben);
});

test('a task of somebody else is told until it is done, one of one’s own is not; closing is asked of the other coordinator', async () => {
  const coordinator = await startSession(anna);
  const opened = await givenCase(coordinator);
  await newFor(lea);
  await see(lea);
  await newFor(ben);
  await see(ben);
  const on = today(coordinator);
  const task = { words: { title: 'Call', why: 'by-hand' as const, words: '', outcome: '' }, due: addDays(on, 40) };
  const own = expectOk(await raiseTask(coordinator, opened, { ...task, assignee: anna.person.user, kind: 'call' }));
  const given = expectOk(
    await raiseTask(coordinator, own.opened, { ...task, assignee: lea.person.user, kind: 'call' }),
  );
  expect(await newFor(anna)).not.toContain(`task-new ${task.due}`);
  expect(await newFor(lea)).toEqual([`task-new ${task.due}`]);
  const params = { task: given.task };
  expectOk(await lea.parts.api.call(taskRoutes.doneTask, { params, input: { on } }));
  expect(await newFor(lea)).toEqual([]);
  const asked = expectOk(await moveCase(coordinator, given.opened, { name: 'closing', on, askedBy: anna.person.user }));
  expect(await newFor(ben)).toEqual(['closing-asked']);
  const other = await startSession(ben);
  expectOk(
    await moveCase(
      other,
      expectOk(await openCase(other, asked.id)),
      { name: 'closed', on },
      {
        attestations: ['closing-list-done', 'person-told'],
      },
    ),
  );
  expect(await newFor(ben)).toEqual([]);
});

test('the mail about all this names nobody, no case, no phase and no day', async () => {
  await startSession(lea);
  const { api } = lea.parts;
  for (const language of ['en', 'nl'] as const) {
    await startSession(lea);
    expectOk(await api.call(noticeRoutes.askForMail, { input: { address: 'heron47@mail.test', hour: 8, language } }));
    await server.runJobs();
    const code = /\b(\d{6})\b/.exec(mail.letters.at(-1)?.raw ?? '')?.[1] ?? '';
    expectOk(await api.call(noticeRoutes.confirmMail, { input: { code } }));
    mail.letters.length = 0;
    const coordinator = await startSession(anna);
    const opened = await givenCase(coordinator);
    const date = addDays(today(coordinator), -1);
    const late = await setDue(coordinator, opened, [dueOn(date, { type: 'reflection' })]);
    nextDays(0.1);
    await server.runJobs({ ahead: true });
    expect(mail.letters).toHaveLength(1);
    const raw = mail.letters[0]?.raw ?? '';
    expect(raw).toContain(language === 'en' ? 'There is something for you in Baken' : 'Er is iets voor je in Baken');
    const [first = '', second = ''] = late.open.codeName.split(' ');
    const told = [
      late.id,
      first,
      second,
      lea.person.user,
      lea.person.tenant,
      anna.person.user,
      'lea',
      'anna',
      late.open.phase,
      date,
      'reflection',
      'Selam',
      'late',
      '/cases',
    ];
    const words = raw.toLowerCase().split(/[^\p{L}\p{N}-]+/u);
    for (const secret of told) {
      const found = secret.includes('/') ? raw.includes(secret) : words.includes(secret.toLowerCase());
      expect({ secret, found }).toEqual({ secret, found: false });
    }
    expect([...raw.matchAll(/https?:[^\s]+/g)].map(([link]) => link)).toEqual(['https://baken.test/']);
  }
});
