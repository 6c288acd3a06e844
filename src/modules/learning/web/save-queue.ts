/** Whether what was done is kept: not yet anything, being kept, kept at a time, or not kept although it should be. */
export type Keeping = { readonly at: 'nothing' | 'keeping' | 'failed' } | { readonly at: 'kept'; readonly when: Date };

/** Keeps one thing after the other. */
export interface SaveQueue {
  /** `save` may be called again when it failed. */
  add(save: () => Promise<unknown>): void;
  /** For what failed before. */
  tryAgain(): void;
  /** Drops what waits; what is being kept at this moment is not stopped. */
  clear(): void;
}

/**
 * Keeps everything in its turn, and tells how it stands. What failed stays first and is tried again with whatever comes next: it is
 * told that something is not kept for as long as one thing is not, whatever else was kept meanwhile.
 */
export function createSaveQueue(tell: (keeping: Keeping) => void, now: () => Date): SaveQueue {
  const waiting: (() => Promise<unknown>)[] = [];
  let running = false;
  // Stays until nothing waits: in between something is still not kept.
  let failing = false;
  const run = async (): Promise<void> => {
    if (running) return;
    running = true;
    let kept = true;
    for (let save = waiting[0]; kept && save !== undefined; save = waiting[0]) {
      kept = await save().then(
        () => true,
        () => false,
      );
      // What was dropped meanwhile is not taken out again.
      if (kept && waiting[0] === save) waiting.shift();
    }
    running = false;
    failing = !kept;
    tell(failing ? { at: 'failed' } : { at: 'kept', when: now() });
  };
  return {
    add: (save) => {
      waiting.push(save);
      if (!failing) tell({ at: 'keeping' });
      void run();
    },
    tryAgain: () => {
      if (waiting.length > 0) void run();
    },
    clear: () => {
      waiting.length = 0;
    },
  };
}
