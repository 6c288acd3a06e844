import { dayInAmsterdam, ok, refuse, type AnyRefusal, type Result } from '#platform/base';
import { hashText } from '#platform/crypto/server';
import type { AnyoneContext, KeptRefusal } from '#platform/server/http';
import { readJoinCode } from '../../model/open/count/join-code.ts';
import { letGoOfStories } from '../keep-stories.ts';
import { beginLearner, endLearnerCookie, enterLearner } from '../learner-cookie.ts';
import { dropBeginnings, findFirstCompletion } from '../store/count-store.ts';
import { findLabel } from '../store/invitation-store.ts';
import { deleteLearner } from '../store/learner-store.ts';
import { findOrganisationByCode } from '../store/organisation-store.ts';

/**
 * Lets a browser be counted for an organisation. Giving the same code again changes nothing. Giving another one moves a learner
 * for as long as they have finished nothing; afterwards they are counted already, and nobody is counted twice.
 */
export async function joinOrganisation(
  context: AnyoneContext,
  typed: string,
): Promise<Result<{ organisation: string }, KeptRefusal>> {
  const { tx } = context;
  const entered = await enterLearner(context);
  const code = readJoinCode(typed);
  // A wrong try stays counted.
  const unknown = { type: 'CodeUnknown', keep: true } as const;
  if (entered === null || code === null) return refuse(unknown);
  const { tenant, learner } = entered;
  const organisation = await findOrganisationByCode(tx, tenant, await hashText(code));
  if (organisation === null) return refuse(unknown);
  if (learner?.organisation === organisation.id) return ok({ organisation: organisation.name });
  // Our own people are counted for us, whatever code they try; whoever was invited, for whom they were invited by.
  if (learner !== null && (learner.user !== null || (await findLabel(tx, tenant, learner.id)) !== null))
    return refuse({ type: 'JoinedElsewhere' });
  if (learner !== null && (await findFirstCompletion(tx, tenant, learner.id, null)) !== null)
    return refuse({ type: 'JoinedElsewhere' });
  if (learner !== null) {
    await dropBeginnings(tx, tenant, learner.id, dayInAmsterdam(context.clock.now()));
    await letGoOfStories(context, tenant, learner.id);
    await deleteLearner(tx, tenant, learner.id);
  }
  await beginLearner(context, tenant, organisation.id);
  return ok({ organisation: organisation.name });
}

/** Takes back everything that a browser sent; what was counted stays a number. */
export async function forgetLearner(context: AnyoneContext): Promise<Result<undefined, AnyRefusal>> {
  const entered = await enterLearner(context);
  if (entered?.learner) {
    await letGoOfStories(context, entered.tenant, entered.learner.id);
    await deleteLearner(context.tx, entered.tenant, entered.learner.id);
  }
  endLearnerCookie(context);
  return ok(undefined);
}
