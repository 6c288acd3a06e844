import { dayInAmsterdam, ok, refuse, type AnyRefusal, type Result } from '#platform/base';
import type { RequestContext } from '#platform/server/http';
import { letGoOfStories } from '../keep-stories.ts';
import { beginLearner, findLearnerHere, reachLearner } from '../learner-cookie.ts';
import { dropBeginnings, findFirstCompletion } from '../store/count-store.ts';
import {
  deleteKey,
  deleteLearner,
  findLearnerOf,
  linkLearner,
  moveAttempts,
  type Learner,
  type ReachedLearner,
} from '../store/learner-store.ts';
import { findLabel } from '../store/invitation-store.ts';
import { listOrganisations } from '../store/organisation-store.ts';
import { keepProofs } from '../store/proof-store.ts';

/**
 * Lets the browser of somebody who is signed in learn as them: what they finish from now on counts for our own organisation
 * and for what is asked of their roles, on whatever device. What this browser learned before nobody's name was on becomes
 * theirs, unless it is finished and counted for somebody else already.
 */
export async function learnAsColleague(context: RequestContext): Promise<Result<undefined, AnyRefusal>> {
  const { tx, tenant, user } = context;
  const own = (await listOrganisations(tx, tenant)).find((one) => one.own);
  if (own === undefined) return refuse({ type: 'NoOwnOrganisation' });
  const here = await findLearnerHere(context, tenant);
  const known = await findLearnerOf(tx, tenant, user);
  if (here !== null && here.id === known?.id) return ok(undefined);
  const mine = await learnerOf(context, known, here, own.id);
  if (mine === null) return refuse({ type: 'Stale' });
  if (here === null || here.id === mine) return ok(undefined);
  const nobodys =
    here.user === null &&
    (await findLabel(tx, tenant, here.id)) === null &&
    (await findFirstCompletion(tx, tenant, here.id, null)) === null;
  if (!nobodys) {
    await deleteKey(tx, tenant, here.hash);
    return ok(undefined);
  }
  await moveAttempts(tx, tenant, here.id, mine);
  await dropBeginnings(tx, tenant, here.id, dayInAmsterdam(context.clock.now()));
  await letGoOfStories(context, tenant, here.id);
  await deleteLearner(tx, tenant, here.id);
  return ok(undefined);
}

/** The learner that this person is, and that this browser reaches from now on; null where another request was quicker. */
async function learnerOf(
  context: RequestContext,
  known: Learner | null,
  here: ReachedLearner | null,
  own: Learner['organisation'],
): Promise<Learner['id'] | null> {
  const { tx, tenant, user } = context;
  if (known !== null) {
    await reachLearner(context, tenant, known.id);
    return known.id;
  }
  // Whoever was invited under a label is on a list: somebody else at the same browser must not become them.
  const isOurs =
    here !== null && here.user === null && here.organisation === own && (await findLabel(tx, tenant, here.id)) === null;
  const mine = isOurs ? here.id : await beginLearner(context, tenant, own);
  if (!(await linkLearner(tx, tenant, mine, user))) return null;
  if (isOurs) await keepProofs(tx, tenant, mine, null);
  return mine;
}
