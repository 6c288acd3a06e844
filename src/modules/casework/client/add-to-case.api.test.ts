import { afterAll, beforeAll, expect, test } from 'vitest';
import { createId, expectOk, type RecordId } from '#platform/base';
import { buildColleague, buildFounder, buildParts, testRandomBytes, type TestPerson } from '#kernel/accounts/testing';
import type { SpaceSession } from '#kernel/spaces/client';
import { buildActiveCase, sessionOf } from '../../../../tests/lying-server/lying-world.ts';
import { startTestServer, type TestServer } from '../../../../tests/support/test-server.ts';
import { buildContact, buildSafety } from '../testing/sealed-samples.ts';
import { saveRecord } from './case-acts.ts';
import { addToCase } from './change-case.ts';
import { keepDraft } from './keep-draft.ts';
import { doneTask, raiseTask } from './log-contact.ts';
import { openCase, recordsOf, today, type OpenedCase } from './opened-case.ts';

let server: TestServer;
let anna: SpaceSession;
let ben: SpaceSession;
let active: () => Promise<OpenedCase>;

beforeAll(async () => {
  server = await startTestServer();
  let founder = await buildFounder(buildParts(server.connect().api, server.clock), server.foundingCode);
  const join = async (handle: string, role: 'coordinator' | 'volunteer'): Promise<TestPerson> => {
    const made = await buildColleague(founder, buildParts(server.connect().api, server.clock), {
      handle,
      roles: [{ role, until: null }],
    });
    founder = made.inviter;
    return made.colleague;
  };
  const [second, lea] = [await join('ben', 'coordinator'), await join('lea', 'volunteer')];
  const people = { anna: founder, ben: second, lea };
  [anna, ben] = [await sessionOf(people.anna), await sessionOf(people.ben)];
  active = () => buildActiveCase(people);
});
afterAll(async () => {
  expect(server.defects).toEqual([]);
  await server.stop();
});

const words = (opened: OpenedCase) =>
  recordsOf(opened, 'contact').map(({ version, content }) => `${version} ${content.words}`);
const contact = (text: string) => ({ kind: 'contact', content: buildContact({ words: text }) }) as const;
const newest = async (id: OpenedCase['id']) => expectOk(await openCase(anna, id));

test('what a colleague changed meanwhile is not written over', async () => {
  const id = createId<RecordId>(testRandomBytes);
  const before = expectOk(await addToCase(anna, await active(), { puts: [{ id, ...contact('first') }] }));
  expectOk(await saveRecord(ben, expectOk(await openCase(ben, before.id)), { id, ...contact('of Ben') }));
  const late = await addToCase(anna, before, { puts: [{ id, ...contact('of Anna') }] });
  expect(late).toMatchObject({ ok: false, refusal: { type: 'Stale' } });
  expect(words(await newest(before.id))).toEqual(['2 of Ben']);
});

test('what a colleague changed meanwhile is not taken away', async () => {
  const id = createId<RecordId>(testRandomBytes);
  const before = expectOk(await addToCase(anna, await active(), { puts: [{ id, ...contact('first') }] }));
  expectOk(await saveRecord(ben, expectOk(await openCase(ben, before.id)), { id, ...contact('of Ben') }));
  expect(await addToCase(anna, before, { deletes: [id] })).toMatchObject({ ok: false, refusal: { type: 'Stale' } });
  expect(words(await newest(before.id))).toEqual(['2 of Ben']);
});

test('an addition goes on top of whatever else was written, also a second one of its kind', async () => {
  const before = await active();
  const seen = expectOk(await openCase(ben, before.id));
  expectOk(await addToCase(ben, seen, { puts: [contact('of Ben'), { kind: 'safety', content: buildSafety() }] }));
  const puts = [contact('of Anna'), { kind: 'safety', content: buildSafety() }] as const;
  const after = expectOk(await addToCase(anna, before, { puts }));
  expect([words(after).toSorted(), recordsOf(after, 'safety').length]).toEqual([['1 of Anna', '1 of Ben'], 2]);
});

test('an addition that was saved, and only its answer lost, is made once', async () => {
  const before = await active();
  const puts = [{ id: createId<RecordId>(testRandomBytes), ...contact('once') }];
  expectOk(await addToCase(anna, before, { puts }));
  // Tried again from what the form knew, as after a lost answer.
  const again = expectOk(await addToCase(anna, before, { puts }));
  expect(words(again)).toEqual(['1 once']);
});

test('the outcome of a task joins words that were changed meanwhile, unless they hold another outcome', async () => {
  const raise = async (opened: OpenedCase) => {
    const task = { title: 'Call', why: 'by-hand', words: '', outcome: '' } as const;
    const row = { assignee: anna.user, due: today(anna), kind: 'call' } as const;
    return expectOk(await raiseTask(anna, opened, { words: task, ...row }));
  };
  const change = async (id: OpenedCase['id'], by: object) => {
    const seen = expectOk(await openCase(ben, id));
    const [task] = recordsOf(seen, 'task').toReversed();
    if (!task) throw new Error('the task was raised');
    return expectOk(await saveRecord(ben, seen, { id: task.id, kind: 'task', content: { ...task.content, ...by } }));
  };
  const first = await raise(await active());
  await change(first.opened.id, { title: 'Call at noon' });
  const done = expectOk(await doneTask(anna, first.opened, first.task, 'Spoken'));
  expect(recordsOf(done, 'task').map(({ content }) => [content.title, content.outcome])).toEqual([
    ['Call at noon', 'Spoken'],
  ]);
  const second = await raise(done);
  await change(done.id, { outcome: 'No answer' });
  expect(await doneTask(anna, second.opened, second.task, 'Spoken')).toMatchObject({ refusal: { type: 'Stale' } });
  expect(recordsOf(await newest(done.id), 'task').map(({ content }) => content.outcome)).toContain('No answer');
});

test('unfinished text is replaced in place by its author, from whichever page', async () => {
  const before = await active();
  const id = createId<RecordId>(testRandomBytes);
  const draft = (text: string) => ({
    form: 'note',
    of: null,
    baseVersion: 0,
    id,
    values: { words: text },
    caret: null,
  });
  const first = expectOk(await keepDraft(anna, before, draft('one')));
  expectOk(await keepDraft(anna, first, draft('two')));
  const third = expectOk(await keepDraft(anna, first, draft('three')));
  expect(recordsOf(third, 'draft').map(({ content }) => content.values)).toEqual([{ words: 'three' }]);
});
