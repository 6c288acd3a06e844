import { ok, refuse, toHour, type RecordId, type Result, type SpaceId } from '#platform/base';
import type { RequestContext } from '#platform/server/http';
import { findDocument, stageDocument, sumDocumentSizes } from '../store/document-store.ts';
import { findRelation } from '../store/space-store.ts';

const mostPerSpace = 560 * 1024 * 1024;

export type DocumentRefusal = {
  readonly type: 'NotFound' | 'HashMismatch' | 'SpaceFull' | 'IdTaken' | 'StorageFull' | 'TooLarge';
};

/**
 * Keeps a ciphertext file for a member; it counts only once an operation of the log names it.
 * 500 MB of files per space (security design, section 12), plus what padding adds. Sending the same
 * bytes again under the same id is fine.
 */
export async function receiveDocument(
  { tx, tenant, user, blobs, clock }: RequestContext,
  space: SpaceId,
  id: RecordId,
  bytes: Uint8Array,
  sha256: string,
): Promise<Result<{ readonly size: number }, DocumentRefusal>> {
  if ((await findRelation(tx, tenant, space, user)) === null) return refuse({ type: 'NotFound' });
  if (bytes.length === 0) return refuse({ type: 'HashMismatch' });
  if ((await sumDocumentSizes(tx, tenant, space)) + bytes.length > mostPerSpace) return refuse({ type: 'SpaceFull' });
  const taken = await findDocument(tx, tenant, space, id);
  if (taken) return taken.sha256 === sha256 ? ok({ size: taken.size }) : refuse({ type: 'IdTaken' });
  const stored = await blobs.put(`${tenant}/${space}`, id, bytes);
  if (!stored.ok) return stored;
  if (stored.value.sha256 !== sha256) return refuse({ type: 'HashMismatch' });
  const staged = await stageDocument(tx, tenant, space, { id, size: bytes.length, sha256, hour: toHour(clock.now()) });
  return staged ? ok({ size: bytes.length }) : refuse({ type: 'IdTaken' });
}
