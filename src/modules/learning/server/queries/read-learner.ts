import { ok, type RouteOutput, type TenantId } from '#platform/base';
import type { AnyoneContext } from '#platform/server/http';
import type { learningRoutes } from '../../contract/learning-routes.ts';
import type { AttemptId } from '../../model/open/count/learning-ids.ts';
import { enterLearner } from '../learner-cookie.ts';
import { findFirstCompletion } from '../store/count-store.ts';
import { findLabel } from '../store/invitation-store.ts';
import { findLastAttempt, listHeld, type Learner } from '../store/learner-store.ts';
import { findOrganisation, listOrganisations, listSlotValues } from '../store/organisation-store.ts';

type Answer = RouteOutput<typeof learningRoutes.readLearner>;

/** What a browser is told of itself. Who gave no code sees what our own organisation filled in. */
export async function readLearner(context: AnyoneContext, course: string) {
  const entered = await enterLearner(context);
  if (entered === null)
    return ok({ organisation: null, colleague: false, label: null, slots: [], attempt: null, completedOn: null });
  const { tenant, learner } = entered;
  if (learner !== null) return ok(await readLearnerOf(context, tenant, learner, course));
  const own = (await listOrganisations(context.tx, tenant)).find((one) => one.own);
  const slots = own === undefined ? [] : await slotsOf(context, tenant, own.id, course);
  return ok({ organisation: null, colleague: false, label: null, slots, attempt: null, completedOn: null });
}

/** The same of a learner who is known; of the run that was just sent, else of the last one. */
export async function readLearnerOf(
  context: AnyoneContext,
  tenant: TenantId,
  learner: Learner,
  course: string,
  sent: AttemptId | null = null,
): Promise<Answer> {
  const { tx } = context;
  const organisation = await findOrganisation(tx, tenant, learner.organisation);
  const attempt =
    sent === null
      ? await findLastAttempt(tx, tenant, learner.id, course)
      : { id: sent, held: await listHeld(tx, tenant, sent) };
  return {
    organisation: organisation?.name ?? null,
    colleague: learner.user !== null,
    label: await findLabel(tx, tenant, learner.id),
    slots: await slotsOf(context, tenant, learner.organisation, course),
    attempt: attempt && { id: attempt.id, held: [...attempt.held] },
    completedOn: await findFirstCompletion(tx, tenant, learner.id, course),
  };
}

async function slotsOf(
  { tx }: AnyoneContext,
  tenant: TenantId,
  organisation: Learner['organisation'],
  course: string,
): Promise<Answer['slots']> {
  const values = await listSlotValues(tx, tenant, organisation);
  return values
    .filter((value) => value.course === course)
    .map(({ slot, language, words, checkedOn }) => ({ slot, language, words, checkedOn }));
}
