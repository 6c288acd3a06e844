import { ok, refuse, type Result, type UserId } from '#platform/base';
import type { OperationOf } from '#platform/crypto/envelope';
import type { BatchState, FoldRefusal, ReceivedOperation, Thumbprints } from './batch.ts';
import { foldCoded } from './fold-records.ts';

/** The recipient that stands for the programme's recovery key, which opens every space. */
export const recoveryRecipient = 'recovery';

/** The first operation: names kind, members and the commitment of the first key. */
export function foldCreate(
  state: BatchState,
  received: ReceivedOperation,
  payload: OperationOf<'create'>,
  thumbprints: Thumbprints,
): Result<void, FoldRefusal> {
  if (state.space !== null || payload.seq !== 1 || payload.prev !== null || payload.epoch !== 1) {
    return invalid('create');
  }
  state.space = {
    id: payload.case,
    kind: payload.body.spaceKind,
    epoch: 1,
    seq: 1,
    head: received.hash,
    codedHash: null,
    keySeq: 1,
  };
  for (const { user, relation, thumbprint } of payload.body.members) {
    if (thumbprints.get(user) !== thumbprint) return refuse({ type: 'KeyNotCurrent', user });
    if (state.members.has(user)) return invalid('member-twice');
    join(state, user, relation, 1);
  }
  if (!state.members.has(payload.author)) return invalid('author-not-member');
  if (received.coded !== undefined) {
    const coded = foldCoded(state, received, payload);
    if (!coded.ok) return coded;
  }
  return takeWraps(state, received, 1, [...state.members.keys(), recoveryRecipient]);
}

/** One more member: the key is wrapped to the key that the directory names now. */
export function foldGrant(
  state: BatchState,
  received: ReceivedOperation,
  payload: OperationOf<'grant'>,
  thumbprints: Thumbprints,
): Result<void, FoldRefusal> {
  const { user, relation, thumbprint } = payload.body;
  const before = state.members.get(user);
  if (thumbprints.get(user) !== thumbprint) return refuse({ type: 'KeyNotCurrent', user });
  if (before) {
    if (before.relation === relation) return invalid('already-member');
    state.members.delete(user);
    state.changes.left.push({ user, lastEpoch: payload.epoch });
  }
  join(state, user, relation, payload.epoch);
  const known = received.wraps.filter((wrap) => wrap.recipient === user && wrap.epoch <= payload.epoch);
  if (known.length !== received.wraps.length) return invalid('wraps');
  if (!before && !known.some((wrap) => wrap.epoch === payload.epoch)) return invalid('wraps');
  state.changes.wraps.push(...known);
  return ok(undefined);
}

/** Takes a member out; the batch must go on to rotate. */
export function foldRevoke(state: BatchState, payload: OperationOf<'revoke'>): Result<void, FoldRefusal> {
  const { user } = payload.body;
  if (!state.members.has(user)) return invalid('not-a-member');
  state.members.delete(user);
  state.changes.left.push({ user, lastEpoch: payload.epoch });
  state.rotationDue = true;
  return ok(undefined);
}

/** A new key for those who remain, and for recovery. */
export function foldRotate(
  state: BatchState,
  received: ReceivedOperation,
  payload: OperationOf<'rotate'>,
  thumbprints: Thumbprints,
): Result<void, FoldRefusal> {
  const { space } = state;
  if (space === null || payload.epoch !== space.epoch + 1) return invalid('epoch');
  const named = new Set<UserId>();
  for (const { user, thumbprint } of payload.body.members) {
    if (thumbprints.get(user) !== thumbprint) return refuse({ type: 'KeyNotCurrent', user });
    if (!state.members.has(user)) return invalid('not-a-member');
    named.add(user);
  }
  if (named.size !== state.members.size) return invalid('members');
  state.space = { ...space, epoch: payload.epoch, keySeq: payload.seq };
  state.rotationDue = false;
  return takeWraps(state, received, payload.epoch, [...state.members.keys(), recoveryRecipient]);
}

function join(state: BatchState, user: UserId, relation: string, epochFrom: number): void {
  const member = { user, relation, epochFrom };
  state.members.set(user, member);
  state.changes.joined.push(member);
}

function takeWraps(
  state: BatchState,
  received: ReceivedOperation,
  epoch: number,
  recipients: readonly string[],
): Result<void, FoldRefusal> {
  const sent = new Set(received.wraps.filter((wrap) => wrap.epoch === epoch).map((wrap) => wrap.recipient));
  const complete = recipients.every((recipient) => sent.has(recipient));
  if (!complete || received.wraps.length !== recipients.length) return invalid('wraps');
  state.changes.wraps.push(...received.wraps);
  return ok(undefined);
}

function invalid(reason: string) {
  return refuse({ type: 'OperationInvalid', reason } as const);
}
