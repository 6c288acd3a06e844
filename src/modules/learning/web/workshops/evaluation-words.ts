import type { LanguageChoice } from '#kernel/languages/web';

/** Answers as they are offered: who agrees first. */
export const evaluationAnswers = [5, 4, 3, 2, 1] as const;

/** The five sentences that people agree with or not, in their order. */
export function questionsOf(t: LanguageChoice['t']): readonly string[] {
  return ([1, 2, 3, 4, 5] as const).map((at) => t(`learning.evaluate.question.${at}`));
}
