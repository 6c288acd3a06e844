import type { Messages } from '#kernel/languages';
import type { Clause } from '../model/open/release/released-course.ts';

/** One clause of a rule as learners read it. `done` is how many questions of the best round were right. */
export function clauseSentence(
  t: Messages,
  {
    clause,
    done,
    titleOf,
  }: { readonly clause: Clause; readonly done: number; readonly titleOf: (scene: string) => string },
): string {
  if ('seen' in clause) return t('learning.toDo.seen', { title: titleOf(clause.seen) });
  if ('decided' in clause) return t('learning.toDo.decided', { title: titleOf(clause.in) });
  return t('learning.toDo.right', { right: clause.right, done });
}
