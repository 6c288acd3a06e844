import type { CivilDate } from '#platform/base';
import { addDays } from '#platform/base';
import type { SealedContent } from '#modules/casework/client';

const notAsked = { notTold: 'not-asked' } as const;

/** A person of whom nothing was asked yet. */
export const emptyPerson: SealedContent<'person'> = {
  names: [],
  calledName: null,
  birth: notAsked,
  gender: notAsked,
  nationalities: notAsked,
  stateless: notAsked,
  languages: [],
  interpreterWishes: notAsked,
  numbers: [],
  addresses: [],
  guardian: notAsked,
  needs: notAsked,
};

/** A safe-contact plan with nothing agreed but its day. */
export function emptyReach(on: CivilDate): SealedContent<'reach'> {
  return {
    channels: [],
    windows: [],
    zone: 'Europe/Amsterdam',
    ifAnotherAnswers: '',
    nameWeUse: null,
    nameTheyUse: null,
    safeSign: null,
    stopSign: null,
    letters: null,
    never: [],
    language: null,
    interpreter: false,
    ifNotReached: null,
    everyDays: null,
    quietUntil: null,
    doNotContact: false,
    agreedOn: on,
    reviewBy: addDays(on, 90),
  };
}
