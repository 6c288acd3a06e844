import { sql } from 'kysely';
import type { CivilDate, TenantId, UserId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import type { DoneVerb } from '../../model/open/count/recognise-completion.ts';
import type { OrganisationId } from '../../model/open/count/learning-ids.ts';
import type { IndexKey, StoreId, StorePlace } from '../../model/open/statement/record-ids.ts';

type Place = StorePlace<TenantId>;

/** That an activity in the system of an organisation is a course, and what says there that somebody is done. */
export interface SourceCourse {
  readonly store: StoreId;
  readonly activity: IndexKey;
  readonly organisation: OrganisationId;
  readonly iri: string;
  readonly course: string;
  readonly verb: DoneVerb;
}

/** Somebody who is done, as it is counted. */
export interface SourceCompletion extends Pick<SourceCourse, 'organisation' | 'course'> {
  readonly person: IndexKey;
  readonly run: string;
}

const columns = sql`store, activity, organisation, iri, course, verb`;

/** Which of these activities of a partition are courses. */
export async function listSourceCourses(
  tx: Tx,
  { tenant, store }: Place,
  activities: readonly IndexKey[],
): Promise<readonly SourceCourse[]> {
  const found = await sql<SourceCourse>`SELECT ${columns} FROM learning.source_course
    WHERE tenant = ${tenant} AND store = ${store} AND activity = ANY (${[...activities]}::uuid[])`.execute(tx);
  return found.rows;
}

/** Keeps that an activity is a course; false where that was said before. */
export async function insertSourceCourse(
  tx: Tx,
  tenant: TenantId,
  { store, activity, organisation, iri, course, verb }: SourceCourse,
  { on, by }: { readonly on: CivilDate; readonly by: UserId },
): Promise<boolean> {
  const done =
    await sql`INSERT INTO learning.source_course (tenant, store, activity, organisation, iri, course, verb, chosen_on, chosen_by)
    VALUES (${tenant}, ${store}, ${activity}, ${organisation}, ${iri}, ${course}, ${verb}, ${on}, ${by})
    ON CONFLICT DO NOTHING`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}

/** Counts who is done, each run once however often it is told. */
export async function insertSourceCompletions(
  tx: Tx,
  tenant: TenantId,
  completions: readonly SourceCompletion[],
  on: CivilDate,
): Promise<void> {
  const of = <Key extends keyof SourceCompletion>(key: Key) => completions.map((one) => one[key]);
  await sql`INSERT INTO learning.source_completion (tenant, organisation, course, person, run, counted_on)
    SELECT ${tenant}::uuid, c.*, ${on}::date FROM unnest(${of('organisation')}::uuid[], ${of('course')}::text[],
      ${of('person')}::uuid[], ${of('run')}::text[]) c ON CONFLICT DO NOTHING`.execute(tx);
}

/** Partitions of the systems of an organisation, with what they are called; those whose keys have ended too. */
export async function listSourceStores(
  tx: Tx,
  tenant: TenantId,
  organisation: OrganisationId,
): Promise<readonly { readonly store: StoreId; readonly name: string }[]> {
  const found = await sql<{ store: StoreId; name: string }>`SELECT store, min(source) AS name FROM learning.lrs_key
    WHERE tenant = ${tenant} AND organisation = ${organisation} AND source IS NOT NULL GROUP BY store ORDER BY name, store
    LIMIT 100`.execute(tx);
  return found.rows;
}

/** A statement whose own verb is one of these, with what it is found by. */
interface DoneStatement {
  readonly seq: number;
  readonly stored: Date;
  readonly body: string;
}

/** One statement for each activity of which a system said such a verb: what it is called is read from it. */
export async function listDoneActivities(
  tx: Tx,
  { tenant, store }: Place,
  verbs: readonly IndexKey[],
): Promise<readonly Pick<DoneStatement, 'body'>[]> {
  const found = await sql<{ body: string }>`
    SELECT s.body FROM (
      SELECT DISTINCT ON (a.key, v.key) t.seq FROM learning.lrs_found v
        JOIN learning.lrs_found a ON a.tenant = v.tenant AND a.store = v.store AND a.kind = 1 AND a.block = v.block
          AND NOT a.wide AND a.marks & v.marks <> 0
        JOIN generate_series(0, 31) p (place) ON a.marks & v.marks & (1 << p.place) <> 0
        JOIN learning.lrs_statement t ON t.tenant = v.tenant AND t.store = v.store
          AND t.seq = v.block::bigint * 32 + p.place
      WHERE v.tenant = ${tenant} AND v.store = ${store} AND v.kind = 3 AND v.key = ANY (${[...verbs]}::uuid[])
        -- One that points at another is found by what that one says.
        AND NOT EXISTS (SELECT FROM learning.lrs_ref r WHERE r.tenant = v.tenant AND r.from_id = t.id AND r.store = v.store)
      ORDER BY a.key, v.key, t.seq DESC LIMIT 200) f
    JOIN learning.lrs_statement s ON s.tenant = ${tenant} AND s.store = ${store} AND s.seq = f.seq
    ORDER BY f.seq DESC`.execute(tx);
  return found.rows;
}

/** Statements about an activity, after a number and in their order; what was taken back is left out. */
export async function listStatementsAbout(
  tx: Tx,
  { tenant, store }: Place,
  activity: IndexKey,
  after: number,
): Promise<readonly DoneStatement[]> {
  const found = await sql<DoneStatement>`SELECT s.seq, s.stored, s.body FROM
    (SELECT block, bit_or(marks) AS marks FROM learning.lrs_found
      WHERE tenant = ${tenant} AND store = ${store} AND kind = 1 AND key = ${activity} AND NOT wide
        AND block >= (${after}::bigint >> 5)::integer
      GROUP BY block) a
    JOIN generate_series(0, 31) p (place) ON a.marks & (1 << p.place) <> 0
    JOIN learning.lrs_statement s ON s.tenant = ${tenant} AND s.store = ${store}
      AND s.seq = a.block::bigint * 32 + p.place
    WHERE s.seq > ${after}
      AND NOT EXISTS (SELECT FROM learning.lrs_void v WHERE v.tenant = s.tenant AND v.target = s.id AND v.store = s.store)
    ORDER BY s.seq LIMIT 2000`.execute(tx);
  return found.rows;
}
