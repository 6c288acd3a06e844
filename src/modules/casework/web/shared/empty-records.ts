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
