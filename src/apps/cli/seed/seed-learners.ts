import { addDays, bytesToBase64url, createId, type CivilDate } from '#platform/base';
import { randomBytes } from '#platform/crypto';
import { inTenant, type Database } from '#platform/server/db';
import { findTenant } from '#kernel/accounts/server';
import type { AttemptId } from '#modules/learning';
import { keepBeginning, keepCertificate, keepCompletion, listOrganisations } from '#modules/learning/server';
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
        const run = { attempt: createId<AttemptId>(randomBytes), on: ended < on ? ended : on };
        await keepCompletion(tx, tenant.tenant, {
          ...{ ...whose, ...run, version: '0.3.0', digest: 'practice', draft: true },
          language: random.chance(70) ? 'nl' : 'en',
        });
        // Papers that nobody holds: what would be hashes of a code and of a name is drawn.
        const [code, name] = [0, 1].map(() => bytesToBase64url(randomBytes(32)));
        if (random.chance(60)) await keepCertificate(tx, tenant.tenant, { ...run, code: code ?? '', name: name ?? '' });
      }
    }
  });
}
