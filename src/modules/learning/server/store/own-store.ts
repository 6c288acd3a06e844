import { sql } from 'kysely';
import type { CivilDate, TenantId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import type { RevocationReason } from '../../model/open/count/revocation.ts';
import type { AttemptId, LearnerId } from '../../model/open/count/learning-ids.ts';

/** A run of a learner, without its steps. */
export interface OwnRun {
  readonly attempt: AttemptId;
  readonly course: string;
  readonly begunOn: CivilDate;
  readonly changedOn: CivilDate;
}

/** That a learner finished a run, and when certificates about it were made. */
export interface OwnCompletion {
  readonly course: string;
  readonly title: string | null;
  readonly version: string;
  readonly language: string;
  readonly route: string;
  readonly on: CivilDate;
  readonly certificates: readonly CivilDate[];
  readonly revoked: readonly { readonly reason: RevocationReason; readonly on: CivilDate }[];
}

export async function listOwnRuns(tx: Tx, tenant: TenantId, learner: LearnerId): Promise<readonly OwnRun[]> {
  const found = await sql<OwnRun>`SELECT id AS attempt, course, begun_on AS "begunOn", changed_on AS "changedOn"
    FROM learning.attempt WHERE tenant = ${tenant} AND learner = ${learner} ORDER BY begun_on, id`.execute(tx);
  return found.rows;
}

export async function listOwnCompletions(
  tx: Tx,
  tenant: TenantId,
  learner: LearnerId,
): Promise<readonly OwnCompletion[]> {
  const found = await sql<OwnCompletion>`SELECT c.course, c.title, c.version, c.language, c.route, c.done_on AS "on",
      coalesce((SELECT json_agg(p.issued_on ORDER BY p.issued_on) FROM learning.certificate p
        WHERE p.tenant = c.tenant AND p.attempt = c.attempt), '[]'::json) AS certificates,
      coalesce((SELECT json_agg(json_build_object('reason', r.reason, 'on', r.revoked_on) ORDER BY r.revoked_on, r.code)
        FROM learning.certificate p JOIN learning.revocation r ON r.tenant = p.tenant AND r.code = p.code
        WHERE p.tenant = c.tenant AND p.attempt = c.attempt), '[]'::json) AS revoked
    FROM learning.completion c WHERE c.tenant = ${tenant} AND c.learner = ${learner} ORDER BY c.done_on, c.attempt`.execute(
    tx,
  );
  return found.rows;
}

/** How many browsers reach a learner on a day. */
export async function countBrowsers(tx: Tx, tenant: TenantId, learner: LearnerId, on: CivilDate): Promise<number> {
  const found = await sql<{ count: number }>`SELECT count(*)::integer AS count FROM learning.learner_key
    WHERE tenant = ${tenant} AND learner = ${learner} AND until >= ${on}`.execute(tx);
  return found.rows[0]?.count ?? 0;
}
