import { sql } from 'kysely';
import type { CivilDate, TenantId, UserId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import { asForgetter } from './as-forgetter.ts';
import { seenByServer } from './seen-by-server.ts';
import type { AttemptId, LearnerId } from '../../model/open/count/learning-ids.ts';
import type { Exemption, Proof } from '../../model/open/standing/requirement.ts';
import type { EquivalentId, ProofId, TrainingPartId } from '../../model/open/standing/training-ids.ts';

/** A proof as it is kept, with who recorded it. */
export type KeptProof = Proof & {
  /** Null for what our own player knows. */
  readonly recordedBy: UserId | null;
  /** Whether not everybody had signed the version; of what somebody recorded nobody knows. */
  readonly draft: boolean;
};

interface ProofRow {
  readonly id: ProofId;
  readonly user: UserId;
  readonly course: string | null;
  readonly version: string | null;
  readonly draft: boolean | null;
  readonly part: TrainingPartId | null;
  readonly equivalent: EquivalentId | null;
  readonly on: CivilDate;
  readonly recordedBy: UserId | null;
}

/** What somebody recorded; false when the id is taken, or part or equivalent are not there, or do not belong together. */
export async function insertProof(
  tx: Tx,
  tenant: TenantId,
  proof: {
    readonly id: ProofId;
    readonly user: UserId;
    readonly part: TrainingPartId;
    readonly equivalent: EquivalentId | null;
    readonly on: CivilDate;
  },
  recorded: { readonly by: UserId; readonly on: CivilDate },
): Promise<boolean> {
  const done = await sql`INSERT INTO learning.proof
      (tenant, id, user_id, part, equivalent, done_on, recorded_by, recorded_on)
    SELECT ${tenant}::uuid, ${proof.id}::uuid, ${proof.user}::uuid, p.id, ${proof.equivalent}::uuid, ${proof.on}::date,
      ${recorded.by}::uuid, ${recorded.on}::date
    FROM learning.part p WHERE p.tenant = ${tenant} AND p.id = ${proof.part} AND (${proof.equivalent}::uuid IS NULL
      OR EXISTS (SELECT FROM learning.equivalent e WHERE e.tenant = ${tenant} AND e.id = ${proof.equivalent} AND e.part = p.id))
    ON CONFLICT DO NOTHING`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}

/**
 * Keeps what a learner finished as proofs of the person whose account they are, each once: one run, or all there are. Nothing
 * where the learner is nobody of ours.
 */
export async function keepProofs(
  tx: Tx,
  tenant: TenantId,
  learner: LearnerId,
  attempt: AttemptId | null,
): Promise<void> {
  await sql`INSERT INTO learning.proof (tenant, id, user_id, course, version, draft, done_on, recorded_on)
    SELECT c.tenant, c.attempt, a.user_id, c.course, c.version, c.draft, c.done_on, c.done_on
    FROM learning.completion c
    JOIN learning.learner_account a ON a.tenant = c.tenant AND a.learner = c.learner
    WHERE c.tenant = ${tenant} AND c.learner = ${learner} AND (${attempt}::uuid IS NULL OR c.attempt = ${attempt})
      AND ${seenByServer}
    ON CONFLICT DO NOTHING`.execute(tx);
}

/** Keeps that somebody did a package from elsewhere: its own pages said so, and nobody recorded it. */
export async function insertPackageProof(
  tx: Tx,
  tenant: TenantId,
  proof: { readonly id: ProofId; readonly user: UserId; readonly course: string; readonly on: CivilDate },
): Promise<void> {
  const { id, user, course, on } = proof;
  await sql`INSERT INTO learning.proof (tenant, id, user_id, course, version, draft, done_on, recorded_on)
    VALUES (${tenant}, ${id}, ${user}, ${course}, '1', false, ${on}, ${on}) ON CONFLICT DO NOTHING`.execute(tx);
}

/** Withdraws what somebody recorded; false when there is no such proof. It stays, and counts no more. */
export async function withdrawProof(tx: Tx, tenant: TenantId, id: ProofId, by: UserId): Promise<boolean> {
  const done = await sql`UPDATE learning.proof SET withdrawn_by = ${by}
    WHERE tenant = ${tenant} AND id = ${id} AND part IS NOT NULL AND withdrawn_by IS NULL`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}

/** Proofs of these people that count, by day. What a receipt of a package was vouched for has the version of that package. */
export async function listProofs(tx: Tx, tenant: TenantId, users: readonly UserId[]): Promise<readonly KeptProof[]> {
  const found =
    await sql<ProofRow>`SELECT p.id, p.user_id AS "user", p.course, coalesce(p.version, e.version) AS version,
      p.draft, p.part, p.equivalent, p.done_on AS "on", p.recorded_by AS "recordedBy"
    FROM learning.proof p
    LEFT JOIN learning.packaged_completion c ON c.tenant = p.tenant AND c.proof = p.id
    LEFT JOIN learning.package_export e ON e.tenant = c.tenant AND e.number = c.export
    WHERE p.tenant = ${tenant} AND p.user_id = ANY (${[...users]}::uuid[]) AND p.withdrawn_by IS NULL
    ORDER BY p.done_on, p.id`.execute(tx);
  return found.rows.flatMap(({ course, version, part, draft, ...row }) => {
    const recorded = part === null ? null : version === null ? { part } : { part, version };
    const of = course !== null && version !== null ? { course, version } : recorded;
    return of === null ? [] : { ...row, of, draft: draft ?? false };
  });
}

/** Who did a part, by what counts. */
export async function listWhoDid(
  tx: Tx,
  tenant: TenantId,
  parts: readonly TrainingPartId[],
): Promise<readonly UserId[]> {
  const found = await sql<{ user: UserId }>`SELECT DISTINCT user_id AS "user" FROM learning.proof
    WHERE tenant = ${tenant} AND part = ANY (${[...parts]}::uuid[]) AND withdrawn_by IS NULL ORDER BY 1`.execute(tx);
  return found.rows.map(({ user }) => user);
}

/** Forgets proofs of before a day. */
export async function deleteProofs(tx: Tx, tenant: TenantId, before: CivilDate): Promise<void> {
  await asForgetter(tx, () =>
    sql`DELETE FROM learning.proof WHERE tenant = ${tenant} AND done_on < ${before}`.execute(tx),
  );
}

/** Keeps a decision; false when its id is taken or there is no such requirement. */
export async function insertExemption(tx: Tx, tenant: TenantId, decided: Exemption, by: UserId): Promise<boolean> {
  const { id, user, requirement, reason, from, until } = decided;
  const done = await sql`INSERT INTO learning.exemption
      (tenant, id, user_id, requirement, reason, from_on, until_on, decided_by)
    SELECT ${tenant}::uuid, ${id}::uuid, ${user}::uuid, r.id, ${reason}, ${from}::date, ${until}::date, ${by}::uuid
    FROM learning.requirement r WHERE r.tenant = ${tenant} AND r.id = ${requirement} AND r.ended_on IS NULL
    ON CONFLICT DO NOTHING`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}

/** Decisions about these people that reach to a day or beyond. */
export async function listExemptions(
  tx: Tx,
  tenant: TenantId,
  users: readonly UserId[],
  since: CivilDate,
): Promise<readonly Exemption[]> {
  const found = await sql<Exemption>`SELECT id, user_id AS "user", requirement, reason, from_on AS "from",
      until_on AS "until"
    FROM learning.exemption WHERE tenant = ${tenant} AND user_id = ANY (${[...users]}::uuid[]) AND until_on >= ${since}
    ORDER BY until_on, id`.execute(tx);
  return found.rows;
}
