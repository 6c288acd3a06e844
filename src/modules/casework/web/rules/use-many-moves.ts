import { useCallback, useEffect, useRef, useState } from 'react';
import { createId, type RecordId, type Result, type SpaceId } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import type { SpaceSession } from '#kernel/spaces/client';
import { useOpenWork, useWork, withNewerKeys } from '#kernel/spaces/web';
import {
  createProcedures,
  moveEach,
  movePacks,
  openCase,
  previewMoves,
  type CaseRefusal,
  type Compare,
  type ChosenMove,
  type ManyOptions,
  type MovePreview,
  type OpenedCase,
} from '#modules/casework/client';
import { caseloadStoreOf } from '../shared/caseload-store.ts';

/** Looking at many cases, and moving those that were chosen. */
export interface ManyMoves {
  readonly running: { readonly what: 'look' | 'move'; readonly done: number; readonly of: number } | null;
  readonly previews: readonly MovePreview[] | null;
  /** Per case whether it was moved (null) or why not. */
  readonly outcomes: ReadonlyMap<SpaceId, CaseRefusal | null>;
  look(cases: readonly { readonly id: SpaceId; readonly codeName: string }[]): Promise<void>;
  move(ids: readonly SpaceId[], reason: string): Promise<void>;
  /** Ends after the case that is under way. */
  stop(): void;
}

/** Keeps one such run on this screen; nothing of it outlives the screen or the keys. */
export function useManyMoves(): ManyMoves {
  const { language } = useLanguage();
  const { work } = useWork();
  const { session, today } = useOpenWork();
  const { running, begin, end, stop } = useRun();
  const [previews, setPreviews] = useState<readonly MovePreview[] | null>(null);
  const [outcomes, setOutcomes] = useState<ManyMoves['outcomes']>(new Map());
  const [moves] = useState(() => new Map<SpaceId, RecordId>());
  return {
    ...{ running, previews, outcomes, stop },
    look: async (cases) => {
      const options = begin('look', cases.length);
      setOutcomes(new Map());
      const open = (id: SpaceId) => withNewerKeys(work, session, (own) => openCase(own, id));
      const question = { cases, on: today, language, open };
      try {
        setPreviews(await withWorker((compare) => previewMoves({ ...question, compare }, options)));
      } finally {
        end();
      }
    },
    move: async (ids, reason) => {
      const chosen = chosenOf(previews ?? [], ids, moves, () => createId<RecordId>(session.randomBytes));
      const one = (choice: ChosenMove) =>
        withNewerKeys(work, session, async (own) => {
          const moved = await moveOne(own, choice, reason, language);
          if (moved.ok) caseloadStoreOf(work).keep(moved.value, own);
          return moved;
        });
      try {
        const done = await moveEach(chosen, one, begin('move', chosen.length));
        if (done.ok) setOutcomes((before) => new Map([...before, ...done.value]));
      } finally {
        end();
      }
    },
  };
}

/** Lends a worker that compares, and ends it with everything it was told, whatever comes of the work. */
async function withWorker<Value>(work: (compare: Compare) => Promise<Value>): Promise<Value> {
  const { compareAside } = await import('./compare-aside.ts');
  const aside = compareAside();
  try {
    return await work(aside.compare);
  } finally {
    aside.end();
  }
}

interface Run {
  readonly running: ManyMoves['running'];
  begin(what: 'look' | 'move', of: number): ManyOptions;
  end(): void;
  stop(): void;
}

/** What is under way on this screen; it stops when the screen goes. */
function useRun(): Run {
  const [running, setRunning] = useState<ManyMoves['running']>(null);
  const isStopped = useRef(false);
  const stop = useCallback((): void => void (isStopped.current = true), []);
  useEffect(() => stop, [stop]);
  return {
    running,
    stop,
    end: () => setRunning(null),
    begin: (what, of) => {
      isStopped.current = false;
      setRunning({ what, done: 0, of });
      return { onProgress: (done) => setRunning({ what, done, of }), stopped: () => isStopped.current };
    },
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

/** Reads the case anew and moves it, unless its journey was written since it was looked at. */
async function moveOne(
  session: SpaceSession,
  { id, move, to, seen }: ChosenMove,
  reason: string,
  language: string,
): Promise<Result<OpenedCase, CaseRefusal>> {
  const opened = await openCase(session, id);
  if (!opened.ok) return opened;
  const procedures = createProcedures(language);
  return movePacks(session, procedures, opened.value, { id: move, to: [...to], reason, seen });
}
