import { ok, type CivilDate, type Result } from '#platform/base';
import { compareAnswers, type AnswerDifference, type JourneyAnswer } from '#kernel/procedures';
import type { CaseProcedures, CaseRefusal, JourneyRecord, RecordedFact } from '#modules/casework/client';
import { factLines, type FactLine } from './fact-lines.ts';

/** What ids of supposed facts begin with, so that none is taken for a recorded one. */
export const supposedPrefix = 'suppose-';

/** What would be, held against what is. Nothing of it is written anywhere. */
export interface Supposition {
  readonly before: JourneyAnswer;
  readonly after: JourneyAnswer;
  readonly differences: readonly AnswerDifference[];
  /** The supposed facts as they would stand; one in whose place another was supposed since is not among them. */
  readonly lines: readonly FactLine[];
}

/** The day a supposition is seen from where nobody chose one: the last of the supposed days, and today at the earliest. */
export function dayToLookFrom(supposed: readonly Pick<RecordedFact, 'on'>[], today: CivilDate): CivilDate {
  return supposed.reduce((latest, { on }) => (on > latest ? on : latest), today);
}

/**
 * What would be different with facts that are only supposed. Both answers are of the day that one looks from, so that only
 * what is supposed can be the reason; where nothing is supposed, today is held against that day: what time alone does.
 * Refuses what the engine refuses.
 */
export function suppose(
  procedures: Pick<CaseProcedures, 'answer'>,
  journey: Pick<JourneyRecord, 'packs' | 'parameters' | 'facts'>,
  supposed: readonly RecordedFact[],
  { today, from }: { readonly today: CivilDate; readonly from: CivilDate },
): Result<Supposition, CaseRefusal> {
  const before = procedures.answer(journey, supposed.length > 0 ? from : today);
  if (!before.ok) return before;
  const facts = [...journey.facts, ...supposed];
  const after = procedures.answer({ ...journey, facts }, from);
  if (!after.ok) return after;
  const ids = new Set(supposed.map(({ id }) => id));
  return ok({
    before: before.value,
    after: after.value,
    differences: compareAnswers(before.value, after.value),
    lines: factLines({ facts, written: {} }, after.value).filter(({ fact }) => ids.has(fact.id)),
  });
}
