import type { RecordId, SpaceId } from '#platform/base';
import type { CaseRefusal, MovePreview } from '#modules/casework/client';

/** What a run does with one case after another. */
export type RunKind = 'look' | 'move' | 'back';

/** How far a run is. */
export interface Running {
  readonly what: RunKind;
  readonly done: number;
  readonly of: number;
}

/** What became of one case since it was looked at. */
export type MoveOutcome =
  | { readonly at: 'moved' | 'moved-back' }
  | { readonly at: 'not-moved' | 'not-moved-back'; readonly refusal: CaseRefusal };

/** What became of a run as a whole. */
export interface RunOutcome {
  /** Counts runs, so that two which came to the same are still told apart. */
  readonly run: number;
  readonly what: 'move' | 'back';
  readonly done: number;
  readonly refused: number;
  /** Not reached, since somebody stopped it. */
  readonly left: number;
}

/** A case that a run moved: its move, and the id under which that is taken back once. */
export interface MovedCase {
  readonly id: SpaceId;
  readonly move: RecordId;
  readonly back: RecordId;
}

/** Compared, and neither moved nor moved back since: its comparison still holds as far as this device knows. */
export function mayBeChosen({ at }: MovePreview, outcome: MoveOutcome | undefined): boolean {
  return at === 'compared' && (outcome === undefined || outcome.at === 'not-moved');
}

/** After trying to take a move back: not reached, or refused for something that may pass. */
export function isStillToTakeBack(refusal: CaseRefusal | null | undefined): boolean {
  return refusal === undefined || (refusal !== null && refusal.type !== 'Stale');
}
