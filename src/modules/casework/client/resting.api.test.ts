import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, createId, expectOk, type CanonicalValue, type RecordId } from '#platform/base';
import { buildColleague, buildFounder, buildParts, testRandomBytes } from '#kernel/accounts/testing';
import { startSession } from '#kernel/spaces/testing';
import { appendToSpace, attachDocument, type Change, type SpaceSession } from '#kernel/spaces/client';
import { startTestServer, type TestServer } from '../../../../tests/support/test-server.ts';
import { buildConsent, buildContact, buildPerson, buildSafety } from '../testing/sealed-samples.ts';
import { acceptAttestations, acceptCase, giveTeam, moveCase, referCase, saveRecord, startIntake } from './case-acts.ts';
import { changeCase } from './change-case.ts';
import { draftOf, dropDraft, keepDraft } from './keep-draft.ts';
import { addEntry, logContact } from './log-contact.ts';
import { openCase, readCase, recordOf, today, type OpenedCase } from './opened-case.ts';

let server: TestServer;
let anna: SpaceSession;
let ben: SpaceSession;
let lea: SpaceSession;

beforeAll(async () => {
  server = await startTestServer();
  let founder = await buildFounder(buildParts(server.connect().api, server.clock), server.foundingCode);
  const add = async (handle: string, role: 'coordinator' | 'volunteer') => {
    const made = await buildColleague(founder, buildParts(server.connect().api, server.clock), {
      handle,
      roles: [{ role, until: null }],
    });
    founder = made.inviter;
    return made.colleague;
  };
  const [second, volunteer] = [await add('ben', 'coordinator'), await add('lea', 'volunteer')];
  [anna, ben, lea] = [await startSession(founder), await startSession(second), await startSession(volunteer)];
});
afterAll(async () => {
  expect(server.defects).toEqual([]);
  await server.stop();
});

const ending = { attestations: ['closing-list-done', 'person-told'] } as const;
const on = () => today(anna);
const note = () => ({ on: on(), at: null, title: null, words: 'Work', audience: 'team' }) as const;

/** A case with a consent, closed by two people, in aftercare or at an end. */
async function endedCase(to: 'aftercare' | 'closed'): Promise<OpenedCase> {
  const referred = expectOk(await referCase(anna, { coordinators: [ben.user], person: buildPerson() }));
  const accepted = expectOk(
    await acceptCase(anna, expectOk(await startIntake(anna, referred)), { attestations: acceptAttestations }),
  );
  const team = expectOk(await giveTeam(anna, accepted, { lead: lea.user }));
  const state = { name: 'given', on: on(), until: null, reviewOn: null } as const;
  const consented = expectOk(await saveRecord(anna, team, { kind: 'consent', content: buildConsent({ state }) }));
  const asked = expectOk(
    await moveCase(anna, consented, { name: 'closing', on: on(), askedBy: anna.user }, { puts: [] }),
  );
  const seen = expectOk(await openCase(ben, asked.id));
  const next =
    to === 'closed' ? ({ name: to, on: on() } as const) : ({ name: to, on: on(), until: addDays(on(), 90) } as const);
  // What belongs to the end is written in the same batch, while the case is still closing.
  const puts = [{ kind: 'note', content: note() }] as const;
  return expectOk(await moveCase(ben, seen, next, { ...ending, puts }));
}

/** What a client that keeps no rules sends; the server is all that stands in the way. */
const bluntly = (session: SpaceSession, opened: OpenedCase, ...changes: readonly Change[]) =>
  appendToSpace(session, opened.space, changes);
const put = (type: string, schema: string, payload: unknown): Change => ({
  kind: 'put',
  record: createId<RecordId>(testRandomBytes),
  type,
  schema,
  payload,
});
const forbidden = (reason: string) => ({ ok: false, refusal: { type: 'StateForbids', reason } });
const againstRest = (opened: OpenedCase) =>
  opened.againstRest.map(({ kind, type, state }) => `${kind ?? type} ${state}`);

test('in aftercare contact goes on, and nothing else is written, whoever asks', async () => {
  const opened = await endedCase('aftercare');
  const after = expectOk(await logContact(lea, expectOk(await openCase(lea, opened.id)), buildContact()));
  expect(againstRest(after)).toEqual([]);
  // Refused on the device.
  expect(await addEntry(lea, after, 'note', note())).toMatchObject(forbidden('aftercare'));
  expect(await saveRecord(lea, after, { kind: 'person', content: buildPerson() })).toMatchObject(
    forbidden('aftercare'),
  );
  // Refused by the server.
  const newest = expectOk(await openCase(anna, opened.id));
  for (const type of ['person', 'reach', 'journey', 'work', 'paper', 'pack', 'file', 'inner']) {
    expect([type, await bluntly(anna, newest, put(type, 'x/1', {}))]).toMatchObject([type, forbidden('aftercare')]);
  }
  const contact = recordOf(newest, 'contact')?.id;
  if (!contact) throw new Error('the contact was saved');
  expect(await bluntly(anna, newest, { kind: 'delete', record: contact })).toMatchObject(forbidden('aftercare'));
  const attached = expectOk(await attachDocument(anna, newest.space, new Uint8Array([1])));
  expect(await bluntly(anna, newest, attached.change)).toMatchObject(forbidden('aftercare'));
});

