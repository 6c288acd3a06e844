import { sql } from 'kysely';
import type { TenantId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import type { GatheringId } from '../../model/gathering-ids.ts';
import type { Gathering } from '../../model/roster.ts';

/** A gathering with what whoever comes must know. */
export interface PlannedGathering extends Gathering {
  readonly place: string;
  /** Where it is on line; empty where it is in a room. */
  readonly link: string;
  readonly accessNote: string;
}

const columns = sql`id, starts_at AS "startsAt", ends_at AS "endsAt", sign_up_until AS "signUpUntil", places, quota, state,
  place, link, access_note AS "accessNote"`;

/** Adds a gathering; false when its id is taken. */
export async function insertGathering(tx: Tx, tenant: TenantId, planned: PlannedGathering): Promise<boolean> {
  const { id, startsAt, endsAt, signUpUntil, places, quota, state, place, link, accessNote } = planned;
  const done = await sql`INSERT INTO gatherings.gathering
      (tenant, id, starts_at, ends_at, sign_up_until, places, quota, state, place, link, access_note)
    VALUES (${tenant}, ${id}, ${startsAt}, ${endsAt}, ${signUpUntil}, ${places}, ${quota}, ${state}, ${place}, ${link},
      ${accessNote}) ON CONFLICT DO NOTHING`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}

/** A gathering, held until the transaction ends: whoever signs up meanwhile waits. Null where there is none. */
export async function lockGathering(tx: Tx, tenant: TenantId, id: GatheringId): Promise<PlannedGathering | null> {
  const found = await sql<PlannedGathering>`SELECT ${columns} FROM gatherings.gathering
    WHERE tenant = ${tenant} AND id = ${id} FOR UPDATE`.execute(tx);
  return found.rows[0] ?? null;
}

/** Writes what may change of a gathering. */
export async function saveGathering(tx: Tx, tenant: TenantId, changed: PlannedGathering): Promise<void> {
  const { id, startsAt, endsAt, signUpUntil, places, quota, state, place, link, accessNote } = changed;
  await sql`UPDATE gatherings.gathering SET starts_at = ${startsAt}, ends_at = ${endsAt}, sign_up_until = ${signUpUntil},
      places = ${places}, quota = ${quota}, state = ${state}, place = ${place}, link = ${link}, access_note = ${accessNote}
    WHERE tenant = ${tenant} AND id = ${id}`.execute(tx);
}

/** These gatherings, by when they begin. */
export async function listGatherings(
  tx: Tx,
  tenant: TenantId,
  ids: readonly GatheringId[],
): Promise<readonly PlannedGathering[]> {
  const found = await sql<PlannedGathering>`SELECT ${columns} FROM gatherings.gathering
    WHERE tenant = ${tenant} AND id = ANY (${[...ids]}::uuid[]) ORDER BY starts_at, id`.execute(tx);
  return found.rows;
}

/** Gatherings that are still to begin and for which somebody waits or has to answer. */
export async function listWaitedFor(tx: Tx, tenant: TenantId, now: Date): Promise<readonly GatheringId[]> {
  const found = await sql<{ id: GatheringId }>`SELECT g.id FROM gatherings.gathering g
    WHERE g.tenant = ${tenant} AND g.state <> 'cancelled' AND g.starts_at > ${now} AND EXISTS (
      SELECT FROM gatherings.seat s WHERE s.tenant = g.tenant AND s.gathering = g.id
        AND (s.state = 'waiting' OR s.offered_until <= ${now}))
    ORDER BY g.starts_at, g.id`.execute(tx);
  return found.rows.map(({ id }) => id);
}
