import type { SpaceId } from '#platform/base';
import { peekOperation, verifyOperation } from '#platform/crypto';
import type { OperationPayload } from '#platform/crypto/envelope';
import type { SpaceSession } from './space-session.ts';

/**
 * A single operation outside its log, if its author signed it with a key that the directory vouched
 * for on that day; else null. Says nothing of membership: only the whole log does.
 */
export async function verifiedOperation(
  { tenant, directory }: Pick<SpaceSession, 'tenant' | 'directory'>,
  space: SpaceId,
  jws: string | null,
): Promise<OperationPayload | null> {
  const claimed = jws === null ? null : peekOperation(jws);
  if (!jws || !claimed || claimed.tenant !== tenant || claimed.case !== space) return null;
  for (const { until, ...key } of (directory.signingKeys.get(claimed.author) ?? []).toReversed()) {
    if (until !== null && claimed.time.slice(0, 10) > until) continue;
    const checked = await verifyOperation(jws, key);
    if (checked.ok) return checked.value;
  }
  return null;
}
