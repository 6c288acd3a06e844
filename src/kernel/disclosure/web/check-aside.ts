import type { Result } from '#platform/base';
import type { DisclosureRefusal } from '../model/disclosure-refusal.ts';
import type { NamedTable } from '../model/join-groups.ts';
import { runAside, type CheckStopped } from './run-aside.ts';
import type { Checked, ToCheck } from './to-check.ts';
// oxlint-disable-next-line import/default -- the bundler makes this export
import workerAddress from './check-worker.ts?worker&url';

/** A check that goes on beside the page. */
export interface RunningCheck {
  readonly answer: Promise<Result<Checked, DisclosureRefusal | CheckStopped>>;
  end(): void;
}

/** Seconds for all of one check (diplomacy, 3.4); what takes longer is not checked, and so may not leave. */
const budget = 60;
/** Seconds besides for fetching the solver on a slow line, and for a second try. */
const around = 60;

/** Checks a table in a worker of its own; `onSolved` hears how many programs were solved. Nothing is sent to any server. */
export function checkAside(table: NamedTable, onSolved: (programs: number) => void): RunningCheck {
  const question: ToCheck = { table, seconds: budget };
  const { answer, end } = runAside<Result<Checked, DisclosureRefusal>>({
    ...{ script: workerAddress, question, seconds: budget + around, onProgress: onSolved },
  });
  return { answer: answer.then((found) => (found.ok ? found.value : found)), end };
}
