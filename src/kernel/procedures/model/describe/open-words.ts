import type { JourneyAnswer } from '../answer.ts';
import type { DueType, Pack, Phase } from '../pack.ts';

/**
 * What the open layer may say of a stage: never the stage itself. Null for a stage the pack does not know, and for
 * tracks that have no phases, such as remedies.
 */
export function phaseOf(pack: Pack, stage: string): Phase | null {
  for (const track of pack.tracks) {
    const found = track.stages.find(({ id, phase }) => id === stage && phase !== undefined);
    if (found?.phase !== undefined) return found.phase;
  }
  return null;
}

/** The phase of an answer: that of the first track that has phases; `start` where no pack has any. */
export function phaseOfAnswer(packs: readonly Pack[], answer: JourneyAnswer): Phase {
  for (const { pack: id, stage } of answer.stages) {
    const pack = packs.find((one) => one.id === id);
    const phase = pack === undefined ? null : phaseOf(pack, stage);
    if (phase !== null) return phase;
  }
  return 'start';
}

/** What the open layer may say of a date; `own` for a ref the pack does not know. */
export function dueTypeOf(pack: Pack, ref: string): DueType {
  return pack.deadlines.find((rule) => rule.ref === ref)?.dueType ?? 'own';
}
