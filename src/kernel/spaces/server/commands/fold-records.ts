import { ok, refuse, type Result } from '#platform/base';
import type { OperationOf } from '#platform/crypto/envelope';
import type { BatchState, FoldRefusal, ReceivedOperation } from './batch.ts';

/** The type of a put that names a ciphertext file instead of a sealed record. */
export const documentType = 'document';

/** A new version of a record must follow the newest one, keep its type and match its signed hash. */
export function foldPut(
  state: BatchState,
  received: ReceivedOperation,
  payload: OperationOf<'put'>,
  hour: string,
): Result<void, FoldRefusal> {
  const before = state.records.get(payload.record);
  const type = payload.body.type;
  if (payload.version !== (before?.version ?? 0) + 1) return invalid('version');
  if (before && before.type !== type) return invalid('type');
  state.records.set(payload.record, { version: payload.version, type, deleted: false });
  if (type === documentType) {
    if (payload.version !== 1 || received.envelope !== undefined) return invalid('document');
    state.changes.documents.push({ id: payload.record, seq: payload.seq, sha256: payload.ctHash });
    return ok(undefined);
  }
  if (received.envelope === undefined) return invalid('envelope-missing');
  if (received.envelopeHash !== payload.ctHash) return invalid('envelope-hash');
  state.changes.versions.push({
    id: payload.record,
    version: payload.version,
    type,
    epoch: payload.epoch,
    seq: payload.seq,
    hour,
    envelope: received.envelope,
  });
  return ok(undefined);
}

/** Taking a record away leaves a version without ciphertext; history stays readable to members. */
export function foldDelete(state: BatchState, payload: OperationOf<'delete'>, hour: string): Result<void, FoldRefusal> {
  const before = state.records.get(payload.record);
  if (!before || before.deleted || payload.version !== before.version + 1) return invalid('version');
  if (before.type !== payload.body.type) return invalid('type');
  state.records.set(payload.record, { ...before, version: payload.version, deleted: true });
  if (before.type === documentType) return invalid('document');
  state.changes.versions.push({
    id: payload.record,
    version: payload.version,
    type: before.type,
    epoch: payload.epoch,
    seq: payload.seq,
    hour,
    envelope: null,
  });
  return ok(undefined);
}

/** Open values must be exactly those that the author signed. */
export function foldCoded(
  state: BatchState,
  received: ReceivedOperation,
  payload: { readonly codedHash: string | null },
): Result<void, FoldRefusal> {
  const { space } = state;
  if (space === null || payload.codedHash === null || received.coded === undefined) return invalid('coded-missing');
  if (received.codedHash !== payload.codedHash) return invalid('coded-hash');
  state.changes.coded = { value: received.coded, hash: payload.codedHash };
  state.space = { ...space, codedHash: payload.codedHash };
  return ok(undefined);
}

function invalid(reason: string) {
  return refuse({ type: 'OperationInvalid', reason } as const);
}
