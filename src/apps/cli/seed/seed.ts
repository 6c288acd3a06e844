import { expectOk, type CivilDate, type SpaceId, type UserId } from '#platform/base';
import { signIn } from '#kernel/accounts/client';
import { makeLetterPdf } from '#kernel/documents/client';
import { readPrintedFonts } from '#kernel/documents/testing';
import { noticeRoutes } from '#kernel/notices';
import { caseRoutes } from '#modules/casework';
import { buildPracticeWorld } from './practice-world/build-practice-world.ts';
import type { PracticeCase, PracticeWorld } from './practice-world/practice-world.ts';
import { firstOpenMonth, minutesPerMonth, seedCase, seedContacts } from './seed-case.ts';
import { seedPraise } from './seed-inner.ts';
import { seedLedger } from './seed-ledger.ts';
import { seedOrganisations } from './seed-organisations.ts';
import { openSession } from './seed-parts.ts';
import { seedPackage } from './seed-package.ts';
import { seedStationery } from './seed-stationery.ts';
import { seedPeople, type SeededPerson, type SeededProgramme } from './seed-people.ts';

/** What the door of a practice workspace shows of its fictional people. */
export interface DemoKits {
  readonly people: readonly Pick<SeededPerson, 'handle' | 'name' | 'role' | 'passphrase' | 'kit' | 'user'>[];
}

/** Where and from what the demo is made. */
export interface SeedOptions {
  readonly baseUrl: string;
  readonly practiceCode: string;
  readonly on: CivilDate;
  readonly seed?: number;
  /** Fewer people and cases, for tests. */
  readonly size?: { readonly volunteers: number; readonly cases: number };
  readonly onProgress?: (words: string) => void;
}

const atOnce = 3;

/**
 * Fills an empty installation with the fictional programme through the code that real people use, so
 * that it is sealed like real data. Its content repeats for one seed and day; keys never do.
 */
export async function seedPracticeWorld(options: SeedOptions): Promise<DemoKits> {
  const { baseUrl, practiceCode, on, seed = 7, onProgress = () => undefined } = options;
  const world = smaller(buildPracticeWorld({ seed, on }), options.size);
  const programme = await seedPeople(baseUrl, practiceCode, world.colleagues, on, onProgress);
  await seedStationery(programme.founder, on);
  await seedOrganisations(programme.founder.api, on);
  await seedPackage(programme.founder.api);
  onProgress('releasing invented figures');
  await seedLedger(programme, on);
  const ids = await seedCases(programme, world, onProgress);
  for (const person of programme.people) {
    onProgress(`writing down the contacts of ${person.name}`);
    await seedOwnWork(person, world, ids, on, userOf(programme));
  }
  for (const [practice, id] of ids) await seedPraise(programme.founder, id, practice);
  await programme.endRoles();
  return {
    people: programme.people.map(({ handle, name, role, passphrase, kit, user }) => ({
      handle,
      name,
      role,
      passphrase,
      kit,
      user,
    })),
  };
}

