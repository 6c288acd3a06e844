import { sql } from 'kysely';
import { civilDate, type CivilDate, type TenantId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import type { SeatId } from '#kernel/gatherings';
import type { OrganisationId } from '../../model/open/count/learning-ids.ts';
import type { CountedPresences } from '../../model/open/count/workshop-figures.ts';

/** Counts somebody as having been at a workshop; once for each seat. */
export async function insertPresence(
  tx: Tx,
  tenant: TenantId,
  {
    seat,
    own,
    organisation,
    on,
  }: {
    readonly seat: SeatId;
    readonly own: boolean;
    readonly organisation: OrganisationId | null;
    readonly on: CivilDate;
  },
): Promise<void> {
  await sql`INSERT INTO learning.presence (tenant, seat, own, organisation, counted_on)
    VALUES (${tenant}, ${seat}, ${own}, ${organisation}, ${on}) ON CONFLICT DO NOTHING`.execute(tx);
}

/** Takes a seat out of the count, unless it was counted before a day: such months have been told. */
export async function deletePresence(tx: Tx, tenant: TenantId, seat: SeatId, countedFrom: CivilDate): Promise<void> {
  await sql`DELETE FROM learning.presence
    WHERE tenant = ${tenant} AND seat = ${seat} AND counted_on >= ${countedFrom}`.execute(tx);
}

/** How many were counted in a year, by month: of our own people, of each organisation, of nobody. */
export async function countPresences(tx: Tx, tenant: TenantId, year: number): Promise<readonly CountedPresences[]> {
  const [from, until] = [civilDate(`${String(year)}-01-01`), civilDate(`${String(year)}-12-31`)];
  const found = await sql<CountedPresences>`SELECT own, organisation, extract(month FROM counted_on)::integer AS month,
      count(*)::integer AS count FROM learning.presence
    WHERE tenant = ${tenant} AND counted_on BETWEEN ${from} AND ${until}
    GROUP BY own, organisation, month`.execute(tx);
  return found.rows;
}
