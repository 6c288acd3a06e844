import { expectOk, type RouteOutput, type SpaceId } from '#platform/base';
import { hashEnvelope, sealRecord, thumbprintOf, type RecordContext } from '#platform/crypto';
import type { TestPerson } from '#kernel/accounts/testing';
import { spaceRoutes } from '#kernel/spaces';
import { giveTeam } from '#modules/casework/client';
import { buildContact } from '#modules/casework/testing';
import { lookAt, openHonestly, type Lie } from './lie.ts';
import {
  buildActiveCase,
  buildClosedCase,
  forge,
  noteOf,
  sessionOf,
  type Forgery,
  type LyingWorld,
} from './lying-world.ts';
import { flipped, lying } from './lying.ts';

type Served = RouteOutput<typeof spaceRoutes.readSpace>;
interface Planted {
  readonly signer: TestPerson;
  readonly said: Forgery;
  readonly record?: Served['records'][number];
}

/** Shows a reader of a case one more operation, really signed by somebody who may not, or not so. */
async function plant(
  reader: TestPerson,
  space: SpaceId,
  { signer, said, record }: Planted,
  alter: (jws: string) => string = (jws) => jws,
): Promise<string> {
  const api = lying(reader.parts.api, spaceRoutes.readSpace, async (answer) => {
    const { jws, seq, head } = await forge(signer, space, answer, said);
    const operations = [...answer.operations, alter(jws)];
    return { ...answer, operations, seq, head, records: [...answer.records, ...(record ? [{ ...record, seq }] : [])] };
  });
  return lookAt(await sessionOf(reader, { api }), space);
}

/** A grant of the first case to Olaf, said by somebody. */
async function grantOlaf(world: LyingWorld, relation = 'second'): Promise<Forgery> {
  const { log } = (await openHonestly(await sessionOf(world.anna), world.amber)).space;
  const thumbprint = await thumbprintOf(world.olaf.person.identity.encryption.public);
  const commitment = log.commitments.get(log.epoch) ?? '';
  return { kind: 'grant', body: { user: world.olaf.person.user, relation, thumbprint, commitment, reason: 'team' } };
}

/** An entry that Ben really sealed and signed, but not as one must. */
async function misSealed(
  world: LyingWorld,
  context: (right: RecordContext) => RecordContext,
  alter: (envelope: string) => string = (envelope) => envelope,
): Promise<Planted> {
  const session = await sessionOf(world.ben);
  const { log, keys } = (await openHonestly(session, world.amber)).space;
  const key = keys.get(log.epoch);
  const note = noteOf(world.ben);
  if (!key) throw new Error('Ben holds the key');
  const right: RecordContext = {
    tenant: session.tenant,
    space: world.amber,
    epoch: log.epoch,
    type: 'entry',
    record: note['record'] as RecordContext['record'],
    version: 1,
    author: session.user,
  };
  const content = { schema: 'note/1', payload: {} };
  const envelope = alter(await sealRecord(key, context(right), content, session.randomBytes));
  const said = { ...note, ctHash: await hashEnvelope(envelope) };
  return { signer: world.ben, said, record: { id: right.record, version: 1, type: 'entry', seq: 0, envelope } };
}

/** An entry that Ben really sealed and signed as one must, in a case of his. */
async function wellSealed(world: LyingWorld, space: SpaceId): Promise<Planted> {
  const session = await sessionOf(world.ben);
  const { log, keys } = (await openHonestly(session, space)).space;
  const key = keys.get(log.epoch);
  const note = noteOf(world.ben);
  if (!key) throw new Error('Ben holds the key');
  const record = note['record'] as RecordContext['record'];
  const { tenant, user: author } = session;
  const context = { tenant, space, epoch: log.epoch, type: 'entry', record, version: 1, author };
  const content = { schema: 'contact/1', payload: buildContact() };
  const envelope = await sealRecord(key, context, content, session.randomBytes);
  const said = { ...note, ctHash: await hashEnvelope(envelope) };
  return { signer: world.ben, said, record: { id: record, version: 1, type: 'entry', seq: 0, envelope } };
}

/** A case whose lead, Olaf, was taken out, so that it is under its second key. Taking out ends his sessions. */
async function rotatedCase(world: LyingWorld): Promise<SpaceId> {
  const given = await buildActiveCase({ ...world, lea: world.olaf });
  return expectOk(await giveTeam(await sessionOf(world.anna), given, { lead: null })).id;
}

/** The header of an envelope with other parameters. */
function withHeader(envelope: string, change: Readonly<Record<string, unknown>>): string {
  const [header = '', ...rest] = envelope.split('.');
  const parsed: unknown = JSON.parse(Buffer.from(header, 'base64url').toString());
  const changed = JSON.stringify({ ...(parsed as object), ...change });
  return [Buffer.from(changed).toString('base64url'), ...rest].join('.');
}

