import { sql } from 'kysely';
import type { TenantId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import type { Evaluation } from '../../model/evaluation.ts';
import type { GatheringId, SeatId } from '../../model/gathering-ids.ts';

/** Keeps what somebody says after all that came before; the gathering is held by whoever calls. */
export async function insertEvaluation(
  tx: Tx,
  tenant: TenantId,
  gathering: GatheringId,
  { answers, words }: Evaluation,
): Promise<void> {
  await sql`INSERT INTO gatherings.evaluation (tenant, gathering, number, answers, words)
    SELECT ${tenant}::uuid, ${gathering}::uuid, coalesce(max(number), 0) + 1, ${[...answers]}::smallint[], ${words}
    FROM gatherings.evaluation WHERE tenant = ${tenant} AND gathering = ${gathering}`.execute(tx);
}

/** What was said, in the order in which it came. */
export async function listEvaluations(
  tx: Tx,
  tenant: TenantId,
  gathering: GatheringId,
): Promise<readonly Evaluation[]> {
  const found = await sql<Evaluation>`SELECT answers, words FROM gatherings.evaluation
    WHERE tenant = ${tenant} AND gathering = ${gathering} ORDER BY number`.execute(tx);
  return found.rows;
}

/** Marks that a seat answered; false where it had. */
export async function markEvaluated(tx: Tx, tenant: TenantId, seat: SeatId): Promise<boolean> {
  const done = await sql`UPDATE gatherings.seat SET evaluated = true
    WHERE tenant = ${tenant} AND id = ${seat} AND NOT evaluated`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}

/** Takes away words about gatherings that ended before an instant; the numbers stay. */
export async function forgetWords(tx: Tx, tenant: TenantId, endedBefore: Date): Promise<void> {
  await sql`UPDATE gatherings.evaluation e SET words = NULL FROM gatherings.gathering g
    WHERE e.tenant = ${tenant} AND g.tenant = e.tenant AND g.id = e.gathering AND g.ends_at < ${endedBefore}
      AND e.words IS NOT NULL`.execute(tx);
}
