import { addDays, bytesToBase64url, createId, drawPlainSigns, type CivilDate, type TenantId } from '#platform/base';
import { randomBytes } from '#platform/crypto';
import { inTenant, type Database, type Tx } from '#platform/server/db';
import { findTenant } from '#kernel/accounts/server';
import type { OrganisationId } from '#modules/learning';
import {
  insertCoordinator,
  insertExport,
  insertInvitations,
  insertLearner,
  insertPackagedCompletion,
  insertToldTotals,
  keepBeginning,
  listOrganisations,
  saveCountRoutes,
  useInvitation,
  withdrawInvitations,
} from '#modules/learning/server';
import { partnerDesk } from './draw-partner-link.ts';
import { listColleagues } from './list-colleagues.ts';

const course = 'recognising-trafficking';

/** Who writes down what for whom, in a practice tenant. */
interface Seeding {
  readonly tx: Tx;
  readonly tenant: TenantId;
  readonly on: CivilDate;
  readonly by: Parameters<typeof insertToldTotals>[3];
}

/**
 * What stands beside the learners of the demo: people who were invited under a label, sums that an organisation told and put right, and a
 * receipt of a package that was counted. Written where the server keeps it, with days in the past; only into a practice tenant.
 */
export async function seedCounted(database: Database, on: CivilDate): Promise<void> {
  const found = await inTenant(database, { tenant: null, user: null }, findTenant);
  if (!found?.practice) return;
  const { tenant } = found;
  await inTenant(database, { tenant, user: null }, async (tx) => {
    const organisations = await listOrganisations(tx, tenant);
    const [by] = (await listColleagues(tx, tenant)).coordinators;
    const own = organisations.find((one) => one.own);
    const telling = organisations.find(({ name }) => name.startsWith('New Quay'));
    if (by === undefined || own === undefined || telling === undefined) return;
    const seeding = { tx, tenant, on, by };
    await seedInvited(seeding, own.id);
    await seedTold(seeding, telling.id);
    await seedReceipt(seeding, own.id);
    await seedPartnerDesk(seeding, organisations);
  });
}

/** Days since each was invited, until when it was to be done, and whether the link was opened or the invitation withdrawn. */
const invited = [
  { label: 'Staff 101 (invented)', made: 3, due: 25, state: 'waiting' },
  { label: 'Staff 102 (invented)', made: 20, due: 5, state: 'opened' },
  { label: 'Staff 103 (invented)', made: 60, due: -10, state: 'opened' },
  { label: 'Staff 104 (invented)', made: 40, due: -5, state: 'waiting' },
  { label: 'Staff 105 (invented)', made: 15, due: 15, state: 'withdrawn' },
] as const;

async function seedInvited({ tx, tenant, on }: Seeding, organisation: OrganisationId): Promise<void> {
  for (const { label, made, due, state } of invited) {
    // Links that nobody holds: what would be the hash of a secret is drawn.
    const person = { id: draw(), label, hash: bytesToBase64url(randomBytes(32)) };
    const days = { madeOn: addDays(on, -made), until: addDays(on, 90 - made), dueOn: addDays(on, due) };
    await insertInvitations(tx, tenant, { organisation, course, ...days }, [person]);
    if (state === 'withdrawn') await withdrawInvitations(tx, tenant, organisation, { ids: [person.id], on });
    if (state !== 'opened') continue;
    const learner = draw();
    const opened = addDays(on, 1 - made);
    await insertLearner(tx, tenant, { id: learner, organisation });
    await useInvitation(tx, tenant, person.id, { learner, on: opened });
    await keepBeginning(tx, tenant, { learner, organisation, course, on: opened });
  }
}

/** Somebody at a partner who looks after its people, with two of them who wait. Nobody holds their link: `drawPartnerLink` draws one. */
async function seedPartnerDesk(
  { tx, tenant, on }: Seeding,
  organisations: Awaited<ReturnType<typeof listOrganisations>>,
): Promise<void> {
  const partner = organisations.find(({ name }) => name === partnerDesk.organisation);
  if (partner === undefined) return;
  const { id: organisation } = partner;
  const made = { id: draw(), organisation, label: partnerDesk.label, on };
  await insertCoordinator(tx, tenant, { ...made, hash: bytesToBase64url(randomBytes(32)), until: on });
  const days = { madeOn: addDays(on, -4), until: addDays(on, 26), dueOn: addDays(on, 26) };
  const people = ['Desk 11 (invented)', 'Desk 12 (invented)'].map((label) => ({
    ...{ id: draw(), label },
    hash: bytesToBase64url(randomBytes(32)),
  }));
  await insertInvitations(tx, tenant, { organisation, course, ...days }, people);
}

/** One sum up to the last closed month, and the entry that put it right. */
async function seedTold({ tx, tenant, on, by }: Seeding, organisation: OrganisationId): Promise<void> {
  const [year = 0, month = 0] = addDays(on, -Number(on.slice(8)) - 1)
    .split('-')
    .map(Number);
  const group = { organisation, course, year };
  await saveCountRoutes(tx, tenant, group, [{ route: 'totals', beside: null, chosenOn: addDays(on, -6) }], by);
  const sum = { from: 1, until: month, basis: 'lists', means: 'typed', ...group } as const;
  const first = { ...sum, id: draw(), replaces: null, people: 34, completions: 34, toldOn: addDays(on, -6) };
  await insertToldTotals(tx, tenant, [first], by);
  const second = { ...sum, id: draw(), replaces: first.id, people: 46, completions: 46 };
  await insertToldTotals(tx, tenant, [{ ...second, toldOn: addDays(on, -2) }], by);
}

/** A package of which one receipt was counted, beside our own player. */
async function seedReceipt({ tx, tenant, on, by }: Seeding, organisation: OrganisationId): Promise<void> {
  const number = drawPlainSigns(randomBytes, 4);
  const about = { organisation, course, version: '0.3.0', digest: 'practice', language: 'nl', format: 'web' } as const;
  const made = { number, ...about, title: 'Mensenhandel herkennen', madeOn: addDays(on, -20) };
  await insertExport(tx, tenant, made, by);
  const counted = addDays(on, -3);
  await insertPackagedCompletion(
    tx,
    tenant,
    { exported: number, run: drawPlainSigns(randomBytes, 6) },
    { organisation, course, on: counted, by },
  );
  const beside = 'Only the night desk has the package, and nobody there has a code (invented).';
  await saveCountRoutes(
    tx,
    tenant,
    { organisation, course, year: Number(counted.slice(0, 4)) },
    [
      { route: 'player', beside: null, chosenOn: null },
      { route: 'receipts', beside, chosenOn: counted },
    ],
    by,
  );
}

/** An id of whatever kind is wanted. */
function draw(): never {
  return createId<never>(randomBytes);
}
