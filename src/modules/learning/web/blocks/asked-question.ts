import type { BlockOf } from '../../model/open/release/released-block.ts';

/** A question being answered: what is chosen now, and what was checked last. */
export interface AskedQuestion {
  readonly question: BlockOf<'check'>;
  readonly seed: string;
  readonly chosen: readonly string[];
  /** The answer that is explained; null before it was checked. */
  readonly checked: readonly string[] | null;
  /** Whether nothing can be chosen any more. */
  readonly closed: boolean;
  onChoose(chosen: readonly string[]): void;
}
