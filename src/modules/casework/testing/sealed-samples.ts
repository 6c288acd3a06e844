import { civilDate } from '#platform/base';
import type { SealedContent } from '../model/sealed/sealed-kinds.ts';
import type { Appointment, Contact } from '../model/sealed/work-records.ts';
import type { Consent, Person, Reach } from '../model/sealed/person-records.ts';
import type { Paper } from '../model/sealed/paper-records.ts';

const day = civilDate('2026-11-02');

/** A fictional person with nothing asked yet but a name. */
export function buildPerson(overrides: Partial<Person> = {}): Person {
  return {
    names: [{ given: 'Selam', family: 'Tesfaye', script: 'Latn', use: 'legal' }],
    calledName: null,
    birth: { notTold: 'not-asked' },
    gender: { notTold: 'not-asked' },
    nationalities: { notTold: 'not-asked' },
    stateless: { notTold: 'not-asked' },
    languages: [{ language: 'ti', level: 'mother-tongue', reads: true }],
    interpreterWishes: { notTold: 'not-asked' },
    numbers: [],
    addresses: [],
    guardian: { notTold: 'not-asked' },
    needs: { notTold: 'not-asked' },
    ...overrides,
  };
}

/** A plan that allows a telephone call on working days between ten and four, and no voicemail. */
export function buildReach(overrides: Partial<Reach> = {}): Reach {
  return {
    channels: [{ id: 'phone', kind: 'call', reach: '06 0000 1001', safe: 'yes', voicemail: false }],
    windows: [{ days: [1, 2, 3, 4, 5], from: '10:00', until: '16:00' }],
    zone: 'Europe/Amsterdam',
    ifAnotherAnswers: 'Ask for the library.',
    nameWeUse: 'the library',
    nameTheyUse: null,
    safeSign: null,
    stopSign: null,
    letters: null,
    never: [],
    language: 'ti',
    interpreter: false,
    ifNotReached: null,
    everyDays: null,
    quietUntil: null,
    changed: null,
    doNotContact: false,
    agreedOn: day,
    reviewBy: civilDate('2027-01-31'),
    ...overrides,
  };
}

/** A call in which the person was reached. */
export function buildContact(overrides: Partial<Contact> = {}): Contact {
  return {
    on: day,
    at: '10:30',
    minutes: 15,
    kind: 'call',
    with: 'person',
    reached: true,
    words: 'Talked about the letter.',
    nextStep: '',
    audience: 'team',
    ...overrides,
  };
}

/** A consent to be supported, given by the person. */
export function buildConsent(overrides: Partial<Consent> = {}): Consent {
  return {
    purpose: 'support',
    recipient: { kind: 'us' },
    scope: '',
    withheld: '',
    language: 'ti',
    interpreter: true,
    form: 'spoken-with-witness',
    readAloud: true,
    inOwnWords: true,
    capacity: 'self',
    basis: 'consent',
    state: { name: 'given', on: day, until: null, reviewOn: null },
    ...overrides,
  };
}

/** A copy of a paper without a file. */
export function buildPaper(overrides: Partial<Paper> = {}): Paper {
  return {
    document: 'permit-copy',
    ownKind: null,
    title: 'Copy of the permit',
    date: '2026-03',
    validUntil: null,
    language: 'nl',
    form: { kind: 'copy' },
    pages: 2,
    originalHeldBy: null,
    meets: [],
    forWhom: 'team',
    file: null,
    ...overrides,
  };
}

/** A planned talk at the office of the lawyer with everything settled and nobody who goes along. */
export function buildAppointment(overrides: Partial<Appointment> = {}): Appointment {
  return {
    on: day,
    at: '11:00',
    until: null,
    kind: 'lawyer',
    place: 'Office of the lawyer',
    meetingPoint: null,
    wantsCompany: { told: false, source: 'person', on: day },
    goes: [],
    interpreter: 'none',
    safeWay: 'By tram, back before dark.',
    lawyer: null,
    state: { name: 'planned' },
    tasks: [],
    ...overrides,
  };
}

/** A safety check of which nothing was asked, with a steady result. */
export function buildSafety(overrides: Partial<SealedContent<'safety'>> = {}): SealedContent<'safety'> {
  const notAsked = { notTold: 'not-asked' } as const;
  return {
    on: day,
    safeToTalk: notAsked,
    alone: notAsked,
    inThisLanguage: notAsked,
    threats: notAsked,
    held: notAsked,
    sleepTonight: notAsked,
    healthNow: notAsked,
    selfHarm: notAsked,
    mayKnow: notAsked,
    homeAuthoritiesMayKnow: notAsked,
    minor: notAsked,
    dateExpires: notAsked,
    fears: notAsked,
    helps: notAsked,
    result: 'steady',
    ...overrides,
  };
}