test('what the server cannot tell apart is marked by every device that opens the case', async () => {
  const opened = await endedCase('aftercare');
  expectOk(await bluntly(ben, opened, put('entry', 'note/1', note())));
  const state = { name: 'given', on: on(), until: null, reviewOn: null } as const;
  const newest = expectOk(await openCase(ben, opened.id));
  expectOk(await bluntly(ben, newest, put('consent', 'consent/1', buildConsent({ state }))));
  const seen = expectOk(await openCase(anna, opened.id));
  expect(againstRest(seen)).toEqual(['note aftercare', 'consent aftercare']);
  expect(seen.againstRest.map(({ author }) => author)).toEqual([ben.user, ben.user]);
  // It can be read all the same, and the case goes on.
  expect(recordOf(seen, 'note')?.content.words).toBe('Work');
  expectOk(await logContact(anna, seen, buildContact()));
  // It stays marked when the case is closed, and when it is opened again.
  const closed = expectOk(
    await moveCase(anna, expectOk(await openCase(anna, opened.id)), { name: 'closed', on: on() }),
  );
  expect(againstRest(closed)).toEqual(['note aftercare', 'consent aftercare']);
});

test('a closed case is read, an old consent withdrawn, unfinished text kept; nothing else', async () => {
  const opened = await endedCase('closed');
  expect(await logContact(anna, expectOk(await openCase(anna, opened.id)), buildContact())).toMatchObject(
    forbidden('closed'),
  );
  expect(await bluntly(ben, opened, put('entry', 'contact/1', buildContact()))).toMatchObject(forbidden('closed'));
  expect(await bluntly(ben, opened, put('plan', 'plan/1', {}))).toMatchObject(forbidden('closed'));
  const id = createId<RecordId>(testRandomBytes);
  const draft = { form: 'note', of: null, baseVersion: 0, id, values: { words: 'Half a' }, caret: null };
  const kept = expectOk(await keepDraft(ben, opened, draft));
  expect(draftOf(kept, ben, 'note')?.content.values).toEqual({ words: 'Half a' });
  const current = expectOk(await dropDraft(ben, kept, 'note'));
  const consent = recordOf(current, 'consent');
  if (!consent) throw new Error('the consent was saved');
  const content = buildConsent({ state: { name: 'withdrawn', given: on(), on: on(), words: '' } });
  const withdrawn = expectOk(await saveRecord(ben, current, { id: consent.id, kind: 'consent', content }));
  expect(againstRest(withdrawn)).toEqual([]);
  expect(againstRest(expectOk(await openCase(anna, opened.id)))).toEqual([]);
});

test('dates and phase of a case at rest stay, how long it is kept may change', async () => {
  const opened = await endedCase('closed');
  const values = (change: object): Change => ({
    kind: 'coded',
    coded: { ...opened.open, ...change } as unknown as CanonicalValue,
  });
  expect(await changeCase(ben, opened, { open: { ...opened.open, phase: 'ended' } })).toMatchObject(
    forbidden('closed'),
  );
  expect(await bluntly(ben, opened, values({ phase: 'ended' }))).toMatchObject(forbidden('closed'));
  expectOk(await changeCase(ben, opened, { open: { ...opened.open, keepUntil: addDays(opened.open.keepUntil, 30) } }));
});

test('opening a closed case again and writing in it is one batch, and no mark is left', async () => {
  const opened = await endedCase('closed');
  const state = { name: 'given', on: on(), until: null, reviewOn: null } as const;
  const puts = [
    { kind: 'consent', content: buildConsent({ state }) },
    { kind: 'safety', content: buildSafety() },
  ] as const;
  const attestations = ['consent-support', 'safety-checked'] as const;
  const next = { name: 'active', on: on(), lead: lea.user } as const;
  const reopened = expectOk(await moveCase(ben, opened, next, { puts, attestations }));
  expect([reopened.open.state.name, againstRest(reopened)]).toEqual(['active', []]);
  expectOk(await addEntry(ben, reopened, 'note', note()));
  expect(againstRest(expectOk(await openCase(anna, opened.id)))).toEqual([]);
});

test('what was written before a case is opened again in the same batch is refused', async () => {
  const opened = await endedCase('closed');
  const open = { ...opened.open, state: { name: 'active', on: on(), lead: lea.user } };
  const reopen: Change = {
    kind: 'coded',
    coded: open as unknown as CanonicalValue,
    act: 'reopen',
    attestations: ['consent-support', 'safety-checked'],
  };
  expect(await bluntly(ben, opened, put('entry', 'note/1', note()), reopen)).toMatchObject(forbidden('closed'));
  expectOk(await bluntly(ben, opened, reopen, put('entry', 'note/1', note())));
});

test('an act that is not done may not be named: devices read from the acts when a case was closed', async () => {
  const opened = await endedCase('closed');
  const named: Change = { kind: 'coded', coded: opened.open as unknown as CanonicalValue, act: 'reopen' };
  expect(await bluntly(ben, opened, named)).toMatchObject(forbidden('no-such-act'));
});

test('somebody can still be taken out of a closed case', async () => {
  const opened = await endedCase('closed');
  const without = expectOk(await changeCase(ben, opened, { revokes: [lea.user] }));
  expect(without.members.map(({ user }) => user)).not.toContain(lea.user);
  const read = readCase(anna, expectOk(await openCase(anna, opened.id)).space);
  expect(againstRest(expectOk(read))).toEqual([]);
});
