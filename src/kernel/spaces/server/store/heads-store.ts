import { sql } from 'kysely';
import type { SpaceId, TenantId, UserId } from '#platform/base';
import type { Tx } from '#platform/server/db';

/** A space of one's own with its sealed head and the two operations that vouch for head and key. */
export interface HeadRow {
  readonly id: SpaceId;
  readonly relation: string;
  readonly epoch: number;
  readonly seq: number;
  readonly head: string;
  readonly keyOperation: string | null;
  readonly headOperation: string | null;
  readonly headEnvelope: string | null;
}

/** Spaces of one kind that a user is a living member of, by id, from an id on. */
export async function listHeadsOfMember(
  tx: Tx,
  tenant: TenantId,
  user: UserId,
  page: { readonly kind: string; readonly after?: SpaceId | undefined; readonly limit: number },
): Promise<readonly HeadRow[]> {
  const after = page.after ?? null;
  const result = await sql<HeadRow>`
    SELECT s.id, m.relation, s.epoch, s.seq, s.head,
      k.jws AS "keyOperation", h.jws AS "headOperation", r.envelope AS "headEnvelope"
    FROM spaces.member m
    JOIN spaces.space s ON s.tenant = m.tenant AND s.id = m.space
    LEFT JOIN spaces.operation k ON k.tenant = s.tenant AND k.space = s.id AND k.seq = s.key_seq
    LEFT JOIN spaces.record r ON r.tenant = s.tenant AND r.space = s.id AND r.current AND r.type = 'head'
    LEFT JOIN spaces.operation h ON h.tenant = s.tenant AND h.space = s.id AND h.seq = r.seq
    WHERE m.tenant = ${tenant} AND m.user_id = ${user} AND m.epoch_until IS NULL
      AND s.kind = ${page.kind} AND (${after}::uuid IS NULL OR m.space > ${after}::uuid)
    ORDER BY m.space
    LIMIT ${page.limit}`.execute(tx);
  return result.rows;
}