/** What a server could plant alone, or together with somebody whose key it has. */
export const plantedOperations: readonly Lie[] = [
  {
    lie: 'a grant signed by a volunteer who is no member',
    outcome: 'refused: NotPermitted',
    attempt: async (world) => plant(world.lea, world.amber, { signer: world.olaf, said: await grantOlaf(world) }),
  },
  {
    lie: 'a grant signed by the lead, a plain volunteer',
    outcome: 'refused: NotPermitted',
    attempt: async (world) => plant(world.ben, world.amber, { signer: world.lea, said: await grantOlaf(world) }),
  },
  {
    lie: 'a grant signed by a coordinator who is no member',
    outcome: 'refused: NotPermitted',
    attempt: async (world) => plant(world.lea, world.amber, { signer: world.cora, said: await grantOlaf(world) }),
  },
  {
    lie: 'a grant whose signature is not that of its author',
    outcome: 'refused: BadSignature',
    attempt: async (world) =>
      plant(world.lea, world.amber, { signer: world.anna, said: await grantOlaf(world) }, (jws) =>
        flipped(jws, jws.length - 20),
      ),
  },
  {
    lie: 'a grant signed with one key in the name of another person',
    outcome: 'refused: BadSignature',
    attempt: async (world) => {
      const said = { ...(await grantOlaf(world)), author: world.anna.person.user };
      return plant(world.lea, world.amber, { signer: world.olaf, said });
    },
  },
  {
    lie: 'a grant signed by somebody whom the directory does not know',
    outcome: 'refused: UnknownAuthor',
    attempt: async (world) => {
      const said = { ...(await grantOlaf(world)), author: world.amber };
      return plant(world.lea, world.amber, { signer: world.olaf, said });
    },
  },
  {
    lie: 'a grant to a key that is not the one in the directory',
    outcome: 'refused: KeyNotCurrent',
    attempt: async (world) => {
      const said = await grantOlaf(world);
      const body = { ...(said.body as object), thumbprint: 'A'.repeat(43) };
      return plant(world.lea, world.amber, { signer: world.anna, said: { ...said, body } });
    },
  },
  {
    lie: 'the second coordinator taken out by the lead',
    outcome: 'refused: NotPermitted',
    attempt: (world) => {
      const said = { kind: 'revoke', body: { user: world.ben.person.user } } as const;
      return plant(world.anna, world.amber, { signer: world.lea, said });
    },
  },
  {
    lie: 'an entry written by whoever was taken out, under the old key',
    outcome: 'refused: EpochBehind',
    attempt: async (world) => {
      const space = await rotatedCase(world);
      return plant(world.ben, space, { signer: world.olaf, said: { ...noteOf(world.olaf), epoch: 1 } });
    },
  },
  {
    lie: 'an entry written by whoever was taken out, named under the new key',
    outcome: 'refused: NotPermitted',
    attempt: async (world) => {
      const space = await rotatedCase(world);
      return plant(world.ben, space, { signer: world.olaf, said: noteOf(world.olaf) });
    },
  },
  {
    lie: 'an entry that a member wrote in a closed case, let through',
    outcome: 'flagged: contact although closed',
    attempt: async (world) => {
      const { id } = await buildClosedCase(world);
      return plant(world.lea, id, await wellSealed(world, id));
    },
  },
  {
    lie: 'a file that a member added to a closed case, let through',
    outcome: 'flagged: document although closed',
    attempt: async (world) => {
      const { id } = await buildClosedCase(world);
      const said = { ...noteOf(world.ben), body: { type: 'document' } };
      return plant(world.lea, id, { signer: world.ben, said });
    },
  },
  {
    lie: 'an operation of suite 0, really signed by a member',
    outcome: 'refused: BadSignature',
    attempt: (world) => plant(world.lea, world.amber, { signer: world.ben, said: { ...noteOf(world.ben), suite: 0 } }),
  },
  {
    lie: 'an operation of another programme, really signed by a member',
    outcome: 'refused: WrongTenant',
    attempt: (world) =>
      plant(world.lea, world.amber, { signer: world.ben, said: { ...noteOf(world.ben), tenant: world.birch } }),
  },
  {
    lie: 'a record of suite 0, signed by a member',
    outcome: 'flagged: entry DoesNotOpen',
    attempt: async (world) => {
      const wrong = await misSealed(
        world,
        (right) => right,
        (envelope) => withHeader(envelope, { suite: 0 }),
      );
      return plant(world.lea, world.amber, wrong);
    },
  },
  {
    lie: 'a record of another algorithm, signed by a member',
    outcome: 'flagged: entry DoesNotOpen',
    attempt: async (world) => {
      const wrong = await misSealed(
        world,
        (right) => right,
        (envelope) => withHeader(envelope, { enc: 'A128CBC-HS256' }),
      );
      return plant(world.lea, world.amber, wrong);
    },
  },
  {
    lie: 'a record sealed for another programme, signed by a member',
    outcome: 'flagged: entry DoesNotOpen',
    attempt: async (world) => {
      const tenant = world.birch as string as RecordContext['tenant'];
      return plant(world.lea, world.amber, await misSealed(world, (right) => ({ ...right, tenant })));
    },
  },
  {
    lie: 'a record sealed for another case, signed by a member',
    outcome: 'flagged: entry DoesNotOpen',
    attempt: async (world) =>
      plant(world.lea, world.amber, await misSealed(world, (right) => ({ ...right, space: world.birch }))),
  },
];
