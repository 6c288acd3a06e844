import { ok, refuse, type CivilDate, type Result } from '#platform/base';
import {
  compareAnswers,
  findPack,
  journey,
  type AnswerDifference,
  type Fact,
  type JourneyAnswer,
  type Pack,
} from '#kernel/procedures';
import type { JourneyRecord } from '../model/sealed/journey-record.ts';
import type { CaseRefusal } from './opened-case.ts';

/** What moving a case to other versions of its packs would change. */
export interface MoveQuestion {
  readonly journey: Pick<JourneyRecord, 'packs' | 'parameters' | 'facts'>;
  readonly to: readonly { readonly id: string; readonly version: string }[];
  readonly on: CivilDate;
  readonly language: string;
}

export interface ComparedMove {
  readonly before: JourneyAnswer;
  readonly after: JourneyAnswer;
  readonly differences: readonly AnswerDifference[];
}

/**
 * The answers of a case by the versions it stands on and by those it would move to, and what they do not share. Pure; the
 * packs are given, so that it runs in a worker that has loaded none. Refuses what the versions do not know.
 */
export function compareMove(
  { journey: { packs, parameters, facts }, to, on, language }: MoveQuestion,
  released: readonly Pack[],
): Result<ComparedMove, CaseRefusal> {
  const answer = (named: MoveQuestion['to']): Result<JourneyAnswer, CaseRefusal> => {
    const found = named.flatMap(({ id, version }) => findPack(released, `${id}@${version}`) ?? []);
    if (found.length < named.length) return refuse({ type: 'PackUnknown' });
    // Optional fields of a recorded fact are absent or set; parsed JSON knows no undefined.
    const answered = journey(found, { parameters, facts: facts as readonly Fact[] }, on, { language });
    if (answered.ok) return answered;
    const { code: reason, path = '' } = answered.refusal;
    return refuse({ type: 'ProcedureRefused', reason, path });
  };
  const before = answer(packs);
  if (!before.ok) return before;
  const after = answer(to);
  if (!after.ok) return after;
  return ok({ before: before.value, after: after.value, differences: compareAnswers(before.value, after.value) });
}
