import { ok, refuse, type Result, type RouteOutput, type RouteRequest } from '#platform/base';
import type { AnyoneContext, KeptRefusal } from '#platform/server/http';
import type { learningRoutes } from '../../contract/learning-routes.ts';
import { explainCompletion } from '../../model/open/attempt/explain-completion.ts';
import { foldAttempt } from '../../model/open/attempt/fold-attempt.ts';
import { mergeEvents } from '../../model/open/attempt/merge-events.ts';
import { enterRun } from '../enter-run.ts';
import { keepStories } from '../keep-stories.ts';
import { readLearnerOf } from '../queries/read-learner.ts';
import { keepBeginning, keepCompletion } from '../store/count-store.ts';
import { keepProofs } from '../store/proof-store.ts';
import { confirmReceipts } from '../store/receipt-store.ts';
import { insertSteps, listSteps } from '../store/learner-store.ts';

/** More steps than anybody takes in a run; each is a few hundred bytes. */
const mostSteps = 5_000;
/** By learner: a whole class learns behind one address. */
const mostSaves = { limit: 1_200, windowMinutes: 60 };

type Request = RouteRequest<typeof learningRoutes.saveSteps>;
type Answer = RouteOutput<typeof learningRoutes.readLearner>;

/**
 * Takes steps of a run and says what is held. Whether the course is done is decided here, by the same function as on the device,
 * and dated here (learning design, section 4). Steps that came before change nothing, whatever the device lost; steps in scenes that
 * a newer version does not have are held and count for nothing.
 */
export async function saveSteps(
  context: AnyoneContext,
  { params: { attempt }, input: { course: name, language, steps } }: Request,
): Promise<Result<Answer, KeptRefusal>> {
  const { tx } = context;
  const entered = await enterRun(context, { attempt, course: name, language }, { act: 'saveSteps', most: mostSaves });
  if (!entered.ok) return entered;
  const { tenant, learner, course, on } = entered.value;
  await keepBeginning(tx, tenant, { learner: learner.id, organisation: learner.organisation, course: name, on });
  await insertSteps(tx, tenant, attempt, steps);
  const all = await listSteps(tx, tenant, attempt);
  if (all.length > mostSteps) return refuse({ type: 'RunFull' });
  const merged = mergeEvents(all);
  await keepStories(context, tenant, { learner: learner.id, attempt }, course, merged);
  if (explainCompletion(course, foldAttempt(merged)).complete) {
    const { version, digest, unsigned, title, budget } = course;
    const whose = { attempt, learner: learner.id, organisation: learner.organisation };
    await keepCompletion(tx, tenant, {
      ...whose,
      course: name,
      version,
      digest,
      language,
      draft: unsigned.length > 0,
      said: { title, minutes: budget },
      on,
    });
    await confirmReceipts(tx, tenant, attempt, on);
    await keepProofs(tx, tenant, learner.id, attempt);
  }
  return ok(await readLearnerOf(context, tenant, learner, name, attempt));
}
