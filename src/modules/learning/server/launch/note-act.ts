import type { Clock } from '#platform/base';
import type { Tx } from '#platform/server/db';
import { recordAudit } from '#kernel/audit/server';
import type { Access } from '../records/admit-key.ts';
import { noTenant } from '../records/no-tenant.ts';

/** Writes into the log of acts what a key did; before there is a tenant there is no log that anybody could read. */
export async function noteAct(
  tx: Tx,
  { tenant }: Access,
  clock: Clock,
  { act, subject }: { readonly act: string; readonly subject: string },
): Promise<void> {
  if (tenant === noTenant) return;
  await recordAudit(tx, { tenant, act, actor: null, subject, outcome: 'done', at: clock.now() });
}
