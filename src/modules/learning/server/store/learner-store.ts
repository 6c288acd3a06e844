import { sql } from 'kysely';
import type { CivilDate, TenantId, UserId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import { asForgetter } from './as-forgetter.ts';
import type { AttemptEvent } from '../../model/open/attempt/attempt-event.ts';
import type { AttemptId, LearnerId, OrganisationId } from '../../model/open/count/learning-ids.ts';

/** Somebody who learns for an organisation. */
export interface Learner {
  readonly id: LearnerId;
  readonly organisation: OrganisationId;
  /** One of our own people; null where nobody knows who it is. */
  readonly user: UserId | null;
}

/** A learner, as somebody reached them who holds the cookie behind `hash`. */
export interface ReachedLearner extends Learner {
  readonly hash: string;
  /** The last day on which the cookie holds. */
  readonly until: CivilDate;
}

export async function insertLearner(
  tx: Tx,
  tenant: TenantId,
  { id, organisation }: Pick<Learner, 'id' | 'organisation'>,
): Promise<void> {
  await sql`INSERT INTO learning.learner (tenant, id, organisation) VALUES (${tenant}, ${id}, ${organisation})`.execute(
    tx,
  );
}

/** Lets a browser reach a learner by its cookie. */
export async function insertKey(
  tx: Tx,
  tenant: TenantId,
  { id, hash, until }: Pick<ReachedLearner, 'id' | 'hash' | 'until'>,
): Promise<void> {
  await sql`INSERT INTO learning.learner_key (tenant, hash, learner, until)
    VALUES (${tenant}, ${hash}, ${id}, ${until})`.execute(tx);
}

export async function findLearner(tx: Tx, tenant: TenantId, hash: string): Promise<ReachedLearner | null> {
  const found = await sql<ReachedLearner>`SELECT l.id, l.organisation, a.user_id AS "user", k.hash, k.until
    FROM learning.learner_key k
    JOIN learning.learner l ON l.tenant = k.tenant AND l.id = k.learner
    LEFT JOIN learning.learner_account a ON a.tenant = l.tenant AND a.learner = l.id
    WHERE k.tenant = ${tenant} AND k.hash = ${hash}`.execute(tx);
  return found.rows[0] ?? null;
}

/** The learner that one of our own people is; null while they are none. */
export async function findLearnerOf(tx: Tx, tenant: TenantId, user: UserId): Promise<Learner | null> {
  const found = await sql<Learner>`SELECT l.id, l.organisation, a.user_id AS "user" FROM learning.learner_account a
    JOIN learning.learner l ON l.tenant = a.tenant AND l.id = a.learner
    WHERE a.tenant = ${tenant} AND a.user_id = ${user}`.execute(tx);
  return found.rows[0] ?? null;
}

/** Says that a learner is one of our own people; false where they are another already, or another's. */
export async function linkLearner(tx: Tx, tenant: TenantId, id: LearnerId, user: UserId): Promise<boolean> {
  const done = await sql`INSERT INTO learning.learner_account (tenant, learner, user_id)
    VALUES (${tenant}, ${id}, ${user}) ON CONFLICT DO NOTHING`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}

/** Makes runs of one learner those of another: it is the same person. */
export async function moveAttempts(tx: Tx, tenant: TenantId, from: LearnerId, to: LearnerId): Promise<void> {
  await sql`UPDATE learning.attempt SET learner = ${to} WHERE tenant = ${tenant} AND learner = ${from}`.execute(tx);
}

/** Lets a cookie hold until another day. */
export async function renewKey(tx: Tx, tenant: TenantId, hash: string, until: CivilDate): Promise<void> {
  await sql`UPDATE learning.learner_key SET until = ${until} WHERE tenant = ${tenant} AND hash = ${hash}`.execute(tx);
}

/** Ends one cookie; what the learner did stays. */
export async function deleteKey(tx: Tx, tenant: TenantId, hash: string): Promise<void> {
  await sql`DELETE FROM learning.learner_key WHERE tenant = ${tenant} AND hash = ${hash}`.execute(tx);
}

/** Ends every cookie of a learner but one; how many. What they did stays. */
export async function deleteOtherKeys(
  tx: Tx,
  tenant: TenantId,
  { id, hash }: Pick<ReachedLearner, 'id' | 'hash'>,
): Promise<number> {
  const done = await sql`DELETE FROM learning.learner_key
    WHERE tenant = ${tenant} AND learner = ${id} AND hash <> ${hash}`.execute(tx);
  return Number(done.numAffectedRows ?? 0);
}

/** Takes away a learner with every run and step; what was counted stays, under an id that leads nowhere. */
export async function deleteLearner(tx: Tx, tenant: TenantId, id: LearnerId): Promise<void> {
  await asForgetter(tx, () => sql`DELETE FROM learning.learner WHERE tenant = ${tenant} AND id = ${id}`.execute(tx));
}

/** Takes away what has rested too long: runs since a day, cookies that ended by another, and with every run of theirs the
 * learners that nobody can reach any more, who stand on no list and wait for no letter. */
export async function deleteRested(
  tx: Tx,
  tenant: TenantId,
  { runsBefore, learnersBefore }: { readonly runsBefore: CivilDate; readonly learnersBefore: CivilDate },
): Promise<void> {
  await asForgetter(tx, async () => {
    await sql`DELETE FROM learning.attempt WHERE tenant = ${tenant} AND changed_on < ${runsBefore}`.execute(tx);
    await sql`DELETE FROM learning.learner_key WHERE tenant = ${tenant} AND until < ${learnersBefore}`.execute(tx);
    await sql`DELETE FROM learning.learner l WHERE l.tenant = ${tenant}
      AND NOT EXISTS (SELECT FROM learning.learner_key k WHERE k.tenant = l.tenant AND k.learner = l.id)
      AND NOT EXISTS (SELECT FROM learning.learner_account a WHERE a.tenant = l.tenant AND a.learner = l.id)
      AND NOT EXISTS (SELECT FROM learning.resume_code r WHERE r.tenant = l.tenant AND r.learner = l.id)
      AND NOT EXISTS (SELECT FROM learning.invitee i WHERE i.tenant = l.tenant AND i.learner = l.id)
      AND NOT EXISTS (SELECT FROM learning.reminder m WHERE m.tenant = l.tenant AND m.learner = l.id
        AND m.agreed_on IS NOT NULL)`.execute(tx);
  });
}

/**
 * Takes hold of a run until the transaction ends, and begins it where it is new, so that two that send at once are looked at
 * one after the other. False where the run is somebody else's, or of another course.
 */
export async function holdAttempt(
  tx: Tx,
  tenant: TenantId,
  run: { readonly id: AttemptId; readonly learner: LearnerId; readonly course: string; readonly on: CivilDate },
): Promise<boolean> {
  const { id, learner, course, on } = run;
  await sql`INSERT INTO learning.attempt (tenant, id, learner, course, begun_on, changed_on)
    VALUES (${tenant}, ${id}, ${learner}, ${course}, ${on}, ${on}) ON CONFLICT DO NOTHING`.execute(tx);
  const held = await sql`UPDATE learning.attempt SET changed_on = ${on}
    WHERE tenant = ${tenant} AND id = ${id} AND learner = ${learner} AND course = ${course}`.execute(tx);
  return Number(held.numAffectedRows ?? 0) === 1;
}

/** Whether a run is of a learner. */
export async function isAttemptOf(tx: Tx, tenant: TenantId, id: AttemptId, learner: LearnerId): Promise<boolean> {
  const found = await sql`SELECT FROM learning.attempt
    WHERE tenant = ${tenant} AND id = ${id} AND learner = ${learner}`.execute(tx);
  return found.rows.length > 0;
}

/** Adds steps; those that are held already stay as they are. */
export async function insertSteps(
  tx: Tx,
  tenant: TenantId,
  attempt: AttemptId,
  steps: readonly Omit<AttemptEvent, 'attempt'>[],
): Promise<void> {
  const rows = JSON.stringify(steps.map((step) => ({ ...step, options: [...step.options] })));
  await sql`INSERT INTO learning.step (tenant, attempt, device, seq, scene, block, kind, options, at)
    SELECT ${tenant}::uuid, ${attempt}::uuid, s.device, s.seq, s.scene, s.block, s.kind, s.options, s.at
    FROM jsonb_to_recordset(${rows}::jsonb)
      AS s (device uuid, seq integer, scene text, block text, kind text, options text[], at text)
    ON CONFLICT DO NOTHING`.execute(tx);
}

export async function listSteps(tx: Tx, tenant: TenantId, attempt: AttemptId): Promise<readonly AttemptEvent[]> {
  const found = await sql<AttemptEvent>`SELECT attempt, device, seq, scene, block, kind, options, at
    FROM learning.step WHERE tenant = ${tenant} AND attempt = ${attempt} ORDER BY device, seq`.execute(tx);
  return found.rows;
}

/** The run of a course that was changed last, and the highest number of each device that is held of it. */
export async function findLastAttempt(
  tx: Tx,
  tenant: TenantId,
  learner: LearnerId,
  course: string,
): Promise<{
  readonly id: AttemptId;
  readonly held: readonly { readonly device: string; readonly seq: number }[];
} | null> {
  const found = await sql<{ id: AttemptId }>`SELECT id FROM learning.attempt
    WHERE tenant = ${tenant} AND learner = ${learner} AND course = ${course}
    ORDER BY changed_on DESC, begun_on DESC, id LIMIT 1`.execute(tx);
  const id = found.rows[0]?.id;
  return id === undefined ? null : { id, held: await listHeld(tx, tenant, id) };
}

/** The highest number of each device that is held of a run. */
export async function listHeld(
  tx: Tx,
  tenant: TenantId,
  attempt: AttemptId,
): Promise<readonly { readonly device: string; readonly seq: number }[]> {
  const held = await sql<{ device: string; seq: number }>`SELECT device, max(seq) AS seq FROM learning.step
    WHERE tenant = ${tenant} AND attempt = ${attempt} GROUP BY device ORDER BY device`.execute(tx);
  return held.rows;
}
