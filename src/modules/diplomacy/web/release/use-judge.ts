import { useEffect, useRef, useState } from 'react';
import type { AnyRefusal } from '#platform/base';
import { judgeAside, type JudgedAside, type RunningJudge } from '#kernel/disclosure/web';

/** How far an attack on a release is. What could not be checked is refused, whatever the reason. */
export type JudgeState =
  | { readonly state: 'none' }
  | { readonly state: 'judging'; readonly programs: number }
  | { readonly state: 'judged'; readonly found: JudgedAside }
  | { readonly state: 'refused'; readonly refusal: AnyRefusal };

/** Attacks one release at a time, in a worker that ends with the page. */
export function useJudge() {
  const [state, setState] = useState<JudgeState>({ state: 'none' });
  const running = useRef<RunningJudge | null>(null);
  useEffect(() => () => running.current?.end(), []);
  const forget = (): void => {
    running.current?.end();
    running.current = null;
    setState({ state: 'none' });
  };
  const begin = async (asked: Parameters<typeof judgeAside>[0]): Promise<void> => {
    running.current?.end();
    setState({ state: 'judging', programs: 0 });
    const judge = judgeAside(asked, (programs) => {
      if (running.current === judge) setState({ state: 'judging', programs });
    });
    running.current = judge;
    const answer = await judge.answer;
    // Another attack, or none, is wanted by now.
    if (running.current !== judge) return;
    running.current = null;
    setState(answer.ok ? { state: 'judged', found: answer.value } : { state: 'refused', refusal: answer.refusal });
  };
  return { state, begin, forget, stop: () => running.current?.end() };
}
