import { ok, refuse, toHour, type AnyRefusal, type Result, type SpaceId, type UserId } from '#platform/base';
import { findActiveThumbprints, findSigningKey } from '#kernel/accounts/server';
import type { RequestContext } from '#platform/server/http';
import type { AppendContext, SpaceKindRules } from '../kind-rules.ts';
import { findDocument } from '../store/document-store.ts';
import { holdGround, type BatchGround } from '../store/append-store.ts';
import type { BatchState, ReceivedOperation } from './batch.ts';
import { documentType } from './fold-records.ts';
import { foldOperation } from './fold-operation.ts';
import { invalid, peekRecords, receiveOperations, type SentOperation } from './receive-operations.ts';
import { writeBatch } from './write-batch.ts';

/** Where the log stands after the batch. */
export interface AppendedTo {
  readonly seq: number;
  readonly head: string;
}

/** The signed-in person's request, as commands need it. */
export type SignedInContext = RequestContext & { readonly user: UserId };

/**
 * Appends a batch of signed operations with what they describe, or nothing at all. Sending the same
 * batch again after a lost answer gives the same answer. Refusals: `NotFound` (no such space, or not
 * a member), `Stale` (somebody wrote first), `OperationInvalid`, `KeyNotCurrent`, `RotationMissing`,
 * `TooFewMembers`, and those of the kind's own rules.
 */
export async function appendOperations(
  kinds: ReadonlyMap<string, SpaceKindRules>,
  context: SignedInContext,
  spaceId: SpaceId,
  sent: readonly SentOperation[],
): Promise<Result<AppendedTo, AnyRefusal>> {
  const { tx, tenant, user } = context;
  const [key, before] = await Promise.all([
    findSigningKey(tx, tenant, user),
    holdGround(tx, tenant, spaceId, peekRecords(sent)),
  ]);
  const { space, members } = before;
  const relation = members.find((member) => member.user === user)?.relation ?? null;
  if (space && relation === null) return refuse({ type: 'NotFound' });
  if (!key) return refuse({ type: 'NotPermitted' });
  const received = await receiveOperations(context, spaceId, sent, key);
  if (!received.ok) return received;
  const operations = received.value;
  const [first] = operations;
  const last = operations.at(-1);
  if (!first || !last) return invalid('empty');
  if (space && last.payload.seq === space.seq && last.hash === space.head) {
    return ok({ seq: space.seq, head: space.head });
  }
  if (space ? first.payload.seq !== space.seq + 1 || first.payload.prev !== space.head : false) {
    return refuse({ type: 'Stale' });
  }
  if (!space && first.payload.kind !== 'create') return refuse({ type: 'NotFound' });
  const kind = space?.kind ?? (first.payload.kind === 'create' ? first.payload.body.spaceKind : '');
  const rules = kinds.get(kind);
  if (!rules) return invalid('space-kind');
  const append = { ...pickAppend(context), space: spaceId, relation: space ? relation : null };
  return foldAndWrite(rules, append, before, operations);
}

function pickAppend({ tx, tenant, user, roles, stepUpFresh, clock }: SignedInContext) {
  return { tx, tenant, user, roles, stepUpFresh, clock };
}

const handsOutKeys: ReadonlySet<string> = new Set(['create', 'grant', 'rotate']);

async function foldAndWrite(
  rules: SpaceKindRules,
  append: AppendContext,
  before: BatchGround,
  operations: readonly ReceivedOperation[],
): Promise<Result<AppendedTo, AnyRefusal>> {
  const { tx, tenant } = append;
  const created = before.space === null;
  const state = stateOf(before);
  // Keys of everybody who may sign in, as the directory has them; asked only when keys are handed out.
  const thumbprints = operations.some(({ payload }) => handsOutKeys.has(payload.kind))
    ? await findActiveThumbprints(tx, tenant)
    : new Map<never, never>();
  const hour = toHour(append.clock.now());
  for (const received of operations) {
    const allowed = mayAppend(rules, received, append);
    if (!allowed.ok) return allowed;
    const folded = foldOperation(state, received, thumbprints, hour);
    if (!folded.ok) return folded;
  }
  const after = state.space;
  if (!after) return invalid('empty');
  if (state.rotationDue) return refuse({ type: 'RotationMissing' });
  if (state.members.size < rules.minimumMembers(append)) return refuse({ type: 'TooFewMembers' });
  if (!(await documentsAreStaged(append, state))) return invalid('document-missing');
  const written = await writeBatch(tx, tenant, state, after, operations, created, rules.replacedTypes);
  if (!written) return refuse({ type: 'Stale' });
  const applied = await rules.afterAppend(
    {
      operations: operations.map(({ payload }) => payload),
      membersBefore: before.members,
      membersAfter: [...state.members.values()],
      ...(state.changes.coded ? { coded: state.changes.coded.value } : {}),
      created,
      seq: after.seq,
      head: after.head,
    },
    append,
  );
  return applied.ok ? ok({ seq: after.seq, head: after.head }) : applied;
}

function mayAppend(
  rules: SpaceKindRules,
  received: ReceivedOperation,
  append: AppendContext,
): Result<void, AnyRefusal> {
  const { payload, coded } = received;
  if ((payload.kind === 'put' || payload.kind === 'delete') && payload.body.type !== documentType) {
    if (!rules.recordTypes.includes(payload.body.type)) return invalid('record-type');
  }
  if (coded !== undefined) {
    const parsed = rules.codedSchema?.safeParse(coded);
    if (!parsed?.success) return invalid('coded-shape');
  }
  return rules.mayAppend(payload, append);
}

function stateOf({ space, members, records }: BatchGround): BatchState {
  return {
    space,
    members: new Map(members.map((member) => [member.user, member])),
    records: new Map(records),
    rotationDue: false,
    changes: { versions: [], documents: [], joined: [], left: [], wraps: [] },
  };
}

async function documentsAreStaged(append: AppendContext, state: BatchState): Promise<boolean> {
  for (const { id, sha256 } of state.changes.documents) {
    const staged = await findDocument(append.tx, append.tenant, append.space, id);
    if (!staged || staged.seq !== null || staged.sha256 !== sha256) return false;
  }
  return true;
}
