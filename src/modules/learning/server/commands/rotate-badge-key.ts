import { ok, refuse, type Result } from '#platform/base';
import { setCaller, type Tx } from '#platform/server/db';
import type { ActEntry } from '#platform/server/http';
import { findTenant } from '#kernel/accounts/server';
import { drawBadgeKey, type KeyTools } from '../badges/badge-keys.ts';
import { findNewestKey, holdBadgeKeys, listBadgeKeys, type BadgeKey } from '../store/badge-key-store.ts';

/** What anybody at the command line is told of a key; never its private half. */
export type ToldBadgeKey = Pick<BadgeKey, 'id' | 'origin' | 'madeAt'>;

interface RotateTools extends KeyTools {
  /** Writes into the log of acts, in the same transaction. */
  readonly recordAct: (tx: Tx, entry: ActEntry) => Promise<void>;
}

/**
 * Draws another key for badges, which signs from now on; what was signed before can still be checked. `origin` is where the installation is
 * found by everybody, null for where it was until now.
 */
export async function rotateBadgeKey(
  tx: Tx,
  origin: string | null,
  tools: RotateTools,
): Promise<Result<ToldBadgeKey, { readonly type: 'NotFounded' | 'OriginMissing' }>> {
  const found = await findTenant(tx);
  if (found === null) return refuse({ type: 'NotFounded' });
  const { tenant } = found;
  await setCaller(tx, { tenant, user: null });
  await holdBadgeKeys(tx, tenant);
  const place = origin ?? (await findNewestKey(tx, tenant))?.origin ?? null;
  if (place === null) return refuse({ type: 'OriginMissing' });
  const { id, origin: at, madeAt } = await drawBadgeKey(tx, tenant, place, tools);
  const act = { act: 'learning.badge-key-drawn', actor: null, subject: id, outcome: 'done' };
  await tools.recordAct(tx, { tenant, ...act, at: madeAt });
  return ok({ id, origin: at, madeAt });
}

/** Every key for badges, the one that signs first. */
export async function listAllBadgeKeys(tx: Tx): Promise<readonly ToldBadgeKey[]> {
  const found = await findTenant(tx);
  if (found === null) return [];
  await setCaller(tx, { tenant: found.tenant, user: null });
  return (await listBadgeKeys(tx, found.tenant)).map(({ id, origin, madeAt }) => ({ id, origin, madeAt }));
}
