/** What was done at a block, and how more of it is kept. */
export interface BlockProgress {
  /** Decides the order of options; the same for one attempt everywhere. */
  readonly seed: string;
  /** Every answer that was kept here, oldest first. */
  readonly answers: readonly (readonly string[])[];
  readonly shown: boolean;
  /** Ids of what was shown last, where nothing was answered since; else null. */
  readonly shownLast: readonly string[] | null;
  answered(options: readonly string[]): void;
  /** The solution was shown; `options` says of what, where there is more than one. */
  showed(options?: readonly string[]): void;
}

/** The last answer that was kept of a block; null before the first. */
export function lastAnswer({ answers }: Pick<BlockProgress, 'answers'>): readonly string[] | null {
  return answers.at(-1) ?? null;
}
