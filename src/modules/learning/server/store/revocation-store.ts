import { sql } from 'kysely';
import type { TenantId, UserId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import type { LearnerId } from '../../model/open/count/learning-ids.ts';
import type { Revocation, RevocationReason } from '../../model/open/count/revocation.ts';

/** Said of a whole run, not of one paper. */
const ofTheRun: RevocationReason = 'somebody-else-learned';

/** Revokes a paper; false where it is revoked already. `code` is a hash, and the paper must be there. */
export async function insertRevocation(
  tx: Tx,
  tenant: TenantId,
  { code, reason, on, by }: Revocation & { readonly code: string; readonly by: UserId },
): Promise<boolean> {
  const done = await sql`INSERT INTO learning.revocation (tenant, code, reason, revoked_on, revoked_by)
    VALUES (${tenant}, ${code}, ${reason}, ${on}, ${by}) ON CONFLICT DO NOTHING`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}

/** Why a paper is good no more: its own revocation, else one that is said of the run it is about; null while it holds. */
export async function findRevocation(tx: Tx, tenant: TenantId, code: string): Promise<Revocation | null> {
  const found = await sql<Revocation>`SELECT r.reason, r.revoked_on AS "on" FROM learning.certificate p
    JOIN learning.certificate q ON q.tenant = p.tenant AND q.attempt = p.attempt
    JOIN learning.revocation r ON r.tenant = q.tenant AND r.code = q.code
    WHERE p.tenant = ${tenant} AND p.code = ${code} AND (q.code = p.code OR r.reason = ${ofTheRun})
    ORDER BY (q.code = p.code) DESC, r.revoked_on LIMIT 1`.execute(tx);
  return found.rows[0] ?? null;
}

/** Whether a learner gets no paper about a course any more: somebody else learned in their place. */
export async function isBarred(tx: Tx, tenant: TenantId, learner: LearnerId, course: string): Promise<boolean> {
  const found = await sql`SELECT FROM learning.completion c
    JOIN learning.certificate p ON p.tenant = c.tenant AND p.attempt = c.attempt
    JOIN learning.revocation r ON r.tenant = p.tenant AND r.code = p.code
    WHERE c.tenant = ${tenant} AND c.learner = ${learner} AND c.course = ${course} AND r.reason = ${ofTheRun}
    LIMIT 1`.execute(tx);
  return found.rows.length > 0;
}
