import { addDays, expectOk, type CivilDate, type SpaceId, type UserId } from '#platform/base';
import type { SpaceSession } from '#kernel/spaces/client';
import { taskRoutes } from '#kernel/tasks';
import {
  acceptAttestations,
  acceptCase,
  addToCase,
  attachPaper,
  createProcedures,
  giveTeam,
  newestPacks,
  openCase,
  raiseTask,
  referCase,
  startIntake,
  startJourney,
  type OpenedCase,
} from '#modules/casework/client';
import type { CaseSeeding } from './case-seeding.ts';
import type { PracticeCase } from './practice-world/practice-world.ts';
import { aroundRecords, seedAppointments } from './seed-around.ts';
import { innerRecords, seedQuestion, seedTalk } from './seed-inner.ts';
import { seedApplication } from './seed-application.ts';
import { consentRecords, contactRecord, factsOfCase, paperOf, personRecord, reachRecord } from './seed-records.ts';

/** Makes one fictional case: first contact, intake, team, journey, papers, tasks; contacts come from the lead. */
export async function seedCase(seeding: CaseSeeding, practice: PracticeCase, withIntake: boolean): Promise<SpaceId> {
  const { session, coordinators } = seeding;
  let opened = expectOk(
    await referCase(session, { coordinators, on: practice.referredOn, records: [personRecord(practice)] }),
  );
  if (practice.acceptedOn === null) {
    if (withIntake) opened = expectOk(await startIntake(session, opened));
    return opened.id;
  }
  opened = expectOk(await startIntake(session, opened, practice.referredOn));
  opened = expectOk(
    await acceptCase(session, opened, {
      on: practice.acceptedOn,
      attestations: acceptAttestations,
      puts: [reachRecord(practice), ...consentRecords(practice), ...aroundRecords(practice), ...innerRecords(practice)],
    }),
  );
  await seeding.fresh();
  const lead = practice.lead === null ? null : seeding.userOf(practice.lead);
  const seconds = practice.second === null ? [] : [seeding.userOf(practice.second)];
  opened = expectOk(await giveTeam(session, opened, { lead, seconds, on: practice.acceptedOn }));
  opened = expectOk(
    await startJourney(session, createProcedures(), opened, {
      packs: newestPacks('nl').map(({ id, version }) => ({
        id,
        version: practice.rules === 'first' ? '2026.1' : version,
      })),
      parameters: practice.parameters,
      facts: factsOfCase(practice).filter(({ fact }) => fact !== practice.application?.step),
    }),
  );
  opened = await seedQuestion(session, opened, practice, lead);
  opened = await seedAppointments(session, opened, practice, seeding.userOf);
  opened = await seedPapers(seeding, opened, practice);
  opened = await seedApplication(seeding, opened, practice);
  await seedTasks(seeding, opened, practice);
  return opened.id;
}

async function seedPapers(seeding: CaseSeeding, before: OpenedCase, { papers }: PracticeCase): Promise<OpenedCase> {
  let opened = before;
  for (const paper of papers) {
    const { title } = paper;
    const bytes = await seeding.fileOf(title);
    const file = { bytes, mediaType: 'application/pdf', name: `${title}.pdf` };
    opened = expectOk(await attachPaper(seeding.session, opened, paperOf(paper), file));
  }
  return opened;
}

async function seedTasks({ session, userOf }: CaseSeeding, before: OpenedCase, { tasks }: PracticeCase): Promise<void> {
  let opened = before;
  for (const { title, due, kind, assignee, doneOn } of tasks) {
    const words = { title, why: 'by-hand' as const, words: '', outcome: '' };
    const raised = expectOk(await raiseTask(session, opened, { words, assignee: userOf(assignee), due, kind }));
    opened = raised.opened;
    if (doneOn)
      expectOk(await session.api.call(taskRoutes.doneTask, { params: { task: raised.task }, input: { on: doneOn } }));
  }
}

/** The contacts of a case, written by whoever helps, in one batch. */
export async function seedContacts(
  session: SpaceSession,
  id: SpaceId,
  practice: PracticeCase,
  on: CivilDate,
  coordinator: UserId,
): Promise<void> {
  const opened = expectOk(await openCase(session, id));
  const puts = practice.contacts.map((contact) => contactRecord(contact));
  const written = puts.length === 0 ? opened : expectOk(await addToCase(session, opened, { puts }));
  await seedTalk(session, written, practice, on, coordinator);
}

/** Days in a month of a fictional volunteer, as minutes per month. */
export function minutesPerMonth(practice: readonly PracticeCase[]): ReadonlyMap<string, number> {
  const months = new Map<string, number>();
  for (const { contacts } of practice) {
    for (const { on, minutes } of contacts) months.set(on.slice(0, 7), (months.get(on.slice(0, 7)) ?? 0) + minutes);
  }
  return months;
}

/** The first month that is still open for hours. */
export function firstOpenMonth(on: Parameters<typeof addDays>[0]): string {
  return addDays(on, -7).slice(0, 7);
}
