import {
  addDays,
  dayInAmsterdam,
  ok,
  refuse,
  type AnyRefusal,
  type Result,
  type RouteRequest,
  type UserId,
} from '#platform/base';
import type { RequestContext } from '#platform/server/http';
import { findAccount } from '#kernel/accounts/server';
import type { trainingRoutes } from '../../contract/training-routes.ts';
import { longestExemption } from '../../model/open/standing/requirement.ts';
import type { ProofId, RequirementId, TrainingPartId } from '../../model/open/standing/training-ids.ts';
import { insertExemption, insertProof, withdrawProof as withdraw } from '../store/proof-store.ts';
import {
  endRequirement,
  insertEquivalent,
  insertProgramme,
  insertRequirement,
  insertRetake,
} from '../store/requirement-store.ts';

type Routes = typeof trainingRoutes;
type Done = Promise<Result<undefined, AnyRefusal>>;

/** Makes a programme. It is never changed: whoever needs another one makes that, and asks for it instead. */
export async function makeProgramme(
  { tx, tenant }: RequestContext,
  { parts, ...made }: RouteRequest<Routes['makeProgramme']>['input'],
): Done {
  const whole = { ...made, parts: parts.map((part) => ({ ...part, equivalents: [] })) };
  return (await insertProgramme(tx, tenant, whole)) ? ok(undefined) : refuse({ type: 'ProgrammeTaken' });
}

/** Takes another proof for a part. */
export async function takeEquivalent(
  { tx, tenant }: RequestContext,
  part: TrainingPartId,
  equivalent: RouteRequest<Routes['takeEquivalent']>['input'],
): Done {
  return (await insertEquivalent(tx, tenant, part, equivalent)) ? ok(undefined) : refuse({ type: 'NotFound' });
}

/** Asks a programme of everybody with a role, from a day on. */
export async function askTraining(
  { tx, tenant }: RequestContext,
  asked: RouteRequest<Routes['askTraining']>['input'],
): Done {
  return (await insertRequirement(tx, tenant, asked)) ? ok(undefined) : refuse({ type: 'RequirementTaken' });
}

export async function askNoMore({ tx, tenant, clock }: RequestContext, requirement: RequirementId): Done {
  const ended = await endRequirement(tx, tenant, requirement, dayInAmsterdam(clock.now()));
  return ended ? ok(undefined) : refuse({ type: 'NotFound' });
}

/** Ends what was done with older versions, on a day that is still to come: nothing is taken from anybody for the past. */
export async function askRetake(
  { tx, tenant, clock }: RequestContext,
  retake: RouteRequest<Routes['askRetake']>['input'],
): Done {
  if (retake.endsOn < dayInAmsterdam(clock.now())) return refuse({ type: 'DayPassed' });
  return (await insertRetake(tx, tenant, retake)) ? ok(undefined) : refuse({ type: 'RetakeTaken' });
}

/** Records that somebody did a part elsewhere, or holds another proof for it. Nobody vouches for themselves. */
export async function recordProof(
  { tx, tenant, user: by, clock }: RequestContext,
  user: UserId,
  proof: RouteRequest<Routes['recordProof']>['input'],
): Done {
  const on = dayInAmsterdam(clock.now());
  if (user === by) return refuse({ type: 'OwnStanding' });
  if (proof.on > on) return refuse({ type: 'DayInFuture' });
  if ((await findAccount(tx, tenant, user)) === null) return refuse({ type: 'NotFound' });
  return (await insertProof(tx, tenant, { ...proof, user }, { by, on })) ? ok(undefined) : refuse({ type: 'NotFound' });
}

/** Takes back what was recorded; what our own player knows stays. */
export async function withdrawProof({ tx, tenant, user }: RequestContext, proof: ProofId): Done {
  return (await withdraw(tx, tenant, proof, user)) ? ok(undefined) : refuse({ type: 'NotFound' });
}

/** Sets a requirement aside for somebody, from today for thirty days at most. Nobody lets themselves off. */
export async function exempt(
  { tx, tenant, user: by, clock }: RequestContext,
  user: UserId,
  decided: RouteRequest<Routes['exempt']>['input'],
): Done {
  const from = dayInAmsterdam(clock.now());
  if (user === by) return refuse({ type: 'OwnStanding' });
  if (decided.until < from || decided.until > addDays(from, longestExemption - 1))
    return refuse({ type: 'ExemptionTooLong' });
  if ((await findAccount(tx, tenant, user)) === null) return refuse({ type: 'NotFound' });
  const kept = await insertExemption(tx, tenant, { ...decided, user, from }, by);
  return kept ? ok(undefined) : refuse({ type: 'NotFound' });
}
