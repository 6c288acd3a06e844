import { bytesToBase64url, civilDate, dayInAmsterdam, type CivilDate, type TenantId } from '#platform/base';
import { keyedHash } from '#platform/crypto/server';
import type { AnyoneContext, OpenContext } from '#platform/server/http';
import type { AttemptEvent } from '../model/open/attempt/attempt-event.ts';
import type { AttemptId, LearnerId } from '../model/open/count/learning-ids.ts';
import { scoreStories } from '../model/open/effect/score-stories.ts';
import type { ReleasedCourse } from '../model/open/release/released-course.ts';
import { learningSecrets } from './learning-secrets.ts';
import { keepScore, letGoOfScores } from './store/story-score-store.ts';

/**
 * Keeps how the stories of a run were judged, as far as they were, under a code that only whoever has the secret file can make of the
 * learner. Called with each batch of steps: what is kept already stays.
 */
export async function keepStories(
  { tx, clock, secrets }: AnyoneContext,
  tenant: TenantId,
  whose: { readonly learner: LearnerId; readonly attempt: AttemptId },
  course: ReleasedCourse,
  events: readonly AttemptEvent[],
): Promise<void> {
  const { before, after } = scoreStories(course, events);
  if (before === null) return;
  const place = {
    code: codeOf(secrets, tenant, whose.learner),
    run: codeOf(secrets, tenant, whose.attempt),
    course: course.id,
    month: monthOf(dayInAmsterdam(clock.now())),
  };
  await keepScore(tx, tenant, place, 'before', before);
  if (after !== null) await keepScore(tx, tenant, place, 'after', after);
}

/** Nothing leads from a learner to what they judged any more. */
export async function letGoOfStories(
  { tx, clock, secrets, randomBytes }: OpenContext,
  tenant: TenantId,
  learner: LearnerId,
): Promise<void> {
  const month = monthOf(dayInAmsterdam(clock.now()));
  const instead = bytesToBase64url(randomBytes(32));
  await letGoOfScores(tx, tenant, codeOf(secrets, tenant, learner), { month, instead });
}

/** The first day of the month of a day. */
export function monthOf(day: CivilDate): CivilDate {
  return civilDate(`${day.slice(0, 7)}-01`);
}

function codeOf(secrets: ReadonlyMap<string, string>, tenant: TenantId, id: LearnerId | AttemptId): string {
  const secret = secrets.get(learningSecrets.effectKey);
  if (secret === undefined) throw new Error('the installation has no secret for what groups learned');
  return keyedHash(secret, JSON.stringify(['stories', tenant, id]));
}
