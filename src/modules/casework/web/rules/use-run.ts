import { useCallback, useEffect, useRef, useState } from 'react';
import type { ManyOptions } from '#modules/casework/client';
import type { RunKind, Running } from './many-moves.ts';

/** What is under way on a screen, one at a time. */
export interface Run {
  readonly running: Running | null;
  /** Does work that tells how far it is and asks whether to go on. */
  within<Value>(what: RunKind, of: number, work: (options: ManyOptions) => Promise<Value>): Promise<Value>;
  /** Ends it after the case that is under way. */
  stop(): void;
}

/** What is under way on this screen; it stops when the screen goes. */
export function useRun(): Run {
  const [running, setRunning] = useState<Running | null>(null);
  const isStopped = useRef(false);
  const stop = useCallback((): void => void (isStopped.current = true), []);
  useEffect(() => stop, [stop]);
  return {
    running,
    stop,
    within: async (what, of, work) => {
      isStopped.current = false;
      setRunning({ what, done: 0, of });
      const onProgress = (done: number): void => setRunning({ what, done, of });
      try {
        return await work({ onProgress, stopped: () => isStopped.current });
      } finally {
        setRunning(null);
      }
    },
  };
}
