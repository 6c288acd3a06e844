import type { TenantId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import { listGatherings } from '#kernel/gatherings/server';
import { isMaterialOpen } from '../model/open/workshop/material.ts';
import { deleteMaterialCodes, listSessionsWithCode } from './store/material-store.ts';

/** Forgets the codes of sessions whose people may not read anything any more. */
export async function endMaterialCodes(tx: Tx, tenant: TenantId, now: Date): Promise<void> {
  const sessions = await listGatherings(tx, tenant, await listSessionsWithCode(tx, tenant));
  const over = sessions.filter((one) => !isMaterialOpen(one, 'before', now));
  await deleteMaterialCodes(
    tx,
    tenant,
    over.map(({ id }) => id),
  );
}
