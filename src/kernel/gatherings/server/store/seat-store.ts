import { sql } from 'kysely';
import type { TenantId, UserId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import type { GatheringId } from '../../model/gathering-ids.ts';
import type { LeftWhy, Seat, SeatState } from '../../model/roster.ts';

/** Whose seat it is. */
export interface Seated {
  /** One of our own people; null for others, and for whoever is forgotten. */
  readonly user: UserId | null;
  readonly label: string | null;
}

/** A seat with whose it is. */
export interface KeptSeat extends Seat, Seated {
  readonly gathering: GatheringId;
  /** Whether they said what they think of it; not what. */
  readonly evaluated: boolean;
}

interface SeatRow extends Omit<KeptSeat, 'state'> {
  readonly state: SeatState['kind'];
  readonly offeredUntil: Date | null;
  readonly leftWhy: LeftWhy | null;
}

const columns = sql`id, gathering, turn, user_id AS "user", label, group_id AS "group", state, revision, evaluated,
  offered_until AS "offeredUntil", left_why AS "leftWhy"`;

/** Everybody who signed up, in order. */
export async function listSeats(
  tx: Tx,
  tenant: TenantId,
  gatherings: readonly GatheringId[],
): Promise<readonly KeptSeat[]> {
  const found = await sql<SeatRow>`SELECT ${columns} FROM gatherings.seat
    WHERE tenant = ${tenant} AND gathering = ANY (${[...gatherings]}::uuid[]) ORDER BY gathering, turn`.execute(tx);
  return found.rows.map(toSeat);
}

export async function insertSeat(
  tx: Tx,
  tenant: TenantId,
  gathering: GatheringId,
  seat: Seat & Seated & { readonly hash: string | null },
): Promise<void> {
  const { id, turn, user, label, group, hash, revision } = seat;
  const { state, offeredUntil, leftWhy } = fromState(seat.state);
  await sql`INSERT INTO gatherings.seat
      (tenant, id, gathering, turn, user_id, label, group_id, hash, state, offered_until, left_why, revision)
    VALUES (${tenant}, ${id}, ${gathering}, ${turn}, ${user}, ${label}, ${group}, ${hash}, ${state}, ${offeredUntil},
      ${leftWhy}, ${revision})`.execute(tx);
}

/** Writes how somebody stands now. */
export async function saveSeat(tx: Tx, tenant: TenantId, seat: Seat): Promise<void> {
  const { state, offeredUntil, leftWhy } = fromState(seat.state);
  await sql`UPDATE gatherings.seat SET state = ${state}, offered_until = ${offeredUntil}, left_why = ${leftWhy},
      revision = ${seat.revision} WHERE tenant = ${tenant} AND id = ${seat.id}`.execute(tx);
}

/** The seat whose page a secret opens; null where there is none. */
export async function findSeatByHash(tx: Tx, tenant: TenantId, hash: string): Promise<KeptSeat | null> {
  const found = await sql<SeatRow>`SELECT ${columns} FROM gatherings.seat
    WHERE tenant = ${tenant} AND hash = ${hash}`.execute(tx);
  const [row] = found.rows;
  return row === undefined ? null : toSeat(row);
}

/** What one of our own people signed up for and has not left. */
export async function listSeatsOf(tx: Tx, tenant: TenantId, user: UserId): Promise<readonly KeptSeat[]> {
  const found = await sql<SeatRow>`SELECT ${columns} FROM gatherings.seat
    WHERE tenant = ${tenant} AND user_id = ${user} AND state <> 'left' ORDER BY id`.execute(tx);
  return found.rows.map(toSeat);
}

/** Takes from seats of gatherings that ended before an instant whose they were: what stays is a number. */
export async function forgetSeated(tx: Tx, tenant: TenantId, endedBefore: Date): Promise<void> {
  await sql`UPDATE gatherings.seat s SET user_id = NULL, label = NULL, group_id = NULL FROM gatherings.gathering g
    WHERE s.tenant = ${tenant} AND g.tenant = s.tenant AND g.id = s.gathering AND g.ends_at < ${endedBefore}
      AND (s.user_id IS NOT NULL OR s.label IS NOT NULL)`.execute(tx);
}

function toSeat({ state, offeredUntil, leftWhy, ...row }: SeatRow): KeptSeat {
  return { ...row, state: toState(state, offeredUntil, leftWhy) };
}

function toState(kind: SeatState['kind'], until: Date | null, why: LeftWhy | null): SeatState {
  if (kind === 'offered' && until !== null) return { kind, until };
  if (kind === 'left' && why !== null) return { kind, why };
  // The table holds that both are there where they must be.
  return { kind: kind === 'confirmed' ? 'confirmed' : 'waiting' };
}

function fromState(state: SeatState) {
  return {
    state: state.kind,
    offeredUntil: state.kind === 'offered' ? state.until : null,
    leftWhy: state.kind === 'left' ? state.why : null,
  };
}
