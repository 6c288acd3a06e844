import { useEffect, useRef, useState } from 'react';
import type { AnyRefusal, Result } from '#platform/base';

/** Work in a worker beside the page, that can be ended. */
interface RunningAside<Found> {
  readonly answer: Promise<Result<Found, AnyRefusal>>;
  end(): void;
}

/** How far work beside the page is; `done` counts what it tells of its progress. */
export type AsideState<Found> =
  | { readonly state: 'none' }
  | { readonly state: 'running'; readonly done: number }
  | { readonly state: 'refused'; readonly refusal: AnyRefusal }
  | { readonly state: 'found'; readonly found: Found };

/** Does one such work at a time; it ends with the page. What another begin or `forget` has overtaken is not told. */
export function useAside<Asked, Found>(
  begin: (asked: Asked, onProgress: (done: number) => void) => RunningAside<Found>,
) {
  const [state, setState] = useState<AsideState<Found>>({ state: 'none' });
  const running = useRef<RunningAside<Found> | null>(null);
  useEffect(() => () => running.current?.end(), []);
  const forget = (): void => {
    running.current?.end();
    running.current = null;
    setState({ state: 'none' });
  };
  const start = async (asked: Asked): Promise<void> => {
    running.current?.end();
    setState({ state: 'running', done: 0 });
    const work = begin(asked, (done) => {
      if (running.current === work) setState({ state: 'running', done });
    });
    running.current = work;
    const answer = await work.answer;
    if (running.current !== work) return;
    running.current = null;
    setState(answer.ok ? { state: 'found', found: answer.value } : { state: 'refused', refusal: answer.refusal });
  };
  return { state, begin: (asked: Asked) => void start(asked), forget, stop: () => running.current?.end() };
}
