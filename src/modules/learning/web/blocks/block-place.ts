/** What a block needs of the scene around it. */
export interface BlockPlace {
  /** Decides the order of options; the same for one attempt everywhere. */
  readonly seed: string;
  /** Every answer that was kept here, oldest first. */
  readonly answers: readonly (readonly string[])[];
  readonly shown: boolean;
  answered(options: readonly string[]): void;
  showed(): void;
}

/** The last answer that was kept at a place; null before the first. */
export function lastAnswer({ answers }: Pick<BlockPlace, 'answers'>): readonly string[] | null {
  return answers.at(-1) ?? null;
}
