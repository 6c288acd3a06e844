import { sql } from 'kysely';
import type { CivilDate, TenantId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import type { AttemptId, LearnerId, OrganisationId } from '../../model/open/count/learning-ids.ts';
import type { CountedLearners } from '../../model/open/count/hide-small.ts';

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

/** Takes back that somebody began: they belong to another organisation. */
export async function dropBeginnings(tx: Tx, tenant: TenantId, learner: LearnerId): Promise<void> {
  await sql`DELETE FROM learning.beginning WHERE tenant = ${tenant} AND learner = ${learner}`.execute(tx);
}

/** Keeps that a run was finished; once for each run. */
export async function keepCompletion(tx: Tx, tenant: TenantId, done: Completion): Promise<void> {
  await sql`INSERT INTO learning.completion
      (tenant, attempt, learner, organisation, course, version, digest, language, draft, title, minutes, route, done_on)
    VALUES (${tenant}, ${done.attempt}, ${done.learner}, ${done.organisation}, ${done.course}, ${done.version},
      ${done.digest}, ${done.language}, ${done.draft},
      ${done.said?.title ?? null}, ${done.said?.minutes ?? null}, 'own-player', ${done.on}) ON CONFLICT DO NOTHING`.execute(
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

/** For each organisation and course: different people who began and who finished, and finished runs, within days. */
export async function countLearners(
  tx: Tx,
  tenant: TenantId,
  { from, until }: { readonly from: CivilDate; readonly until: CivilDate },
): Promise<readonly CountedLearners[]> {
  const found = await sql<CountedLearners>`
    WITH began AS (
      SELECT organisation, course, count(*)::integer AS people FROM learning.beginning
      WHERE tenant = ${tenant} AND begun_on BETWEEN ${from} AND ${until} GROUP BY organisation, course),
    finished AS (
      SELECT organisation, course, count(DISTINCT learner)::integer AS people, count(*)::integer AS runs
      FROM learning.completion WHERE tenant = ${tenant} AND done_on BETWEEN ${from} AND ${until}
      GROUP BY organisation, course)
    SELECT o.name AS organisation, o.own, coalesce(b.course, f.course) AS course, coalesce(b.people, 0) AS began,
      coalesce(f.people, 0) AS finished, coalesce(f.runs, 0) AS completions
    FROM began b FULL JOIN finished f ON f.organisation = b.organisation AND f.course = b.course
    JOIN learning.organisation o ON o.tenant = ${tenant} AND o.id = coalesce(b.organisation, f.organisation)
    ORDER BY o.own DESC, o.name, course`.execute(tx);
  return found.rows;
}
