import { ok, refuse, type Result, type TenantId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import {
  evaluationQuestions,
  evaluationTime,
  sumEvaluations,
  type Evaluation,
  type EvaluationSum,
} from '../../model/evaluation.ts';
import type { GatheringId, SeatId } from '../../model/gathering-ids.ts';
import type { GatheringCaller } from '../gathering-caller.ts';
import { listMarks } from '../store/attendance-store.ts';
import { insertEvaluation, listEvaluations, markEvaluated } from '../store/evaluation-store.ts';
import { lockGathering } from '../store/gathering-store.ts';
import { listSeats } from '../store/seat-store.ts';

/**
 * Keeps what somebody who was there says, once, without whose it is. Whoever was kept as absent, or had no place, is not asked.
 * Answers are from 1 to 5, as many as there are questions.
 */
export async function evaluate(
  { tx, tenant, clock }: GatheringCaller,
  id: GatheringId,
  seat: SeatId,
  said: Evaluation,
): Promise<
  Result<
    undefined,
    { readonly type: 'NotFound' | 'EvaluationEarly' | 'EvaluationOver' | 'EvaluatedAlready' | 'GatheringCancelled' }
  >
> {
  if (said.answers.length !== evaluationQuestions) throw new Error('an evaluation has an answer to each question');
  const gathering = await lockGathering(tx, tenant, id);
  const found = gathering && (await listSeats(tx, tenant, [id])).find((one) => one.id === seat);
  if (!gathering || found?.state.kind !== 'confirmed') return refuse({ type: 'NotFound' });
  if (gathering.state === 'cancelled') return refuse({ type: 'GatheringCancelled' });
  const time = evaluationTime(gathering, clock.now());
  if (time !== 'open') return refuse({ type: time === 'early' ? 'EvaluationEarly' : 'EvaluationOver' });
  const last = (await listMarks(tx, tenant, [id])).findLast((line) => line.seat === seat);
  if (last?.mark === 'absent') return refuse({ type: 'NotFound' });
  if (!(await markEvaluated(tx, tenant, seat))) return refuse({ type: 'EvaluatedAlready' });
  await insertEvaluation(tx, tenant, id, said);
  return ok(undefined);
}

/** What was said of a gathering, in whole steps. */
export async function readEvaluation(tx: Tx, tenant: TenantId, id: GatheringId): Promise<EvaluationSum> {
  return sumEvaluations(await listEvaluations(tx, tenant, id));
}
