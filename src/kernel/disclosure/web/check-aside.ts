import { refuse, type AnyRefusal, type Result } from '#platform/base';
import { ownScript } from '#platform/web/state';
import type { DisclosureRefusal } from '../model/disclosure-refusal.ts';
import type { NamedTable } from '../model/join-groups.ts';
import type { Checked, CheckNews, ToCheck } from './to-check.ts';
// oxlint-disable-next-line import/default -- the bundler makes this export
import workerAddress from './check-worker.ts?worker&url';

/** Nobody answers: the worker failed, was ended, or its parts could not be fetched. */
export interface CheckStopped extends AnyRefusal {
  readonly type: 'CheckStopped';
}

/** A check that goes on beside the page. */
export interface RunningCheck {
  readonly answer: Promise<Result<Checked, DisclosureRefusal | CheckStopped>>;
  end(): void;
}

/** Seconds for all of one check (diplomacy, 3.4); what takes longer is not checked, and so may not leave. */
const budget = 60;

/** Checks a table in a worker of its own; `onSolved` hears how many programs were solved. Nothing is sent to any server. */
export function checkAside(table: NamedTable, onSolved: (programs: number) => void): RunningCheck {
  const worker = new Worker(ownScript(workerAddress), { type: 'module' });
  let end = (): void => worker.terminate();
  const answer = new Promise<Result<Checked, DisclosureRefusal | CheckStopped>>((resolve) => {
    const stop = (): void => {
      worker.terminate();
      resolve(refuse<CheckStopped>({ type: 'CheckStopped' }));
    };
    end = stop;
    worker.addEventListener('message', ({ data }: MessageEvent<CheckNews>) => {
      if (data.kind === 'solved') return onSolved(data.programs);
      worker.terminate();
      return resolve(data.answer);
    });
    worker.addEventListener('error', stop);
  });
  const question: ToCheck = { table, seconds: budget };
  worker.postMessage(question);
  return { answer, end: () => end() };
}
