import { compareText } from '#platform/base';
import { createIndexedAttemptStore } from '../attempt-store.ts';
import { ownCalls, type OwnLearning } from './own-calls.ts';

type OwnRun = OwnLearning['runs'][number];

const store = createIndexedAttemptStore();

/**
 * Puts the last run of each course into this browser, so that the module opens where it was left in another. What was begun here
 * stays: it goes on as a run of its own. A browser that keeps nothing, as some private windows do, begins anew each time.
 */
export async function takeUpHere(): Promise<void> {
  const answer = await ownCalls.read();
  if (!answer.ok) return;
  const courses = new Set(answer.value.runs.map(({ course }) => course));
  for (const course of courses) {
    const last = answer.value.runs.filter((run) => run.course === course).toSorted(lastFirst)[0];
    if (last !== undefined) await takeUp(last).catch(() => undefined);
  }
  await store.setCounted(true).catch(() => undefined);
}

async function takeUp({ attempt, course, steps }: OwnRun): Promise<void> {
  const here = await store.load(course);
  if (here !== null && here.kept.attempt !== attempt && here.events.length > 0) return;
  // Forms and orders hang on the name of the run, as where it was begun; of its version the server says nothing before it is done.
  if (here?.kept.attempt !== attempt) await store.begin(course, { attempt, seed: attempt, version: '', digest: '' });
  for (const step of steps) await store.add({ ...step, attempt });
}

/** In the order in which the server names the last one. */
function lastFirst(left: OwnRun, right: OwnRun): number {
  return (
    compareText(right.changedOn, left.changedOn) ||
    compareText(right.begunOn, left.begunOn) ||
    compareText(left.attempt, right.attempt)
  );
}
