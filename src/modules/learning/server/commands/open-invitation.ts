import { dayInAmsterdam, ok, refuse, type Result, type RouteOutput } from '#platform/base';
import { hashText } from '#platform/crypto/server';
import type { AnyoneContext, KeptRefusal } from '#platform/server/http';
import type { peopleRoutes } from '../../contract/people-routes.ts';
import type { LearnerId } from '../../model/open/count/learning-ids.ts';
import { letGoOfStories } from '../keep-stories.ts';
import { beginLearner, enterLearner, keepLearner } from '../learner-cookie.ts';
import { dropBeginnings, findFirstCompletion } from '../store/count-store.ts';
import { holdInvitation, findLabel, useInvitation, type KeptInvitation } from '../store/invitation-store.ts';
import { deleteInvitationLetter } from '../store/letter-store.ts';
import { deleteLearner, type ReachedLearner } from '../store/learner-store.ts';
import { findOrganisation } from '../store/organisation-store.ts';

type Routes = typeof peopleRoutes;
type Entered = NonNullable<Awaited<ReturnType<typeof enterLearner>>>;

// Unknown, used, over and withdrawn look the same to whoever comes by a link; a wrong try stays counted.
const ended = { type: 'InvitationEnded', keep: true } as const;

/** What somebody was invited to who has the link. Looking opens nothing: programs that look at links in letters do no harm. */
export async function lookAtInvitation(
  context: AnyoneContext,
  secret: string,
): Promise<Result<RouteOutput<Routes['lookAtInvitation']>, KeptRefusal>> {
  const found = await findOpen(context, secret);
  if (found === null) return refuse(ended);
  const { entered, invitation, label } = found;
  const organisation = await findOrganisation(context.tx, entered.tenant, invitation.organisation);
  const mine = invitation.usedOn !== null;
  return ok({ organisation: organisation?.name ?? '', course: invitation.course, label, mine });
}

/**
 * Binds whoever asks to the organisation and the label of an invitation, once. Whoever began in this browser for the same
 * organisation goes on under the label; whoever began for another moves as with a code, unless they finished there.
 */
export async function openInvitation(
  context: AnyoneContext,
  secret: string,
): Promise<Result<RouteOutput<Routes['openInvitation']>, KeptRefusal>> {
  const found = await findOpen(context, secret);
  if (found === null) return refuse(ended);
  const { entered, invitation } = found;
  const { tenant } = entered;
  const organisation = await findOrganisation(context.tx, tenant, invitation.organisation);
  const answer = ok({ organisation: organisation?.name ?? '', course: invitation.course });
  if (invitation.usedOn !== null) return answer;
  const bound = await learnerFor(context, entered, invitation);
  if (!bound.ok) return bound;
  const on = dayInAmsterdam(context.clock.now());
  await useInvitation(context.tx, tenant, invitation.id, { learner: bound.value, on });
  await deleteInvitationLetter(context.tx, tenant, invitation.id);
  return answer;
}

/** The learner whom this browser reaches from now on. */
async function learnerFor(
  context: AnyoneContext,
  { tenant, learner }: Entered,
  { organisation }: KeptInvitation,
): Promise<Result<LearnerId, KeptRefusal>> {
  const { tx } = context;
  if (learner === null) return ok(await beginLearner(context, tenant, organisation));
  // Steps that lie in this browser are somebody's already: they must not become somebody else's.
  if (learner.user !== null || (await findLabel(tx, tenant, learner.id)) !== null)
    return refuse({ type: 'BrowserTaken' });
  if (learner.organisation === organisation) {
    await keepLearner(context, tenant, learner);
    return ok(learner.id);
  }
  return moved(context, { tenant, learner }, organisation);
}

/** As with the code of another organisation: possible until something is finished. */
async function moved(
  context: AnyoneContext,
  { tenant, learner }: { readonly tenant: Entered['tenant']; readonly learner: ReachedLearner },
  organisation: KeptInvitation['organisation'],
): Promise<Result<LearnerId, KeptRefusal>> {
  const { tx, clock } = context;
  if ((await findFirstCompletion(tx, tenant, learner.id, null)) !== null) return refuse({ type: 'JoinedElsewhere' });
  await dropBeginnings(tx, tenant, learner.id, dayInAmsterdam(clock.now()));
  await letGoOfStories(context, tenant, learner.id);
  await deleteLearner(tx, tenant, learner.id);
  return ok(await beginLearner(context, tenant, organisation));
}

/** An invitation that whoever asks may open, or has opened in this browser. */
async function findOpen(context: AnyoneContext, secret: string) {
  const entered = await enterLearner(context);
  if (entered === null) return null;
  const invitation = await holdInvitation(context.tx, entered.tenant, await hashText(secret));
  if (invitation === null || invitation.label === null || invitation.withdrawnOn !== null) return null;
  const isMine = invitation.learner !== null && invitation.learner === entered.learner?.id;
  const isOver = invitation.usedOn !== null || invitation.until < dayInAmsterdam(context.clock.now());
  return isMine || !isOver ? { entered, invitation, label: invitation.label } : null;
}
