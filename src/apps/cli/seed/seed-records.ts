import { addDays, type CivilDate } from '#platform/base';
import type { Paper, RecordToPut } from '#modules/casework/client';
import type { PracticeCase, PracticeConsent, PracticeContact, PracticePaper } from './practice-world/practice-world.ts';

/** Tags of the languages of the practice world. */
export const languageTags: Readonly<Record<string, string>> = {
  Tigrinya: 'ti',
  Serbian: 'sr',
  French: 'fr',
  Arabic: 'ar',
  Spanish: 'es',
  Vietnamese: 'vi',
  English: 'en',
};
const scripts: Readonly<Record<string, string>> = { Ethiopic: 'Ethi', Arabic: 'Arab' };
const allDays: Readonly<Record<string, number[]>> = {
  'Monday to Wednesday': [1, 2, 3],
  'Tuesday to Thursday': [2, 3, 4],
  'Wednesday and Friday': [3, 5],
  weekdays: [1, 2, 3, 4, 5],
  'Saturday morning': [6],
};
const notAsked = { notTold: 'not-asked' } as const;

/** The sealed record of who a fictional person is. */
export function personRecord({ person, referredOn }: PracticeCase): RecordToPut {
  const told = <Value>(value: Value) => ({ told: value, source: 'person' as const, on: referredOn });
  const tag = languageTags[person.language] ?? 'en';
  return {
    kind: 'person',
    content: {
      names: [
        { given: person.given, family: person.family, script: 'Latn', use: 'legal' },
        ...person.otherScripts.map(({ script, name }) => ({
          given: name,
          family: null,
          script: scripts[script] ?? 'Latn',
          use: 'legal' as const,
        })),
      ],
      calledName: person.called,
      birth: person.birth === null ? { notTold: 'unknown' } : told({ date: person.birth, basis: 'person' as const }),
      gender: told(person.gender),
      nationalities: told([person.nationality]),
      stateless: notAsked,
      languages: [{ language: tag, level: 'mother-tongue', reads: true }],
      interpreterWishes: notAsked,
      numbers: person.aliensNumber === null ? [] : [{ kind: 'aliens', number: person.aliensNumber }],
      addresses: [],
      guardian: notAsked,
      needs: notAsked,
    },
  };
}

/** The sealed plan for safe contact. */
export function reachRecord({ reach, person, acceptedOn, referredOn }: PracticeCase): RecordToPut {
  const agreedOn = acceptedOn ?? referredOn;
  return {
    kind: 'reach',
    content: {
      channels:
        reach.phone === null
          ? [
              {
                id: 'visit',
                kind: 'visit',
                reach: 'At the shelter, ask for the quiet room',
                safe: 'yes',
                voicemail: false,
              },
            ]
          : [{ id: 'phone', kind: 'call', reach: reach.phone, safe: 'after-text', voicemail: reach.mayLeaveMessage }],
      windows: [{ days: allDays[reach.callDays] ?? [1, 2, 3, 4, 5], from: reach.from, until: '19:00' }],
      zone: 'Europe/Amsterdam',
      ifAnotherAnswers: `${reach.coverStory.slice(0, 1).toUpperCase()}${reach.coverStory.slice(1)}.`,
      nameWeUse: reach.signs ? 'The library' : null,
      nameTheyUse: null,
      safeSign: reach.signs ? 'Says that the weather is fine' : null,
      stopSign: reach.signs ? 'Says wrong number' : null,
      letters: reach.signs ? { to: 'Shelter Zuiderhof, desk (invented)', plainEnvelope: true } : null,
      never: reach.signs ? ['Through the neighbours', 'On Sunday'] : [],
      language: languageTags[person.language] ?? 'en',
      interpreter: person.language !== 'English',
      ifNotReached: reach.signs
        ? { days: 7, whom: 'Shelter Zuiderhof, desk (invented)', what: 'Ask whether all is well, no more.' }
        : null,
      everyDays: reach.everyDays,
      quietUntil: reach.quietUntil,
      changed: null,
      doNotContact: false,
      agreedOn,
      reviewBy: addDays(agreedOn, 365),
    },
  };
}

/** The sealed consents; a no and a withdrawal are kept as plainly as a yes. */
export function consentRecords({ consents }: PracticeCase): readonly RecordToPut[] {
  return consents.map((consent) => ({
    kind: 'consent',
    content: {
      purpose: purposeOf(consent),
      recipient: consent.recipient === 'us' ? { kind: 'us' } : { kind: 'named', name: 'M. Vermeer, lawyer (invented)' },
      scope: '',
      withheld: '',
      language: null,
      interpreter: true,
      form: 'spoken-with-witness',
      readAloud: true,
      inOwnWords: true,
      capacity: 'self',
      basis: '',
      state: stateOf(consent),
    },
  }));
}

function purposeOf({ purpose }: PracticeConsent) {
  return (['support', 'share', 'statistics', 'research'] as const).find((known) => known === purpose) ?? 'support';
}

function stateOf({ answer, on, until }: PracticeConsent) {
  if (answer === 'said-no') return { name: 'said-no' as const, on };
  if (answer === 'withdrawn')
    return { name: 'withdrawn' as const, given: on, on: addDays(on, 1), words: 'Changed their mind, no reason asked.' };
  return { name: 'given' as const, on, until, reviewOn: null };
}

/** A contact, or a try that reached nobody. */
export function contactRecord({ on, at, minutes, kind, reached, words }: PracticeContact): RecordToPut {
  if (!reached && kind !== 'letter') return { kind: 'attempt', content: { on, at, kind, why: 'no-answer', words } };
  return {
    kind: 'contact',
    content: { on, at, minutes, kind, with: 'person', reached, words, nextStep: '', audience: 'team' },
  };
}

/** Facts as the journey takes them, oldest first. */
export function factsOfCase({
  facts,
}: PracticeCase): readonly { readonly fact: string; readonly on: CivilDate; readonly id?: string }[] {
  return facts.map((fact) => {
    // Recorded on the day it happened, where nothing else is said.
    const given = Object.entries({ recorded: fact.on, ...fact }).filter(([, value]) => value !== undefined);
    // The same fact again, without the fields that were left open.
    return Object.fromEntries(given) as typeof fact;
  });
}

/** What is known of a fictional paper; its file comes beside it. */
export function paperOf({ document, title, on, form, pages }: PracticePaper): Omit<Paper, 'file'> {
  return {
    document,
    ownKind: null,
    title,
    date: on,
    validUntil: null,
    language: 'nl',
    form: { kind: form === 'original-seen' ? 'original-seen' : 'copy' },
    pages,
    originalHeldBy: null,
    meets: document === null ? [] : [document],
    forWhom: 'team',
  };
}
