import { afterAll, beforeAll, expect, test } from 'vitest';
import { createId, expectOk, ok, type RecordId } from '#platform/base';
import { buildColleague, buildFounder, buildParts, testRandomBytes, type TestPerson } from '#kernel/accounts/testing';
import { findPack, releasedPacks, type Pack } from '#kernel/procedures';
import { startSession } from '#kernel/spaces/testing';
import type { SpaceSession } from '#kernel/spaces/client';
import { startTestServer, type TestServer } from '../../../../tests/support/test-server.ts';
import { buildPerson } from '../testing/sealed-samples.ts';
import { referCase, saveRecord } from './case-acts.ts';
import { compareMove } from './compare-move.ts';
import { mostMovedAtOnce, moveEach, previewMoves, type ChosenMove, type Compare } from './move-many.ts';
import { recordFact } from './fact-acts.ts';
import { startJourney } from './journey-acts.ts';
import { movePacks } from './move-packs.ts';
import { takeBackMove } from './take-back-move.ts';
import { openCase, recordOf, recordsOf, refreshCase, today, type OpenedCase } from './opened-case.ts';
import { createProcedures, newerPacks } from './released-procedures.ts';

let server: TestServer;
let anna: TestPerson;
let ben: TestPerson;

beforeAll(async () => {
  server = await startTestServer();
  anna = await buildFounder(buildParts(server.connect().api, server.clock), server.foundingCode);
  const made = await buildColleague(anna, buildParts(server.connect().api, server.clock), {
    handle: 'ben',
    roles: [{ role: 'coordinator', until: null }],
  });
  anna = made.inviter;
  ben = made.colleague;
});

afterAll(async () => {
  expect(server.defects).toEqual([]);
  await server.stop();
});

/** The newest residence pack, and one after it in which objecting takes two weeks longer. Invented. */
function packsWithNewer(): { readonly all: readonly Pack[]; readonly from: string; readonly to: string } {
  const newest = findPack(releasedPacks, 'nl-residence');
  if (!newest) throw new Error('no residence pack');
  const to = '2999.1';
  const deadlines = newest.deadlines.map((rule) =>
    rule.ref === 'D13' ? { ...rule, terms: rule.terms.map((term) => ({ ...term, term: 'P6W' })) } : rule,
  );
  return { all: [...releasedPacks, { ...newest, version: to, deadlines }], from: newest.version, to };
}

const { all, from, to } = packsWithNewer();
const procedures = createProcedures('en', all);
const drawId = (): RecordId => createId<RecordId>(testRandomBytes);

/** A case of Anna's in which objecting runs, on the version before. */
async function refusedCase(): Promise<{ readonly session: SpaceSession; readonly opened: OpenedCase }> {
  const session = await startSession(anna);
  const referred = expectOk(await referCase(session, { coordinators: [ben.person.user], person: buildPerson() }));
  const facts = [
    { fact: 'report-signed', on: today(session) },
    { fact: 'permit-refused', on: today(session) },
  ];
  const start = { packs: [{ id: 'nl-residence', version: from }], parameters: {}, facts };
  return { session, opened: expectOk(await startJourney(session, procedures, referred, start)) };
}

/** Cases on the first released versions, when newer ones are out. */
async function casesOnFirstVersions(session: SpaceSession, count: number): Promise<readonly OpenedCase[]> {
  const cases: OpenedCase[] = [];
  for (let made = 0; made < count; made += 1) {
    const referred = expectOk(await referCase(session, { coordinators: [ben.person.user], person: buildPerson() }));
    const packs = ['nl-residence', 'nl-complaint'].map((id) => ({ id, version: '2026.1' }));
    const facts = [{ fact: 'permit-refused', on: today(session) }];
    cases.push(expectOk(await startJourney(session, createProcedures(), referred, { packs, parameters: {}, facts })));
  }
  return cases;
}

const moveOf = (opened: OpenedCase, id = drawId()) => ({
  id,
  to: [{ id: 'nl-residence', version: to }],
  reason: 'The term was lengthened.',
  seen: recordOf(opened, 'journey')?.version ?? 0,
});
const objection = (opened: OpenedCase) =>
  opened.open.due.filter(({ type }) => type === 'remedy').map(({ date }) => date);
const versionOf = (opened: OpenedCase) => recordOf(opened, 'journey')?.content.packs[0]?.version;

