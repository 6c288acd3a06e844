import type { BlockOf, Clause, ReleasedCourse } from '../release/released-course.ts';
import { placeOf, type AttemptState } from './fold-attempt.ts';

/** One clause of the rule, whether it is met, and where to go to meet it. */
export interface ExplainedClause {
  readonly clause: Clause;
  readonly met: boolean;
  /** How many there are of what the clause asks for; of a scene 0 or 1. */
  readonly done: number;
  readonly scene: string;
}

/** Whether an attempt is complete, and why not: the same words for the panel, the certificate and the record. */
export function explainCompletion(
  course: Pick<ReleasedCourse, 'rule' | 'scenes'>,
  state: AttemptState,
): { readonly complete: boolean; readonly clauses: readonly ExplainedClause[] } {
  const clauses = course.rule.map((clause): ExplainedClause => {
    if ('seen' in clause) {
      const met = state.finished.has(clause.seen);
      return { clause, met, done: met ? 1 : 0, scene: clause.seen };
    }
    const items = course.scenes.flatMap(({ id, blocks }) =>
      blocks.flatMap((block) =>
        block.type === 'check' && block.bank === clause.of ? [{ scene: id, right: wasRight(state, id, block) }] : [],
      ),
    );
    const done = items.filter(({ right }) => right).length;
    const next = items.find(({ right }) => !right) ?? items[0];
    return { clause, met: done >= clause.right, done, scene: next?.scene ?? '' };
  });
  return { complete: clauses.every(({ met }) => met), clauses };
}

/** Whether a question was once answered right; later tries take nothing away. */
export function wasRight(state: AttemptState, scene: string, block: BlockOf<'check'>): boolean {
  return (state.answers.get(placeOf(scene, block.id)) ?? []).some((chosen) => isRight(block, chosen));
}

/** All or nothing: exactly the right options were chosen. */
export function isRight({ options }: BlockOf<'check'>, chosen: readonly string[]): boolean {
  return options.every(({ id, right }) => right === chosen.includes(id));
}
