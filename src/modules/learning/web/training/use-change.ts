import { useState } from 'react';

type Answer = { readonly ok: true } | { readonly ok: false; readonly refusal: { readonly type: string } };

/** One change at a time: whether it runs, and why the last one was refused. */
export function useChange(onDone: () => void) {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const run = async (change: () => Promise<Answer>): Promise<void> => {
    setBusy(true);
    const answer = await change();
    setBusy(false);
    setRefused(answer.ok ? null : answer.refusal.type);
    if (answer.ok) onDone();
  };
  return { busy, refused, setRefused, run };
}
