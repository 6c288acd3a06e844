import { ok, refuse, type Result } from '#platform/base';
import type { BatchState, FoldRefusal, ReceivedOperation, Thumbprints } from './batch.ts';
import { foldCreate, foldGrant, foldRevoke, foldRotate } from './fold-members.ts';
import { foldCoded, foldDelete, foldPut } from './fold-records.ts';

/**
 * Folds one verified operation over the state of the space. Sequence, chain and signature were
 * checked before; here the operation must fit members, epoch and versions.
 */
export function foldOperation(
  state: BatchState,
  received: ReceivedOperation,
  thumbprints: Thumbprints,
  hour: string,
): Result<void, FoldRefusal> {
  const folded = dispatch(state, received, thumbprints, hour);
  if (!folded.ok) return folded;
  const { payload, hash } = received;
  if (state.space === null) return refuse({ type: 'OperationInvalid', reason: 'first-must-create' });
  state.space = { ...state.space, seq: payload.seq, head: hash };
  return ok(undefined);
}

function dispatch(
  state: BatchState,
  received: ReceivedOperation,
  thumbprints: Thumbprints,
  hour: string,
): Result<void, FoldRefusal> {
  const { payload } = received;
  if (payload.kind === 'create') return foldCreate(state, received, payload, thumbprints);
  const space = state.space;
  if (space === null) return refuse({ type: 'OperationInvalid', reason: 'first-must-create' });
  if (payload.kind !== 'rotate' && payload.epoch !== space.epoch) {
    return refuse({ type: 'OperationInvalid', reason: 'epoch' });
  }
  if (state.rotationDue && payload.kind !== 'rotate' && payload.kind !== 'revoke') {
    return refuse({ type: 'OperationInvalid', reason: 'rotation-due' });
  }
  switch (payload.kind) {
    case 'put':
      return foldPut(state, received, payload, hour);
    case 'delete':
      return foldDelete(state, payload, hour);
    case 'coded':
    case 'close':
      return foldCoded(state, received, payload);
    case 'grant':
      return foldGrant(state, received, payload, thumbprints);
    case 'revoke':
      return foldRevoke(state, payload);
    case 'rotate':
      return foldRotate(state, received, payload, thumbprints);
    default:
      return refuse({ type: 'OperationInvalid', reason: 'kind-not-served' });
  }
}
