import { useEffect, useRef, useState } from 'react';

/** Somebody who stops typing for so long has said something, in milliseconds. */
const pause = 1_500;

/** What is being typed; it is said when somebody pauses, or goes elsewhere. `kept` is what was said last. */
export function useTyped(kept: string, say: (text: string) => Promise<void> | void) {
  const [typed, setTyped] = useState<string | null>(null);
  const latest = useRef({ typed, kept, say });
  useEffect(() => {
    latest.current = { typed, kept, say };
  });
  const commit = async (): Promise<void> => {
    const { typed: now, kept: before, say: tell } = latest.current;
    if (now !== null && now.trimEnd() !== before.trimEnd()) await tell(now);
  };
  useEffect(() => {
    if (typed === null) return undefined;
    const timer = setTimeout(() => void commit(), pause);
    return () => clearTimeout(timer);
    // Counts from the last letter alone; `commit` reads what is latest.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [typed]);
  // Also whoever goes to another page has said it.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  useEffect(() => () => void commit(), []);
  const done = async (): Promise<void> => {
    await commit();
    // What was typed meanwhile is not said yet.
    setTyped((now) => (now === typed ? null : now));
  };
  return { text: typed ?? kept, type: setTyped, done: () => void done() };
}
