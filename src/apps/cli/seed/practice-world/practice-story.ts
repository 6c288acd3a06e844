import { addDays, type CivilDate } from '#platform/base';
import type {
  PracticeConsent,
  PracticeContact,
  PracticePaper,
  PracticePerson,
  PracticeReach,
  PracticeStage,
  PracticeTask,
} from './practice-world.ts';
import type { SeededRandom } from './seeded-random.ts';
import {
  attemptWords,
  callDays,
  contactWords,
  coverStories,
  familyNames,
  givenNames,
  origins,
  taskTitles,
} from './word-lists.ts';

/** Who the fictional person is; every tenth has no birth date, every sixth is called by another name. */
export function practicePerson(index: number, on: CivilDate, random: SeededRandom): PracticePerson {
  const gender = index % 4 === 3 ? 'man' : 'woman';
  const given = random.pick(givenNames[gender]);
  const origin = origins[index % origins.length] ?? origins[0];
  return {
    given,
    family: random.pick(familyNames),
    called: index % 6 === 2 ? given.slice(0, 4) : null,
    otherScripts:
      index === 10
        ? [
            { script: 'Ethiopic', name: 'የውሃ ልጅ' },
            { script: 'Arabic', name: 'بنت الماء' },
          ]
        : [],
    birth: birthOf(index, on, random),
    gender,
    nationality: origin.country,
    language: origin.language,
    aliensNumber: index % 5 === 0 ? null : `280${String(1_000_000 + index * 7_919).slice(0, 7)}`,
  };
}

function birthOf(index: number, on: CivilDate, random: SeededRandom): string | null {
  const year = Number(on.slice(0, 4)) - random.between(19, 46);
  if (index % 10 === 9) return null;
  if (index % 10 === 4) return String(year);
  const month = String(random.between(1, 12)).padStart(2, '0');
  return `${year}-${month}-${String(random.between(1, 28)).padStart(2, '0')}`;
}

/** A safe-contact plan; one person in fourteen has no telephone. */
export function practiceReach(index: number, on: CivilDate, random: SeededRandom): PracticeReach {
  return {
    phone: index % 14 === 13 ? null : `06 0000 ${String(1000 + index)}`,
    callDays: random.pick(callDays),
    from: random.pick(['10:00', '13:00', '16:00']),
    mayLeaveMessage: random.chance(30),
    coverStory: random.pick(coverStories),
    everyDays: index % 7 === 4 ? 14 : null,
    quietUntil: index % 31 === 20 ? addDays(on, 9) : null,
    signs: index % 4 === 0,
  };
}

/** Contacts since the case was accepted, newest last; `silentFor` days without any at the end. */
export function practiceContacts(
  from: CivilDate,
  on: CivilDate,
  by: string,
  silentFor: number,
  random: SeededRandom,
): readonly PracticeContact[] {
  const contacts: PracticeContact[] = [];
  const last = addDays(on, -silentFor);
  for (let day = last; day >= from && contacts.length < 14; day = addDays(day, -random.between(4, 19))) {
    contacts.push(practiceContact(day, by, random));
  }
  if (silentFor > 20) contacts.unshift({ ...missed(addDays(on, -random.between(3, 12)), by, random) });
  return contacts.reverse();
}

function practiceContact(on: CivilDate, by: string, random: SeededRandom): PracticeContact {
  const kind = random.pick([
    'call',
    'call',
    'call',
    'message',
    'visit',
    'visit',
    'letter',
    'meeting',
    'accompaniment',
  ] as const);
  const minutes = kind === 'message' || kind === 'letter' ? 5 : random.pick([15, 30, 30, 60, 90] as const);
  return {
    on,
    at: `${random.between(9, 18)}:${random.pick(['00', '15', '30', '45'])}`.padStart(5, '0'),
    minutes,
    kind,
    by,
    reached: kind !== 'letter',
    words: random.pick(contactWords[kind]),
  };
}

function missed(on: CivilDate, by: string, random: SeededRandom): PracticeContact {
  return { on, at: '17:00', minutes: 5, kind: 'call', by, reached: false, words: random.pick(attemptWords) };
}

/** What the person agreed to, said no to, or took back. */
export function practiceConsents(index: number, accepted: CivilDate, on: CivilDate): readonly PracticeConsent[] {
  const shareUntil = index % 9 === 1 ? addDays(on, 10) : addDays(accepted, 365);
  const consents: PracticeConsent[] = [
    { purpose: 'support', recipient: 'us', answer: 'given', on: accepted, until: null },
    {
      purpose: 'share',
      recipient: 'lawyer',
      answer: index % 13 === 5 ? 'withdrawn' : 'given',
      on: accepted,
      until: shareUntil,
    },
    {
      purpose: 'statistics',
      recipient: 'us',
      answer: index % 3 === 0 ? 'said-no' : 'given',
      on: accepted,
      until: null,
    },
  ];
  if (index % 4 === 0)
    consents.push({ purpose: 'research', recipient: 'us', answer: 'said-no', on: accepted, until: null });
  return consents;
}

/** Two to four pieces of work; one in six is late. */
export function practiceTasks(
  stage: PracticeStage,
  index: number,
  on: CivilDate,
  assignee: string,
  random: SeededRandom,
): readonly PracticeTask[] {
  return taskTitles[stage].map((title, at) => {
    const offset = at === 0 && index % 6 === 1 ? -2 : random.between(1, 20);
    const done = at === 2 && index % 2 === 0;
    return {
      title,
      due: addDays(on, done ? -random.between(5, 20) : offset),
      kind: title.startsWith('Go along') ? 'go-along' : title.startsWith('Talk') ? 'meet' : 'do',
      assignee,
      doneOn: done ? addDays(on, -random.between(1, 4)) : null,
    } as const;
  });
}

/** Papers that a case of this stage usually holds. */
export function practicePapers(
  stage: PracticeStage,
  index: number,
  from: CivilDate,
  on: CivilDate,
): readonly PracticePaper[] {
  const papers: PracticePaper[] = [
    { document: null, title: 'Information sheet, signed', on: from, language: 'Dutch', form: 'copy', pages: 2 },
  ];
  if (stage === 'permit' || stage === 'extension') {
    papers.push({
      document: 'permit-copy',
      title: 'Permit, both sides',
      on: from,
      language: 'Dutch',
      form: 'copy',
      pages: 2,
    });
  }
  if (stage === 'extension') {
    papers.push({
      document: 'address-proof',
      title: 'Extract of the municipality',
      on: addDays(on, -20),
      language: 'Dutch',
      form: 'original-seen',
      pages: 1,
    });
    if (index % 2 === 0)
      papers.push({
        document: 'authorisation',
        title: 'Authorisation for the lawyer',
        on: addDays(on, -15),
        language: 'Dutch',
        form: 'copy',
        pages: 1,
      });
  }
  return papers;
}
