import { bytesToBase64url, dayInAmsterdam, expectOk, utf8Bytes, type RecordId, type RouteOutput } from '#platform/base';
import { hashEnvelope, hashText, sealRecord, signDirectoryEntry, thumbprintOf } from '#platform/crypto';
import { sessionRoutes, tenantRoutes } from '#kernel/accounts';
import {
  acceptInvitation,
  confirmInvitation,
  createMarks,
  invite,
  listPeople,
  loadDirectory,
  openInvitation,
  openOwnKeyring,
  saveSeen,
  signIn,
  stepUp,
} from '#kernel/accounts/client';
import { buildParts, type TestPerson } from '#kernel/accounts/testing';
import { spaceRoutes } from '#kernel/spaces';
import { namesIn, openDirectory } from '#kernel/spaces/client';
import { refusedAs, type Lie } from './lie.ts';
import { forge, sessionOf, type LyingWorld } from './lying-world.ts';
import { flipped, lying } from './lying.ts';

type Book = RouteOutput<typeof tenantRoutes.readDirectory>;

const origin = 'https://baken.test';

/** Loads the directory of keys as Lea while it is twisted. */
function inDirectory(twist: (book: Book, world: LyingWorld) => Book | Promise<Book>): Lie['attempt'] {
  return async (world) => {
    const api = lying(world.lea.parts.api, tenantRoutes.readDirectory, (book) => twist(book, world));
    return refusedAs(await loadDirectory({ api }, world.lea.person));
  };
}

/** A signed text whose payload was changed after signing. */
function altered(jws: string, from: RegExp, to: string): string {
  const [header = '', payload = '', signature = ''] = jws.split('.');
  const text = Buffer.from(payload, 'base64url').toString().replace(from, to);
  return [header, bytesToBase64url(utf8Bytes(text)), signature].join('.');
}

/** The directory with one more entry: Olaf's key in Ben's place, signed by Olaf. */
async function withOwnEntry({ documents, entries }: Book, { olaf, ben }: LyingWorld): Promise<Book> {
  const { signing, encryption } = olaf.person.identity;
  const entry = await signDirectoryEntry(signing.private, {
    v: 1,
    suite: 1,
    tenant: olaf.person.tenant,
    seq: entries.length + 1,
    prev: await hashText(entries.at(-1) ?? ''),
    user: ben.person.user,
    status: 'active',
    encryption: encryption.public,
    signing: signing.public,
    roles: [{ role: 'coordinator', until: null }],
    signer: olaf.person.user,
    on: dayInAmsterdam(olaf.parts.clock.now()),
  });
  return { documents, entries: [...entries, entry] };
}

/** Signs Ben in again under a twisted answer, at the device he had. */
async function signInUnder(
  world: LyingWorld,
  person: TestPerson,
  twist: (answer: RouteOutput<typeof sessionRoutes.finishSignIn>) => typeof answer,
): Promise<string> {
  const api = lying(world.server.connect().api, sessionRoutes.finishSignIn, twist);
  const { handle } = person.person;
  return refusedAs(await signIn({ ...person.parts, api }, { handle, passphrase: person.passphrase }));
}

/** An invitation of Anna, answered by the invitee and then confirmed while the list is twisted. */
async function confirmUnder(
  world: LyingWorld,
  handle: string,
  twist: (text: string) => string,
): Promise<{ readonly outcome: string; readonly roles: string }> {
  const { anna, server } = world;
  const person = expectOk(await signIn(anna.parts, { handle: 'anna', passphrase: anna.passphrase }));
  const made = expectOk(await invite(anna.parts, person, { roles: [{ role: 'reader', until: null }], origin }));
  const parts = buildParts(server.connect().api, server.clock);
  const passphrase = 'one hundred small candles';
  const accepted = await acceptInvitation(parts, { text: made.qrText, handle, passphrase, origin });
  const { user } = expectOk(accepted);
  expectOk(await stepUp(anna.parts, anna.passphrase));
  const api = lying(anna.parts.api, tenantRoutes.listInvitations, (answer) => {
    const twisted: unknown = JSON.parse(twist(JSON.stringify(answer)));
    // The twist keeps the shape.
    return twisted as typeof answer;
  });
  const outcome = refusedAs(await confirmInvitation({ ...anna.parts, api }, made.person, made.id));
  const directory = expectOk(await loadDirectory(anna.parts, made.person));
  return {
    outcome,
    roles:
      directory.people
        .get(user)
        ?.roles.map(({ role }) => role)
        .join(', ') ?? 'none',
  };
}

