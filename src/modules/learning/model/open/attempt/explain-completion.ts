import type { BlockOf } from '../release/released-block.ts';
import type { Clause, ReleasedCourse, ReleasedScene } from '../release/released-course.ts';
import { endingOf } from './decision-path.ts';
import { placeOf, type AttemptState } from './fold-attempt.ts';
import { bankOf, rightInRound } from './question-round.ts';

/** One clause of the rule, whether it is met, and where to go to meet it. */
export interface ExplainedClause {
  readonly clause: Clause;
  readonly met: boolean;
  /** Met because something heavy was passed by, as it was offered. */
  readonly skipped: boolean;
  /** How many there are of what the clause asks for: of questions those of the best round, else 0 or 1. */
  readonly done: number;
  readonly scene: string;
}

/** Whether an attempt is complete, and why not: the same words for the panel, the certificate and the record. */
export function explainCompletion(
  course: Pick<ReleasedCourse, 'rule' | 'scenes'>,
  state: AttemptState,
): { readonly complete: boolean; readonly clauses: readonly ExplainedClause[] } {
  const clauses = course.rule.map((clause): ExplainedClause => {
    if ('right' in clause) return explainQuestions(course.scenes, clause, state);
    const scene = 'seen' in clause ? clause.seen : clause.in;
    const done = 'seen' in clause ? state.finished.has(scene) : isDecided(course.scenes, clause, state);
    const skipped = !done && isPassedBy(course.scenes, scene, 'seen' in clause ? null : clause.decided, state);
    return { clause, met: done || skipped, skipped, done: done ? 1 : 0, scene };
  });
  return { complete: clauses.every(({ met }) => met), clauses };
}

/** Only what is heavy is offered to be passed by; a step that says so of anything else counts for nothing. */
function isPassedBy(
  scenes: readonly ReleasedScene[],
  name: string,
  wanted: string | null,
  { skipped }: AttemptState,
): boolean {
  const scene = scenes.find(({ id }) => id === name);
  if (scene === undefined) return false;
  if (scene.heavy !== null && skipped.has(name)) return true;
  const block = scene.blocks.find(({ id }) => id === wanted);
  return block !== undefined && block.heavy !== null && skipped.has(placeOf(name, block.id));
}

function isDecided(
  scenes: readonly ReleasedScene[],
  { decided, in: scene }: Extract<Clause, { readonly decided: string }>,
  { answers }: AttemptState,
): boolean {
  const decision = scenes
    .find(({ id }) => id === scene)
    ?.blocks.find((block): block is BlockOf<'decision'> => block.type === 'decision' && block.id === decided);
  return (
    decision !== undefined &&
    (answers.get(placeOf(scene, decided)) ?? []).some((kept) => endingOf(decision, kept) !== null)
  );
}

function explainQuestions(
  scenes: readonly ReleasedScene[],
  clause: Extract<Clause, { readonly right: number }>,
  { answers }: AttemptState,
): ExplainedClause {
  const scene = scenes.find(({ blocks }) => bankOf(blocks, clause.of).length > 0);
  const bank = bankOf(scene?.blocks ?? [], clause.of);
  const rounds = answers.get(placeOf(scene?.id ?? '', clause.of)) ?? [];
  const done = Math.max(0, ...rounds.map((round) => rightInRound(bank, round)));
  return { clause, met: done >= clause.right, skipped: false, done, scene: scene?.id ?? '' };
}
