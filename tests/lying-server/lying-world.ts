import { addDays, createId, expectOk, utf8Bytes, type RecordId, type SpaceId } from '#platform/base';
import type { Api } from '#platform/client';
import { hashOperation, signOperation } from '#platform/crypto';
import type { OperationPayload } from '#platform/crypto/envelope';
import {
  createMarks,
  loadDirectory,
  openOwnKeyring,
  type KeptMarks,
  type SignedInPerson,
} from '#kernel/accounts/client';
import { buildColleague, buildFounder, buildParts, testRandomBytes, type TestPerson } from '#kernel/accounts/testing';
import { admitToDirectory, createDirectory, type SpaceSession } from '#kernel/spaces/client';
import {
  acceptAttestations,
  acceptCase,
  attachPaper,
  createProcedures,
  giveTeam,
  moveCase,
  newestPacks,
  openCase,
  referCase,
  recordOf,
  recordsOf,
  saveRecord,
  startIntake,
  startJourney,
  type OpenedCase,
} from '#modules/casework/client';
import { buildPaper, buildPerson, buildReach } from '#modules/casework/testing';
import { startTestServer, type TestServer } from '../support/test-server.ts';

/** A programme of five people who know each other by name, and two cases, on a server that may be made to lie about them. */
export interface LyingWorld {
  readonly server: TestServer;
  /** Coordinator and signer of the directory. */
  readonly anna: TestPerson;
  /** Coordinator, signs no directory. */
  readonly ben: TestPerson;
  /** Volunteer, lead of the first case. */
  readonly lea: TestPerson;
  /** Volunteer without a case. */
  readonly olaf: TestPerson;
  /** Coordinator without a case. */
  readonly cora: TestPerson;
  /** With a lead, a journey with dates, a person twice written, two papers with files. */
  readonly amber: SpaceId;
  /** Only just opened. */
  readonly birch: SpaceId;
  close(): Promise<void>;
}

/** Builds the world through the real client code. */
export async function buildLyingWorld(options: Parameters<typeof startTestServer>[0] = {}): Promise<LyingWorld> {
  const server = await startTestServer(options);
  let anna = await buildFounder(buildParts(server.connect().api, server.clock), server.foundingCode);
  const join = async (handle: string, role: 'coordinator' | 'volunteer'): Promise<TestPerson> => {
    const parts = buildParts(server.connect().api, server.clock);
    const made = await buildColleague(anna, parts, { handle, roles: [{ role, until: null }] });
    anna = made.inviter;
    return made.colleague;
  };
  const ben = await join('ben', 'coordinator');
  const lea = await join('lea', 'volunteer');
  const olaf = await join('olaf', 'volunteer');
  const cora = await join('cora', 'coordinator');
  const people = { server, anna, ben, lea, olaf, cora };
  await nameEverybody(people);
  const amber = await buildAmber(people);
  const session = await sessionOf(anna);
  const coordinators = [ben.person.user];
  const birch = expectOk(await referCase(session, { coordinators, person: buildPerson({ calledName: 'Birch' }) }));
  return { ...people, amber: amber.id, birch: birch.id, close: () => server.stop() };
}

async function nameEverybody(people: Pick<LyingWorld, 'anna' | 'ben' | 'lea' | 'olaf' | 'cora'>): Promise<void> {
  const session = await sessionOf(people.anna);
  let directory = expectOk(await createDirectory(session, 'Anna'));
  for (const [name, relation] of [
    ['ben', 'coordinator'],
    ['lea', 'reader'],
    ['olaf', 'reader'],
    ['cora', 'coordinator'],
  ] as const) {
    const { user } = people[name].person;
    directory = expectOk(await admitToDirectory(session, directory, { user, name, relation }));
  }
}

type People = Pick<LyingWorld, 'anna' | 'ben' | 'lea'>;

/** A case with a lead: for lies that need one of their own. */
export async function buildActiveCase({ anna, ben, lea }: People): Promise<OpenedCase> {
  const session = await sessionOf(anna);
  const referred = expectOk(await referCase(session, { coordinators: [ben.person.user], person: buildPerson() }));
  const intake = expectOk(await startIntake(session, referred));
  const accepted = expectOk(await acceptCase(session, intake, { attestations: acceptAttestations }));
  return expectOk(await giveTeam(session, accepted, { lead: lea.person.user }));
}

