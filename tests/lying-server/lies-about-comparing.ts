import {
  createId,
  dayInAmsterdam,
  expectOk,
  type RecordId,
  type RouteOutput,
  type SpaceId,
  type UserId,
} from '#platform/base';
import type { Api } from '#platform/client';
import { hashEnvelope, hashText, sealRecord, signDirectoryEntry } from '#platform/crypto';
import { tenantRoutes } from '#kernel/accounts';
import { loadDirectory, saveSeen, signIn } from '#kernel/accounts/client';
import type { TestPerson } from '#kernel/accounts/testing';
import { spaceRoutes } from '#kernel/spaces';
import {
  doubtsAbout,
  grantAccess,
  openDirectory,
  openSpace,
  readComparisons,
  recordComparison,
  showSafetyNumber,
  standingOf,
  type OpenedSpace,
  type SpaceSession,
} from '#kernel/spaces/client';
import { refusedAs, type Lie } from './lie.ts';
import { forge, sessionOf, type Forgery, type LyingWorld } from './lying-world.ts';
import { lying } from './lying.ts';

type Served = RouteOutput<typeof spaceRoutes.readSpace>;

/** Signs that two people compared, on an honest server. */
async function say(by: TestPerson, other: TestPerson, result: 'same' | 'different'): Promise<RecordId> {
  const session = await sessionOf(by);
  const shown = expectOk(await showSafetyNumber(session, other.person.user));
  const { log } = expectOk(await recordComparison(session, shown, { way: 'by-voice', result }));
  const newest = [...log.records.values()].findLast(({ type }) => type === 'comparison');
  if (!newest) throw new Error('it was just written');
  return newest.id;
}

/** Twists what is served of the directory space, and of no other. */
function inDirectorySpace(api: Api, directory: SpaceId, twist: (answer: Served) => Served | Promise<Served>): Api {
  return lying(api, spaceRoutes.readSpace, (answer) => (answer.id === directory ? twist(answer) : answer));
}

/** What a device reads of Cora, and whether it would let her into the first case. */
async function aboutCora(session: SpaceSession, world: LyingWorld, opened: OpenedSpace): Promise<string> {
  const cora = world.cora.person.user;
  const grant = { user: cora, relation: 'coordinator', reason: 'team' };
  const granted = refusedAs(await grantAccess(session, opened, grant));
  const directory = await openDirectory(session);
  if (!directory.ok) return `${refusedAs(directory)}; granting ${granted}`;
  const read = expectOk(await readComparisons(session, directory.value));
  const said = doubtsAbout(read, cora).length > 0 ? 'different' : 'nothing';
  const flags = [...read.withheld, ...read.flaws].map(({ reason }) => ` ${reason}`).join(',');
  return `${said},${flags || ' nothing flagged'}; granting ${granted}`;
}

interface Attempt {
  readonly world: LyingWorld;
  /** Ben's finding about Cora, signed before. */
  readonly record: RecordId;
  readonly directory: SpaceId;
}

/**
 * Ben finds Cora's number different. Anna, at a new device, asks a server that twists the directory space
 * whether Cora may be let in. Afterwards Ben finds the same, so that the next lie starts from nothing.
 */
function asAnna(twist: (answer: Served, attempt: Attempt) => Served | Promise<Served>): Lie['attempt'] {
  return async (world) => {
    const record = await say(world.ben, world.cora, 'different');
    const honest = await sessionOf(world.anna);
    const opened = expectOk(await openSpace(honest, world.amber));
    const { id } = expectOk(await openDirectory(honest));
    const { log } = expectOk(await openSpace(honest, id));
    // A lie is told once and kept to: two forgeries with one number would be a fork.
    let told: Promise<Served> | null = null;
    const api = inDirectorySpace(honest.api, id, (answer) => {
      told ??= Promise.resolve(twist(answer, { world, record, directory: log.space }));
      return told;
    });
    const outcome = await aboutCora({ ...honest, api }, world, opened);
    await say(world.ben, world.cora, 'same');
    return outcome;
  };
}

/** The same answer with one more operation of somebody, correctly signed and chained, and its record. */
async function plant(
  answer: Served,
  { directory }: Attempt,
  signer: TestPerson,
  said: Forgery,
  envelope: string | null,
  alter: (jws: string) => string = (jws) => jws,
): Promise<Served> {
  const { jws, seq, head } = await forge(signer, directory, answer, said);
  const id = String(said['record']);
  const version = Number(said['version']);
  const record = { id, version, type: 'comparison', seq, envelope };
  const others = answer.records.filter((one) => one.id !== id);
  return { ...answer, operations: [...answer.operations, alter(jws)], records: [...others, record], seq, head };
}

