import type { ReactNode } from 'react';

/** What a block needs of the scene around it. */
export interface BlockPlace {
  /** Decides the order of options; the same for one attempt everywhere. */
  readonly seed: string;
  /** The last answer that was checked here; null before the first. */
  readonly answer: readonly string[] | null;
  readonly shown: boolean;
  /** Draws the mark of a source. */
  readonly mark: (source: string) => ReactNode;
  answered(options: readonly string[]): void;
  showed(): void;
}
