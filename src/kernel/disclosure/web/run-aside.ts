import { ok, refuse, type AnyRefusal, type Result } from '#platform/base';
import { ownScript } from '#platform/web/state';

/** Nobody answers: the worker failed twice, was ended, or its parts could not be fetched. */
export interface CheckStopped extends AnyRefusal {
  readonly type: 'CheckStopped';
}

/** Work that goes on beside the page. */
export interface Aside<Answer> {
  readonly answer: Promise<Result<Answer, CheckStopped>>;
  end(): void;
}

/** What a worker says: how far it is, what it found, or that the solver threw. */
export type AsideNews<Answer> =
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'failed' };

export interface AsideWork {
  /** The script of the worker, as the bundler names it. */
  readonly script: string;
  readonly question: unknown;
  /** Seconds after which nobody waits any more; the worker has a clock of its own that should end before. */
  readonly seconds: number;
  readonly onProgress: (done: number) => void;
}

/** A solver whose WebAssembly threw is not asked again: a new one is, once (diplomacy, 3.4). */
const attempts = 2;

/** Asks a question in a worker that is ended afterwards, whatever comes of it. Nothing is sent to any server. */
export function runAside<Answer>({ script, question, seconds, onProgress }: AsideWork): Aside<Answer> {
  let end = (): void => undefined;
  const answer = new Promise<Result<Answer, CheckStopped>>((resolve) => {
    const begin = (left: number): void => {
      const worker = new Worker(ownScript(script), { type: 'module' });
      const finish = (found: Result<Answer, CheckStopped>): void => {
        clearTimeout(timer);
        worker.terminate();
        resolve(found);
      };
      const again = (): void => {
        clearTimeout(timer);
        worker.terminate();
        if (left > 1) begin(left - 1);
        else resolve(refuse<CheckStopped>({ type: 'CheckStopped' }));
      };
      // A worker that hangs, or whose solver never comes, does not answer its own clock.
      const timer = setTimeout(() => finish(refuse<CheckStopped>({ type: 'CheckStopped' })), seconds * 1000);
      end = () => finish(refuse<CheckStopped>({ type: 'CheckStopped' }));
      worker.addEventListener('message', ({ data }: MessageEvent<AsideNews<Answer>>) => {
        if (data.kind === 'progress') onProgress(data.done);
        else if (data.kind === 'answer') finish(ok(data.answer));
        else again();
      });
      worker.addEventListener('error', again);
      worker.postMessage(question);
    };
    begin(attempts);
  });
  return { answer, end: () => end() };
}
