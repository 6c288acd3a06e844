import type { CivilDate } from '#platform/base';
import { notTold, type Told } from '#modules/casework/client';
import { cleanText } from './typed-text.ts';

/** An answer as it is typed: words, or why there are none. `yes` and `no` are the words of a yes or no. */
export interface TypedTold {
  readonly words: string;
  readonly why: (typeof notTold)[number];
}

export const notAskedYet: TypedTold = { words: '', why: 'not-asked' };

/** What was typed as an answer that the person gave on a day. */
export function toldWords({ words, why }: TypedTold, on: CivilDate): Told<string> {
  const told = cleanText(words);
  return told === '' ? { notTold: why } : { told, source: 'person', on };
}

/** The same for a yes or no. */
export function toldYesNo({ words, why }: TypedTold, on: CivilDate): Told<boolean> {
  return words === '' ? { notTold: why } : { told: words === 'yes', source: 'person', on };
}

/** An answer as a form begins with it. */
export function toTypedTold(answer: Told<string | boolean>): TypedTold {
  if ('notTold' in answer) return { words: '', why: answer.notTold };
  const { told } = answer;
  return { words: typeof told === 'string' ? told : told ? 'yes' : 'no', why: 'not-asked' };
}

/** Why a question has no answer, from what a form kept. */
export function whyOf(kept: string): TypedTold['why'] {
  return notTold.find((why) => why === kept) ?? 'not-asked';
}

/** The typed answer; one that nobody changed keeps its source and its day. */
export function keptTold(before: Told<string> | undefined, typed: TypedTold, on: CivilDate): Told<string> {
  const told = toldWords(typed, on);
  return before && 'told' in before && 'told' in told && before.told === told.told ? before : told;
}
