import type { Bootstrap } from './bootstrap-estimate.ts';
import type { Estimate } from './estimate.ts';

/** A method as a question names it (`baken stats estimate`). */
export type NamedMethod =
  { readonly method: 'main' | 'best-bic' } | { readonly method: 'forward-aic' | 'stepwise'; readonly p: number };

/** What is asked: a table of lists, the methods, and how often it is drawn again, by which of them. */
export interface ToEstimate {
  readonly lists: readonly string[];
  /** For each combination 0 or 1 for each list, then how many people. */
  readonly rows: readonly (readonly number[])[];
  readonly models: readonly NamedMethod[];
  readonly bootstrap: { readonly model: NamedMethod; readonly draws: number; readonly seed: number } | null;
}

/** What came out. The same question gives the same digits. */
export interface Estimated {
  readonly estimate: Estimate;
  readonly bootstrap: Bootstrap | null;
  /** What worked it out: the version of the method and the solver. */
  readonly code: string;
}
