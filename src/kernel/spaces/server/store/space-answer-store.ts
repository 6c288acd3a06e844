import { sql } from 'kysely';
import type { RecordId, SpaceId, TenantId, UserId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import type { CurrentRecord } from './log-store.ts';

/** What a member is told of a space in one answer. */
export interface SpaceAnswer {
  readonly space: Pick<SpaceRow, 'kind' | 'epoch' | 'seq' | 'head'>;
  /** Operations after the number asked for, oldest first. */
  readonly operations: readonly string[];
  /** Records whose newest version was written by one of these operations, in their order. */
  readonly records: readonly CurrentRecord[];
}

interface SpaceRow {
  readonly kind: string;
  readonly epoch: number;
  readonly seq: number;
  readonly head: string;
}

/** Rows of three tables in one form; `part` says which it is. */
type AnswerRow =
  | {
      readonly part: 1;
      readonly seq: number;
      readonly id: null;
      readonly n: number;
      readonly a: string;
      readonly b: string;
    }
  | {
      readonly part: 2;
      readonly seq: number;
      readonly id: null;
      readonly n: null;
      readonly a: null;
      readonly b: string;
    }
  | {
      readonly part: 3;
      readonly seq: number;
      readonly id: RecordId;
      readonly n: number;
      readonly a: string;
      readonly b: string | null;
    };

/**
 * A space with up to `limit` operations after a number and what they wrote; null when there is none or the reader is no
 * living member. One statement: three would cost the database and the driver almost three times as much as this, which
 * is most of what opening a case costs.
 */
export async function readSpaceAnswer(
  tx: Tx,
  { tenant, user, space }: { readonly tenant: TenantId; readonly user: UserId; readonly space: SpaceId },
  after: number,
  limit: number,
): Promise<SpaceAnswer | null> {
  const { rows } = await sql<AnswerRow>`
    SELECT 1 AS part, s.seq, NULL::uuid AS id, s.epoch AS n, s.kind AS a, s.head AS b
    FROM spaces.space s
    WHERE s.tenant = ${tenant} AND s.id = ${space} AND EXISTS (
      SELECT FROM spaces.member m
      WHERE m.tenant = ${tenant} AND m.user_id = ${user} AND m.space = ${space} AND m.epoch_until IS NULL)
    UNION ALL
    SELECT 2, o.seq, NULL, NULL, NULL, o.jws
    FROM spaces.operation o
    WHERE o.tenant = ${tenant} AND o.space = ${space} AND o.seq > ${after} AND o.seq <= ${after + limit}
    UNION ALL
    SELECT 3, r.seq, r.id, r.version, r.type, r.envelope
    FROM spaces.record r
    WHERE r.tenant = ${tenant} AND r.space = ${space} AND r.current AND r.seq > ${after} AND r.seq <= ${after + limit}`.execute(
    tx,
  );
  const own = rows.find((row) => row.part === 1);
  if (!own) return null;
  return {
    space: { kind: own.a, epoch: own.n, seq: own.seq, head: own.b },
    operations: inOrder(rows.filter((row) => row.part === 2)).map(({ b }) => b),
    records: inOrder(rows.filter((row) => row.part === 3)).map(({ id, n, a, seq, b }) => ({
      id,
      version: n,
      type: a,
      seq,
      envelope: b,
    })),
  };
}

function inOrder<Row extends { readonly seq: number }>(rows: readonly Row[]): readonly Row[] {
  return rows.toSorted((one, other) => one.seq - other.seq);
}
