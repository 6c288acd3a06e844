import type { Result } from '#platform/base';
import { releasedPacks, type AnswerDifference } from '#kernel/procedures';
import type { CaseRefusal, Compare } from '#modules/casework/client';
import { ownScript } from '#platform/web/state';
import type { ToCompare } from './to-compare.ts';
// oxlint-disable-next-line import/default -- the bundler makes this export
import workerAddress from './compare-worker.ts?worker&url';

interface Said {
  readonly at: number;
  readonly answer: Result<readonly AnswerDifference[], CaseRefusal>;
}

const interrupted: Said['answer'] = { ok: false, refusal: { type: 'Interrupted' } };

/** A worker of our own that compares; ended by who began it, with everything it was told. */
export interface ComparingWorker {
  readonly compare: Compare;
  end(): void;
}

/** Begins a worker that has the packs of this device, so that the page stays alive while many cases are compared. */
export function compareAside(): ComparingWorker {
  const worker = new Worker(ownScript(workerAddress), { type: 'module' });
  const waiting = new Map<number, (answer: Said['answer']) => void>();
  let asked = 0;
  const tell = (said: ToCompare): void => worker.postMessage(said);
  let ended = false;
  const end = (): void => {
    ended = true;
    worker.terminate();
    for (const answer of waiting.values()) answer(interrupted);
    waiting.clear();
  };
  worker.addEventListener('message', ({ data: { at, answer } }: MessageEvent<Said>) => {
    waiting.get(at)?.(answer);
    waiting.delete(at);
  });
  worker.addEventListener('error', end);
  tell({ kind: 'packs', packs: releasedPacks });
  return {
    compare: (question) =>
      new Promise((resolve) => {
        // A worker that failed answers nobody any more.
        if (ended) return resolve(interrupted);
        asked += 1;
        waiting.set(asked, resolve);
        return tell({ kind: 'question', at: asked, question });
      }),
    end,
  };
}
