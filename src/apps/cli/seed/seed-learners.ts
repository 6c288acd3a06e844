import { addDays, createId, type CivilDate } from '#platform/base';
import { randomBytes } from '#platform/crypto';
import { inTenant, type Database } from '#platform/server/db';
import { findTenant } from '#kernel/accounts/server';
import type { AttemptId } from '#modules/learning';
import { keepBeginning, keepCompletion, listOrganisations } from '#modules/learning/server';
import { seededRandom } from './practice-world/seeded-random.ts';
import { practiceOrganisations } from './seed-organisations.ts';

const course = 'recognising-trafficking';

/**
 * That fictional people learned within the last year: dates and languages, nobody's steps. Past days cannot be lived through
 * the player, so they are written where the server keeps them; only into a practice tenant.
 */
export async function seedLearners(database: Database, on: CivilDate): Promise<void> {
  const tenant = await inTenant(database, { tenant: null, user: null }, findTenant);
  if (!tenant?.practice) return;
  const random = seededRandom(11);
  await inTenant(database, { tenant: tenant.tenant, user: null }, async (tx) => {
    for (const { id, name } of await listOrganisations(tx, tenant.tenant)) {
      const people = practiceOrganisations.find((one) => one.name === name)?.learners ?? 0;
      for (let at = 0; at < people; at += 1) {
        const whose = { learner: createId<never>(randomBytes), organisation: id, course };
        const begun = addDays(on, -random.between(0, 364));
        await keepBeginning(tx, tenant.tenant, { ...whose, on: begun });
        if (!random.chance(86)) continue;
        const ended = addDays(begun, random.between(0, 9));
        await keepCompletion(tx, tenant.tenant, {
          ...whose,
          ...{ attempt: createId<AttemptId>(randomBytes), version: '0.3.0', digest: 'practice', draft: true },
          ...{ language: random.chance(70) ? 'nl' : 'en', on: ended < on ? ended : on },
        });
      }
    }
  });
}
