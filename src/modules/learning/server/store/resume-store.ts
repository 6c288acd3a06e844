import { sql } from 'kysely';
import type { CivilDate, TenantId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import type { LearnerId } from '../../model/open/count/learning-ids.ts';
import type { Learner } from './learner-store.ts';

/** Gives a learner a code; the one before opens nothing any more. */
export async function saveResumeCode(
  tx: Tx,
  tenant: TenantId,
  { learner, hash, until }: { readonly learner: LearnerId; readonly hash: string; readonly until: CivilDate },
): Promise<void> {
  await sql`INSERT INTO learning.resume_code (tenant, learner, hash, until)
    VALUES (${tenant}, ${learner}, ${hash}, ${until})
    ON CONFLICT (tenant, learner) DO UPDATE SET hash = EXCLUDED.hash, until = EXCLUDED.until`.execute(tx);
}

/** The learner whose code it is, on a day on which it opens; null where there is none. */
export async function findByResumeCode(tx: Tx, tenant: TenantId, hash: string, on: CivilDate): Promise<Learner | null> {
  const found = await sql<Learner>`SELECT l.id, l.organisation, a.user_id AS "user" FROM learning.resume_code r
    JOIN learning.learner l ON l.tenant = r.tenant AND l.id = r.learner
    LEFT JOIN learning.learner_account a ON a.tenant = l.tenant AND a.learner = l.id
    WHERE r.tenant = ${tenant} AND r.hash = ${hash} AND r.until >= ${on}`.execute(tx);
  return found.rows[0] ?? null;
}

/** Until when a learner has a code; null while they have none. */
export async function findResumeUntil(
  tx: Tx,
  tenant: TenantId,
  learner: LearnerId,
  on: CivilDate,
): Promise<CivilDate | null> {
  const found = await sql<{ until: CivilDate }>`SELECT until FROM learning.resume_code
    WHERE tenant = ${tenant} AND learner = ${learner} AND until >= ${on}`.execute(tx);
  return found.rows[0]?.until ?? null;
}

/** Forgets codes that open nothing any more. */
export async function deleteOldResumeCodes(tx: Tx, tenant: TenantId, before: CivilDate): Promise<void> {
  await sql`DELETE FROM learning.resume_code WHERE tenant = ${tenant} AND until < ${before}`.execute(tx);
}
