import type { AttemptEvent } from '../attempt/attempt-event.ts';
import { certainties, judgements } from '../attempt/judgements.ts';
import type { BlockOf, ReleasedBlock, VignetteItem } from '../release/released-block.ts';
import type { ReleasedCourse } from '../release/released-course.ts';

/** How somebody judged one form of stories. Nothing of it says which story, and nothing who. */
export interface StoryScore {
  /** Stories with signals for which advice was asked or which were called urgent: 0 to `signals`. */
  readonly hits: number;
  readonly signals: number;
  /** Stories without signals that were judged so: 0 to `others`. */
  readonly falseAlarms: number;
  /** Of the false alarms those that were called urgent. */
  readonly heavy: number;
  readonly others: number;
  /** Mean certainty where the judgement was right, and where it was wrong: 1 a guess, 2 fairly sure, 3 sure; null for none. */
  readonly sureRight: number | null;
  readonly sureWrong: number | null;
}

export interface RunScores {
  readonly before: StoryScore | null;
  readonly after: StoryScore | null;
}

/**
 * What a run says about the stories before and after (learning design, 3.4), from the codes of its steps in the order of `mergeEvents`.
 * A form counts only when each of its stories was judged, with how sure. Before counts as it stood when the learner first went on to
 * another scene: what was changed after learning says nothing about before. After counts as it stood when the reasons were shown.
 */
export function scoreStories(course: Pick<ReleasedCourse, 'scenes'>, events: readonly AttemptEvent[]): RunScores {
  const phaseScore = (phase: 'before' | 'after'): StoryScore | null => {
    for (const scene of course.scenes) {
      for (const block of scene.blocks) {
        if (!isStories(block) || block.phase !== phase) continue;
        const answer = lastBeforeEnd(events, scene.id, block);
        const score = answer === null ? null : scoreForm(block.items, answer);
        if (score !== null) return score;
      }
    }
    return null;
  };
  return { before: phaseScore('before'), after: phaseScore('after') };
}

function isStories(block: ReleasedBlock): block is BlockOf<'vignette'> {
  return block.type === 'vignette';
}

/** The last answer before the form was over; null where there is none. */
function lastBeforeEnd(
  events: readonly AttemptEvent[],
  scene: string,
  { id, phase }: BlockOf<'vignette'>,
): readonly string[] | null {
  let last: readonly string[] | null = null;
  for (const event of events) {
    if (event.scene === scene && event.block === id && event.kind === 'answered') last = event.options;
    const shown = event.scene === scene && event.block === id && event.kind === 'shown';
    const wentOn = phase === 'before' && event.scene !== scene;
    if (last !== null && (shown || wentOn)) return last;
  }
  return last;
}

/** One form as it was judged; null unless every story was, in words that there are. */
function scoreForm(items: readonly VignetteItem[], answer: readonly string[]): StoryScore | null {
  const given = new Map(answer.map((one) => [one.split(':')[0] ?? '', one.split(':').slice(1)]));
  const judged = items.map(({ id, signal }) => {
    const [judgement, certainty] = given.get(id) ?? [];
    const sure = certainties.findIndex((one) => one === certainty) + 1;
    const isJudged = judgements.some((one) => one === judgement) && sure > 0;
    return isJudged ? { signal, raised: judgement !== 'usual', urgent: judgement === 'urgent', sure } : null;
  });
  const whole = judged.filter((one) => one !== null);
  if (whole.length === 0 || whole.length < items.length) return null;
  const [signals, others] = [whole.filter(({ signal }) => signal), whole.filter(({ signal }) => !signal)];
  const isRight = ({ signal, raised }: (typeof whole)[number]): boolean => signal === raised;
  return {
    hits: signals.filter(({ raised }) => raised).length,
    signals: signals.length,
    falseAlarms: others.filter(({ raised }) => raised).length,
    heavy: others.filter(({ urgent }) => urgent).length,
    others: others.length,
    sureRight: mean(whole.filter(isRight).map(({ sure }) => sure)),
    sureWrong: mean(whole.filter((one) => !isRight(one)).map(({ sure }) => sure)),
  };
}

function mean(numbers: readonly number[]): number | null {
  return numbers.length === 0 ? null : numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
