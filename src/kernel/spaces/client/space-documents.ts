import { createId, ok, type RecordId, type Result } from '#platform/base';
import { openDocument, sealDocument } from '#platform/crypto';
import { spaceRoutes } from '../contract/space-routes.ts';
import type { Change } from './batch-builder.ts';
import type { OpenedSpace, SpaceRefusal, SpaceSession } from './space-session.ts';

/** What a metadata record must keep to open a stored file again. */
export interface DocumentHandle {
  readonly blob: RecordId;
  readonly secret: string;
  readonly sha256: string;
}

/**
 * Seals a file on this device and sends the ciphertext. It counts once the returned change is part
 * of a batch, together with the record that keeps the handle.
 */
export async function attachDocument(
  session: SpaceSession,
  opened: OpenedSpace,
  bytes: Uint8Array,
): Promise<Result<{ readonly handle: DocumentHandle; readonly change: Change }, SpaceRefusal>> {
  const blob = createId<RecordId>(session.randomBytes);
  const { ciphertext, secret, sha256 } = await sealDocument(bytes);
  const sent = await session.api.call(spaceRoutes.putDocument, {
    params: { space: opened.id, record: blob },
    query: { sha256 },
    input: ciphertext,
  });
  if (!sent.ok) return sent;
  return ok({ handle: { blob, secret, sha256 }, change: { kind: 'document', record: blob, sha256 } });
}

/** Fetches and opens a file. Bytes that are not those that were signed are refused before opening. */
export async function readDocument(
  session: SpaceSession,
  opened: OpenedSpace,
  handle: DocumentHandle,
): Promise<Result<Uint8Array, SpaceRefusal>> {
  const answer = await session.api.call(spaceRoutes.getDocument, { params: { space: opened.id, record: handle.blob } });
  return answer.ok ? openDocument(answer.value, handle) : answer;
}
