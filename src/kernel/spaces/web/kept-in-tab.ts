import type { OpenWork, Work } from './work.ts';

/** State in the memory of one tab, empty again the moment keys are dropped. */
export interface KeptInTab<State> {
  read(): State;
  subscribe(listener: () => void): () => void;
  change(next: State): void;
  /**
   * What is open now, and a `change` for answers that are still under way: it does nothing once these keys were dropped,
   * even when somebody has unlocked since. Null when the tab is locked.
   */
  whileOpen(): { readonly open: OpenWork; change(next: State): void } | null;
}

/** Keeps `empty` until it is changed, and again after keys are dropped. */
export function keepInTab<State>(work: Work, empty: State): KeptInTab<State> {
  const listeners = new Set<() => void>();
  let state = empty;
  let dropped = 0;
  const change = (next: State): void => {
    state = next;
    for (const listener of [...listeners]) listener();
  };
  work.onDrop(() => {
    dropped += 1;
    change(empty);
  });
  return {
    read: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change,
    whileOpen: () => {
      const at = work.state();
      if (at.at !== 'open') return null;
      const since = dropped;
      return {
        open: at.work,
        change: (next) => {
          if (dropped === since) change(next);
        },
      };
    },
  };
}
