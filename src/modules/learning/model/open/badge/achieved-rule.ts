import { explainCompletion } from '../attempt/explain-completion.ts';
import { foldAttempt } from '../attempt/fold-attempt.ts';
import type { ReleasedCourse } from '../release/released-course.ts';

/** What a module asks for before it counts as done, as far as somebody elsewhere can make sense of it: by titles of scenes. */
export interface AchievedRule {
  /** Titles of scenes that are seen to their end. */
  readonly seen: readonly string[];
  /** Titles of scenes whose decision is brought to an ending. */
  readonly decided: readonly string[];
  /** How many questions of a round are right, for each round that is asked for. */
  readonly right: readonly number[];
  /** Whether some of it is heavy and may be passed by. */
  readonly passable: boolean;
}

/** The rule of a course in words of its scenes; each clause of it is in there, as `explainCompletion` knows them. */
export function achievedRule(course: Pick<ReleasedCourse, 'rule' | 'scenes'>): AchievedRule {
  const { clauses } = explainCompletion(course, foldAttempt([]));
  const titleOf = (id: string): string => course.scenes.find((scene) => scene.id === id)?.title ?? id;
  const isHeavy = (id: string, block: string | null): boolean => {
    const scene = course.scenes.find((one) => one.id === id);
    if (scene === undefined) return false;
    return scene.heavy !== null || scene.blocks.some((one) => one.id === block && one.heavy !== null);
  };
  return {
    seen: clauses.flatMap(({ clause, scene }) => ('seen' in clause ? [titleOf(scene)] : [])),
    decided: clauses.flatMap(({ clause, scene }) => ('decided' in clause ? [titleOf(scene)] : [])),
    right: clauses.flatMap(({ clause }) => ('right' in clause ? [clause.right] : [])),
    passable: clauses.some(
      ({ clause, scene }) => !('right' in clause) && isHeavy(scene, 'decided' in clause ? clause.decided : null),
    ),
  };
}
