import {
  ok,
  refuse,
  toHour,
  type CanonicalValue,
  type RecordId,
  type Result,
  type SpaceId,
  type UserId,
} from '#platform/base';
import {
  createSpaceKey,
  hashCoded,
  hashEnvelope,
  hashOperation,
  rewrap,
  sealRecord,
  signOperation,
  type LogMember,
  type Recipient,
  type SealedWrap,
  type SpaceKey,
} from '#platform/crypto';
import type { OperationPayload } from '#platform/crypto/envelope';
import { isServedWrong, type OpenedSpace, type SpaceRefusal, type SpaceSession } from './space-session.ts';

/** One signed operation with what it describes, ready to send. */
export interface SentOperation {
  readonly jws: string;
  readonly envelope?: string;
  readonly coded?: unknown;
  readonly wraps?: readonly SealedWrap[] | undefined;
}

/** One thing to do to a space; several make one batch that happens whole or not at all. */
export type Change =
  | {
      readonly kind: 'put';
      readonly record: RecordId;
      readonly type: string;
      readonly schema: string;
      readonly payload: unknown;
    }
  | { readonly kind: 'delete'; readonly record: RecordId }
  | { readonly kind: 'document'; readonly record: RecordId; readonly sha256: string }
  | {
      readonly kind: 'coded';
      readonly coded: CanonicalValue;
      readonly act?: string;
      readonly attestations?: readonly string[];
    }
  | { readonly kind: 'grant'; readonly user: UserId; readonly relation: string; readonly reason: string }
  | { readonly kind: 'revoke'; readonly user: UserId };

interface Draft {
  seq: number;
  head: string | null;
  epoch: number;
  key: SpaceKey;
  ownWrap: string;
  readonly members: Map<UserId, LogMember>;
  readonly versions: Map<RecordId, { version: number; type: string }>;
  readonly sent: SentOperation[];
}

type Unsigned<Payload> = Payload extends OperationPayload
  ? Omit<Payload, 'v' | 'suite' | 'tenant' | 'case' | 'seq' | 'prev' | 'author' | 'tenantHead' | 'time'>
  : never;

/**
 * Seals and signs changes on top of an opened space. Revoking adds the rotation that must follow.
 * `RecordsDoNotFit`: the server served something that was not signed, so nothing is written on top.
 */
export async function buildBatch(
  session: SpaceSession,
  opened: OpenedSpace,
  changes: readonly Change[],
): Promise<Result<readonly SentOperation[], SpaceRefusal>> {
  if (opened.unfit.some(isServedWrong)) return refuse({ type: 'RecordsDoNotFit' });
  const key = opened.keys.get(opened.log.epoch);
  const ownWrap = opened.wraps.get(opened.log.epoch);
  if (!key || ownWrap === undefined) return refuse({ type: 'NoKey' });
  const draft: Draft = {
    seq: opened.log.seq,
    head: opened.log.head,
    epoch: opened.log.epoch,
    key,
    ownWrap,
    members: new Map(opened.log.members),
    versions: new Map([...opened.log.records].map(([id, { version, type }]) => [id, { version, type }])),
    sent: [],
  };
  let rotationDue = false;
  for (const change of changes) {
    const added = await addChange(session, opened, draft, change);
    if (!added.ok) return added;
    rotationDue ||= change.kind === 'revoke';
  }
  if (rotationDue) {
    const rotated = await addRotation(session, opened.id, draft);
    if (!rotated.ok) return rotated;
  }
  return ok(draft.sent);
}

async function addChange(
  session: SpaceSession,
  opened: OpenedSpace,
  draft: Draft,
  change: Change,
): Promise<Result<void, SpaceRefusal>> {
  const { epoch } = draft;
  const space = opened.id;
  switch (change.kind) {
    case 'put':
      return addPut(session, space, draft, change);
    case 'delete':
      return addDelete(session, space, draft, change.record);
    case 'document': {
      const { record, sha256: ctHash } = change;
      const body = { type: 'document' };
      return sign(session, space, draft, { kind: 'put', epoch, record, version: 1, ctHash, codedHash: null, body });
    }
    case 'coded':
      return addCoded(session, space, draft, change);
    case 'grant':
      return addGrant(session, opened, draft, change);
    case 'revoke': {
      if (!draft.members.delete(change.user)) return refuse({ type: 'NotAMember' });
      const body = { user: change.user };
      return sign(session, space, draft, { kind: 'revoke', epoch, ...noRecord, codedHash: null, body });
    }
  }
}

async function addDelete(
  session: SpaceSession,
  space: SpaceId,
  draft: Draft,
  record: RecordId,
): Promise<Result<void, SpaceRefusal>> {
  const before = draft.versions.get(record);
  if (!before) return refuse({ type: 'RecordUnknown' });
  const version = before.version + 1;
  draft.versions.set(record, { ...before, version });
  const { epoch } = draft;
  const body = { type: before.type };
  return sign(session, space, draft, { kind: 'delete', epoch, record, version, ctHash: null, codedHash: null, body });
}

