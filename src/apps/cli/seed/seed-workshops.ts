import {
  addDays,
  createId,
  dayInAmsterdam,
  expectOk,
  type CivilDate,
  type TenantId,
  type UserId,
} from '#platform/base';
import { randomBytes } from '#platform/crypto';
import { inTenant, type Database, type Tx } from '#platform/server/db';
import { findTenant } from '#kernel/accounts/server';
import { evaluationQuestions, type Evaluation, type GatheringId, type SeatId } from '#kernel/gatherings';
import { changeGathering, evaluate, keepAttendance, planGathering, takeSeat } from '#kernel/gatherings/server';
import { insertPresence, insertSession, insertWorkshop, listProgrammes } from '#modules/learning/server';
import { instantOn } from './instant-on.ts';
import { listColleagues } from './list-colleagues.ts';

/** A session of the fictional programme: when it is, how many may come, and who did what, in order. */
interface PracticeWorkshop {
  readonly title: string;
  /** Days from today; before today it is over. */
  readonly day: number;
  readonly hours: readonly [string, string];
  readonly places: number;
  readonly place?: string;
  readonly link?: string;
  /** Volunteers by the order of their sign-in names, and others under a label. */
  readonly people: readonly (number | string)[];
  readonly present?: readonly number[];
  /** The part of a programme that is taught outside the player. */
  readonly counts?: true;
  readonly course?: string;
  /** The folder of files that it follows. */
  readonly guide?: string;
  readonly end?: 'close' | 'cancel';
}

const room = 'Room 2, ground floor (invented)';

/** Six workshops, all invented: one is over, one is full with people waiting, one is on line, one does not take place. */
const practiceWorkshops: readonly PracticeWorkshop[] = [
  {
    ...{ title: 'First conversations (invented)', day: 12, hours: ['10:00', '13:30'], places: 3, place: room },
    ...{ people: [7, 9, 'Harbour House 4', 'Harbour House 7', 1], counts: true },
    ...{ course: 'recognising-trafficking', guide: 'talking-safely' },
  },
  {
    ...{ title: 'Looking after yourself (invented)', day: -14, hours: ['19:00', '21:00'], places: 8, place: room },
    ...{ people: [0, 2, 3, 4, 5, 6, 8], present: [0, 2, 3, 4, 5, 8] },
  },
  {
    ...{ title: 'Working with an interpreter (invented)', day: 5, hours: ['13:30', '16:00'], places: 12, place: room },
    people: [3, 4, 8, 10],
  },
  {
    ...{ title: 'Signals at a reception desk (invented)', day: 19, hours: ['09:30', '12:00'], places: 10, place: room },
    ...{ people: ['Night Reception 2', 'Night Reception 3'], course: 'recognising-trafficking', end: 'close' },
  },
  {
    ...{ title: 'Rights in plain words (invented)', day: 26, hours: ['20:00', '21:00'], places: 40 },
    ...{ link: 'https://meeting.example/invented', people: [1, 11] },
  },
  {
    ...{ title: 'Evening for new volunteers (invented)', day: 9, hours: ['19:30', '21:30'], places: 20, place: room },
    ...{ people: [7], end: 'cancel' },
  },
];

/** Plans the workshops and lives through what happened with them, by clocks of those days; only into a practice tenant. */
export async function seedWorkshops(database: Database, on: CivilDate): Promise<void> {
  const found = await inTenant(database, { tenant: null, user: null }, findTenant);
  if (!found?.practice) return;
  const { tenant } = found;
  await inTenant(database, { tenant, user: null }, async (tx) => {
    const { volunteers, coordinators } = await listColleagues(tx, tenant);
    const [trainer] = coordinators;
    if (trainer === undefined) return;
    const part = (await listProgrammes(tx, tenant)).flatMap(({ parts }) => parts).find(({ course }) => course === null);
    for (const practice of practiceWorkshops) {
      const workshop = createId<never>(randomBytes);
      const { title, course = null, guide = null, counts } = practice;
      await insertWorkshop(tx, tenant, { id: workshop, title, course, guide, part: counts && part ? part.id : null });
      const id = createId<GatheringId>(randomBytes);
      await insertSession(tx, tenant, { id, workshop, trainers: [trainer] });
      await seedSession({ tx, tenant, on, trainer, volunteers }, id, practice);
    }
  });
}

interface Seeding {
  readonly tx: Tx;
  readonly tenant: TenantId;
  readonly on: CivilDate;
  readonly trainer: UserId;
  readonly volunteers: readonly UserId[];
}

async function seedSession(
  { tx, tenant, on, trainer, volunteers }: Seeding,
  id: GatheringId,
  { day, hours: [from, to], places, place = '', link = '', people, present = [], end }: PracticeWorkshop,
): Promise<void> {
  const [startsAt, endsAt] = [instantOn(addDays(on, day), from), instantOn(addDays(on, day), to)];
  const signUpUntil = instantOn(addDays(on, day - 1), from);
  // Everybody signed up three weeks before.
  const then = { tx, tenant, clock: { now: () => instantOn(addDays(on, Math.min(day, 0) - 21), '09:00') } };
  const planned = { id, startsAt, endsAt, signUpUntil, places, quota: null, state: 'open', place, link } as const;
  expectOk(await planGathering(then, { ...planned, accessNote: link === '' ? 'There is a lift (invented).' : '' }));
  const seats = new Map<number, SeatId>();
  for (const person of people) {
    const user = typeof person === 'number' ? volunteers[person] : undefined;
    if (typeof person === 'number' && user === undefined) continue;
    const who = user === undefined ? { label: String(person) } : { user };
    const asking = { who, group: null, mail: null, language: 'nl' } as const;
    const { seat } = expectOk(await takeSeat({ ...then, randomBytes, secrets: new Map() }, id, asking));
    if (typeof person === 'number') seats.set(person, seat);
  }
  if (end !== undefined) expectOk(await changeGathering({ ...then, user: trainer }, id, { type: end }));
  if (day >= 0) return;
  const after = { tx, tenant, clock: { now: () => endsAt } };
  for (const [person, seat] of seats) {
    const mark = present.includes(person) ? 'present' : 'absent';
    expectOk(await keepAttendance(after, id, { seat, mark, by: trainer, way: 'list' }));
    if (mark === 'absent') continue;
    await insertPresence(tx, tenant, { seat, own: true, organisation: null, on: dayInAmsterdam(startsAt) });
    expectOk(await evaluate(after, id, seat, thinks(person)));
  }
}

/** What somebody at a table says of the day: made up, as they are. */
function thinks(person: number): Evaluation {
  const answers = Array.from(
    { length: evaluationQuestions },
    (_, at) => 5 - ((person * 3 + at * 2) % 4 === 3 ? 2 : (person + at) % 2),
  );
  return { answers, words: person % 4 === 1 ? 'More time for the conversations in pairs, please.' : null };
}
