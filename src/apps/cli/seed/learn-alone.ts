import { createId, type CivilDate, type TenantId, type UserId } from '#platform/base';
import { randomBytes } from '#platform/crypto';
import type { Tx } from '#platform/server/db';
import type { AttemptId, OrganisationId } from '#modules/learning';
import { insertLearner, keepBeginning, keepCompletion, keepProofs, linkLearner } from '#modules/learning/server';

const course = 'recognising-trafficking';

/** That a colleague finished the module in their own browser. */
export async function learnAlone(
  tx: Tx,
  tenant: TenantId,
  { user, organisation, on }: { readonly user: UserId; readonly organisation: OrganisationId; readonly on: CivilDate },
): Promise<void> {
  const [learner, attempt] = [createId<never>(randomBytes), createId<AttemptId>(randomBytes)];
  await insertLearner(tx, tenant, { id: learner, organisation });
  await linkLearner(tx, tenant, learner, user);
  await keepBeginning(tx, tenant, { learner, organisation, course, on });
  await keepCompletion(tx, tenant, {
    ...{ attempt, learner, organisation, course, on },
    ...{ version: '0.3.0', digest: 'practice', draft: true, language: 'nl' },
  });
  await keepProofs(tx, tenant, learner, attempt);
}
