import { parseCivilDate, type CivilDate } from '#platform/base';
import type { SafetyCheck } from '#modules/casework/client';
import { toldWords, toldYesNo, whyOf, type TypedTold } from '../shared/typed-told.ts';

/** The questions of a safety check in their order (casework design, 2.2); each may be left. */
export const safetyQuestions = [
  ['safeToTalk', 'yes-no'],
  ['alone', 'yes-no'],
  ['inThisLanguage', 'yes-no'],
  ['threats', 'words'],
  ['held', 'words'],
  ['sleepTonight', 'yes-no'],
  ['healthNow', 'words'],
  ['selfHarm', 'words'],
  ['mayKnow', 'words'],
  ['homeAuthoritiesMayKnow', 'yes-no'],
  ['minor', 'yes-no'],
  ['fears', 'words'],
  ['helps', 'words'],
] as const;
export type SafetyQuestion = (typeof safetyQuestions)[number][0];

/** A check as its form keeps it: per question the words or a yes or no, and why there is none; the day; the result. */
export type TypedSafety = Readonly<Record<SafetyQuestion | `${SafetyQuestion}Why` | 'expires' | 'result', string>>;

/** Nothing asked yet. */
export function emptySafety(): TypedSafety {
  const asked = safetyQuestions.flatMap(([name]) => [
    [name, ''],
    [`${name}Why`, 'not-asked'],
  ]);
  // Each question and its reason, which is what the type lists.
  return Object.fromEntries([...asked, ['expires', ''], ['result', '']]) as TypedSafety;
}

/** One answer of a check in hand. */
export function answerOf(typed: TypedSafety, name: SafetyQuestion): TypedTold {
  return { words: typed[name], why: whyOf(typed[`${name}Why`]) };
}

/** What changes in the form when one answer does. */
export function withAnswer(name: SafetyQuestion, { words, why }: TypedTold): Partial<TypedSafety> {
  return { [name]: words, [`${name}Why`]: why };
}

/** The check that was typed on a day; `expires` is a day as text, empty when none was named. */
export function fromTypedSafety(
  typed: TypedSafety,
  expires: string,
  result: SafetyCheck['result'],
  on: CivilDate,
): SafetyCheck {
  const expiresOn = parseCivilDate(expires);
  return {
    on,
    safeToTalk: toldYesNo(answerOf(typed, 'safeToTalk'), on),
    alone: toldYesNo(answerOf(typed, 'alone'), on),
    inThisLanguage: toldYesNo(answerOf(typed, 'inThisLanguage'), on),
    threats: toldWords(answerOf(typed, 'threats'), on),
    held: toldWords(answerOf(typed, 'held'), on),
    sleepTonight: toldYesNo(answerOf(typed, 'sleepTonight'), on),
    healthNow: toldWords(answerOf(typed, 'healthNow'), on),
    selfHarm: toldWords(answerOf(typed, 'selfHarm'), on),
    mayKnow: toldWords(answerOf(typed, 'mayKnow'), on),
    homeAuthoritiesMayKnow: toldYesNo(answerOf(typed, 'homeAuthoritiesMayKnow'), on),
    minor: toldYesNo(answerOf(typed, 'minor'), on),
    dateExpires: expiresOn === null ? { notTold: 'not-asked' } : { told: expiresOn, source: 'person', on },
    fears: toldWords(answerOf(typed, 'fears'), on),
    helps: toldWords(answerOf(typed, 'helps'), on),
    result,
  };
}
