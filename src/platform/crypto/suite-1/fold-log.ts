import { ok, refuse, type RecordId, type Result, type SpaceId, type TenantId, type UserId } from '#platform/base';
import type { Directory } from './directory.ts';
import { hashText } from './hash.ts';
import type { OperationPayload } from './operation-schema.ts';
import { hashOperation, peekOperation, verifyOperation } from './operations.ts';

/** A person who may open the space, as the verified log says. */
export interface LogMember {
  readonly user: UserId;
  readonly relation: string;
  readonly thumbprint: string;
  readonly epochFrom: number;
}

/** Where a record stands in the verified log; everything needed to rebuild its context. */
export interface LogRecord {
  readonly id: RecordId;
  readonly type: string;
  readonly version: number;
  readonly epoch: number;
  readonly ctHash: string | null;
  readonly author: UserId;
  readonly time: string;
  readonly seq: number;
}

/** A space as its verified operations say it is. */
export interface LogState {
  readonly tenant: TenantId;
  readonly space: SpaceId;
  readonly kind: string;
  readonly seq: number;
  readonly head: string;
  readonly epoch: number;
  /** Commitment of the key of each epoch. */
  readonly commitments: ReadonlyMap<number, string>;
  readonly members: ReadonlyMap<UserId, LogMember>;
  readonly records: ReadonlyMap<RecordId, LogRecord>;
  readonly codedHash: string | null;
  /** Codes that members signed with open values, newest last. */
  readonly attested: readonly { readonly code: string; readonly by: UserId; readonly time: string }[];
}

/** What a log that is not to be believed did; `at` is the number of the operation. */
export interface LogRefusal {
  readonly type:
    | 'Gap'
    | 'Fork'
    | 'RolledBack'
    | 'UnknownAuthor'
    | 'BadSignature'
    | 'WrongSpace'
    | 'NotPermitted'
    | 'EpochWrong'
    | 'VersionWrong'
    | 'KeyNotCurrent'
    | 'RotationMissing';
  readonly at: number;
}

/** The relation that may change who can open a space. */
export const grantingRelation = 'coordinator';

interface Draft {
  state: LogState | null;
  rotationDue: boolean;
}

/**
 * Verifies operations in order and folds them over a state that was verified before, or over
 * nothing. Signatures are checked with keys of the verified directory; membership, epochs and
 * versions as they stood at that point of the log. The first operation that does not fit stops all.
 */
export async function foldLog(
  where: { readonly tenant: TenantId; readonly space: SpaceId },
  before: LogState | null,
  operations: readonly string[],
  directory: Directory,
): Promise<Result<LogState, LogRefusal>> {
  const draft: Draft = { state: before, rotationDue: false };
  for (const jws of operations) {
    const at = (draft.state?.seq ?? 0) + 1;
    const claimed = peekOperation(jws);
    if (!claimed) return refuse({ type: 'BadSignature', at });
    if (claimed.tenant !== where.tenant || claimed.case !== where.space) return refuse({ type: 'WrongSpace', at });
    if (claimed.seq !== at) return refuse({ type: 'Gap', at });
    if (claimed.prev !== (draft.state?.head ?? null)) return refuse({ type: 'Fork', at });
    const signed = await signedByAuthor(jws, claimed, directory);
    if (signed !== null) return refuse({ type: signed, at });
    const wrong = apply(draft, claimed, await hashOperation(jws), directory);
    if (wrong !== null) return refuse({ type: wrong, at });
  }
  if (draft.rotationDue) return refuse({ type: 'RotationMissing', at: draft.state?.seq ?? 0 });
  return draft.state ? ok(draft.state) : refuse({ type: 'Gap', at: 1 });
}

/** A head that lies behind what this person saw before, or beside it, means that the server went back. */
export function checkMark(state: LogState, mark: { readonly seq: number; readonly head: string } | null): Result<void, LogRefusal> {
  if (mark === null) return ok(undefined);
  if (state.seq < mark.seq) return refuse({ type: 'RolledBack', at: state.seq });
  if (state.seq === mark.seq && state.head !== mark.head) return refuse({ type: 'Fork', at: state.seq });
  return ok(undefined);
}

async function signedByAuthor(
  jws: string,
  claimed: OperationPayload,
  directory: Directory,
): Promise<'UnknownAuthor' | 'BadSignature' | null> {
  const keys = directory.signingKeys.get(claimed.author);
  if (!keys) return 'UnknownAuthor';
  for (const key of keys.toReversed()) {
    const verified = await verifyOperation(jws, key);
    if (verified.ok) return null;
  }
  return 'BadSignature';
}

