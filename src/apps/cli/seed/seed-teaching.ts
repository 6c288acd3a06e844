import { addDays, createId, expectOk, type CivilDate, type TenantId, type UserId } from '#platform/base';
import { randomBytes } from '#platform/crypto';
import { inTenant, type Database, type Tx } from '#platform/server/db';
import { findTenant } from '#kernel/accounts/server';
import type { GatheringId } from '#kernel/gatherings';
import { planGathering } from '#kernel/gatherings/server';
import {
  insertCoTaught,
  insertGivenLicence,
  insertProgramme,
  insertProof,
  insertSession,
  listOrganisations,
  listWorkshops,
  saveTeachingRule,
} from '#modules/learning/server';
import { instantOn } from './instant-on.ts';
import { learnAlone } from './learn-alone.ts';
import { listColleagues } from './list-colleagues.ts';

const course = 'recognising-trafficking';
/** Sessions that two trainers gave together, in days before today. */
const given = [60, 33] as const;
/** Of the volunteers, who teaches: one who did the module lately. */
const secondTrainer = 5;

/**
 * Two trainers with a licence: to a coordinator it was given as to the first, a volunteer earned it in two sessions that the first
 * signed. After the workshops and what is asked of people; only into a practice tenant.
 */
export async function seedTeaching(database: Database, on: CivilDate): Promise<void> {
  const found = await inTenant(database, { tenant: null, user: null }, findTenant);
  if (!found?.practice) return;
  const { tenant } = found;
  await inTenant(database, { tenant, user: null }, async (tx) => {
    const { volunteers, coordinators } = await listColleagues(tx, tenant);
    const [first, other] = coordinators;
    const second = volunteers[secondTrainer];
    const own = (await listOrganisations(tx, tenant)).find((one) => one.own);
    const workshop = (await listWorkshops(tx, tenant)).find((one) => one.course === course && one.guide !== null);
    if (!first || !other || !second || !own || !workshop) return;
    await sayWhatItTakes(tx, tenant, { second, by: first, on });
    await learnAlone(tx, tenant, { user: first, organisation: own.id, on: addDays(on, -100) });
    const days = addDays(on, -90);
    await insertGivenLicence(tx, tenant, { id: createId<never>(randomBytes), user: first, course, on: days }, other);
    for (const before of given) {
      const id = createId<GatheringId>(randomBytes);
      const day = addDays(on, -before);
      await insertSession(tx, tenant, { id, workshop: workshop.id, trainers: [first, second] });
      const [startsAt, endsAt] = [instantOn(day, '13:00'), instantOn(day, '16:30')];
      const then = { tx, tenant, clock: { now: () => instantOn(addDays(day, -21), '09:00') } };
      const planned = {
        id,
        startsAt,
        endsAt,
        signUpUntil: instantOn(addDays(day, -1), '13:00'),
        places: 12,
        quota: null,
      };
      const where = { place: 'Room 2, ground floor (invented)', link: '', accessNote: '' };
      expectOk(await planGathering(then, { ...planned, ...where, state: 'open' }));
      await insertCoTaught(tx, tenant, { session: id, user: second, by: first, on: addDays(day, 1) });
    }
  });
}

async function sayWhatItTakes(
  tx: Tx,
  tenant: TenantId,
  { second, by, on }: { readonly second: UserId; readonly by: UserId; readonly on: CivilDate },
): Promise<void> {
  const [programme, part] = [createId<never>(randomBytes), createId<never>(randomBytes)];
  await insertProgramme(tx, tenant, {
    ...{ id: programme, name: 'To teach', needed: 1 },
    parts: [{ id: part, course: null, name: 'Day for trainers (invented)', equivalents: [] }],
  });
  await saveTeachingRule(tx, tenant, { course, courseMonths: 24, part, coTaught: given.length, months: 12 });
  const day = addDays(on, -70);
  const proof = { id: createId<never>(randomBytes), user: second, part, equivalent: null, on: day };
  await insertProof(tx, tenant, proof, { by, on: day });
}
