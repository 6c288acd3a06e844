import type { Range } from './count-rule.ts';

/** A published number about a group: which atoms it counts, how it was written, and what that proves. */
export interface ReleasedFigure {
  readonly name: string;
  readonly atoms: readonly string[];
  /** As it stands in print; null for knowledge that is no single number. */
  readonly text: string | null;
  readonly range: Range;
}

/** Figures that became known together. */
export interface Release {
  readonly name: string;
  readonly figures: readonly ReleasedFigure[];
}

/** A group that nobody may be found in. */
export interface Target {
  readonly name: string;
  readonly atoms: readonly string[];
  /** Only those of them who are in another group too, by each larger group that both divide; all of them where this is left out. */
  readonly common?: readonly CommonCell[];
  /** Several hidden groups together: that somebody is in one of them says nothing, but their number must not be known nearly exactly. */
  readonly isHeldNarrow?: true;
}

/** Two groups of different tables within a larger one that both divide. */
export interface CommonCell {
  readonly atoms: readonly string[];
  /** The second group, by the atoms of its own table. */
  readonly others: readonly string[];
  /** The larger one, by the atoms of the first. */
  readonly around: readonly string[];
}

/** How a stranger would work a target out: the fewest figures that prove as much, and the steps in words. */
export interface Explanation {
  readonly target: string;
  readonly range: Range;
  /** The figures that prove it, as they stand in print. */
  readonly proof: readonly ReleasedFigure[];
  /** Their names. */
  readonly figures: readonly string[];
  /** The steps in English, for the command line. */
  readonly text: string;
}