/** A case that two people have closed. */
export async function buildClosedCase(people: People): Promise<OpenedCase> {
  const [anna, ben] = [await sessionOf(people.anna), await sessionOf(people.ben)];
  const given = await buildActiveCase(people);
  const { on } = given.open.state;
  const asked = expectOk(await moveCase(anna, given, { name: 'closing', on, askedBy: anna.user }));
  const attestations = ['closing-list-done', 'person-told'] as const;
  const seen = expectOk(await openCase(ben, asked.id));
  return expectOk(await moveCase(ben, seen, { name: 'closed', on }, { attestations }));
}

async function buildAmber(people: People & Pick<LyingWorld, 'server'>): Promise<OpenedCase> {
  const session = await sessionOf(people.anna);
  let opened = await buildActiveCase(people);
  const today = opened.open.state.on;
  const facts = [
    { fact: 'signal', on: addDays(today, -20), by: 'police' },
    { fact: 'reflection-granted', on: addDays(today, -19) },
  ];
  opened = expectOk(
    await startJourney(session, createProcedures(), opened, { packs: [...newestPacks('nl')], parameters: {}, facts }),
  );
  const person = recordOf(opened, 'person');
  if (!person) throw new Error('the person was just written');
  const content = { ...person.content, calledName: 'Second version' };
  opened = expectOk(await saveRecord(session, opened, { id: person.id, kind: 'person', content }));
  opened = expectOk(await saveRecord(session, opened, { kind: 'reach', content: buildReach() }));
  for (const name of ['first', 'second']) {
    const file = { bytes: utf8Bytes(`${name} file`), mediaType: 'text/plain', name: `${name}.txt` };
    opened = expectOk(await attachPaper(session, opened, buildPaper({ title: name }), file));
  }
  return opened;
}

/** Somebody at a device of their own, talking to whatever server is given; marks start where the keyring ends. */
export async function sessionOf(
  { parts, person }: { readonly parts: TestPerson['parts']; readonly person: SignedInPerson },
  { api = parts.api, marks }: { readonly api?: Api; readonly marks?: KeptMarks } = {},
): Promise<SpaceSession & { readonly marks: KeptMarks }> {
  return {
    tenant: person.tenant,
    user: person.user,
    identity: person.identity,
    directory: expectOk(await loadDirectory(parts, person)),
    api,
    clock: parts.clock,
    randomBytes: testRandomBytes,
    marks: marks ?? createMarks(await openOwnKeyring(person)),
  };
}

/** The first two papers of a case with their files. */
export function twoPapers(opened: OpenedCase) {
  const [first, second] = recordsOf(opened, 'paper');
  if (!first || !second) throw new Error('the case has two papers');
  return [first, second] as const;
}

/** What a member could sign next on a log, whether or not they may. */
export type Forgery = Readonly<Record<string, unknown>> & {
  readonly kind: OperationPayload['kind'];
  readonly body: unknown;
};

/**
 * Answers `readSpace` with one more operation than there is: signed by a real key, correctly chained,
 * and named as the head. What only a server that works together with somebody can do.
 */
export async function forge(
  signer: TestPerson,
  space: SpaceId,
  last: { readonly seq: number; readonly head: string; readonly epoch: number },
  forgery: Forgery,
): Promise<{ readonly jws: string; readonly seq: number; readonly head: string }> {
  const seq = last.seq + 1;
  const payload = {
    v: 1,
    suite: 1,
    tenant: signer.person.tenant,
    case: space,
    seq,
    prev: last.head,
    author: signer.person.user,
    epoch: last.epoch,
    record: null,
    version: null,
    ctHash: null,
    codedHash: null,
    tenantHead: null,
    time: `${signer.parts.clock.now().toISOString().slice(0, 13)}:00Z`,
    ...forgery,
  };
  // Forgeries are wrong on purpose, so they are not built by the typed code.
  const jws = await signOperation(signer.person.identity.signing.private, payload as unknown as OperationPayload);
  return { jws, seq, head: await hashOperation(jws) };
}

/** The operation of an entry that somebody could have written; its ciphertext is nobody's matter here. */
export function noteOf({ parts }: TestPerson): Forgery {
  const record = createId<RecordId>(parts.randomBytes);
  return { kind: 'put', record, version: 1, ctHash: 'A'.repeat(43), body: { type: 'entry' } };
}