test('a case is told of a newer version, what it changes, and moves with a reason that stays in its history', async () => {
  const { session, opened } = await refusedCase();
  const journey = recordOf(opened, 'journey')?.content;
  if (!journey) throw new Error('no journey');
  const newer = newerPacks(journey.packs, all);
  expect(newer).toEqual([{ id: 'nl-residence', version: to }]);
  const question = { journey, to: newer ?? [], on: today(session), language: 'en' };
  const { differences } = expectOk(compareMove(question, all));
  const moved = differences.filter(({ what }) => what === 'date');
  expect(moved).toMatchObject([
    { title: 'Objection or appeal', before: { state: 'running' }, after: { state: 'running' } },
  ]);

  const before = objection(opened);
  const done = expectOk(await movePacks(session, procedures, opened, moveOf(opened)));
  expect(versionOf(done)).toBe(to);
  expect(objection(done)).not.toEqual(before);
  expect(newerPacks(recordOf(done, 'journey')?.content.packs ?? [], all)).toBeNull();

  // Another member reads the same, verified from the log, with who moved it, from where and why.
  const read = expectOk(await openCase(await startSession(ben), done.id));
  expect(objection(read)).toEqual(objection(done));
  expect(recordsOf(read, 'move').map(({ author, content }) => ({ author, ...content }))).toEqual([
    {
      author: anna.person.user,
      on: today(session),
      from: [{ id: 'nl-residence', version: from }],
      to: [{ id: 'nl-residence', version: to }],
      reason: 'The term was lengthened.',
    },
  ]);
  expect(recordsOf(read, 'head').at(-1)?.content.packs).toEqual([{ id: 'nl-residence', version: to }]);
});

test('a move whose answer was lost is not made twice, and one that was not looked at is refused', async () => {
  const { session, opened } = await refusedCase();
  const move = moveOf(opened);
  const once = expectOk(await movePacks(session, procedures, opened, move));
  // The answer was lost: the device reads anew and sends the same again.
  const newer = expectOk(await refreshCase(session, opened));
  const again = expectOk(await movePacks(session, procedures, newer, move));
  expect(again.space.log.seq).toBe(once.space.log.seq);
  expect(recordsOf(again, 'move')).toHaveLength(1);

  // Somebody records a fact after the changes were looked at: what was shown is not true any more.
  const other = await refusedCase();
  const late = moveOf(other.opened);
  const fact = { fact: 'objection-lodged', on: today(session) };
  const written = expectOk(await recordFact(other.session, procedures, other.opened, fact));
  for (const seen of [other.opened, written]) {
    const refused = await movePacks(other.session, procedures, seen, late);
    expect(refused.ok ? null : refused.refusal.type).toBe('Stale');
  }
  expect(versionOf(expectOk(await refreshCase(other.session, written)))).toBe(from);
});

test('a version that the device does not have, or that cannot read the facts, moves nothing', async () => {
  const { session, opened } = await refusedCase();
  const move = moveOf(opened);
  const unknown = await movePacks(session, createProcedures(), opened, move);
  expect(unknown.ok ? null : unknown.refusal.type).toBe('PackUnknown');
  const pack = findPack(all, `nl-residence@${to}`);
  if (!pack) throw new Error('no pack');
  const fewer = { ...pack, facts: pack.facts.filter(({ name }) => name !== 'permit-refused') };
  const refused = await movePacks(session, createProcedures('en', [...releasedPacks, fewer]), opened, move);
  expect(refused).toMatchObject({ ok: false, refusal: { type: 'ProcedureRefused', reason: 'fact-unknown' } });
});

test('many are looked at and moved one by one; a stop half-way leaves each either moved or not, and going on moves none twice', async () => {
  const session = await startSession(anna);
  const cases = await casesOnFirstVersions(session, 3);
  const compare: Compare = (question) => {
    const compared = compareMove(question, releasedPacks);
    return Promise.resolve(compared.ok ? ok(compared.value.differences) : compared);
  };
  const told: number[] = [];
  const options = { onProgress: (done: number) => void told.push(done), stopped: () => false };
  const input = { on: today(session), language: 'nl', open: (id: OpenedCase['id']) => openCase(session, id), compare };
  const named = cases.map(({ id, open: { codeName } }) => ({ id, codeName }));
  const previews = await previewMoves({ ...input, cases: named }, options);
  expect(previews.map(({ at }) => at)).toEqual(['compared', 'compared', 'compared']);
  expect(told).toEqual([1, 2, 3]);
  const partly = await previewMoves({ ...input, cases: named }, { ...options, stopped: () => told.push(0) > 4 });
  expect(partly).toHaveLength(1);

  const chosen = previews.flatMap((preview): readonly ChosenMove[] =>
    preview.at === 'compared' ? [{ id: preview.id, move: drawId(), to: preview.to, seen: preview.seen }] : [],
  );
  const move = async ({ id, move: moveId, to: packs, seen }: ChosenMove) => {
    const opened = expectOk(await openCase(session, id));
    return movePacks(session, createProcedures(), opened, { id: moveId, to: [...packs], reason: 'Newer law.', seen });
  };
  // Somebody writes into the second before it is its turn.
  const [, second] = cases;
  if (!second) throw new Error('no second case');
  expectOk(await recordFact(session, createProcedures(), second, { fact: 'objection-lodged', on: today(session) }));

  let moved = 0;
  const first = expectOk(
    await moveEach(chosen, move, { onProgress: (done) => void (moved = done), stopped: () => moved >= 1 }),
  );
  expect([...first.values()]).toEqual([null]);
  const versions = async () =>
    Promise.all(cases.map(async ({ id }) => versionOf(expectOk(await openCase(session, id)))));
  expect((await versions()).map((version) => version !== '2026.1')).toEqual([true, false, false]);

  const rest = expectOk(await moveEach(chosen, move, options));
  expect([...rest.values()].map((refusal) => refusal?.type ?? null)).toEqual([null, 'Stale', null]);
  expect((await versions()).map((version) => version !== '2026.1')).toEqual([true, false, true]);
  const [firstCase] = cases;
  if (!firstCase) throw new Error('no first case');
  expect(recordsOf(expectOk(await openCase(session, firstCase.id)), 'move')).toHaveLength(1);

  const [one] = chosen;
  if (!one) throw new Error('nothing chosen');
  const tooMany = await moveEach(
    Array.from({ length: mostMovedAtOnce + 1 }, () => one),
    move,
    options,
  );
  expect(tooMany.ok ? null : tooMany.refusal.type).toBe('TooManyAtOnce');
});

