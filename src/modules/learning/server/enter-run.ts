import { dayInAmsterdam, ok, refuse, type CivilDate, type Result, type TenantId } from '#platform/base';
import { countTry, type AnyoneContext, type KeptRefusal } from '#platform/server/http';
import type { AttemptId } from '../model/open/count/learning-ids.ts';
import type { ReleasedCourse } from '../model/open/release/released-course.ts';
import { findCourse } from './find-course.ts';
import { enterLearner, keepLearner } from './learner-cookie.ts';
import { holdAttempt, type ReachedLearner } from './store/learner-store.ts';

/** A run that somebody is in, held until the request ends. */
export interface EnteredRun {
  readonly tenant: TenantId;
  readonly learner: ReachedLearner;
  readonly course: ReleasedCourse;
  readonly on: CivilDate;
}

/**
 * Lets the learner of this browser into a run, and begins it where it is new. Refuses whoever never gave a code (`NotJoined`), who asks for
 * more than `most` (`act` names what is counted), a course that is not there, and a run of somebody else (`RunTaken`).
 */
export async function enterRun(
  context: AnyoneContext,
  {
    attempt,
    course: name,
    language,
  }: { readonly attempt: AttemptId; readonly course: string; readonly language: string },
  { act, most }: { readonly act: string; readonly most: { readonly limit: number; readonly windowMinutes: number } },
): Promise<Result<EnteredRun, KeptRefusal>> {
  const { tx, clock, readBuilt } = context;
  const entered = await enterLearner(context);
  if (!entered?.learner) return refuse({ type: 'NotJoined' });
  const { tenant, learner } = entered;
  const within = await countTry(tx, `${act}:${learner.id}`, most, clock);
  if (!within.ok) return refuse({ ...within.refusal, keep: true });
  const course = await findCourse(readBuilt, name, language);
  if (course === null) return refuse({ type: 'NotFound' });
  const on = dayInAmsterdam(clock.now());
  await keepLearner(context, tenant, learner);
  const held = await holdAttempt(tx, tenant, { id: attempt, learner: learner.id, course: name, on });
  return held ? ok({ tenant, learner, course, on }) : refuse({ type: 'RunTaken' });
}