/** Somebody's statement that Cora's number is the same, sealed as a version of a record. */
async function sameSaidBy(by: TestPerson, { world }: Attempt, record: RecordId, version: number) {
  const session = await sessionOf(by);
  const { id: space, keys, log } = expectOk(await openDirectory(session));
  const key = keys.get(log.epoch);
  if (!key) throw new Error('a member holds the key');
  const { other, own, theirs } = expectOk(await showSafetyNumber(session, world.cora.person.user));
  const context = { tenant: session.tenant, space, epoch: log.epoch, type: 'comparison', record, version };
  const payload = { other, own, theirs, way: 'by-voice', result: 'same' };
  const content = { schema: 'comparison/1', payload };
  const envelope = await sealRecord(key, { ...context, author: session.user }, content, session.randomBytes);
  const put = { kind: 'put', record, version, body: { type: 'comparison' } } as const;
  return { envelope, said: { ...put, ctHash: await hashEnvelope(envelope) } };
}

/** The directory of keys with Cora's encryption key replaced by Olaf's, signed by a signer. */
async function withOtherKey(world: LyingWorld): Promise<SpaceSession> {
  const { anna, cora, olaf } = world;
  const honest = await sessionOf(anna);
  const entry = honest.directory.people.get(cora.person.user);
  if (!entry) throw new Error('Cora is in the directory');
  const api = lying(anna.parts.api, tenantRoutes.readDirectory, async ({ documents, entries }) => {
    const { user, status, roles, signing } = entry;
    const forged = await signDirectoryEntry(anna.person.identity.signing.private, {
      v: 1,
      suite: 1,
      tenant: honest.tenant,
      seq: entries.length + 1,
      prev: await hashText(entries.at(-1) ?? ''),
      user,
      status,
      encryption: olaf.person.identity.encryption.public,
      signing,
      roles,
      signer: anna.person.user,
      on: dayInAmsterdam(anna.parts.clock.now()),
    });
    return { documents, entries: [...entries, forged] };
  });
  return { ...honest, directory: expectOk(await loadDirectory({ api }, anna.person)) };
}

const idOf = ({ person }: TestPerson): UserId => person.user;

