import type { ReleasedCourse } from '../release/released-course.ts';
import type { ExplainedClause } from './explain-completion.ts';

type Asked = Pick<ReleasedCourse, 'scenes'>;

/** Right answers of the best round, of what a round asks, from 0 to 1. Null where the rule asks for none. */
export function questionScore(course: Asked, clauses: readonly ExplainedClause[]): number | null {
  const [asked] = clauses.flatMap(({ clause, done }) => ('right' in clause ? { bank: clause.of, right: done } : []));
  return asked === undefined ? null : Math.min(1, asked.right / countQuestions(course, asked.bank));
}

/** The score that the rule asks for, from 0 to 1; null where it asks for none. */
export function scoreToReach(course: Asked & Pick<ReleasedCourse, 'rule'>): number | null {
  const [asked] = course.rule.flatMap((clause) => ('right' in clause ? clause : []));
  return asked === undefined ? null : Math.min(1, asked.right / countQuestions(course, asked.of));
}

/** A round asks one question for each objective of its bank. */
function countQuestions({ scenes }: Asked, bank: string): number {
  const objectives = scenes
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.type === 'check' && block.bank === bank ? [block.objective] : []));
  return Math.max(1, new Set(objectives).size);
}
