import type { Result } from '#platform/base';
import type { DisclosureRefusal } from '../model/disclosure-refusal.ts';
import { runAside, type CheckStopped } from './run-aside.ts';
import type { JudgeAnswer, JudgedAside, ToJudge } from './to-judge.ts';
// oxlint-disable-next-line import/default -- the bundler makes this export
import workerAddress from './judge-worker.ts?worker&url';

/** An attack on a release that goes on beside the page. */
export interface RunningJudge {
  readonly answer: Promise<Result<JudgedAside, DisclosureRefusal | CheckStopped>>;
  end(): void;
}

/** Seconds for one attack with its ways out (diplomacy, 3.4); what takes longer is not checked, and so not released. */
const budget = 60;
/** Seconds besides for fetching the solver on a slow line, and for a second try. */
const around = 60;

/**
 * Attacks a proposed release with the whole ledger in a worker of its own; `onSolved` hears how many programs were solved. Nothing is sent to any
 * server.
 */
export function judgeAside(
  asked: Omit<ToJudge, 'seconds'>,
  onSolved: (programs: number) => void = () => undefined,
): RunningJudge {
  const question: ToJudge = { ...asked, seconds: budget };
  const { answer, end } = runAside<JudgeAnswer>({
    ...{ script: workerAddress, question, seconds: budget + around, onProgress: onSolved },
  });
  return { answer: answer.then((found) => (found.ok ? found.value : found)), end };
}
