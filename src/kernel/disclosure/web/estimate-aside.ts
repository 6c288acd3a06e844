import type { Result } from '#platform/base';
import type { DisclosureRefusal } from '../model/disclosure-refusal.ts';
import type { Estimated, ToEstimate } from '../model/estimate/to-estimate.ts';
import { runAside, type CheckStopped } from './run-aside.ts';
// oxlint-disable-next-line import/default -- the bundler makes this export
import workerAddress from './estimate-worker.ts?worker&url';

/** An estimate that goes on beside the page. */
export interface RunningEstimate {
  readonly answer: Promise<Result<Estimated, DisclosureRefusal | CheckStopped>>;
  end(): void;
}

/** Seconds after which nobody waits any more: ten thousand tables of ten lists take long, and whoever waits sees how far it is and can stop. */
const longest = 3600;

/** Estimates in a worker of its own; `onDrawn` hears how many tables were drawn again. Nothing is sent to any server. */
export function estimateAside(question: ToEstimate, onDrawn: (done: number) => void): RunningEstimate {
  const { answer, end } = runAside<Result<Estimated, DisclosureRefusal>>({
    ...{ script: workerAddress, question, seconds: longest, onProgress: onDrawn },
  });
  return { answer: answer.then((found) => (found.ok ? found.value : found)), end };
}
