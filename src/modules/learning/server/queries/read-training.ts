import { dayInAmsterdam, ok, type CivilDate, type RouteOutput, type TenantId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import type { RequestContext } from '#platform/server/http';
import { rolesInForce } from '#kernel/accounts';
import { listRoles, listWorkers } from '#kernel/accounts/server';
import type { trainingRoutes } from '../../contract/training-routes.ts';
import { findLearnerHere } from '../learner-cookie.ts';
import { listExemptions, listProofs } from '../store/proof-store.ts';
import { listProgrammes, listRequirements, listRetakes } from '../store/requirement-store.ts';
import { listTrainingStanding, type Trained } from './list-training.ts';

type Everybody = RouteOutput<typeof trainingRoutes.listTraining>;
type Person = Everybody['people'][number];

/** How everybody stands of whom something is asked today, with what it rests on. */
export async function listTraining({ tx, tenant, clock }: RequestContext) {
  const on = dayInAmsterdam(clock.now());
  const asked = await listAsked(tx, tenant);
  const needed = new Set(asked.requirements.map(({ role }) => role));
  const people = (await listWorkers(tx, tenant))
    .map(({ user, roles }) => ({ user, roles: rolesInForce(roles, on) }))
    .filter(({ roles }) => roles.some((role) => needed.has(role)));
  return ok({ ...asked, people: await withRecords(tx, tenant, people, on) });
}

/** The same of whoever asks, and of nobody else. */
export async function readOwnTraining(context: RequestContext) {
  const { tx, tenant, user, clock } = context;
  const on = dayInAmsterdam(clock.now());
  const roles = rolesInForce(await listRoles(tx, tenant, user), on);
  const asked = await listAsked(tx, tenant);
  const [person] = await withRecords(tx, tenant, [{ user, roles }], on);
  const learnsHere = (await findLearnerHere(context, tenant))?.user === user;
  return ok({ ...asked, person: person ?? { user, standings: [], proofs: [], exemptions: [] }, learnsHere });
}

async function listAsked(tx: Tx, tenant: TenantId): Promise<Omit<Everybody, 'people'>> {
  const requirements = await listRequirements(tx, tenant);
  return {
    programmes: (await listProgrammes(tx, tenant)).map(({ parts, ...one }) => ({
      ...one,
      parts: parts.map(({ equivalents, ...part }) => ({ ...part, equivalents: [...equivalents] })),
    })),
    requirements: requirements.map(({ programme, ...one }) => ({ ...one, programme: programme.id })),
    retakes: [...(await listRetakes(tx, tenant))],
  };
}

async function withRecords(tx: Tx, tenant: TenantId, people: readonly Trained[], on: CivilDate): Promise<Person[]> {
  const users = people.map(({ user }) => user);
  const proofs = Map.groupBy(await listProofs(tx, tenant, users), ({ user }) => user);
  const exemptions = Map.groupBy(await listExemptions(tx, tenant, users, on), ({ user }) => user);
  const standings = await listTrainingStanding(tx, tenant, { people, on });
  return standings.map(({ user, standings: mine }) => ({
    user,
    standings: mine.map(({ requirement, standing }) => ({ requirement: requirement.id, standing: spread(standing) })),
    proofs: (proofs.get(user) ?? []).map(({ user: _user, ...proof }) => proof),
    exemptions: (exemptions.get(user) ?? []).map(({ user: _user, ...exemption }) => exemption),
  }));
}

type Standing = Person['standings'][number]['standing'];

/** What the model gives is never changed; what leaves is a copy of its own. */
function spread(
  standing: Awaited<ReturnType<typeof listTrainingStanding>>[number]['standings'][number]['standing'],
): Standing {
  switch (standing.state) {
    case 'valid':
    case 'due':
      return { ...standing, grounds: [...standing.grounds] };
    case 'lapsed':
    case 'missing':
    case 'exempt':
      return { ...standing, lacking: [...standing.lacking] };
  }
}
