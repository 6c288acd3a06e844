import { sql } from 'kysely';
import type { TenantId, UserId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import type { GatheringId, SeatId } from '../../model/gathering-ids.ts';

/** Whether somebody was there. */
export type Mark = 'present' | 'absent';
/** How it is known: whoever leads ticked them on the list, or they gave the code that the room showed. */
export type MarkWay = 'list' | 'room-code';

/** One line of the list: the last of a seat holds, those before say what was corrected. */
export interface KeptMark {
  readonly seat: SeatId;
  readonly mark: Mark;
  /** Who ticked it, or who showed the code. */
  readonly by: UserId;
  readonly way: MarkWay;
  readonly at: Date;
}

/** Adds a line. */
export async function insertMark(tx: Tx, tenant: TenantId, { seat, mark, by, way, at }: KeptMark): Promise<void> {
  await sql`INSERT INTO gatherings.attendance (tenant, seat, number, mark, kept_by, way, kept_at)
    SELECT ${tenant}::uuid, ${seat}::uuid, coalesce(max(number), 0) + 1, ${mark}, ${by}::uuid, ${way},
      ${at}::timestamptz
    FROM gatherings.attendance WHERE tenant = ${tenant} AND seat = ${seat}`.execute(tx);
}

/** Every line of these gatherings, the older ones of a seat first. */
export async function listMarks(
  tx: Tx,
  tenant: TenantId,
  gatherings: readonly GatheringId[],
): Promise<readonly KeptMark[]> {
  const found = await sql<KeptMark>`SELECT a.seat, a.mark, a.kept_by AS "by", a.way, a.kept_at AS "at"
    FROM gatherings.attendance a JOIN gatherings.seat s ON s.tenant = a.tenant AND s.id = a.seat
    WHERE a.tenant = ${tenant} AND s.gathering = ANY (${[...gatherings]}::uuid[])
    ORDER BY s.gathering, s.turn, a.number`.execute(tx);
  return found.rows;
}
