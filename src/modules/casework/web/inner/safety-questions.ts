import { parseCivilDate, type CivilDate } from '#platform/base';
import type { SafetyCheck } from '#modules/casework/client';
import { notAskedYet, toldWords, toldYesNo, type TypedTold } from '../shared/typed-told.ts';

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

export type TypedSafety = Readonly<Record<SafetyQuestion, TypedTold>>;

/** Nothing asked yet. */
export const emptySafety: TypedSafety = {
  safeToTalk: notAskedYet,
  alone: notAskedYet,
  inThisLanguage: notAskedYet,
  threats: notAskedYet,
  held: notAskedYet,
  sleepTonight: notAskedYet,
  healthNow: notAskedYet,
  selfHarm: notAskedYet,
  mayKnow: notAskedYet,
  homeAuthoritiesMayKnow: notAskedYet,
  minor: notAskedYet,
  fears: notAskedYet,
  helps: notAskedYet,
};

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
    safeToTalk: toldYesNo(typed.safeToTalk, on),
    alone: toldYesNo(typed.alone, on),
    inThisLanguage: toldYesNo(typed.inThisLanguage, on),
    threats: toldWords(typed.threats, on),
    held: toldWords(typed.held, on),
    sleepTonight: toldYesNo(typed.sleepTonight, on),
    healthNow: toldWords(typed.healthNow, on),
    selfHarm: toldWords(typed.selfHarm, on),
    mayKnow: toldWords(typed.mayKnow, on),
    homeAuthoritiesMayKnow: toldYesNo(typed.homeAuthoritiesMayKnow, on),
    minor: toldYesNo(typed.minor, on),
    dateExpires: expiresOn === null ? { notTold: 'not-asked' } : { told: expiresOn, source: 'person', on },
    fears: toldWords(typed.fears, on),
    helps: toldWords(typed.helps, on),
    result,
  };
}
