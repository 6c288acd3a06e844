import { sql } from 'kysely';
import { civilDate, type CivilDate, type TenantId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import type { CountedNumber } from '../../model/open/count/figures-of-year.ts';
import type { AttemptId, LearnerId, OrganisationId } from '../../model/open/count/learning-ids.ts';

/** That a run was finished: never changed. */
export interface Completion {
  readonly attempt: AttemptId;
  readonly learner: LearnerId;
  readonly organisation: OrganisationId;
  readonly course: string;
  readonly version: string;
  readonly digest: string;
  readonly language: string;
  /** Whether not everybody had signed the version. */
  readonly draft: boolean;
  /** What the course said of itself then; absent where nobody knows. */
  readonly said?: { readonly title: string; readonly minutes: number };
  readonly on: CivilDate;
  /** How we know; from our own player where it is not said. */
  readonly route?: 'own-player' | 'receipt';
}

/** Whether a run is counted as finished. */
export async function findCompletion(tx: Tx, tenant: TenantId, attempt: AttemptId): Promise<boolean> {
  const found = await sql`SELECT 1 FROM learning.completion
    WHERE tenant = ${tenant} AND attempt = ${attempt}`.execute(tx);
  return found.rows.length > 0;
}

/** Keeps that somebody began a course; once for each learner. */
export async function keepBeginning(
  tx: Tx,
  tenant: TenantId,
  { learner, organisation, course, on }: Pick<Completion, 'learner' | 'organisation' | 'course' | 'on'>,
): Promise<void> {
  await sql`INSERT INTO learning.beginning (tenant, learner, organisation, course, begun_on)
    VALUES (${tenant}, ${learner}, ${organisation}, ${course}, ${on}) ON CONFLICT DO NOTHING`.execute(tx);
}

/**
 * Takes back that somebody began in the month of a day: they belong to another organisation. What was counted in a month before
 * stays: figures of closed months have been told, and telling them again with one person less would give that person away.
 */
export async function dropBeginnings(tx: Tx, tenant: TenantId, learner: LearnerId, on: CivilDate): Promise<void> {
  await sql`DELETE FROM learning.beginning WHERE tenant = ${tenant} AND learner = ${learner}
    AND begun_on >= date_trunc('month', ${on}::date)::date`.execute(tx);
}

/** Keeps that a run was finished; once for each run. */
export async function keepCompletion(tx: Tx, tenant: TenantId, done: Completion): Promise<void> {
  await sql`INSERT INTO learning.completion
      (tenant, attempt, learner, organisation, course, version, digest, language, draft, title, minutes, route, done_on)
    VALUES (${tenant}, ${done.attempt}, ${done.learner}, ${done.organisation}, ${done.course}, ${done.version},
      ${done.digest}, ${done.language}, ${done.draft},
      ${done.said?.title ?? null}, ${done.said?.minutes ?? null}, ${done.route ?? 'own-player'}, ${done.on}) ON CONFLICT DO NOTHING`.execute(
    tx,
  );
}

/** The day on which somebody first finished a course; null while they have not. */
export async function findFirstCompletion(
  tx: Tx,
  tenant: TenantId,
  learner: LearnerId,
  course: string | null,
): Promise<CivilDate | null> {
  const found = await sql<{ on: CivilDate | null }>`SELECT min(done_on) AS "on" FROM learning.completion
    WHERE tenant = ${tenant} AND learner = ${learner}
      AND (${course}::text IS NULL OR course = ${course})`.execute(tx);
  return found.rows[0]?.on ?? null;
}

/**
 * Everything that was counted in a year, by organisation, course and month. A person counts in the month in which they first
 * finished a course in that year, in the language of that run; runs after that are runs, not people.
 */
export async function countByMonth(tx: Tx, tenant: TenantId, year: number): Promise<readonly CountedNumber[]> {
  const [from, until] = [civilDate(`${String(year)}-01-01`), civilDate(`${String(year)}-12-31`)];
  const found = await sql<CountedNumber>`
    WITH done AS (
      SELECT attempt, learner, organisation, course, language, done_on FROM learning.completion
      WHERE tenant = ${tenant} AND done_on BETWEEN ${from} AND ${until}),
    firsts AS (
      SELECT DISTINCT ON (learner, course) organisation, course, language, done_on FROM done
      ORDER BY learner, course, done_on, attempt)
    SELECT 'player' AS route, organisation, course, ${month('done_on')}, 'people' AS measure, language, count(*)::integer AS count
      FROM firsts GROUP BY organisation, course, month, language
    UNION ALL
    SELECT 'player', organisation, course, ${month('done_on')}, 'completions', NULL, count(*)::integer
      FROM done GROUP BY organisation, course, month
    UNION ALL
    SELECT 'player', c.organisation, c.course, ${month('p.issued_on')}, 'certificates', NULL, count(*)::integer
      FROM learning.certificate p JOIN learning.completion c ON c.tenant = p.tenant AND c.attempt = p.attempt
      WHERE p.tenant = ${tenant} AND p.issued_on BETWEEN ${from} AND ${until} GROUP BY c.organisation, c.course, month
    UNION ALL
    SELECT 'player', organisation, course, ${month('begun_on')}, 'began', NULL, count(*)::integer
      FROM learning.beginning WHERE tenant = ${tenant} AND begun_on BETWEEN ${from} AND ${until}
      GROUP BY organisation, course, month
    UNION ALL ${ofOtherRoutes(tenant, from, until)}`.execute(tx);
  return found.rows;
}

const month = (column: string) => sql`extract(month FROM ${sql.ref(column)})::integer AS month`;

/** The same of whoever did not learn in our own player. */
function ofOtherRoutes(tenant: TenantId, from: CivilDate, until: CivilDate) {
  return sql`
    SELECT 'source', organisation, course, ${month('first_on')}, 'people', NULL, count(*)::integer
      FROM (SELECT organisation, course, min(counted_on) AS first_on FROM learning.source_completion
        WHERE tenant = ${tenant} AND counted_on BETWEEN ${from} AND ${until} GROUP BY organisation, course, person) f
      GROUP BY organisation, course, month
    UNION ALL
    SELECT 'source', organisation, course, ${month('counted_on')}, 'completions', NULL, count(*)::integer
      FROM learning.source_completion WHERE tenant = ${tenant} AND counted_on BETWEEN ${from} AND ${until}
      GROUP BY organisation, course, month
    UNION ALL
    -- Nobody can be told apart by receipts: each is a person and a run.
    SELECT 'receipts', organisation, course, ${month('counted_on')}, of.measure, NULL, count(*)::integer
      FROM learning.packaged_completion, (VALUES ('people'), ('completions')) AS of (measure)
      WHERE tenant = ${tenant} AND counted_on BETWEEN ${from} AND ${until} GROUP BY organisation, course, month, of.measure
    UNION ALL
    -- Once for each person in a year, of our own people alone: nobody else plays packages here.
    SELECT 'played', o.id, 'package-' || d.package, ${month('done_on')}, of.measure, NULL, count(*)::integer
      FROM learning.package_done d JOIN learning.organisation o ON o.tenant = d.tenant AND o.own,
        (VALUES ('people'), ('completions')) AS of (measure)
      WHERE d.tenant = ${tenant} AND d.done_on BETWEEN ${from} AND ${until}
      GROUP BY o.id, d.package, month, of.measure`;
}

/** What one organisation is told of itself: people and finished runs of a year, by course. */
export async function countOfYear(
  tx: Tx,
  tenant: TenantId,
  organisation: OrganisationId,
  year: number,
): Promise<readonly { readonly course: string; readonly people: number; readonly completions: number }[]> {
  const [from, until] = [civilDate(`${String(year)}-01-01`), civilDate(`${String(year)}-12-31`)];
  const found = await sql<{ course: string; people: number; completions: number }>`
    SELECT course, count(DISTINCT learner)::integer AS people, count(*)::integer AS completions
    FROM learning.completion WHERE tenant = ${tenant} AND organisation = ${organisation}
      AND done_on BETWEEN ${from} AND ${until} GROUP BY course ORDER BY course`.execute(tx);
  return found.rows;
}

/** The same of packages from elsewhere, by title: nothing but for our own organisation, whose people alone play them. */
export async function countPlaysOfYear(
  tx: Tx,
  tenant: TenantId,
  organisation: OrganisationId,
  year: number,
): Promise<readonly { readonly title: string; readonly people: number; readonly completions: number }[]> {
  const [from, until] = [civilDate(`${String(year)}-01-01`), civilDate(`${String(year)}-12-31`)];
  const found = await sql<{ title: string; people: number; completions: number }>`
    SELECT p.title, count(DISTINCT d.user_id)::integer AS people, count(*)::integer AS completions
    FROM learning.package_done d
    JOIN learning.package p ON p.tenant = d.tenant AND p.id = d.package
    WHERE d.tenant = ${tenant} AND d.done_on BETWEEN ${from} AND ${until}
      AND EXISTS (SELECT FROM learning.organisation o WHERE o.tenant = d.tenant AND o.id = ${organisation} AND o.own)
    GROUP BY p.id, p.title ORDER BY p.title, p.id`.execute(tx);
  return found.rows;
}
