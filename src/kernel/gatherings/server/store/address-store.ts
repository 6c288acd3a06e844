import { sql } from 'kysely';
import type { TenantId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import type { GatheringId, SeatId } from '../../model/gathering-ids.ts';

/** Where somebody is told about their sign-up, and what they were told last. */
export interface TellableSeat {
  readonly seat: SeatId;
  readonly sealed: string;
  readonly language: 'en' | 'nl';
  readonly told: number;
  readonly invited: boolean;
}

/** Somebody who may be reminded, and of which beginning. */
export interface RemindableSeat extends Pick<TellableSeat, 'seat' | 'sealed' | 'language'> {
  readonly startsAt: Date;
}

/** Keeps where a mail about a seat may be sent. */
export async function insertAddress(
  tx: Tx,
  tenant: TenantId,
  { seat, sealed, language }: Pick<TellableSeat, 'seat' | 'sealed' | 'language'>,
): Promise<void> {
  await sql`INSERT INTO gatherings.address (tenant, seat, sealed, language)
    VALUES (${tenant}, ${seat}, ${sealed}, ${language})`.execute(tx);
}

/** Everybody of a gathering who gave an address and has not been told how they stand. */
export async function listUntold(tx: Tx, tenant: TenantId, gathering: GatheringId): Promise<readonly TellableSeat[]> {
  const found = await sql<TellableSeat>`SELECT s.id AS seat, a.sealed, a.language, s.told, s.invited
    FROM gatherings.seat s JOIN gatherings.address a ON a.tenant = s.tenant AND a.seat = s.id
    WHERE s.tenant = ${tenant} AND s.gathering = ${gathering} AND s.told < s.revision ORDER BY s.turn`.execute(tx);
  return found.rows;
}

/** Notes what somebody has been told, and whether it stands in their calendar now. */
export async function noteTold(
  tx: Tx,
  tenant: TenantId,
  { seat, told, invited }: Pick<TellableSeat, 'seat' | 'told' | 'invited'>,
): Promise<void> {
  await sql`UPDATE gatherings.seat SET told = ${told}, invited = ${invited}
    WHERE tenant = ${tenant} AND id = ${seat}`.execute(tx);
}

/**
 * Everybody with a place who gave an address and knows how they stand, at a gathering that takes place and begins after one instant and
 * not after another, and who was not reminded of that beginning.
 */
export async function listUnreminded(
  tx: Tx,
  tenant: TenantId,
  { after, until }: { readonly after: Date; readonly until: Date },
): Promise<readonly RemindableSeat[]> {
  const found = await sql<RemindableSeat>`SELECT s.id AS seat, a.sealed, a.language, g.starts_at AS "startsAt"
    FROM gatherings.gathering g
      JOIN gatherings.seat s ON s.tenant = g.tenant AND s.gathering = g.id
      JOIN gatherings.address a ON a.tenant = s.tenant AND a.seat = s.id
    WHERE g.tenant = ${tenant} AND g.starts_at > ${after} AND g.starts_at <= ${until} AND g.state <> 'cancelled'
      AND s.state = 'confirmed' AND s.told >= s.revision AND s.reminded_of IS DISTINCT FROM g.starts_at
    ORDER BY g.starts_at, s.id`.execute(tx);
  return found.rows;
}

/** Notes of which beginning somebody was reminded. */
export async function noteReminded(tx: Tx, tenant: TenantId, seat: SeatId, startsAt: Date): Promise<void> {
  await sql`UPDATE gatherings.seat SET reminded_of = ${startsAt} WHERE tenant = ${tenant} AND id = ${seat}`.execute(tx);
}

/** Keeps the code of why a mail did not leave; null when it did. */
export async function noteProblem(tx: Tx, tenant: TenantId, seat: SeatId, problem: string | null): Promise<void> {
  await sql`UPDATE gatherings.address SET problem = ${problem} WHERE tenant = ${tenant} AND seat = ${seat}`.execute(tx);
}

/** The seats of a gathering to which no mail gets through. */
export async function listUnreached(tx: Tx, tenant: TenantId, gathering: GatheringId): Promise<readonly SeatId[]> {
  const found = await sql<{ seat: SeatId }>`SELECT a.seat FROM gatherings.address a
    JOIN gatherings.seat s ON s.tenant = a.tenant AND s.id = a.seat
    WHERE a.tenant = ${tenant} AND s.gathering = ${gathering} AND a.problem IS NOT NULL`.execute(tx);
  return found.rows.map(({ seat }) => seat);
}

/** Forgets the address of whoever has left and knows it. */
export async function deleteAddress(tx: Tx, tenant: TenantId, seat: SeatId): Promise<void> {
  await sql`DELETE FROM gatherings.address WHERE tenant = ${tenant} AND seat = ${seat}`.execute(tx);
}

/** Forgets addresses, and the secrets of people's own pages, of gatherings that ended before an instant. */
export async function forgetAddresses(tx: Tx, tenant: TenantId, endedBefore: Date): Promise<void> {
  await sql`DELETE FROM gatherings.address a USING gatherings.seat s, gatherings.gathering g
    WHERE a.tenant = ${tenant} AND s.tenant = a.tenant AND s.id = a.seat AND g.tenant = s.tenant AND g.id = s.gathering
      AND g.ends_at < ${endedBefore}`.execute(tx);
  await sql`UPDATE gatherings.seat s SET hash = NULL FROM gatherings.gathering g
    WHERE s.tenant = ${tenant} AND s.hash IS NOT NULL AND g.tenant = s.tenant AND g.id = s.gathering
      AND g.ends_at < ${endedBefore}`.execute(tx);
}
