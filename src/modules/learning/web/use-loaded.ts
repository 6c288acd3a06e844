import { useCallback, useEffect, useState } from 'react';

/** What the server says, asked again after every change. */
export interface Loaded<Value> {
  readonly found: Value | null;
  readonly refused: string | null;
  readonly reload: () => void;
}

type Answer<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: { readonly type: string } };

/** Asks when a page is shown, and again after every change; `ask` must stay the same while its question does. */
export function useLoaded<Value>(ask: () => Promise<Answer<Value>>): Loaded<Value> {
  const [found, setFound] = useState<Value | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [loads, setLoads] = useState(0);
  const reload = useCallback(() => setLoads((count) => count + 1), []);
  useEffect(() => {
    let wanted = true;
    void ask().then((answer) => {
      if (!wanted) return;
      if (answer.ok) setFound(answer.value);
      setRefused(answer.ok ? null : answer.refusal.type);
    });
    return () => {
      wanted = false;
    };
  }, [ask, loads]);
  return { found, refused, reload };
}
