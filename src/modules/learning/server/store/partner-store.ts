import { sql } from 'kysely';
import type { CivilDate, TenantId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import { asForgetter } from './as-forgetter.ts';
import type { OrganisationId } from '../../model/open/count/learning-ids.ts';
import type { PartnerCoordinatorId } from '../../model/open/people/partner-coordinator-id.ts';

/** Somebody whom we let look after the people of a partner. */
export interface PartnerCoordinator {
  readonly id: PartnerCoordinatorId;
  readonly organisation: OrganisationId;
  readonly label: string;
  /** Browsers that may come in on the day that was asked for. */
  readonly browsers: number;
  readonly linkUntil: CivilDate | null;
}

/** Whose browser it is, and until when it may come in. */
export interface ReachedPartner {
  readonly id: PartnerCoordinatorId;
  readonly organisation: OrganisationId;
  readonly hash: string;
  readonly until: CivilDate;
}

/** Lets somebody look after the people of a partner, by a link; false when the id is taken or it is no partner of ours. */
export async function insertCoordinator(
  tx: Tx,
  tenant: TenantId,
  made: Pick<PartnerCoordinator, 'id' | 'organisation' | 'label'> & {
    readonly hash: string;
    readonly until: CivilDate;
    readonly on: CivilDate;
  },
): Promise<boolean> {
  const { id, organisation, label, hash, until, on } = made;
  const done =
    await sql`INSERT INTO learning.partner_coordinator (tenant, id, organisation, label, hash, until, made_on)
    VALUES (${tenant}, ${id}, ${organisation}, ${label}, ${hash}, ${until}, ${on}) ON CONFLICT DO NOTHING`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}

/** Everybody who looks after the people of one partner. */
export async function listCoordinators(
  tx: Tx,
  tenant: TenantId,
  organisation: OrganisationId,
  on: CivilDate,
): Promise<readonly PartnerCoordinator[]> {
  const found = await sql<PartnerCoordinator>`SELECT c.id, c.organisation, c.label,
      (SELECT count(*)::integer FROM learning.partner_key k
        WHERE k.tenant = c.tenant AND k.coordinator = c.id AND k.until >= ${on}) AS browsers,
      CASE WHEN c.hash IS NOT NULL AND c.until >= ${on} THEN c.until END AS "linkUntil"
    FROM learning.partner_coordinator c
    WHERE c.tenant = ${tenant} AND c.organisation = ${organisation} AND c.ended_on IS NULL
    ORDER BY c.label, c.id LIMIT 200`.execute(tx);
  return found.rows;
}

/** Gives somebody another link, for one more browser; false where they are not there, or let in no more. */
export async function saveCoordinatorLink(
  tx: Tx,
  tenant: TenantId,
  { id, hash, until }: { readonly id: PartnerCoordinatorId; readonly hash: string; readonly until: CivilDate },
): Promise<boolean> {
  const done = await sql`UPDATE learning.partner_coordinator SET hash = ${hash}, until = ${until}
    WHERE tenant = ${tenant} AND id = ${id} AND ended_on IS NULL`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}

/** Takes a link that is open, once: whose it is; null where there is none. */
export async function takeCoordinatorLink(
  tx: Tx,
  tenant: TenantId,
  hash: string,
  on: CivilDate,
): Promise<PartnerCoordinatorId | null> {
  const taken = await sql<{ id: PartnerCoordinatorId }>`UPDATE learning.partner_coordinator SET hash = NULL
    WHERE tenant = ${tenant} AND hash = ${hash} AND until >= ${on} AND ended_on IS NULL RETURNING id`.execute(tx);
  return taken.rows[0]?.id ?? null;
}

/** Lets somebody in no more, on whatever browser; false where they are not there. */
export async function endCoordinator(
  tx: Tx,
  tenant: TenantId,
  id: PartnerCoordinatorId,
  on: CivilDate,
): Promise<boolean> {
  const done = await sql`UPDATE learning.partner_coordinator SET ended_on = ${on}, hash = NULL
    WHERE tenant = ${tenant} AND id = ${id} AND ended_on IS NULL`.execute(tx);
  await sql`DELETE FROM learning.partner_key WHERE tenant = ${tenant} AND coordinator = ${id}`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}

export async function insertPartnerKey(
  tx: Tx,
  tenant: TenantId,
  { id, hash, until }: Pick<ReachedPartner, 'id' | 'hash' | 'until'>,
): Promise<void> {
  await sql`INSERT INTO learning.partner_key (tenant, hash, coordinator, until)
    VALUES (${tenant}, ${hash}, ${id}, ${until})`.execute(tx);
}

export async function findPartnerKey(
  tx: Tx,
  tenant: TenantId,
  hash: string,
  on: CivilDate,
): Promise<ReachedPartner | null> {
  const found = await sql<ReachedPartner>`SELECT c.id, c.organisation, k.hash, k.until FROM learning.partner_key k
    JOIN learning.partner_coordinator c ON c.tenant = k.tenant AND c.id = k.coordinator
    WHERE k.tenant = ${tenant} AND k.hash = ${hash} AND k.until >= ${on} AND c.ended_on IS NULL`.execute(tx);
  return found.rows[0] ?? null;
}

export async function renewPartnerKey(tx: Tx, tenant: TenantId, hash: string, until: CivilDate): Promise<void> {
  await sql`UPDATE learning.partner_key SET until = ${until} WHERE tenant = ${tenant} AND hash = ${hash}`.execute(tx);
}

export async function deletePartnerKey(tx: Tx, tenant: TenantId, hash: string): Promise<void> {
  await sql`DELETE FROM learning.partner_key WHERE tenant = ${tenant} AND hash = ${hash}`.execute(tx);
}

/** Forgets browsers that may not come in any more. */
export async function deleteOldPartnerKeys(tx: Tx, tenant: TenantId, before: CivilDate): Promise<void> {
  await sql`DELETE FROM learning.partner_key WHERE tenant = ${tenant} AND until < ${before}`.execute(tx);
}

/** Forgets who was let in no more before a day, with what we called them; the event log keeps their id. */
export async function deleteEndedCoordinators(tx: Tx, tenant: TenantId, before: CivilDate): Promise<void> {
  await asForgetter(tx, () =>
    sql`DELETE FROM learning.partner_coordinator WHERE tenant = ${tenant} AND ended_on < ${before}`.execute(tx),
  );
}
