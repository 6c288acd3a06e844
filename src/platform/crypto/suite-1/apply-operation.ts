import type { UserId } from '#platform/base';
import type { Directory } from './directory.ts';
import type { LogMember, LogRecord, LogRefusal, LogState } from './log-state.ts';
import type { OperationOf, OperationPayload } from './operation-schema.ts';

/** The relation that may change who can open a space. */
export const grantingRelation = 'coordinator';

/** A log while it is folded. */
export interface LogDraft {
  state: LogState | null;
  /** People taken out whose key the space still has; the batch must rotate before it ends. */
  departing: readonly LogMember[];
}

type Wrong = LogRefusal['type'] | null;

/** Folds one operation whose signature, number and chain held; null when it fits, else why not. */
export function applyOperation(
  draft: LogDraft,
  operation: OperationPayload,
  head: string,
  directory: Directory,
): Wrong {
  if (operation.kind === 'create') return create(draft, operation, head, directory);
  const { state } = draft;
  if (!state) return 'Gap';
  if (operation.kind !== 'rotate' && operation.epoch !== state.epoch) return 'EpochBehind';
  if (draft.departing.length > 0 && operation.kind !== 'rotate' && operation.kind !== 'revoke')
    return 'RotationMissing';
  const moved = { ...state, seq: operation.seq, head };
  switch (operation.kind) {
    case 'put':
    case 'delete':
      return applyRecord(draft, moved, operation);
    case 'coded':
    case 'close':
      return applyCoded(draft, moved, operation);
    case 'grant':
      return applyGrant(draft, moved, operation, directory);
    case 'revoke':
      return applyRevoke(draft, moved, operation, directory);
    case 'rotate':
      return applyRotate(draft, moved, operation, directory);
  }
}

function create(draft: LogDraft, operation: OperationOf<'create'>, head: string, directory: Directory): Wrong {
  if (draft.state) return 'Fork';
  if (operation.epoch !== 1) return 'EpochBehind';
  const { body } = operation;
  const members = new Map(body.members.map((member) => [member.user, { ...member, epochFrom: 1 }]));
  if (members.size !== body.members.length || !members.has(operation.author)) return 'NotPermitted';
  if (!body.members.every(({ user, thumbprint }) => isKeyOf(directory, user, thumbprint))) return 'KeyNotCurrent';
  if (!directory.recoveryThumbprints.includes(body.recovery)) return 'KeyNotCurrent';
  draft.state = {
    tenant: operation.tenant,
    space: operation.case,
    kind: body.spaceKind,
    seq: 1,
    head,
    epoch: 1,
    commitments: new Map([[1, body.commitment]]),
    members,
    former: [],
    records: new Map(),
    codedHash: operation.codedHash,
    codedAuthor: operation.codedHash === null ? null : operation.author,
    acts: actOf(operation, body.act),
    attested: attestedBy(operation, body.attestations),
  };
  return null;
}

function applyRecord(draft: LogDraft, moved: LogState, operation: OperationOf<'put'> | OperationOf<'delete'>): Wrong {
  if (!moved.members.has(operation.author)) return 'NotPermitted';
  const before = moved.records.get(operation.record);
  if (operation.version !== (before?.version ?? 0) + 1) return 'VersionWrong';
  if (before && before.type !== operation.body.type) return 'VersionWrong';
  if (operation.kind === 'delete' && !before) return 'VersionWrong';
  const { record, version, epoch, ctHash, author, time, seq } = operation;
  const first = before ? (before.first ?? before) : null;
  const entry: LogRecord = { id: record, type: operation.body.type, version, epoch, ctHash, author, time, seq, first };
  draft.state = { ...moved, records: new Map(moved.records).set(record, entry) };
  return null;
}

function applyCoded(draft: LogDraft, moved: LogState, operation: OperationOf<'coded'> | OperationOf<'close'>): Wrong {
  if (!moved.members.has(operation.author)) return 'NotPermitted';
  const attested = [...moved.attested, ...attestedBy(operation, operation.body.attestations)];
  const acts = [...moved.acts, ...actOf(operation, operation.body.act)];
  draft.state = { ...moved, codedHash: operation.codedHash, codedAuthor: operation.author, acts, attested };
  return null;
}

