import type { SpaceId } from '#platform/base';
import type { MovePreview } from '#modules/casework/client';
import type { Running } from './many-moves.ts';
import { useLooking, type NamedCases } from './use-looking.ts';
import { useMoving } from './use-moving.ts';
import { useOutcomes, type Outcomes } from './use-outcomes.ts';
import { useRun } from './use-run.ts';
import { useTakingBack } from './use-taking-back.ts';

/** Looking at many cases, moving those that were chosen, and taking that back. */
export interface ManyMoves {
  readonly running: Running | null;
  readonly previews: readonly MovePreview[] | null;
  readonly outcomes: Pick<Outcomes, 'each' | 'last'>;
  /** How many cases can be moved back. */
  readonly toTakeBack: number;
  look(cases: NamedCases): Promise<void>;
  move(ids: readonly SpaceId[], reason: string): Promise<void>;
  takeBack(): Promise<void>;
  stop(): void;
}

/** One run at a time on this screen; nothing of it outlives the screen or the keys. */
export function useManyMoves(): ManyMoves {
  const run = useRun();
  const outcomes = useOutcomes();
  const { previews, look } = useLooking(run);
  const { moved, offer, takeBack } = useTakingBack(run, outcomes);
  // A run that moved nobody leaves what can be taken back as it was.
  const onMoved: typeof offer = (now) => (now.length > 0 ? offer(now) : undefined);
  const { move, forget } = useMoving(run, { previews: previews ?? [], outcomes, onMoved });
  return {
    running: run.running,
    previews,
    outcomes,
    toTakeBack: moved.length,
    look: (cases) => {
      outcomes.forget();
      offer([]);
      forget();
      return look(cases);
    },
    move,
    takeBack,
    stop: run.stop,
  };
}
