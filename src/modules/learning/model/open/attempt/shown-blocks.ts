import type { BlockOf, ReleasedBlock } from '../release/released-block.ts';
import type { ReleasedScene } from '../release/released-course.ts';
import { endingOf } from './decision-path.ts';
import { placeOf, type AttemptState } from './fold-attempt.ts';
import { tossBy } from './shuffle-by.ts';

/**
 * The blocks of a scene that are for this learner: for where they work, for what they decided, and of the two forms of stories
 * the one that the seed gives them before, the other one after.
 */
export function shownBlocks(scene: ReleasedScene, seed: string, state: AttemptState): readonly ReleasedBlock[] {
  return scene.blocks.filter((block) => isShown(scene, block, seed, state));
}

function isShown({ id, blocks }: ReleasedScene, block: ReleasedBlock, seed: string, state: AttemptState): boolean {
  if (block.type === 'vignette' && !isFormOf(block, seed)) return false;
  const { when } = block;
  if (when === null) return true;
  if ('workplaces' in when) return state.workplace === null || when.workplaces.includes(state.workplace);
  const decision = blocks.find((one): one is BlockOf<'decision'> => one.type === 'decision' && one.id === when.decided);
  const answers = state.answers.get(placeOf(id, when.decided)) ?? [];
  return (
    decision !== undefined && answers.some((kept) => when.endings.some((ending) => ending === endingOf(decision, kept)))
  );
}

function isFormOf({ phase, form }: BlockOf<'vignette'>, seed: string): boolean {
  const first = tossBy(`${seed}/form`) ? 'A' : 'B';
  return (form === first) === (phase === 'before');
}
