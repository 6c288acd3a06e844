import {
  createId,
  ok,
  refuse,
  toHour,
  type CanonicalValue,
  type Result,
  type SpaceId,
  type UserId,
} from '#platform/base';
import { createSpaceKey, hashCoded, signOperation, type Recipient } from '#platform/crypto';
import type { OperationOf } from '#platform/crypto/envelope';
import { noteSent, sendBatch } from './append-to-space.ts';
import type { SentOperation } from './batch-builder.ts';
import { checkRecipients } from './check-recipients.ts';
import { openSpace } from './open-space.ts';
import type { OpenedSpace, SpaceRefusal, SpaceSession } from './space-session.ts';

/** What a new space is, who opens it, and its first open values. */
export interface NewSpace {
  readonly id?: SpaceId;
  readonly kind: string;
  /** Everybody who may open it, the maker included. */
  readonly members: readonly { readonly user: UserId; readonly relation: string }[];
  readonly coded?: CanonicalValue;
  readonly act?: string;
  readonly attestations?: readonly string[];
}

/**
 * Creates a space with a key of its own, wrapped to its members and to recovery, and opens it. `KeysDoubted` when
 * somebody's safety number was found different.
 */
export async function createSpace(session: SpaceSession, space: NewSpace): Promise<Result<OpenedSpace, SpaceRefusal>> {
  const id = space.id ?? createId<SpaceId>(session.randomBytes);
  const named = await nameMembers(session, space.members);
  if (!named.ok) return named;
  const { recipients, members } = named.value;
  const { recovery } = session.directory;
  recipients.push({ recipient: 'recovery', encryption: recovery.key });
  const where = { tenant: session.tenant, space: id, epoch: 1 };
  const { key, wraps } = await createSpaceKey(where, recipients, session.randomBytes);
  const jws = await signOperation(session.identity.signing.private, {
    v: 1,
    suite: 1,
    tenant: session.tenant,
    case: id,
    seq: 1,
    prev: null,
    kind: 'create',
    author: session.user,
    epoch: 1,
    record: null,
    version: null,
    ctHash: null,
    codedHash: space.coded === undefined ? null : await hashCoded(space.coded),
    tenantHead: null,
    time: toHour(session.clock.now()),
    body: {
      spaceKind: space.kind,
      commitment: key.commitment,
      members,
      recovery: recovery.thumbprint,
      ...(space.act ? { act: space.act } : {}),
      ...(space.attestations ? { attestations: [...space.attestations] } : {}),
    },
  });
  return sendFirst(session, id, { jws, wraps, ...(space.coded === undefined ? {} : { coded: space.coded }) });
}

async function sendFirst(
  session: SpaceSession,
  id: SpaceId,
  first: SentOperation,
): Promise<Result<OpenedSpace, SpaceRefusal>> {
  const sent = await sendBatch(session, id, [first]);
  if (!sent.ok) return sent;
  await noteSent(session, id, 0, [first]);
  return openSpace(session, id);
}

type Named = OperationOf<'create'>['body']['members'];

/** Members with the keys that the verified directory names today, none of which was found to be another's. */
async function nameMembers(
  session: SpaceSession,
  wanted: NewSpace['members'],
): Promise<Result<{ readonly recipients: Recipient[]; readonly members: Named }, SpaceRefusal>> {
  const trusted = await checkRecipients(
    session,
    wanted.map(({ user }) => user),
  );
  if (!trusted.ok) return trusted;
  const recipients: Recipient[] = [];
  const members: Named = [];
  for (const { user, relation } of wanted) {
    const person = session.directory.people.get(user);
    if (!person || person.status !== 'active') return refuse({ type: 'KeyNotCurrent' });
    recipients.push({ recipient: user, encryption: person.encryption });
    members.push({ user, relation, thumbprint: person.thumbprint });
  }
  return ok({ recipients, members });
}