test('a run of moves is taken back in one go: each case stands where it stood, and one that was written since stays', async () => {
  const session = await startSession(anna);
  const cases = await casesOnFirstVersions(session, 3);
  const dueBefore = cases.map(({ open: { due } }) => due);
  const moves = cases.map(({ id }) => ({ id, move: drawId(), back: drawId() }));
  const moved: OpenedCase[] = [];
  for (const [at, opened] of cases.entries()) {
    const { packs } = recordOf(opened, 'journey')?.content ?? { packs: [] };
    const move = { id: moves[at]?.move ?? drawId(), to: [...(newerPacks(packs) ?? [])], reason: 'Newer law.' };
    const seen = recordOf(opened, 'journey')?.version ?? 0;
    moved.push(expectOk(await movePacks(session, createProcedures(), opened, { ...move, seen })));
  }
  // Before it is taken back, a colleague records something in the second; a word of the team in the third changes nothing.
  const [, second, third] = moved;
  if (!second || !third) throw new Error('no cases');
  const colleague = await startSession(ben);
  const known = expectOk(await openCase(colleague, second.id));
  const fact = { fact: 'objection-lodged', on: today(session) };
  expectOk(await recordFact(colleague, createProcedures(), known, fact));
  const words = {
    on: today(session),
    at: null,
    title: null,
    words: 'Spoke with the lawyer.',
    audience: 'team',
  } as const;
  const read = expectOk(await openCase(colleague, third.id));
  expectOk(await saveRecord(colleague, read, { kind: 'note', content: words }));

  let done = 0;
  const stopAfterOne = { onProgress: (count: number) => void (done = count), stopped: () => done >= 1 };
  const back = async ({ id, move, back: as }: (typeof moves)[number]) => {
    const opened = expectOk(await openCase(session, id));
    return takeBackMove(session, createProcedures(), opened, { id: as, move, reason: 'Taken back.' });
  };
  expect([...expectOk(await moveEach(moves, back, stopAfterOne)).values()]).toEqual([null]);
  const rest = { onProgress: () => undefined, stopped: () => false };
  const outcomes = expectOk(await moveEach(moves, back, rest));
  expect([...outcomes.values()].map((refusal) => refusal?.type ?? null)).toEqual([null, 'Stale', null]);

  const after = await Promise.all(cases.map(async ({ id }) => expectOk(await openCase(session, id))));
  expect(after.map((opened) => versionOf(opened) === '2026.1')).toEqual([true, false, true]);
  // The same rows under the same ids as before the move, and the way there and back in the history of each.
  expect([after[0]?.open.due, after[2]?.open.due]).toEqual([dueBefore[0], dueBefore[2]]);
  expect(after.map((opened) => recordsOf(opened, 'move').map(({ content }) => content.reason))).toEqual([
    ['Newer law.', 'Taken back.'],
    ['Newer law.'],
    ['Newer law.', 'Taken back.'],
  ]);
  const [first] = after;
  if (!first) throw new Error('no first case');
  // A move that this case never made, and one that was taken back by another.
  const unknown = await takeBackMove(session, createProcedures(), first, { id: drawId(), move: drawId(), reason: 'x' });
  expect(unknown.ok ? null : unknown.refusal.type).toBe('Stale');
  const again = { id: drawId(), move: moves[0]?.move ?? drawId(), reason: 'x' };
  const twice = await takeBackMove(session, createProcedures(), first, again);
  expect(twice.ok ? null : twice.refusal.type).toBe('Stale');
});
