import { addDays, createId, type CivilDate, type TenantId } from '#platform/base';
import { randomBytes } from '#platform/crypto';
import { inTenant, type Database, type Tx } from '#platform/server/db';
import { findTenant } from '#kernel/accounts/server';
import {
  insertEquivalent,
  insertExemption,
  insertProgramme,
  insertProof,
  insertRequirement,
  listOrganisations,
} from '#modules/learning/server';
import { learnAlone } from './learn-alone.ts';
import { listColleagues } from './list-colleagues.ts';

const course = 'recognising-trafficking';
/** Days since each volunteer did module and workshop, in the order of their sign-in names; null: never. */
const done: readonly (readonly [number | null, number | null])[] = [
  [40, 30],
  [120, 110],
  [705, 690],
  [300, 280],
  [739, 500],
  [90, 60],
  [200, 180],
  [15, null],
  [260, 240],
  [null, null],
  [330, 320],
  [75, 70],
];
/** Who has another proof in the place of the module, and for whom what is missing is set aside. */
const [byOtherProof, setAside] = [3, 7];

/**
 * What is asked of the fictional volunteers, and how each of them stands: one ends soon, one has ended, one never did it, one may
 * go on without for a while. Past days cannot be lived through the player; only into a practice tenant.
 */
export async function seedTraining(database: Database, on: CivilDate): Promise<void> {
  const found = await inTenant(database, { tenant: null, user: null }, findTenant);
  if (!found?.practice) return;
  const { tenant } = found;
  await inTenant(database, { tenant, user: null }, async (tx) => {
    const own = (await listOrganisations(tx, tenant)).find((one) => one.own);
    const { volunteers, coordinators } = await listColleagues(tx, tenant);
    const [coordinator] = coordinators;
    if (own === undefined || coordinator === undefined) return;
    const ids = await askOfVolunteers(tx, tenant, on);
    for (const [index, user] of volunteers.entries()) {
      const [module = null, workshop = null] = done[index % done.length] ?? [];
      const record = (part: Recorded['part'], equivalent: Recorded['equivalent'], days: number): Promise<boolean> =>
        insertProof(
          tx,
          tenant,
          { id: draw(), user, part, equivalent, on: addDays(on, -days) },
          { by: coordinator, on: addDays(on, -days) },
        );
      if (module !== null && index === byOtherProof) await record(ids.module, ids.other, module);
      else if (module !== null) await learnAlone(tx, tenant, { user, organisation: own.id, on: addDays(on, -module) });
      if (workshop !== null) await record(ids.workshop, null, workshop);
      if (index !== setAside) continue;
      const span = { from: addDays(on, -5), until: addDays(on, 20) };
      const why = { requirement: ids.requirement, reason: 'no-date-yet' as const };
      await insertExemption(tx, tenant, { id: draw(), user, ...why, ...span }, coordinator);
    }
  });
}

type Recorded = Parameters<typeof insertProof>[2];

/** An id of whatever kind is wanted. */
function draw(): never {
  return createId<never>(randomBytes);
}

async function askOfVolunteers(tx: Tx, tenant: TenantId, on: CivilDate) {
  const ids = { programme: draw(), module: draw(), workshop: draw(), other: draw(), requirement: draw() };
  await insertProgramme(tx, tenant, {
    ...{ id: ids.programme, name: 'Before a first case', needed: 2 },
    parts: [
      { id: ids.module, course, name: null, equivalents: [] },
      { id: ids.workshop, course: null, name: 'Workshop “First conversations” (invented)', equivalents: [] },
    ],
  });
  await insertEquivalent(tx, tenant, ids.module, {
    id: ids.other,
    name: 'Course of a sister society (invented)',
    months: 12,
  });
  await insertRequirement(tx, tenant, {
    ...{ id: ids.requirement, role: 'volunteer', programme: ids.programme, from: addDays(on, -365) },
    validity: { kind: 'months', months: 24, renewalDays: 60 },
  });
  return ids;
}