function applyGrant(draft: LogDraft, moved: LogState, operation: OperationOf<'grant'>, directory: Directory): Wrong {
  const { user, relation, thumbprint, commitment } = operation.body;
  if (!mayChangeMembers(moved.members.get(operation.author), operation.author, directory)) return 'NotPermitted';
  if (commitment !== moved.commitments.get(moved.epoch)) return 'KeyNotCurrent';
  if (!isKeyOf(directory, user, thumbprint)) return 'KeyNotCurrent';
  const epochFrom = moved.members.get(user)?.epochFrom ?? operation.epoch;
  const attested = [...moved.attested, ...attestedBy(operation, operation.body.attestations)];
  draft.state = {
    ...moved,
    members: new Map(moved.members).set(user, { user, relation, thumbprint, epochFrom }),
    attested,
  };
  return null;
}

function applyRevoke(draft: LogDraft, moved: LogState, operation: OperationOf<'revoke'>, directory: Directory): Wrong {
  const author = moved.members.get(operation.author) ?? departingMember(draft, operation.author);
  if (!mayChangeMembers(author, operation.author, directory)) return 'NotPermitted';
  const leaver = moved.members.get(operation.body.user);
  if (!leaver) return 'NotPermitted';
  const members = new Map(moved.members);
  members.delete(leaver.user);
  draft.departing = [...draft.departing, leaver];
  draft.state = { ...moved, members, former: [...moved.former, { ...leaver, epochUntil: moved.epoch }] };
  return null;
}

function applyRotate(draft: LogDraft, moved: LogState, operation: OperationOf<'rotate'>, directory: Directory): Wrong {
  // Whoever revoked may have taken themselves out; the rotation of the same batch is still theirs.
  const author = moved.members.get(operation.author) ?? departingMember(draft, operation.author);
  if (!mayChangeMembers(author, operation.author, directory)) return 'NotPermitted';
  if (operation.epoch !== moved.epoch + 1) return 'EpochBehind';
  const { body, epoch } = operation;
  const named = new Map(body.members.map(({ user, thumbprint }) => [user, thumbprint]));
  if (named.size !== moved.members.size || body.members.length !== named.size) return 'NotPermitted';
  const members = new Map<UserId, LogMember>();
  for (const [user, member] of moved.members) {
    const thumbprint = named.get(user);
    if (thumbprint === undefined) return 'NotPermitted';
    if (!isKeyOf(directory, user, thumbprint)) return 'KeyNotCurrent';
    members.set(user, { ...member, thumbprint });
  }
  if (!directory.recoveryThumbprints.includes(body.recovery)) return 'KeyNotCurrent';
  draft.departing = [];
  draft.state = { ...moved, epoch, members, commitments: new Map(moved.commitments).set(epoch, body.commitment) };
  return null;
}

/** Only a coordinator of the space, or a signer of the directory (security design, section 5). */
function mayChangeMembers(author: LogMember | undefined, user: UserId, directory: Directory): boolean {
  return author?.relation === grantingRelation || directory.document.signers.some((signer) => signer.user === user);
}

function departingMember(draft: LogDraft, user: UserId): LogMember | undefined {
  return draft.departing.find((member) => member.user === user);
}

/** A key that a directory signer vouched for at some time; writers check the present one before they seal. */
function isKeyOf(directory: Directory, user: UserId, thumbprint: string): boolean {
  return directory.encryptionThumbprints.get(user)?.includes(thumbprint) ?? false;
}

function actOf({ author: by, seq }: OperationPayload, act: string | undefined): LogState['acts'] {
  return act === undefined ? [] : [{ act, by, seq }];
}

function attestedBy(operation: OperationPayload, codes: readonly string[] | undefined): LogState['attested'] {
  return (codes ?? []).map((code) => ({ code, by: operation.author, time: operation.time }));
}
