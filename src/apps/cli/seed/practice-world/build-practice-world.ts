import { addDays, type CivilDate } from '#platform/base';
import { practiceColleagues } from './colleagues.ts';
import { practiceApplication } from './practice-application.ts';
import { nothingInner, practiceInner } from './practice-inner.ts';
import { practiceAppointments, practiceHealth, practiceParties, practiceSafety } from './practice-around.ts';
import {
  practiceConsents,
  practiceContacts,
  practicePapers,
  practicePerson,
  practiceReach,
  practiceTasks,
} from './practice-story.ts';
import type { PracticeCase, PracticeStage, PracticeWorld } from './practice-world.ts';
import { seededRandom, type SeededRandom } from './seeded-random.ts';
import { stageHistory } from './stage-facts.ts';

const shares: readonly (readonly [PracticeStage, number])[] = [
  ['start', 10],
  ['reflection', 12],
  ['awaiting', 13],
  ['permit', 24],
  ['extension', 11],
];

/**
 * The fictional demo programme as plain values: 2 coordinators, 12 volunteers, 70 cases over the
 * stages from start to extension. Pure: equal input gives equal output. Dates are relative to `on`.
 */
export function buildPracticeWorld(input: { readonly seed: number; readonly on: CivilDate }): PracticeWorld {
  const random = seededRandom(input.seed);
  const colleagues = practiceColleagues(input.on);
  const coordinators = colleagues.filter(({ role }) => role === 'coordinator').map(({ handle }) => handle);
  const volunteers = colleagues.filter(({ role }) => role === 'volunteer').map(({ handle }) => handle);
  const cases: PracticeCase[] = [];
  for (const [stage, count] of shares) {
    for (let at = 0; at < count; at += 1) {
      cases.push(practiceCase(stage, at, cases.length, input.on, coordinators, volunteers, random));
    }
  }
  return { on: input.on, colleagues, cases };
}

function practiceCase(
  stage: PracticeStage,
  at: number,
  index: number,
  on: CivilDate,
  coordinators: readonly string[],
  volunteers: readonly string[],
  random: SeededRandom,
): PracticeCase {
  const history = stageHistory(stage, at, on, random);
  const accepted = stage === 'start' && at < 5 ? null : earlier(addDays(history.startedOn, 3), on);
  const coordinator = coordinators[index % coordinators.length] ?? '';
  const withoutLead = accepted === null || (stage === 'reflection' && at === 5) || (stage === 'permit' && at === 9);
  const lead = withoutLead ? null : (volunteers[index % volunteers.length] ?? null);
  const second = lead !== null && index % 5 === 0 ? (volunteers[(index + 4) % volunteers.length] ?? null) : null;
  const helper = lead ?? coordinator;
  return {
    stage,
    referredOn: history.startedOn,
    acceptedOn: accepted,
    coordinator,
    lead,
    second,
    person: practicePerson(index, on, random),
    reach: practiceReach(index, on, random),
    rules: accepted !== null && index % 9 === 4 ? 'first' : 'newest',
    parameters: history.parameters,
    facts: history.facts,
    contacts: accepted === null ? [] : practiceContacts(accepted, on, helper, silence(index, random), random),
    consents: accepted === null ? [] : practiceConsents(index, accepted, on),
    tasks: accepted === null ? [] : practiceTasks(stage, index, on, helper, random),
    papers: accepted === null ? [] : practicePapers(stage, at, history.startedOn, on),
    application: accepted === null ? null : practiceApplication(stage, at, history.facts, on),
    parties: accepted === null ? [] : practiceParties(index),
    safety: accepted === null ? [] : practiceSafety(index, accepted, on),
    health: accepted === null ? null : practiceHealth(index),
    inner: accepted === null ? nothingInner : practiceInner(index, accepted, on),
    appointments: accepted === null ? [] : practiceAppointments(index, accepted, on, helper),
  };
}

/** Days since the last contact: mostly days or two weeks, for some once, twice or three times the limit. */
function silence(index: number, random: SeededRandom): number {
  if (index % 17 === 6) return 24;
  if (index === 30) return 44;
  if (index === 47) return 66;
  return random.between(0, 13);
}

function earlier(first: CivilDate, second: CivilDate): CivilDate {
  return first < second ? first : second;
}
