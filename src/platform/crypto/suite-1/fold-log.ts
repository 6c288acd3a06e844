import { ok, refuse, type Result, type SpaceId, type TenantId } from '#platform/base';
import { applyOperation, type LogDraft } from './apply-operation.ts';
import type { Directory } from './directory.ts';
import type { LogMark, LogRefusal, LogState } from './log-state.ts';
import type { OperationPayload } from './operation-schema.ts';
import { hashOperation, peekOperation, verifyOperation } from './operations.ts';

/** Which log, and what is known of it from elsewhere. */
export interface LogPlace {
  readonly tenant: TenantId;
  readonly space: SpaceId;
  /** How far this person saw the log before: it must pass through that very point, else `Fork`. */
  readonly mark?: LogMark | null;
  /** Fewest living members after a batch; one when nothing is said. */
  readonly minimumMembers?: (spaceKind: string) => number;
}

/**
 * Verifies operations in order and folds them over a state that was verified before, or over
 * nothing. Signatures are checked with keys of the verified directory; membership, epochs and
 * versions as they stood at that point of the log. The first operation that does not fit stops all.
 * The operations must end where a batch ended: a revoke without its rotate is `RotationMissing`.
 */
export async function foldLog(
  where: LogPlace,
  before: LogState | null,
  operations: readonly string[],
  directory: Directory,
): Promise<Result<LogState, LogRefusal>> {
  const draft: LogDraft = { state: before, departing: [] };
  if (directory.tenant !== where.tenant || (before && before.tenant !== where.tenant))
    return refuse({ type: 'WrongTenant', at: 0 });
  if (before && before.space !== where.space) return refuse({ type: 'WrongSpace', at: 0 });
  for (const jws of operations) {
    const at = (draft.state?.seq ?? 0) + 1;
    const claimed = peekOperation(jws);
    if (!claimed) return refuse({ type: 'BadSignature', at });
    const misplaced = placeOf(claimed, where, draft, at);
    if (misplaced !== null) return refuse({ type: misplaced, at });
    const signed = await signedByAuthor(jws, claimed, directory);
    if (!signed.ok) return refuse({ type: signed.refusal.type, at });
    const wrong = applyOperation(draft, signed.value, await hashOperation(jws), directory);
    if (wrong !== null) return refuse({ type: wrong, at });
    if (where.mark?.seq === at && where.mark.head !== draft.state?.head) return refuse({ type: 'Fork', at });
  }
  const { state } = draft;
  if (!state) return refuse({ type: 'Gap', at: 1 });
  if (draft.departing.length > 0) return refuse({ type: 'RotationMissing', at: state.seq });
  if (state.members.size < (where.minimumMembers?.(state.kind) ?? 1))
    return refuse({ type: 'TooFewMembers', at: state.seq });
  return ok(state);
}

/** A head that lies behind what this person saw before, or beside it, means that the server went back. */
export function checkMark(state: LogState, mark: LogMark | null): Result<void, LogRefusal> {
  if (mark === null) return ok(undefined);
  if (state.seq < mark.seq) return refuse({ type: 'RolledBack', at: state.seq });
  if (state.seq === mark.seq && state.head !== mark.head) return refuse({ type: 'Fork', at: state.seq });
  return ok(undefined);
}

function placeOf(claimed: OperationPayload, where: LogPlace, draft: LogDraft, at: number): LogRefusal['type'] | null {
  if (claimed.tenant !== where.tenant) return 'WrongTenant';
  if (claimed.case !== where.space) return 'WrongSpace';
  if (claimed.seq !== at) return 'Gap';
  return claimed.prev === (draft.state?.head ?? null) ? null : 'Fork';
}

async function signedByAuthor(
  jws: string,
  claimed: OperationPayload,
  directory: Directory,
): Promise<Result<OperationPayload, { readonly type: 'UnknownAuthor' | 'BadSignature' | 'KeyRevoked' }>> {
  const keys = directory.signingKeys.get(claimed.author);
  if (!keys) return refuse({ type: 'UnknownAuthor' });
  for (const { until, ...key } of keys.toReversed()) {
    const verified = await verifyOperation(jws, key);
    if (!verified.ok) continue;
    // The day in UTC is never later than the day in Europe, so an honest last act still passes.
    return until !== null && claimed.time.slice(0, 10) > until ? refuse({ type: 'KeyRevoked' }) : ok(verified.value);
  }
  return refuse({ type: 'BadSignature' });
}
