import { useState } from 'react';
import { createId, type RecordId, type SpaceId } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { createProcedures, moveEach, movePacks, type ChosenMove, type MovePreview } from '#modules/casework/client';
import type { MovedCase } from './many-moves.ts';
import { useActOnCase } from './use-act-on-case.ts';
import type { Outcomes } from './use-outcomes.ts';
import type { Run } from './use-run.ts';

export interface Moving {
  move(ids: readonly SpaceId[], reason: string): Promise<void>;
  /** Ids of moves hold for one look: a case that is looked at anew is moved anew. */
  forget(): void;
}

/** Moves chosen cases one after another; those that went well are handed on, so that they can be taken back. */
export function useMoving(
  run: Run,
  {
    previews,
    outcomes,
    onMoved,
  }: {
    readonly previews: readonly MovePreview[];
    readonly outcomes: Outcomes;
    readonly onMoved: (moved: readonly MovedCase[]) => void;
  },
): Moving {
  const { language } = useLanguage();
  const { session } = useOpenWork();
  const actOn = useActOnCase();
  const [moves] = useState(() => new Map<SpaceId, RecordId>());
  const drawId = (): RecordId => createId<RecordId>(session.randomBytes);
  return {
    move: async (ids, reason) => {
      const chosen = chosenOf(previews, ids, moves, drawId);
      // Unless its journey was written since it was looked at.
      const one = ({ id, move, to, seen }: ChosenMove) =>
        actOn(id, (own, opened) =>
          movePacks(own, createProcedures(language), opened, { id: move, to: [...to], reason, seen }),
        );
      const done = await run.within('move', chosen.length, (options) => moveEach(chosen, one, options));
      if (!done.ok) return;
      outcomes.note('move', chosen.length, done.value);
      onMoved(chosen.flatMap(({ id, move }) => (done.value.get(id) === null ? [{ id, move, back: drawId() }] : [])));
    },
    forget: () => moves.clear(),
  };
}

/** The compared cases among the chosen, each with an id for its move that is drawn once. */
function chosenOf(
  previews: readonly MovePreview[],
  ids: readonly SpaceId[],
  moves: Map<SpaceId, RecordId>,
  drawId: () => RecordId,
): readonly ChosenMove[] {
  return previews.flatMap((preview) => {
    if (preview.at !== 'compared' || !ids.includes(preview.id)) return [];
    const { id, to, seen } = preview;
    const move = moves.get(id) ?? drawId();
    moves.set(id, move);
    return [{ id, move, to, seen }];
  });
}
