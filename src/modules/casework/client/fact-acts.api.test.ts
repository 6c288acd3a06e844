import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, civilDate, createId, expectOk, type RecordId } from '#platform/base';
import { buildColleague, buildFounder, buildParts, testRandomBytes, type TestPerson } from '#kernel/accounts/testing';
import { noticeRoutes } from '#kernel/notices';
import type { SpaceSession } from '#kernel/spaces/client';
import { startSession } from '#kernel/spaces/testing';
import { startTestServer, type TestServer } from '../../../../tests/support/test-server.ts';
import { buildPerson } from '../testing/sealed-samples.ts';
import { acceptAttestations, acceptCase, giveTeam, referCase, startIntake } from './case-acts.ts';
import { correctFact, recordFact, restFactOn, takeOutFact } from './fact-acts.ts';
import { startJourney } from './journey-acts.ts';
import { recordOf, today, type OpenedCase } from './opened-case.ts';
import { createProcedures, newestPacks } from './released-procedures.ts';

let server: TestServer;
let anna: TestPerson;
let ben: TestPerson;
let lea: TestPerson;
const procedures = createProcedures();

beforeAll(async () => {
  server = await startTestServer({ now: new Date('2026-11-25T08:00:00Z') });
  anna = await buildFounder(buildParts(server.connect().api, server.clock), server.foundingCode);
  const add = async (handle: string, role: 'coordinator' | 'volunteer'): Promise<TestPerson> => {
    const parts = buildParts(server.connect().api, server.clock);
    const made = await buildColleague(anna, parts, { handle, roles: [{ role, until: null }] });
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

/** A case in Lea's hands whose journey begins. */
async function begunJourney(session: SpaceSession): Promise<OpenedCase> {
  const referred = expectOk(await referCase(session, { coordinators: [ben.person.user], person: buildPerson() }));
  const intake = expectOk(await startIntake(session, referred));
  const accepted = expectOk(await acceptCase(session, intake, { attestations: acceptAttestations }));
  const given = expectOk(await giveTeam(session, accepted, { lead: lea.person.user }));
  const start = { packs: [...newestPacks('nl')], parameters: {} };
  return expectOk(await startJourney(session, procedures, given, start));
}

/** Open hard dates of the permit before 2027. */
function openPermit(opened: OpenedCase): OpenedCase['open']['due'] {
  return opened.open.due.filter(
    ({ type, weight, metOn, date }) => type === 'permit' && weight === 'hard' && metOn === null && date < '2027',
  );
}

/** The hard dates of the permit that are open before 2027, by the open rows alone. */
function openPermitDates(opened: OpenedCase): readonly string[] {
  return openPermit(opened)
    .map(({ date }) => date)
    .toSorted();
}

/** The ids of their rows, by day. */
function openPermitRows(opened: OpenedCase): readonly string[] {
  return openPermit(opened)
    .toSorted((left, right) => (left.date < right.date ? -1 : 1))
    .map(({ id }) => id);
}

async function toldToLea(): Promise<readonly string[]> {
  await server.runJobs({ ahead: true });
  await startSession(lea);
  const { notices } = expectOk(await lea.parts.api.call(noticeRoutes.listNotices, {}));
  return notices.flatMap(({ kind, date }) => (kind.startsWith('due-') ? [`${kind} ${date ?? ''}`] : [])).toSorted();
}

const card = { fact: 'permit-granted', ground: 'b' } as const;
const misread = 'The card says a week later.';

test('a fact that is put right keeps paper and note, and says who did it, when and why', async () => {
  const session = await startSession(anna);
  const begun = await begunJourney(session);
  const on = today(session);
  const paper = createId<RecordId>(testRandomBytes);
  const fact = { ...card, id: 'first', on: addDays(on, -300), note: 'Read from the card' };
  const recorded = expectOk(await recordFact(session, procedures, begun, fact, { restsOn: paper }));
  const right = { ...card, id: 'second', on: addDays(on, -293) };
  const change = { id: 'first', fact: right, why: ` ${misread}\n` };
  const corrected = expectOk(await correctFact(session, procedures, recorded, change));
  const journey = recordOf(corrected, 'journey')?.content;
  expect(journey?.restsOn).toEqual({ first: paper, second: paper });
  expect(journey?.facts.find(({ id }) => id === 'second')).toMatchObject({
    replaces: 'first',
    note: 'Read from the card',
  });
  expect(journey?.written['second']).toEqual({ by: session.user, on, at: '09:00', why: misread });
  // What was shown before is kept, although all of it happened on one day.
  const lastDays = journey?.shown.map(({ dates }) => dates.find(({ ref }) => ref === 'D9')?.date);
  expect(lastDays).toEqual([addDays(on, 63), addDays(on, 70)]);
  // The paper can be taken back and given anew; no date moves by it.
  const bare = expectOk(await restFactOn(session, procedures, corrected, { id: 'second', paper: null }));
  expect(recordOf(bare, 'journey')?.content.restsOn).toEqual({ first: paper });
  expect(bare.open).toEqual(corrected.open);
});

test('a fact is put right or taken out once, with a reason, however often it is tried', async () => {
  const session = await startSession(anna);
  const begun = await begunJourney(session);
  const on = today(session);
  const recorded = expectOk(
    await recordFact(session, procedures, begun, { ...card, id: 'first', on: addDays(on, -300) }),
  );
  const right = { ...card, id: 'second', on: addDays(on, -293) };
  const change = { id: 'first', fact: right, why: misread };
  expect(await correctFact(session, procedures, recorded, { ...change, why: ' \n ' })).toMatchObject({
    refusal: { type: 'ReasonMissing' },
  });
  const corrected = expectOk(await correctFact(session, procedures, recorded, change));
  const facts = (opened: OpenedCase) => recordOf(opened, 'journey')?.content.facts ?? [];
  expect(facts(expectOk(await correctFact(session, procedures, corrected, change)))).toHaveLength(2);
  const other = { ...change, fact: { ...right, id: 'third' } };
  expect(await correctFact(session, procedures, corrected, other)).toMatchObject({ refusal: { type: 'FactPutRight' } });
  const wrong = { id: 'first', why: 'Another person.' };
  expect(await takeOutFact(session, procedures, corrected, wrong)).toMatchObject({ refusal: { type: 'FactPutRight' } });

  const second = { id: 'second', why: 'Another person.' };
  expect(await takeOutFact(session, procedures, corrected, { ...second, why: '' })).toMatchObject({
    refusal: { type: 'ReasonMissing' },
  });
  const out = expectOk(await takeOutFact(session, procedures, corrected, { ...second, as: 'out' }));
  expect(openPermitDates(out)).toEqual([]);
  // Pressed again after the answer was lost: nothing is added. A colleague who takes it out too is told, and keeps the reason.
  const again = expectOk(await takeOutFact(session, procedures, out, { ...second, as: 'out' }));
  expect(await takeOutFact(session, procedures, out, { ...second, as: 'other' })).toMatchObject({
    refusal: { type: 'FactPutRight' },
  });
  expect(facts(again).map(({ replaces, void: isVoid }) => [replaces, isVoid])).toEqual([
    [undefined, undefined],
    ['first', undefined],
    ['second', true],
  ]);
});

test('open dates and reminders follow when a fact is put right, and come back when what met a date is taken out', async () => {
  let session = await startSession(anna);
  const begun = await begunJourney(session);
  const before = await toldToLea();
  // 2 December 2025 and a year: the last day to ask for extension is 30 November 2026.
  const recorded = expectOk(
    await recordFact(session, procedures, begun, { ...card, id: 'card', on: civilDate('2025-12-02') }),
  );
  expect(openPermitDates(recorded)).toEqual(['2026-11-30', '2026-12-01']);
  const news = async () => (await toldToLea()).filter((one) => !before.includes(one));
  expect(await news()).toEqual(['due-soon 2026-11-30', 'due-soon 2026-12-01']);

  session = await startSession(anna);
  const later = { ...card, id: 'later', on: civilDate('2025-12-09') };
  let opened = expectOk(await correctFact(session, procedures, recorded, { id: 'card', fact: later, why: misread }));
  expect(openPermitDates(opened)).toEqual(['2026-12-07', '2026-12-08']);
  // The rows are the same: in a calendar that was saved before, the days move.
  expect(openPermitRows(opened)).toEqual(openPermitRows(recorded));
  expect(await news()).toEqual(['due-soon 2026-12-07', 'due-soon 2026-12-08']);

  session = await startSession(anna);
  const asked = { id: 'asked', fact: 'extension-requested', on: civilDate('2026-11-24') };
  opened = expectOk(await recordFact(session, procedures, opened, asked));
  expect(openPermitDates(opened)).toEqual([]);
  expect(await news()).toEqual([]);

  session = await startSession(anna);
  const never = { id: 'asked', why: 'It was never posted.' };
  opened = expectOk(await takeOutFact(session, procedures, opened, never));
  expect(openPermitDates(opened)).toEqual(['2026-12-07', '2026-12-08']);
  expect(await news()).toEqual(['due-soon 2026-12-07', 'due-soon 2026-12-08']);
});
