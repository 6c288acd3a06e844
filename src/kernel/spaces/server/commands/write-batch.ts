import type { SpaceId, TenantId } from '#platform/base';
import { dropWraps, endSessionsOf, saveWraps } from '#kernel/accounts/server';
import { sendAhead, type Tx } from '#platform/server/db';
import { adoptDocument } from '../store/document-store.ts';
import { appendToLog } from '../store/append-store.ts';
import { endMember, insertMember, insertSpace, type SpaceRow } from '../store/space-store.ts';
import type { BatchState, ReceivedOperation } from './batch.ts';

/**
 * Writes everything a folded batch changed, in the request's transaction. Members come first: the
 * row rules let only living members touch log and records. False when another device took the id.
 */
export async function writeBatch(
  tx: Tx,
  tenant: TenantId,
  state: BatchState,
  space: SpaceRow,
  received: readonly ReceivedOperation[],
  created: boolean,
  replacedTypes: readonly string[],
): Promise<boolean> {
  if (created && !(await insertSpace(tx, tenant, space))) return false;
  const { changes } = state;
  for (const member of changes.joined) await insertMember(tx, tenant, space.id, member);
  const operations = received.map(({ jws, hash, payload }) => ({ seq: payload.seq, hash, kind: payload.kind, jws }));
  // None of these is waited for: the space is locked, so nothing else comes between, and when one fails, so does the
  // commit of the whole request.
  const addition = { operations, versions: changes.versions, after: space };
  sendAhead(appendToLog(tx, tenant, space.id, addition, replacedTypes));
  for (const { id, seq } of changes.documents) sendAhead(adoptDocument(tx, tenant, space.id, id, seq));
  await writeDepartures(tx, tenant, space.id, state);
  if (changes.wraps.length > 0) await saveWraps(tx, { tenant, space: space.id, wraps: changes.wraps });
  return true;
}

/** Who left loses wraps of every epoch and every open session at once. */
async function writeDepartures(tx: Tx, tenant: TenantId, space: SpaceId, state: BatchState): Promise<void> {
  for (const { user, lastEpoch } of state.changes.left) {
    if (state.members.has(user)) continue;
    await endMember(tx, tenant, space, user, lastEpoch);
    await dropWraps(tx, { tenant, space, recipient: user });
    await endSessionsOf(tx, { tenant, user });
  }
}
