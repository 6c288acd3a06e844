import { sql } from 'kysely';
import type { CivilDate, TenantId, UserId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import type { GatheringId } from '#kernel/gatherings';
import type { LicenceId } from '../../model/open/teaching/licence-id.ts';
import type { TeachingRule } from '../../model/open/teaching/licence.ts';

/** That a holder of a licence signed that somebody taught a session with them. */
export interface CoTaught {
  readonly session: GatheringId;
  readonly user: UserId;
  readonly by: UserId;
  readonly on: CivilDate;
}

/** That a coordinator gave somebody the licence to teach a course. */
export interface GivenLicence {
  readonly user: UserId;
  readonly course: string;
  readonly on: CivilDate;
}

/** Says what it takes to teach a course, anew or for the first time; false when its part is not there, or is a course. */
export async function saveTeachingRule(tx: Tx, tenant: TenantId, rule: TeachingRule): Promise<boolean> {
  const { course, courseMonths, part, coTaught, months } = rule;
  const done = await sql`INSERT INTO learning.teaching_rule (tenant, course, course_months, part, co_taught, months)
    SELECT ${tenant}::uuid, ${course}, ${courseMonths}::integer, p.id, ${coTaught}::integer, ${months}::integer
    FROM learning.part p WHERE p.tenant = ${tenant} AND p.id = ${part} AND p.course IS NULL
    ON CONFLICT (tenant, course) DO UPDATE SET course_months = excluded.course_months, part = excluded.part,
      co_taught = excluded.co_taught, months = excluded.months`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}

export async function listTeachingRules(tx: Tx, tenant: TenantId): Promise<readonly TeachingRule[]> {
  const found =
    await sql<TeachingRule>`SELECT course, course_months AS "courseMonths", part, co_taught AS "coTaught", months
    FROM learning.teaching_rule WHERE tenant = ${tenant} ORDER BY course`.execute(tx);
  return found.rows;
}

/** Keeps a signature; false when there is one already. */
export async function insertCoTaught(tx: Tx, tenant: TenantId, { session, user, by, on }: CoTaught): Promise<boolean> {
  const done = await sql`INSERT INTO learning.co_taught (tenant, session, user_id, signed_by, signed_on)
    VALUES (${tenant}, ${session}, ${user}, ${by}, ${on}) ON CONFLICT DO NOTHING`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}

/** Takes a signature out again. */
export async function deleteCoTaught(
  tx: Tx,
  tenant: TenantId,
  { session, user, by }: Omit<CoTaught, 'on'>,
): Promise<void> {
  await sql`DELETE FROM learning.co_taught WHERE tenant = ${tenant} AND session = ${session} AND user_id = ${user}
    AND signed_by = ${by}`.execute(tx);
}

export async function listCoTaught(tx: Tx, tenant: TenantId): Promise<readonly CoTaught[]> {
  const found = await sql<CoTaught>`SELECT session, user_id AS "user", signed_by AS "by", signed_on AS "on"
    FROM learning.co_taught WHERE tenant = ${tenant} ORDER BY signed_on, session, user_id`.execute(tx);
  return found.rows;
}

/** Keeps that a licence was given; false when its id is taken, or nobody said what it takes to teach the course. */
export async function insertGivenLicence(
  tx: Tx,
  tenant: TenantId,
  { id, user, course, on }: GivenLicence & { readonly id: LicenceId },
  by: UserId,
): Promise<boolean> {
  const done = await sql`INSERT INTO learning.given_licence (tenant, id, user_id, course, given_on, given_by)
    SELECT ${tenant}::uuid, ${id}::uuid, ${user}::uuid, r.course, ${on}::date, ${by}::uuid
    FROM learning.teaching_rule r WHERE r.tenant = ${tenant} AND r.course = ${course} ON CONFLICT DO NOTHING`.execute(
    tx,
  );
  return Number(done.numAffectedRows ?? 0) === 1;
}

export async function listGivenLicences(tx: Tx, tenant: TenantId): Promise<readonly GivenLicence[]> {
  const found = await sql<GivenLicence>`SELECT user_id AS "user", course, given_on AS "on"
    FROM learning.given_licence WHERE tenant = ${tenant} ORDER BY given_on, id`.execute(tx);
  return found.rows;
}
