import { dayInAmsterdam, ok, refuse, type Result, type RouteOutput, type RouteRequest } from '#platform/base';
import { countTry, type AnyoneContext, type KeptRefusal } from '#platform/server/http';
import type { learningRoutes } from '../../contract/learning-routes.ts';
import { explainCompletion } from '../../model/open/attempt/explain-completion.ts';
import { foldAttempt } from '../../model/open/attempt/fold-attempt.ts';
import { mergeEvents } from '../../model/open/attempt/merge-events.ts';
import { findCourse } from '../find-course.ts';
import { keepStories } from '../keep-stories.ts';
import { enterLearner, keepLearner } from '../learner-cookie.ts';
import { readLearnerOf } from '../queries/read-learner.ts';
import { keepBeginning, keepCompletion } from '../store/count-store.ts';
import { keepProofs } from '../store/proof-store.ts';
import { confirmReceipts } from '../store/receipt-store.ts';
import { holdAttempt, insertSteps, listSteps } from '../store/learner-store.ts';

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
  const { tx, clock, readBuilt } = context;
  const entered = await enterLearner(context);
  if (!entered?.learner) return refuse({ type: 'NotJoined' });
  const { tenant, learner } = entered;
  const within = await countTry(tx, `saveSteps:${learner.id}`, mostSaves, clock);
  if (!within.ok) return refuse({ ...within.refusal, keep: true });
  const course = await findCourse(readBuilt, name, language);
  if (course === null) return refuse({ type: 'NotFound' });
  const on = dayInAmsterdam(clock.now());
  await keepLearner(context, tenant, learner);
  if (!(await holdAttempt(tx, tenant, { id: attempt, learner: learner.id, course: name, on })))
    return refuse({ type: 'RunTaken' });
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