function apply(draft: Draft, operation: OperationPayload, head: string, directory: Directory): LogRefusal['type'] | null {
  const { state } = draft;
  if (operation.kind === 'create') return create(draft, operation, head);
  if (!state) return 'Gap';
  const author = state.members.get(operation.author);
  const signer = directory.document.signers.some(({ user }) => user === operation.author);
  if (operation.kind !== 'rotate' && operation.epoch !== state.epoch) return 'EpochWrong';
  if (draft.rotationDue && operation.kind !== 'rotate' && operation.kind !== 'revoke') return 'RotationMissing';
  const moved = { ...state, seq: operation.seq, head };
  switch (operation.kind) {
    case 'put':
    case 'delete': {
      if (!author) return 'NotPermitted';
      const before = state.records.get(operation.record);
      const follows = operation.version === (before?.version ?? 0) + 1;
      if (!follows || (before && before.type !== operation.body.type)) return 'VersionWrong';
      const { record, version, epoch, ctHash, time, seq } = operation;
      const entry: LogRecord = { id: record, type: operation.body.type, version, epoch, ctHash, author: operation.author, time, seq };
      draft.state = { ...moved, records: new Map(state.records).set(record, entry) };
      return null;
    }
    case 'coded':
    case 'close': {
      if (!author) return 'NotPermitted';
      draft.state = { ...moved, codedHash: operation.codedHash, attested: [...state.attested, ...attestedBy(operation)] };
      return null;
    }
    case 'grant': {
      const { user, relation, thumbprint, commitment } = operation.body;
      if (author?.relation !== grantingRelation && !signer) return 'NotPermitted';
      if (commitment !== state.commitments.get(state.epoch)) return 'KeyNotCurrent';
      const member: LogMember = { user, relation, thumbprint, epochFrom: operation.epoch };
      draft.state = { ...moved, members: new Map(state.members).set(user, member) };
      return null;
    }
    case 'revoke': {
      if (author?.relation !== grantingRelation && !signer) return 'NotPermitted';
      const members = new Map(state.members);
      if (!members.delete(operation.body.user)) return 'NotPermitted';
      draft.rotationDue = true;
      draft.state = { ...moved, members };
      return null;
    }
    case 'rotate': {
      // Whoever revoked may have taken themselves out; the rotation of the same batch is still theirs.
      if (author?.relation !== grantingRelation && !signer) return 'NotPermitted';
      if (operation.epoch !== state.epoch + 1) return 'EpochWrong';
      const named = new Map(operation.body.members.map(({ user, thumbprint }) => [user, thumbprint]));
      if (named.size !== state.members.size || ![...state.members.keys()].every((user) => named.has(user))) return 'NotPermitted';
      const members = new Map([...state.members].map(([user, member]) => [user, { ...member, thumbprint: named.get(user) ?? '' }]));
      draft.rotationDue = false;
      draft.state = {
        ...moved,
        epoch: operation.epoch,
        members,
        commitments: new Map(state.commitments).set(operation.epoch, operation.body.commitment),
      };
      return null;
    }
    default:
      return 'NotPermitted';
  }
}

function create(draft: Draft, operation: Extract<OperationPayload, { kind: 'create' }>, head: string): LogRefusal['type'] | null {
  if (draft.state) return 'Fork';
  if (operation.epoch !== 1) return 'EpochWrong';
  const members = new Map(
    operation.body.members.map(({ user, relation, thumbprint }) => [user, { user, relation, thumbprint, epochFrom: 1 }]),
  );
  if (!members.has(operation.author)) return 'NotPermitted';
  draft.state = {
    tenant: operation.tenant,
    space: operation.case,
    kind: operation.body.spaceKind,
    seq: 1,
    head,
    epoch: 1,
    commitments: new Map([[1, operation.body.commitment]]),
    members,
    records: new Map(),
    codedHash: operation.codedHash,
    attested: attestedBy(operation),
  };
  return null;
}

function attestedBy(operation: Extract<OperationPayload, { kind: 'create' | 'coded' | 'close' }>): LogState['attested'] {
  return (operation.body.attestations ?? []).map((code) => ({ code, by: operation.author, time: operation.time }));
}

/** Hash of a sealed envelope, as operations name it. */
export function hashEnvelope(envelope: string): Promise<string> {
  return hashText(envelope);
}
