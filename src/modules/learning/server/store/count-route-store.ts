import { sql } from 'kysely';
import { civilDate, type TenantId, type UserId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import type { ChosenRoute, CountRoute } from '../../model/open/count/count-route.ts';
import type { OrganisationId } from '../../model/open/count/learning-ids.ts';

/** An organisation in a course: what is counted by one route at a time. */
export interface CountedGroup {
  readonly organisation: OrganisationId;
  readonly course: string;
}

/** Everything that was ever chosen up to a year; of one group, or of all. */
export async function listCountRoutes(
  tx: Tx,
  tenant: TenantId,
  year: number,
  group: CountedGroup | null,
): Promise<readonly (ChosenRoute & CountedGroup & { readonly year: number })[]> {
  const found = await sql<ChosenRoute & CountedGroup & { year: number }>`
    SELECT organisation, course, year, route, beside, chosen_on AS "chosenOn" FROM learning.count_route
    WHERE tenant = ${tenant} AND year <= ${year} AND (${group?.organisation ?? null}::uuid IS NULL
      OR organisation = ${group?.organisation ?? null} AND course = ${group?.course ?? null})
    ORDER BY organisation, course, year, beside IS NOT NULL, chosen_on, route`.execute(tx);
  return found.rows;
}

/** Nobody else chooses for this group, or tells of it, until the transaction ends. */
export async function holdCountedGroup(
  tx: Tx,
  tenant: TenantId,
  { organisation, course }: CountedGroup,
): Promise<void> {
  const name = `count ${tenant} ${organisation} ${course}`;
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx);
}

/** Keeps the routes of a year; those that it had before are gone. */
export async function saveCountRoutes(
  tx: Tx,
  tenant: TenantId,
  { organisation, course, year }: CountedGroup & { readonly year: number },
  routes: readonly ChosenRoute[],
  by: UserId,
): Promise<void> {
  await sql`DELETE FROM learning.count_route WHERE tenant = ${tenant} AND organisation = ${organisation}
    AND course = ${course} AND year = ${year}`.execute(tx);
  const values = routes.map(
    ({ route, beside, chosenOn }) =>
      sql`(${tenant}::uuid, ${organisation}::uuid, ${course}, ${year}::integer, ${route}, ${beside}::text, ${chosenOn}::date,
        ${chosenOn === null ? null : by}::uuid)`,
  );
  await sql`INSERT INTO learning.count_route (tenant, organisation, course, year, route, beside, chosen_on, chosen_by)
    VALUES ${sql.join(values)}`.execute(tx);
}

/** By which routes anything is known of a group in a year. */
export async function listKnownRoutes(
  tx: Tx,
  tenant: TenantId,
  { organisation, course, year }: CountedGroup & { readonly year: number },
): Promise<ReadonlySet<CountRoute>> {
  const [from, until] = [civilDate(`${String(year)}-01-01`), civilDate(`${String(year)}-12-31`)];
  const of = sql`tenant = ${tenant} AND organisation = ${organisation} AND course = ${course}`;
  const found = await sql<{ route: CountRoute }>`
    SELECT 'player' AS route WHERE EXISTS (SELECT FROM learning.completion WHERE ${of}
        AND done_on BETWEEN ${from} AND ${until})
      OR EXISTS (SELECT FROM learning.beginning WHERE ${of} AND begun_on BETWEEN ${from} AND ${until})
    UNION ALL SELECT 'source' WHERE EXISTS (SELECT FROM learning.source_completion WHERE ${of}
        AND counted_on BETWEEN ${from} AND ${until})
    UNION ALL SELECT 'receipts' WHERE EXISTS (SELECT FROM learning.packaged_completion WHERE ${of}
        AND counted_on BETWEEN ${from} AND ${until})
    UNION ALL SELECT 'totals' WHERE EXISTS (SELECT FROM learning.told_total WHERE ${of} AND year = ${year})`.execute(
    tx,
  );
  return new Set(found.rows.map(({ route }) => route));
}