/** Lea, a reader, writes Cora's name under Ben's id; the server serves it. */
async function renamed(world: LyingWorld, answer: RouteOutput<typeof spaceRoutes.readSpace>): Promise<typeof answer> {
  const { lea, ben } = world;
  const session = await sessionOf(lea);
  const opened = expectOk(await openDirectory(session));
  const key = opened.keys.get(opened.log.epoch);
  if (!key) throw new Error('Lea holds the key of the names');
  const record = ben.person.user as string as RecordId;
  const where = { tenant: session.tenant, space: opened.id, epoch: opened.log.epoch, author: session.user };
  const content = { schema: 'member-name/1', payload: { name: 'Cora' } };
  const envelope = await sealRecord(
    key,
    { ...where, type: 'person', record, version: 2 },
    content,
    session.randomBytes,
  );
  const ctHash = await hashEnvelope(envelope);
  const said = { kind: 'put', record, version: 2, ctHash, body: { type: 'person' } } as const;
  const { jws, seq, head } = await forge(lea, opened.id, answer, said);
  const records = answer.records.map((one) => (one.id === record ? { ...one, version: 2, seq, envelope } : one));
  return { ...answer, operations: [...answer.operations, jws], records, seq, head };
}

/** Keys, roles, names, invitations and one's own notes. */
export const liesAboutPeople: readonly Lie[] = [
  {
    lie: 'directory: another encryption key for a colleague',
    outcome: 'refused: DirectoryBroken',
    attempt: inDirectory(({ documents, entries }) => ({
      documents,
      entries: entries.map((entry, at) =>
        at === 1 ? altered(entry, /("crv":"X25519"[^}]*"x":")[^"]{6}/, '$1AAAAAA') : entry,
      ),
    })),
  },
  {
    lie: 'directory: another signing key for a colleague',
    outcome: 'refused: DirectoryBroken',
    attempt: inDirectory(({ documents, entries }) => ({
      documents,
      entries: entries.map((entry, at) =>
        at === 1 ? altered(entry, /("crv":"Ed25519"[^}]*"x":")[^"]{6}/, '$1AAAAAA') : entry,
      ),
    })),
  },
  {
    lie: 'directory: a key of the server’s in a colleague’s place, signed by a volunteer',
    outcome: 'refused: DirectoryBroken',
    attempt: inDirectory(withOwnEntry),
  },
  {
    lie: 'directory: an entry left out',
    outcome: 'refused: DirectoryBroken',
    attempt: inDirectory(({ documents, entries }) => ({ documents, entries: entries.toSpliced(1, 1) })),
  },
  {
    lie: 'directory: entries in another order',
    outcome: 'refused: DirectoryBroken',
    attempt: inDirectory(({ documents, entries }) => ({ documents, entries: entries.toReversed() })),
  },
  {
    lie: 'directory: as it was before oneself was in it',
    outcome: 'refused: DirectoryRolledBack',
    attempt: inDirectory(({ documents, entries }) => ({ documents, entries: entries.slice(0, 2) })),
  },
  {
    lie: 'directory: as it was before, after signing out and in again',
    outcome: 'refused: DirectoryRolledBack',
    attempt: async (world) => {
      const { parts, passphrase } = world.ben;
      const { directory } = await sessionOf(world.ben);
      const before = expectOk(await signIn(parts, { handle: 'ben', passphrase }));
      expectOk(await saveSeen(parts, before, createMarks(await openOwnKeyring(before)), directory));
      const person = expectOk(await signIn(parts, { handle: 'ben', passphrase }));
      const api = lying(parts.api, tenantRoutes.readDirectory, ({ documents, entries }) => ({
        documents,
        entries: entries.slice(0, -1),
      }));
      return refusedAs(await loadDirectory({ api }, person));
    },
  },
  {
    lie: 'directory: as it was before, while somebody works',
    outcome: 'refused: DirectoryRolledBack',
    attempt: async ({ lea }) => {
      const known = expectOk(await loadDirectory(lea.parts, lea.person));
      const api = lying(lea.parts.api, tenantRoutes.readDirectory, ({ documents, entries }) => ({
        documents,
        entries: entries.slice(0, -1),
      }));
      return refusedAs(await loadDirectory({ api }, lea.person, known));
    },
  },
  {
    lie: 'the document of the programme replaced: other signers, same root',
    outcome: 'refused: DirectoryBroken',
    attempt: inDirectory(({ documents, entries }) => ({
      documents: documents.map((document) => altered(document, /"practice":false/, '"practice":true')),
      entries,
    })),
  },
  {
    lie: 'the document of the programme replaced by one of another root',
    outcome: 'refused: RootChanged',
    attempt: inDirectory(({ documents, entries }) => ({
      documents: documents.map((document) => altered(document, /("root":\{[^}]*"x":")[^"]{6}/, '$1AAAAAA')),
      entries,
    })),
  },
  {
    lie: 'the document of the programme of suite 0',
    outcome: 'refused: DirectoryBroken',
    attempt: inDirectory(({ documents, entries }) => ({
      documents: documents.map((document) => altered(document, /"suite":1/, '"suite":0')),
      entries,
    })),
  },
  {
    lie: 'invitation: the server’s key in the invitee’s place',
    outcome: 'refused: EnrolmentNotProven, and no entry',
    attempt: async (world) => {
      const swap = (text: string) => text.replaceAll(/("crv":"X25519","x":")[^"]{10}/g, '$1AAAAAAAAAA');
      const { outcome, roles } = await confirmUnder(world, 'dora', swap);
      return `${outcome}, and ${roles === 'none' ? 'no entry' : roles}`;
    },
  },
  {
    lie: 'invitation: the server’s signing key in the invitee’s place',
    outcome: 'refused: EnrolmentNotProven, and no entry',
    attempt: async (world) => {
      const swap = (text: string) => text.replaceAll(/("crv":"Ed25519","x":")[^"]{10}/g, '$1AAAAAAAAAA');
      const { outcome, roles } = await confirmUnder(world, 'dirk', swap);
      return `${outcome}, and ${roles === 'none' ? 'no entry' : roles}`;
    },
  },
  {
    lie: 'invitation: more roles than the inviter chose',
    outcome: 'unharmed: reader is what was signed',
    attempt: async (world) => {
      const { roles } = await confirmUnder(world, 'emma', (text) => text.replaceAll('"reader"', '"coordinator"'));
      return `unharmed: ${roles} is what was signed`;
    },
  },
  {
    lie: 'invitation: another root shown to the invitee',
    outcome: 'refused: RootNotProven',
    attempt: async ({ anna, server }) => {
      const person = expectOk(await signIn(anna.parts, { handle: 'anna', passphrase: anna.passphrase }));
      const made = expectOk(await invite(anna.parts, person, { roles: [{ role: 'reader', until: null }], origin }));
      const other = await thumbprintOf(person.identity.signing.public);
      const api = lying(server.connect().api, tenantRoutes.readInvitation, (answer) => ({
        ...answer,
        fingerprint: other,
      }));
      return refusedAs(await openInvitation({ api }, made.words.join(' ')));
    },
  },
  {
    lie: 'sign-in: a programme with another root',
    outcome: 'refused: RootChanged',
    attempt: (world) =>
      signInUnder(world, world.olaf, (answer) => ({
        ...answer,
        me: { ...answer.me, fingerprint: flipped(answer.me.fingerprint) },
      })),
  },
  {
    lie: 'sign-in: another programme',
    outcome: 'refused: RootChanged',
    attempt: (world) =>
      signInUnder(world, world.olaf, (answer) => ({
        ...answer,
        me: { ...answer.me, tenant: world.birch as string as typeof answer.me.tenant },
      })),
  },
  {
    lie: 'sign-in: another person’s sealed keys',
    outcome: 'refused: KitDoesNotFit',
    attempt: (world) =>
      signInUnder(world, world.olaf, (answer) => ({
        ...answer,
        me: { ...answer.me, user: world.lea.person.user },
      })),
  },
  {
    lie: 'sign-in: other parameters of the passphrase protocol, the server’s own key in it',
    outcome: 'refused: SignInFailed',
    attempt: async ({ server, olaf }) => {
      const api = lying(server.connect().api, sessionRoutes.startSignIn, ({ login, response }) => ({
        login,
        response: flipped(response, 60),
      }));
      return refusedAs(await signIn({ ...olaf.parts, api }, { handle: 'olaf', passphrase: olaf.passphrase }));
    },
  },
  {
    lie: 'sign-in: one’s own notes of what was seen, as they were before',
    outcome: 'refused: KeyringBehind',
    attempt: async (world) => {
      const { cora } = world;
      const { directory } = await sessionOf(cora);
      const first = expectOk(
        await saveSeen(cora.parts, cora.person, createMarks(await openOwnKeyring(cora.person)), directory),
      );
      expectOk(await saveSeen(cora.parts, first, createMarks(await openOwnKeyring(first)), directory));
      return signInUnder(world, cora, (answer) => ({ ...answer, keyring: first.keyring }));
    },
  },
  {
    lie: 'sign-in: one’s own notes of what was seen, as they were before, under the newest number',
    outcome: 'refused: KeyringBehind',
    attempt: async (world) => {
      const { cora } = world;
      const { directory } = await sessionOf(cora);
      const now = expectOk(await signIn(cora.parts, { handle: cora.person.handle, passphrase: cora.passphrase }));
      const first = expectOk(await saveSeen(cora.parts, now, createMarks(await openOwnKeyring(now)), directory));
      const next = expectOk(await saveSeen(cora.parts, first, createMarks(await openOwnKeyring(first)), directory));
      const sealed = first.keyring?.sealed ?? '';
      return signInUnder(world, cora, (answer) => ({
        ...answer,
        keyring: { version: next.keyring?.version ?? 0, sealed },
      }));
    },
  },
  {
    lie: 'sign-in: one’s own notes of what was seen, gone',
    outcome: 'refused: KeyringBehind',
    attempt: (world) => signInUnder(world, world.cora, (answer) => ({ ...answer, keyring: null })),
  },
  {
    lie: 'sign-in: one’s own notes of what was seen, changed',
    outcome: 'refused: KeyringBehind',
    attempt: (world) =>
      signInUnder(world, world.cora, (answer) => ({
        ...answer,
        keyring: answer.keyring && { ...answer.keyring, sealed: flipped(answer.keyring.sealed) },
      })),
  },
  {
    lie: 'people: a volunteer listed as a coordinator',
    outcome: 'flagged: volunteer, does not fit',
    attempt: async ({ anna, olaf }) => {
      const { directory } = await sessionOf(anna);
      const api = lying(anna.parts.api, tenantRoutes.listUsers, ({ users }) => ({
        users: users.map((user) => ({
          ...user,
          roles: user.roles.map((held) => ({ ...held, role: 'coordinator' as const })),
        })),
      }));
      const people = expectOk(await listPeople({ api }, directory));
      const listed = people.find(({ user }) => user === olaf.person.user);
      const roles = listed?.roles.map(({ role }) => role).join(', ') ?? 'gone';
      return listed?.fits === false ? `flagged: ${roles}, does not fit` : 'unnoticed';
    },
  },
  {
    lie: 'people: a colleague left out of the list',
    outcome: 'flagged: still there, does not fit',
    attempt: async ({ anna, ben }) => {
      const { directory } = await sessionOf(anna);
      const api = lying(anna.parts.api, tenantRoutes.listUsers, ({ users }) => ({
        users: users.filter(({ user }) => user !== ben.person.user),
      }));
      const people = expectOk(await listPeople({ api }, directory));
      const listed = people.find(({ user }) => user === ben.person.user);
      return listed?.fits === false ? 'flagged: still there, does not fit' : 'unnoticed';
    },
  },
  {
    lie: 'names: a colleague named as another, written by a reader',
    outcome: 'flagged: a colleague without a name',
    attempt: async (world) => {
      const anna = await sessionOf(world.anna);
      const api = lying(anna.api, spaceRoutes.readSpace, (answer) => renamed(world, answer));
      const names = namesIn(expectOk(await openDirectory({ ...anna, api })), anna.directory);
      return names.get(world.ben.person.user) === undefined ? 'flagged: a colleague without a name' : 'unnoticed';
    },
  },
];
