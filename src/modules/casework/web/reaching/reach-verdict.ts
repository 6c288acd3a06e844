import type { CivilDate } from '#platform/base';
import type { LanguageChoice } from '#kernel/languages/web';
import type { ReachDecision } from '#modules/casework/client';
import type { StateKind } from '#platform/web/ui';

type Words = Pick<LanguageChoice, 't' | 'formatShortDay'>;

/** The shape that goes with a verdict. */
export function markOfVerdict(decision: ReachDecision): StateKind {
  if (decision.answer === 'yes') return 'done';
  if (decision.answer === 'not-before') return 'waiting';
  return decision.answer === 'no' ? 'late' : 'soon';
}

/** A verdict in a few words: "Not before 16:00". Names the day when it is not today. */
export function wordsOfVerdict(decision: ReachDecision, { t, formatShortDay }: Words, today: CivilDate): string {
  if (decision.answer === 'yes') return t('casework.reach.now');
  if (decision.answer !== 'not-before') return t(`casework.reach.${decision.answer}.${decision.why}`);
  const { on, at } = decision;
  if (on === today) return t('casework.reach.notBefore', { time: at });
  return t('casework.reach.notBeforeDay', { day: formatShortDay(on, today), time: at });
}
