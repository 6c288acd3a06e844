import type { RecordId, Result } from '#platform/base';
import type { SpaceSession } from '#kernel/spaces/client';
import type { Work } from '#kernel/spaces/web';
import { dropDraft, keepDraft, type CaseRefusal, type OpenedCase } from '#modules/casework/client';
import { attempt } from './attempt.ts';
import { caseloadStoreOf } from './caseload-store.ts';
import type { FormValues } from './merge-values.ts';
import { tidyText } from './tidy-text.ts';
import type { Caret } from './use-caret.ts';

/** Milliseconds after the last key until what was typed is sealed (casework design, 1.3). */
const sealAfter = 2_000;
/** Milliseconds until sealing is tried again when there was no connection. */
const tryAgainAfter = 10_000;

/** The form whose text is sealed. */
export interface FormToSeal {
  readonly opened: OpenedCase;
  readonly form: string;
  readonly of: RecordId | null;
  readonly baseVersion: number;
  readonly id: RecordId;
  readonly caret: () => Caret | null;
}

/** Seals the text of one form while it is typed. */
export interface Sealer {
  /** Hears what differs from the beginning; sealed when typing pauses, the page is hidden, left or locked. */
  typed(changed: FormValues): void;
  /** Stops sealing while something is saved, and waits for what is under way. */
  pause(): Promise<void>;
  /** Stops sealing and takes away what was kept. */
  drop(opened: OpenedCase): void;
  /** Takes over a newer state of the case. */
  see(opened: OpenedCase): void;
  /** Listens for what ends the form; the answer stops listening and seals what is left. */
  start(): () => void;
}

type Act = (opened: OpenedCase) => Promise<Result<OpenedCase, CaseRefusal>>;

interface Held {
  opened: OpenedCase;
  waiting: FormValues | null;
  timer: ReturnType<typeof setTimeout> | undefined;
  busy: Promise<void>;
  gone: boolean;
}

/** Makes the sealer of one form; `tell` hears whether what is typed now is sealed. */
export function createSealer(
  work: Work,
  session: SpaceSession,
  subject: FormToSeal,
  tell: (sealed: boolean) => void,
): Sealer {
  const { opened } = subject;
  const held: Held = { opened, waiting: null, timer: undefined, busy: Promise.resolve(), gone: false };
  const queue = (act: Act, values: FormValues | null): void => {
    held.busy = held.busy.then(async () => {
      // What fails once keeps nothing from being sealed or saved after it.
      const isDone = (await attempt(() => write(work, session, held, act))) === true;
      if (held.gone) return;
      tell(isDone && values !== null && held.waiting === null);
      if (isDone || values === null || held.waiting !== null) return;
      // No connection: what is typed waits here, and is tried again.
      held.waiting = values;
      held.timer = setTimeout(seal, tryAgainAfter);
    });
  };
  const seal = (): void => {
    const { waiting } = held;
    stop(held);
    if (waiting !== null) queue(sealing(session, subject, waiting), waiting);
  };
  const typed = (changed: FormValues): void => {
    stop(held);
    held.waiting = changed;
    tell(false);
    held.timer = setTimeout(seal, sealAfter);
  };
  const pause = (): Promise<void> => {
    stop(held);
    return held.busy;
  };
  const drop = (newest: OpenedCase): void => {
    stop(held);
    see(held, newest);
    queue((current) => dropDraft(session, current, subject.form), null);
  };
  return { typed, pause, drop, see: (newest) => see(held, newest), start: () => listen(work, held, seal) };
}

function see(held: Held, opened: OpenedCase): void {
  if (opened.space.log.seq > held.opened.space.log.seq) held.opened = opened;
}

async function write(work: Work, session: SpaceSession, held: Held, act: Act): Promise<boolean> {
  const done = await act(held.opened);
  if (!done.ok) return false;
  see(held, done.value);
  caseloadStoreOf(work).keep(done.value, session);
  return true;
}

function stop(held: Held): void {
  clearTimeout(held.timer);
  held.waiting = null;
}

function sealing(session: SpaceSession, { form, of, baseVersion, id, caret }: FormToSeal, waiting: FormValues): Act {
  const values = Object.fromEntries(
    Object.entries(waiting).map(([field, value]) => [field, typeof value === 'string' ? tidyText(value) : value]),
  );
  if (Object.keys(values).length === 0) return (opened) => dropDraft(session, opened, form);
  return (opened) => keepDraft(session, opened, { form, of, baseVersion, id, values, caret: caret() });
}

/** Hidden, locked or left: sealed at once. Somebody who leaves quickly is being watched, so nothing is sent then. */
function listen(work: Work, held: Held, seal: () => void): () => void {
  held.gone = false;
  const hide = (): void => {
    if (document.hidden) seal();
  };
  document.addEventListener('visibilitychange', hide);
  const forget = work.onDrop((reason) => {
    if (reason === 'left-quickly' || reason === 'session-lost') stop(held);
    seal();
  });
  return () => {
    document.removeEventListener('visibilitychange', hide);
    forget();
    held.gone = true;
    seal();
  };
}