/** Who compared with whom, and what is made of it. They leave statements about Cora behind. */
export const liesAboutComparing: readonly Lie[] = [
  {
    lie: 'comparing: nothing is twisted',
    outcome: 'different, nothing flagged; granting refused: KeysDoubted',
    attempt: asAnna((answer) => answer),
  },
  {
    lie: 'comparing: what was found different held back',
    outcome: 'nothing, missing; granting refused: RecordsDoNotFit',
    attempt: asAnna((answer, { record }) => ({
      ...answer,
      records: answer.records.map((one) => (one.id === record ? { ...one, envelope: null } : one)),
    })),
  },
  {
    lie: 'comparing: what was found different swapped for what was found the same before',
    outcome: 'nothing, changed; granting refused: RecordsDoNotFit',
    attempt: asAnna(async (answer, { record, world }) => {
      const honest = await sessionOf(world.ben);
      const { log } = expectOk(await openDirectory(honest));
      const ids = [...log.records.values()].filter(({ type }) => type === 'comparison').map(({ id }) => id);
      const before = answer.records.find(({ id }) => id === ids.at(-2))?.envelope ?? null;
      return {
        ...answer,
        records: answer.records.map((one) => (one.id === record ? { ...one, envelope: before } : one)),
      };
    }),
  },
  {
    lie: 'comparing: the statement left out of the log',
    outcome: 'refused: RolledBack; granting refused: RolledBack',
    attempt: asAnna((answer, { record }) => {
      const operations = answer.operations.slice(0, -1);
      const records = answer.records.filter(({ id }) => id !== record);
      return { ...answer, operations, records, seq: answer.seq - 1, head: prevOf(answer.operations.at(-1)) };
    }),
  },
  {
    lie: 'comparing: written over by another coordinator, together with the server',
    outcome: 'different, written-over; granting refused: KeysDoubted',
    attempt: asAnna(async (answer, attempt) => {
      const { envelope, said } = await sameSaidBy(
        attempt.world.cora,
        {
          ...attempt,
          world: { ...attempt.world, cora: attempt.world.olaf },
        },
        attempt.record,
        2,
      );
      return plant(answer, attempt, attempt.world.cora, said, envelope);
    }),
  },
  {
    lie: 'comparing: written over, and the first version held back',
    outcome: 'nothing, missing, written-over; granting refused: RecordsDoNotFit',
    attempt: async (world) => {
      const record = await say(world.ben, world.cora, 'different');
      const honest = await sessionOf(world.anna);
      const opened = expectOk(await openSpace(honest, world.amber));
      const { id: directory } = expectOk(await openDirectory(honest));
      const attempt = { world, record, directory };
      const { envelope, said } = await sameSaidBy(world.lea, attempt, record, 2);
      const over = inDirectorySpace(honest.api, directory, (answer) =>
        plant(answer, attempt, world.lea, said, envelope),
      );
      const api = lying(over, spaceRoutes.readVersions, () => ({ versions: [] }));
      const outcome = await aboutCora({ ...honest, api }, world, opened);
      await say(world.ben, world.cora, 'same');
      return outcome;
    },
  },
  {
    lie: 'comparing: taken away by a coordinator, together with the server',
    outcome: 'different, written-over; granting refused: KeysDoubted',
    attempt: asAnna((answer, attempt) => {
      const body = { type: 'comparison' };
      const said = { kind: 'delete', record: attempt.record, version: 2, body } as const;
      return plant(answer, attempt, attempt.world.cora, said, null);
    }),
  },
  {
    lie: 'comparing: found the same, forged in the name of the coordinator who found it different',
    outcome: 'refused: BadSignature; granting refused: BadSignature',
    attempt: asAnna(async (answer, attempt) => {
      const { world } = attempt;
      const { envelope, said } = await sameSaidBy(
        world.lea,
        attempt,
        createId<RecordId>(world.lea.parts.randomBytes),
        1,
      );
      return plant(answer, attempt, world.lea, { ...said, author: idOf(world.ben) }, envelope);
    }),
  },
  {
    lie: 'comparing: found the same, by a volunteer who works with the server',
    outcome: 'different, nothing flagged; granting refused: KeysDoubted',
    attempt: asAnna(async (answer, attempt) => {
      const { lea } = attempt.world;
      const { envelope, said } = await sameSaidBy(lea, attempt, createId<RecordId>(lea.parts.randomBytes), 1);
      return plant(answer, attempt, lea, said, envelope);
    }),
  },
  {
    lie: 'comparing: an old statement of the coordinator replayed as a record of somebody else',
    outcome: 'different, DoesNotOpen; granting refused: KeysDoubted',
    attempt: asAnna(async (answer, attempt) => {
      const { ben, lea } = attempt.world;
      const { envelope } = await sameSaidBy(ben, attempt, createId<RecordId>(ben.parts.randomBytes), 1);
      const record = createId<RecordId>(lea.parts.randomBytes);
      const put = { kind: 'put', record, version: 1, body: { type: 'comparison' } } as const;
      return plant(answer, attempt, lea, { ...put, ctHash: await hashEnvelope(envelope) }, envelope);
    }),
  },
  {
    lie: 'comparing: no directory space shown at all',
    outcome: 'refused: RolledBack; granting refused: RolledBack',
    attempt: async (world) => {
      const honest = await sessionOf(world.anna);
      const opened = expectOk(await openSpace(honest, world.amber));
      expectOk(await openDirectory(honest));
      const api = lying(honest.api, spaceRoutes.readHeads, (answer) => ({ ...answer, spaces: [] }));
      return aboutCora({ ...honest, api }, world, opened);
    },
  },
  {
    lie: 'comparing: no directory space shown, after signing out and in again',
    outcome: 'refused: RolledBack; granting refused: RolledBack',
    attempt: async (world) => {
      const { parts, passphrase } = world.ben;
      const before = expectOk(await signIn(parts, { handle: 'ben', passphrase }));
      const seen = await sessionOf({ parts, person: before });
      expectOk(await openDirectory(seen));
      expectOk(await saveSeen(parts, before, seen.marks, seen.directory));
      const honest = await sessionOf({ parts, person: expectOk(await signIn(parts, { handle: 'ben', passphrase })) });
      const opened = expectOk(await openSpace(honest, world.amber));
      const api = lying(honest.api, spaceRoutes.readHeads, (answer) => ({ ...answer, spaces: [] }));
      return aboutCora({ ...honest, api }, world, opened);
    },
  },
  {
    lie: 'comparing: another space shown as the directory space',
    outcome: 'refused: RolledBack; granting refused: RolledBack',
    attempt: async (world) => {
      const honest = await sessionOf(world.anna);
      const opened = expectOk(await openSpace(honest, world.amber));
      expectOk(await openDirectory(honest));
      const api = lying(honest.api, spaceRoutes.readHeads, (answer) => ({
        ...answer,
        spaces: answer.spaces.map((head) => ({ ...head, id: world.birch })),
      }));
      return aboutCora({ ...honest, api }, world, opened);
    },
  },
  {
    lie: 'comparing: another key for a colleague, signed by a signer, after the numbers were the same',
    outcome: 'flagged: void',
    attempt: async (world) => {
      await say(world.anna, world.cora, 'same');
      const session = await withOtherKey(world);
      const read = expectOk(await readComparisons(session, expectOk(await openDirectory(session))));
      return `flagged: ${standingOf(read, idOf(world.anna), idOf(world.cora)).is}`;
    },
  },
  {
    lie: 'comparing: another key for a colleague, which the number on the screen shows',
    outcome: 'flagged: another number than the colleague’s',
    attempt: async (world) => {
      const shown = expectOk(await showSafetyNumber(await withOtherKey(world), idOf(world.cora)));
      const theirs = expectOk(await showSafetyNumber(await sessionOf(world.cora), idOf(world.anna)));
      return shown.digits === theirs.digits ? 'unnoticed' : 'flagged: another number than the colleague’s';
    },
  },
];

/** The head before an operation, as the operation itself says. */
function prevOf(jws: string | undefined): string {
  const payload: unknown = JSON.parse(Buffer.from(jws?.split('.')[1] ?? '', 'base64url').toString());
  return String(Reflect.get(payload as object, 'prev'));
}