async function addCoded(
  session: SpaceSession,
  space: SpaceId,
  draft: Draft,
  { coded, act, attestations }: Extract<Change, { kind: 'coded' }>,
): Promise<Result<void, SpaceRefusal>> {
  const codedHash = await hashCoded(coded);
  const body = { ...(act ? { act } : {}), ...(attestations ? { attestations: [...attestations] } : {}) };
  return sign(session, space, draft, { kind: 'coded', epoch: draft.epoch, ...noRecord, codedHash, body }, { coded });
}

const noRecord = { record: null, version: null, ctHash: null } as const;

async function addPut(
  session: SpaceSession,
  space: SpaceId,
  draft: Draft,
  change: Extract<Change, { kind: 'put' }>,
): Promise<Result<void, SpaceRefusal>> {
  const { record, type, schema, payload } = change;
  const version = (draft.versions.get(record)?.version ?? 0) + 1;
  const context = { tenant: session.tenant, space, epoch: draft.epoch, type, record, version, author: session.user };
  const envelope = await sealRecord(draft.key, context, { schema, payload }, session.randomBytes);
  draft.versions.set(record, { version, type });
  const ctHash = await hashEnvelope(envelope);
  return sign(
    session,
    space,
    draft,
    { kind: 'put', epoch: draft.epoch, record, version, ctHash, codedHash: null, body: { type } },
    { envelope },
  );
}

/**
 * The key goes only to a key that the verified directory names for this person today; with it go the keys
 * of earlier epochs, or whoever takes a case over could not read what was written before a rotation.
 */
async function addGrant(
  session: SpaceSession,
  opened: OpenedSpace,
  draft: Draft,
  change: Extract<Change, { kind: 'grant' }>,
): Promise<Result<void, SpaceRefusal>> {
  const person = session.directory.people.get(change.user);
  if (!person || person.status !== 'active') return refuse({ type: 'KeyNotCurrent' });
  const { commitment } = draft.key;
  const recipient: Recipient = { recipient: change.user, encryption: person.encryption };
  const wraps: SealedWrap[] = [];
  for (const [epoch, key, own] of keysHeld(opened, draft)) {
    const where = { tenant: session.tenant, space: opened.id, epoch };
    const made = await rewrap(where, key.commitment, session.user, own, session.identity.encryption, [recipient]);
    if (!made.ok) return made;
    wraps.push(...made.value);
  }
  const { user, relation, reason } = change;
  draft.members.set(user, { user, relation, thumbprint: person.thumbprint, epochFrom: draft.epoch });
  const body = { user, relation, thumbprint: person.thumbprint, commitment, reason };
  const grant = { kind: 'grant', epoch: draft.epoch, ...noRecord, codedHash: null, body } as const;
  return sign(session, opened.id, draft, grant, { wraps });
}

/** Every epoch whose key this person holds, with their own wrap of it; the newest first. */
function keysHeld({ keys, wraps }: OpenedSpace, draft: Draft): readonly (readonly [number, SpaceKey, string])[] {
  const earlier = [...keys].flatMap(([epoch, key]) => {
    const own = wraps.get(epoch);
    return epoch < draft.epoch && own !== undefined ? [[epoch, key, own] as const] : [];
  });
  return [[draft.epoch, draft.key, draft.ownWrap], ...earlier];
}

async function addRotation(session: SpaceSession, space: SpaceId, draft: Draft): Promise<Result<void, SpaceRefusal>> {
  const recipients: Recipient[] = [];
  const members: { user: UserId; thumbprint: string }[] = [];
  for (const { user } of draft.members.values()) {
    const person = session.directory.people.get(user);
    if (!person || person.status !== 'active') return refuse({ type: 'KeyNotCurrent' });
    recipients.push({ recipient: user, encryption: person.encryption });
    members.push({ user, thumbprint: person.thumbprint });
  }
  const { recovery } = session.directory;
  recipients.push({ recipient: 'recovery', encryption: recovery.key });
  const epoch = draft.epoch + 1;
  const { key, wraps } = await createSpaceKey(
    { tenant: session.tenant, space, epoch },
    recipients,
    session.randomBytes,
  );
  draft.epoch = epoch;
  draft.key = key;
  draft.ownWrap = wraps.find(({ recipient }) => recipient === session.user)?.wrap ?? '';
  const body = { commitment: key.commitment, members, recovery: recovery.thumbprint };
  return sign(session, space, draft, { kind: 'rotate', epoch, ...noRecord, codedHash: null, body }, { wraps });
}

async function sign(
  session: SpaceSession,
  space: SpaceId,
  draft: Draft,
  operation: Unsigned<OperationPayload>,
  extra: Omit<SentOperation, 'jws'> = {},
): Promise<Result<void, SpaceRefusal>> {
  const seq = draft.seq + 1;
  const payload: OperationPayload = {
    v: 1,
    suite: 1,
    tenant: session.tenant,
    case: space,
    seq,
    prev: draft.head,
    author: session.user,
    tenantHead: null,
    time: toHour(session.clock.now()),
    ...operation,
  };
  const jws = await signOperation(session.identity.signing.private, payload);
  draft.seq = seq;
  draft.head = await hashOperation(jws);
  draft.sent.push({ jws, ...extra });
  return ok(undefined);
}
