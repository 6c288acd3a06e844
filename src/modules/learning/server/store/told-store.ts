import { sql } from 'kysely';
import { createId, type RandomBytes, type TenantId, type UserId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import type { RequirementId } from '../../model/open/standing/training-ids.ts';

/** Somebody and what is asked of them, with the id under which notices speak of it. */
export interface Told {
  readonly id: string;
  readonly user: UserId;
  readonly requirement: RequirementId;
}

/** The ids under which notices speak of these, drawn where there is none; what is asked no more is forgotten. */
export async function keepTold(
  tx: Tx,
  tenant: TenantId,
  asked: readonly Omit<Told, 'id'>[],
  randomBytes: RandomBytes,
): Promise<readonly Told[]> {
  const rows = JSON.stringify(asked.map((one) => ({ ...one, id: createId(randomBytes) })));
  const wanted = sql`jsonb_to_recordset(${rows}::jsonb) AS r (id uuid, "user" uuid, requirement uuid)`;
  await sql`DELETE FROM learning.told t WHERE t.tenant = ${tenant}
    AND NOT EXISTS (SELECT FROM ${wanted} WHERE r."user" = t.user_id AND r.requirement = t.requirement)`.execute(tx);
  await sql`INSERT INTO learning.told (tenant, id, user_id, requirement)
    SELECT ${tenant}::uuid, r.id, r."user", r.requirement FROM ${wanted} ON CONFLICT DO NOTHING`.execute(tx);
  const found = await sql<Told>`SELECT id, user_id AS "user", requirement FROM learning.told
    WHERE tenant = ${tenant} ORDER BY id`.execute(tx);
  return found.rows;
}