async function seedCases(
  programme: SeededProgramme,
  world: PracticeWorld,
  onProgress: (words: string) => void,
): Promise<ReadonlyMap<PracticeCase, SpaceId>> {
  const ids = new Map<PracticeCase, SpaceId>();
  const fonts = readPrintedFonts();
  const files = new Map<string, Promise<Uint8Array>>();
  const fileOf = (title: string): Promise<Uint8Array> => {
    const known = files.get(title) ?? inventedPaper(title, fonts);
    files.set(title, known);
    return known;
  };
  const coordinators = world.colleagues
    .filter(({ role }) => role === 'coordinator')
    .map(({ handle }) => userOf(programme)(handle));
  const seeding = {
    session: programme.founder,
    coordinators,
    userOf: userOf(programme),
    fresh: programme.fresh,
    fileOf,
  };
  const waiting = [...world.cases.entries()];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [at, practice] = next;
      ids.set(practice, await seedCase(seeding, practice, at % 2 === 1));
      onProgress(`sealing cases, ${ids.size} of ${world.cases.length}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return ids;
}

/** A person signs in once and writes what they did: contacts in their cases, hours of the open months. */
async function seedOwnWork(
  person: SeededPerson,
  world: PracticeWorld,
  ids: ReadonlyMap<PracticeCase, SpaceId>,
  on: CivilDate,
  userOf: (handle: string) => UserId,
): Promise<void> {
  const own = world.cases.filter(
    ({ lead, coordinator, acceptedOn }) => acceptedOn !== null && (lead ?? coordinator) === person.handle,
  );
  if (own.length === 0) return;
  const signedIn = expectOk(await signIn(person.parts, person));
  const session = await openSession(person.parts, signedIn);
  for (const practice of own) {
    const id = ids.get(practice);
    if (id) await seedContacts(session, id, practice, on, userOf(practice.coordinator));
  }
  const outside = person.role === 'volunteer' ? outsideMinutes(world, person.handle, on) : 0;
  const months = new Map(minutesPerMonth(own));
  months.set(on.slice(0, 7), (months.get(on.slice(0, 7)) ?? 0) + outside);
  for (const [month, minutes] of months) {
    if (month < firstOpenMonth(on) || minutes === 0) continue;
    expectOk(await person.parts.api.call(caseRoutes.recordHours, { input: { month, minutes } }));
  }
  await seeEverything(person);
}

function userOf({ people }: SeededProgramme): (handle: string) => UserId {
  const users = new Map(people.map(({ handle, user }) => [handle, user]));
  return (handle) => {
    const user = users.get(handle);
    if (!user) throw new Error(`nobody is called ${handle}`);
    return user;
  };
}

/** Travel, meetings and study of this month so far, so that loads differ; one volunteer gives more than eight hours a week. */
function outsideMinutes({ colleagues }: PracticeWorld, handle: string, on: CivilDate): number {
  const at = colleagues.filter(({ role }) => role === 'volunteer').findIndex((one) => one.handle === handle);
  const hoursAWeek = [4, 2.5, 7.5, 3, 1, 5, 2, 4.5, 0, 3.5, 5.5, 1.5][at % 12] ?? 0;
  return Math.round((hoursAWeek * 60 * Number(on.slice(8, 10))) / 7);
}

/** What the making of the demo told people is old news to them; reminders of dates come afterwards. */
async function seeEverything({ parts }: SeededPerson): Promise<void> {
  const { notices } = expectOk(await parts.api.call(noticeRoutes.listNotices, {}));
  const ids = notices.filter(({ seen }) => !seen).map(({ id }) => id);
  if (ids.length > 0) expectOk(await parts.api.call(noticeRoutes.seeNotices, { input: { ids } }));
}

async function inventedPaper(title: string, fonts: Parameters<typeof makeLetterPdf>[0]['fonts']): Promise<Uint8Array> {
  return expectOk(
    await makeLetterPdf({
      title,
      language: 'en',
      fonts,
      blocks: [
        { kind: 'heading', words: title },
        { kind: 'paragraph', words: 'Invented for practice. No such paper exists.' },
      ],
    }),
  );
}

function smaller(world: PracticeWorld, size: SeedOptions['size']): PracticeWorld {
  if (!size) return world;
  const volunteers = world.colleagues.filter(({ role }) => role === 'volunteer').slice(0, size.volunteers);
  const colleagues = [...world.colleagues.filter(({ role }) => role === 'coordinator'), ...volunteers];
  const known = new Set(colleagues.map(({ handle }) => handle));
  const step = Math.max(1, Math.floor(world.cases.length / size.cases));
  const cases = world.cases
    .filter((_, at) => at % step === 0)
    .slice(0, size.cases)
    .map((practice, at) => {
      const volunteer = volunteers[at % volunteers.length]?.handle ?? null;
      const nameOf = (handle: string): string => (known.has(handle) ? handle : (volunteer ?? practice.coordinator));
      return {
        ...practice,
        lead: practice.lead === null ? null : nameOf(practice.lead),
        second: null,
        contacts: practice.contacts.map((contact) => ({ ...contact, by: nameOf(contact.by) })),
        appointments: practice.appointments.map((one) => ({
          ...one,
          goes: one.goes === null ? null : nameOf(one.goes),
        })),
        tasks: practice.tasks.map((task) => ({ ...task, assignee: nameOf(task.assignee) })),
      };
    });
  return { ...world, colleagues, cases };
}
