import type { CivilDate, TenantId, UserId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import type { Requirement } from '../../model/open/standing/requirement.ts';
import { opensGate, standing, type Standing } from '../../model/open/standing/standing.ts';
import { listExemptions, listProofs } from '../store/proof-store.ts';
import { listRequirements, listRetakes } from '../store/requirement-store.ts';

/** Somebody with the roles that count. */
export interface Trained {
  readonly user: UserId;
  readonly roles: readonly string[];
}

/** How one person stands to everything that is asked of their roles. */
export interface TrainingStanding {
  readonly user: UserId;
  readonly standings: readonly { readonly requirement: Requirement; readonly standing: Standing }[];
}

/** How these people stand on a day, each by the roles given. The second form of the training gate (learning design, 5.3). */
export async function listTrainingStanding(
  tx: Tx,
  tenant: TenantId,
  { people, on }: { readonly people: readonly Trained[]; readonly on: CivilDate },
): Promise<readonly TrainingStanding[]> {
  const requirements = await listRequirements(tx, tenant);
  const asked = people.map(({ user, roles }) => ({
    user,
    requirements: requirements.filter(({ role }) => roles.includes(role)),
  }));
  const users = asked.filter((one) => one.requirements.length > 0).map(({ user }) => user);
  if (users.length === 0) return asked.map(({ user }) => ({ user, standings: [] }));
  const proofs = Map.groupBy(await listProofs(tx, tenant, users), ({ user }) => user);
  const exemptions = Map.groupBy(await listExemptions(tx, tenant, users, on), ({ user }) => user);
  const retakes = await listRetakes(tx, tenant);
  return asked.map(({ user, requirements: mine }) => {
    const record = { proofs: proofs.get(user) ?? [], exemptions: exemptions.get(user) ?? [] };
    return {
      user,
      standings: mine.map((requirement) => ({ requirement, standing: standing(requirement, record, retakes, on) })),
    };
  });
}

/**
 * Whether somebody may be given a case, or a place in one, on a day, by the roles that place needs: everything that is asked of
 * them must be good, due or set aside. Casework must call it inside the transaction that gives (learning design, 5.3). `why` is
 * the state of the first that is not.
 */
export async function findTrainingStanding(
  tx: Tx,
  tenant: TenantId,
  { user, roles, on }: Trained & { readonly on: CivilDate },
): Promise<{ readonly open: true } | { readonly open: false; readonly why: Standing['state'] }> {
  const [found] = await listTrainingStanding(tx, tenant, { people: [{ user, roles }], on });
  const shut = found?.standings.find((one) => !opensGate(one.standing));
  return shut === undefined ? { open: true } : { open: false, why: shut.standing.state };
}
