import { dayInAmsterdam, ok, refuse, type AnyRefusal, type Result, type RouteOutput } from '#platform/base';
import type { AnyoneContext } from '#platform/server/http';
import type { ownRoutes } from '../../contract/own-routes.ts';
import type { AttemptId } from '../../model/open/count/learning-ids.ts';
import { readReminders } from '../commands/remind-me.ts';
import { enterLearner } from '../learner-cookie.ts';
import { findLabel } from '../store/invitation-store.ts';
import { isAttemptOf, listSteps } from '../store/learner-store.ts';
import { findOrganisation } from '../store/organisation-store.ts';
import { countBrowsers, listOwnCompletions, listOwnRuns } from '../store/own-store.ts';
import { findResumeUntil } from '../store/resume-store.ts';

type Routes = typeof ownRoutes;
type Step = RouteOutput<Routes['readSteps']>['steps'][number];

/** Steps of a run of whoever asks, so that another browser of theirs goes on where this one was. Those of others look missing. */
export async function readSteps(
  context: AnyoneContext,
  attempt: AttemptId,
): Promise<Result<RouteOutput<Routes['readSteps']>, AnyRefusal>> {
  const entered = await enterLearner(context);
  if (!entered?.learner) return refuse({ type: 'NotJoined' });
  const { tenant, learner } = entered;
  if (!(await isAttemptOf(context.tx, tenant, attempt, learner.id))) return refuse({ type: 'NotFound' });
  return ok({ steps: await stepsOf(context, tenant, attempt) });
}

/** Everything that is kept of whoever asks. */
export async function readOwnLearning(
  context: AnyoneContext,
): Promise<Result<RouteOutput<Routes['readOwnLearning']>, AnyRefusal>> {
  const entered = await enterLearner(context);
  if (!entered?.learner) return refuse({ type: 'NotJoined' });
  const { tenant, learner } = entered;
  const { tx, clock } = context;
  const on = dayInAmsterdam(clock.now());
  const runs = [];
  for (const run of await listOwnRuns(tx, tenant, learner.id))
    runs.push({ ...run, steps: await stepsOf(context, tenant, run.attempt) });
  const completions = await listOwnCompletions(tx, tenant, learner.id);
  return ok({
    organisation: (await findOrganisation(tx, tenant, learner.organisation))?.name ?? '',
    label: await findLabel(tx, tenant, learner.id),
    colleague: learner.user !== null,
    browsers: await countBrowsers(tx, tenant, learner.id, on),
    codeUntil: await findResumeUntil(tx, tenant, learner.id, on),
    reminders: await readReminders(context, tenant, learner.id),
    runs,
    completions: completions.map((one) => ({
      ...one,
      certificates: [...one.certificates],
      revoked: one.revoked.map((gone) => ({ ...gone })),
    })),
  });
}

async function stepsOf(
  { tx }: AnyoneContext,
  tenant: Parameters<typeof listSteps>[1],
  attempt: AttemptId,
): Promise<Step[]> {
  const steps = await listSteps(tx, tenant, attempt);
  // Where somebody works is never sent, so it is not among them.
  return steps.map(({ attempt: _of, options, ...step }) => ({ ...step, options: [...options] }) as Step);
}
