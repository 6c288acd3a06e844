import type { TenantId, UserId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import type { CaseworkTables } from './casework-tables.ts';

/** Minutes a person worked in a month, locked for the change that follows; 0 when nothing was recorded. */
export async function lockMinutes(tx: Tx, tenant: TenantId, user: UserId, month: string): Promise<number> {
  const row = await tx
    .withTables<CaseworkTables>()
    .selectFrom('casework.hours')
    .select('minutes')
    .where('tenant', '=', tenant)
    .where('user_id', '=', user)
    .where('month', '=', month)
    .forUpdate()
    .executeTakeFirst();
  return row?.minutes ?? 0;
}

/** Writes the sum of a month. */
export async function saveMinutes(
  tx: Tx,
  tenant: TenantId,
  user: UserId,
  month: string,
  minutes: number,
): Promise<void> {
  await tx
    .withTables<CaseworkTables>()
    .insertInto('casework.hours')
    .values({ tenant, user_id: user, month, minutes })
    .onConflict((conflict) => conflict.columns(['tenant', 'user_id', 'month']).doUpdateSet({ minutes }))
    .execute();
}

/** Minutes of everybody in some months. */
export function listMinutes(
  tx: Tx,
  tenant: TenantId,
  months: readonly string[],
): Promise<{ user: UserId; month: string; minutes: number }[]> {
  return tx
    .withTables<CaseworkTables>()
    .selectFrom('casework.hours')
    .select(['user_id as user', 'month', 'minutes'])
    .where('tenant', '=', tenant)
    .where('month', 'in', months)
    .orderBy('user_id')
    .execute();
}
