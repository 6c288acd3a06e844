import { sql } from 'kysely';
import type { CivilDate, TenantId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import type { AttemptEvent } from '../../model/open/attempt/attempt-event.ts';
import type { AttemptId, LearnerId, OrganisationId } from '../../model/open/count/learning-ids.ts';

/** Whoever holds the cookie behind `hash`. */
export interface Learner {
  readonly id: LearnerId;
  readonly organisation: OrganisationId;
  readonly hash: string;
  /** The last day on which the cookie holds. */
  readonly until: CivilDate;
}

export async function insertLearner(tx: Tx, tenant: TenantId, learner: Learner): Promise<void> {
  await sql`INSERT INTO learning.learner (tenant, id, organisation, hash, until)
    VALUES (${tenant}, ${learner.id}, ${learner.organisation}, ${learner.hash}, ${learner.until})`.execute(tx);
}

export async function findLearner(tx: Tx, tenant: TenantId, hash: string): Promise<Learner | null> {
  const found = await sql<Learner>`SELECT id, organisation, hash, until FROM learning.learner
    WHERE tenant = ${tenant} AND hash = ${hash}`.execute(tx);
  return found.rows[0] ?? null;
}

/** Lets the cookie of a learner hold until another day. */
export async function renewLearner(tx: Tx, tenant: TenantId, id: LearnerId, until: CivilDate): Promise<void> {
  await sql`UPDATE learning.learner SET until = ${until} WHERE tenant = ${tenant} AND id = ${id}`.execute(tx);
}

/** Takes away a learner with every run and step; what was counted stays, under an id that leads nowhere. */
export async function deleteLearner(tx: Tx, tenant: TenantId, id: LearnerId): Promise<void> {
  await sql`DELETE FROM learning.learner WHERE tenant = ${tenant} AND id = ${id}`.execute(tx);
}

/** Takes away what has rested too long: runs since a day, and learners whose cookie ended by another, with
 * every run of theirs: nobody can reach those any more. */
export async function deleteRested(
  tx: Tx,
  tenant: TenantId,
  { runsBefore, learnersBefore }: { readonly runsBefore: CivilDate; readonly learnersBefore: CivilDate },
): Promise<void> {
  await sql`DELETE FROM learning.attempt WHERE tenant = ${tenant} AND changed_on < ${runsBefore}`.execute(tx);
  await sql`DELETE FROM learning.learner l WHERE l.tenant = ${tenant} AND l.until < ${learnersBefore}`.execute(tx);
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
