import { sql } from 'kysely';
import type { TenantId } from '#platform/base';
import type { Tx } from '../db/index.ts';

/** A job that this worker holds. */
export interface TakenJob {
  readonly id: string;
  readonly kind: string;
  readonly attempts: number;
  readonly payload: Readonly<Record<string, string>>;
}

/** Adds a job in the caller's transaction: it runs if and only if that commits. The payload holds ids and codes only. */
export async function addJob(
  tx: Tx,
  tenant: TenantId,
  job: { readonly name: string; readonly payload: Readonly<Record<string, string>>; readonly after: Date },
): Promise<void> {
  await sql`INSERT INTO platform.job (tenant, kind, recurring, payload, run_after)
    VALUES (${tenant}, ${job.name}, false, ${JSON.stringify(job.payload)}::jsonb, ${job.after})`.execute(tx);
}

/** Makes sure that a recurring job is there once; a new one is due at `first`. */
export async function keepRecurring(tx: Tx, tenant: TenantId, kind: string, first: Date): Promise<void> {
  await sql`INSERT INTO platform.job (tenant, kind, recurring, payload, run_after)
    VALUES (${tenant}, ${kind}, true, '{}'::jsonb, ${first}) ON CONFLICT DO NOTHING`.execute(tx);
}

/** Makes recurring jobs due that nobody works on and that did not just fail. */
export async function hastenRecurring(tx: Tx, tenant: TenantId, now: Date): Promise<void> {
  await sql`UPDATE platform.job SET run_after = ${now}
    WHERE tenant = ${tenant} AND recurring AND attempts = 0 AND run_after > ${now}`.execute(tx);
}

/** Takes the job that has waited longest, passing over those that others hold; null when nothing is due. */
export async function takeJob(
  tx: Tx,
  tenant: TenantId,
  worker: string,
  { kinds, now, until }: { readonly kinds: readonly string[]; readonly now: Date; readonly until: Date },
): Promise<TakenJob | null> {
  const taken = await sql<TakenJob>`
    UPDATE platform.job SET taken_by = ${worker}, taken_until = ${until}, attempts = attempts + 1
    WHERE tenant = ${tenant} AND id = (
      SELECT id FROM platform.job
      WHERE tenant = ${tenant} AND run_after <= ${now} AND kind = ANY (${[...kinds]})
        AND (taken_until IS NULL OR taken_until <= ${now})
      ORDER BY run_after, id FOR UPDATE SKIP LOCKED LIMIT 1)
    RETURNING id, kind, attempts, payload`.execute(tx);
  return taken.rows[0] ?? null;
}

/** Holds the job until the transaction ends; false when another worker has taken it over. */
export async function holdJob(tx: Tx, tenant: TenantId, worker: string, id: string): Promise<boolean> {
  const held = await sql`SELECT 1 FROM platform.job
    WHERE tenant = ${tenant} AND id = ${id} AND taken_by = ${worker} FOR UPDATE`.execute(tx);
  return held.rows.length === 1;
}

/** Keeps the job for longer, while work on it goes on. */
export async function renewJob(tx: Tx, tenant: TenantId, worker: string, id: string, until: Date): Promise<void> {
  await sql`UPDATE platform.job SET taken_until = ${until}
    WHERE tenant = ${tenant} AND id = ${id} AND taken_by = ${worker}`.execute(tx);
}

/** Ends a job that is done: a recurring one gets its next time, any other goes. */
export async function finishJob(
  tx: Tx,
  tenant: TenantId,
  worker: string,
  { id, next }: { readonly id: string; readonly next: Date | null },
): Promise<void> {
  const own = sql`tenant = ${tenant} AND id = ${id} AND taken_by = ${worker}`;
  await (
    next === null
      ? sql`DELETE FROM platform.job WHERE ${own}`
      : sql`UPDATE platform.job SET run_after = ${next}, attempts = 0, taken_by = NULL, taken_until = NULL,
        last_code = NULL WHERE ${own}`
  ).execute(tx);
}

/** Gives a job back that failed, with the code of why and the time of the next try. */
export async function returnJob(
  tx: Tx,
  tenant: TenantId,
  worker: string,
  { id, code, after }: { readonly id: string; readonly code: string; readonly after: Date },
): Promise<void> {
  await sql`UPDATE platform.job SET run_after = ${after}, taken_by = NULL, taken_until = NULL, last_code = ${code}
    WHERE tenant = ${tenant} AND id = ${id} AND taken_by = ${worker}`.execute(tx);
}
