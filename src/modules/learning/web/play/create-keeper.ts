import { fitsCaps, type ScormValues } from '../../model/open/play/scorm-values.ts';

type Kept =
  | { readonly ok: true; readonly value: { readonly version: number } }
  | { readonly ok: false; readonly refusal: { readonly type: string } };

/** How keeping stands: all is kept, something is on its way or waits for a connection, or nothing more is taken. */
export type KeepingState =
  | { readonly at: 'kept' | 'keeping' | 'waiting' }
  /** `why` is the refusal. */
  | { readonly at: 'stopped'; readonly why: string };

/** What a keeper keeps, with what, and who hears of it. */
export interface KeeperParts {
  /** The version that was kept before. */
  readonly version: number;
  readonly keep: (version: number, values: ScormValues) => Promise<Kept>;
  readonly onState: (state: KeepingState) => void;
  /** Runs something after so many milliseconds. */
  readonly later: (milliseconds: number, run: () => void) => void;
}

/** Sends the newest values, one version after the other. */
export interface Keeper {
  /** Something changed: it is sent after so many milliseconds, together with what comes meanwhile. */
  change(milliseconds: number): void;
  /** Keeps what is not kept; fulfilled once it is, or once it is known that it will not be. */
  flush(): Promise<void>;
  isStopped(): boolean;
}

const pause = 300;
const retry = 5_000;

/** Passing: the server or the way there was not to be reached. All else is an answer. */
const passing: readonly string[] = ['Unreachable', 'Interrupted', 'AnswerInvalid', 'TooManyTries', 'StorageFull'];

/** Keeps what `read` tells, at most one call at a time; stops for good where the server takes no more from this opening. */
export function createKeeper(read: () => ScormValues, { keep, onState, later, ...parts }: KeeperParts): Keeper {
  let { version } = parts;
  let [dirty, stopped] = [false, false];
  let saving: Promise<void> | null = null;
  const saveOnce = async (): Promise<void> => {
    const values = read();
    dirty = false;
    onState({ at: 'keeping' });
    const answer = fitsCaps(values) ? await keep(version, values) : tooLarge;
    if (answer.ok) {
      ({ version } = answer.value);
      return onState({ at: dirty ? 'keeping' : 'kept' });
    }
    dirty = true;
    stopped = !passing.includes(answer.refusal.type);
    onState(stopped ? { at: 'stopped', why: answer.refusal.type } : { at: 'waiting' });
    if (!stopped) plan(retry);
  };
  const save = (): Promise<void> => {
    saving ??= saveOnce().finally(() => (saving = null));
    return saving;
  };
  const plan = createPlan(later, () => {
    if (dirty && !stopped) void save().then(() => dirty && !stopped && plan(pause));
  });
  return {
    change: (milliseconds) => {
      dirty = true;
      if (!stopped) onState({ at: 'keeping' });
      plan(milliseconds);
    },
    flush: async () => {
      await saving;
      if (dirty && !stopped) await save();
    },
    isStopped: () => stopped,
  };
}

/** Runs something later, once, however often it is asked for meanwhile. */
function createPlan(later: KeeperParts['later'], run: () => void): (milliseconds: number) => void {
  let planned = false;
  return (milliseconds) => {
    if (planned) return;
    planned = true;
    later(milliseconds, () => {
      planned = false;
      run();
    });
  };
}

const tooLarge: Kept = { ok: false, refusal: { type: 'TooLarge' } };
