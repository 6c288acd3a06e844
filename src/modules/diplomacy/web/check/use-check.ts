import { useEffect, useRef, useState } from 'react';
import type { NamedTable } from '#kernel/disclosure';
import { checkAside, type Checked, type RunningCheck } from '#kernel/disclosure/web';

/** How far a check is. A table that could not be checked may not leave, whatever the reason. */
export type CheckState =
  | { readonly state: 'none' | 'stopped' | 'not-checked' }
  | { readonly state: 'checking'; readonly programs: number }
  | { readonly state: 'checked'; readonly found: Checked };

/** Checks one table at a time, in a worker that ends with the page. */
export function useCheck() {
  const [state, setState] = useState<CheckState>({ state: 'none' });
  const running = useRef<RunningCheck | null>(null);
  useEffect(() => () => running.current?.end(), []);
  const forget = (): void => {
    running.current?.end();
    running.current = null;
    setState({ state: 'none' });
  };
  const begin = async (table: NamedTable): Promise<void> => {
    running.current?.end();
    setState({ state: 'checking', programs: 0 });
    const check = checkAside(table, (programs) => {
      if (running.current === check) setState({ state: 'checking', programs });
    });
    running.current = check;
    const answer = await check.answer;
    // Another check, or none, is wanted by now.
    if (running.current !== check) return;
    running.current = null;
    if (answer.ok) setState({ state: 'checked', found: answer.value });
    else setState({ state: answer.refusal.type === 'CheckStopped' ? 'stopped' : 'not-checked' });
  };
  return { state, begin, forget, stop: () => running.current?.end() };
}
