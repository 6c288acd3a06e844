import { sql } from 'kysely';
import type { CivilDate, TenantId, UserId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import type { TotalEntry } from '../../model/open/count/release-totals.ts';
import type { TotalId } from '../../model/open/count/learning-ids.ts';
import type { CountedGroup } from './count-route-store.ts';

/** A sum as it came in. */
export interface ToldTotal extends TotalEntry, CountedGroup {
  readonly year: number;
  readonly means: 'typed' | 'file';
  readonly toldOn: CivilDate;
}

const columns = sql`id, replaces, organisation, course, year, from_month AS "from", until_month AS "until", people, completions,
  basis, means, told_on AS "toldOn"`;

/** Every sum of a year that was ever told, in the order in which they came in. */
export async function listToldTotals(tx: Tx, tenant: TenantId, year: number): Promise<readonly ToldTotal[]> {
  const found = await sql<ToldTotal>`SELECT ${columns} FROM learning.told_total
    WHERE tenant = ${tenant} AND year = ${year} ORDER BY seq LIMIT 10000`.execute(tx);
  return found.rows;
}

export async function findToldTotal(tx: Tx, tenant: TenantId, id: TotalId): Promise<ToldTotal | null> {
  const found = await sql<ToldTotal>`SELECT ${columns} FROM learning.told_total
    WHERE tenant = ${tenant} AND id = ${id}`.execute(tx);
  return found.rows[0] ?? null;
}

/** Keeps sums; false when an id is taken, or a sum was corrected before. */
export async function insertToldTotals(
  tx: Tx,
  tenant: TenantId,
  totals: readonly ToldTotal[],
  by: UserId,
): Promise<boolean> {
  const rows = JSON.stringify(totals);
  const done =
    await sql`INSERT INTO learning.told_total (tenant, id, organisation, course, year, from_month, until_month, people,
      completions, basis, means, replaces, told_on, told_by)
    SELECT ${tenant}::uuid, r.id, r.organisation, r.course, r.year, r."from", r."until", r.people, r.completions, r.basis, r.means,
      r.replaces, r."toldOn", ${by}::uuid
    FROM jsonb_to_recordset(${rows}::jsonb) AS r (id uuid, organisation uuid, course text, year integer, "from" integer,
      "until" integer, people integer, completions integer, basis text, means text, replaces uuid, "toldOn" date)
    ORDER BY r."from" ON CONFLICT DO NOTHING`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === totals.length;
}
