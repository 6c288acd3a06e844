import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { createTurns } from '#platform/base';
import { useOnline } from '#platform/web/state';
import type { ReleasedCourse } from '../../model/open/release/released-course.ts';
import type { AttemptEvent } from '../../model/open/attempt/attempt-event.ts';
import { createIndexedAttemptStore } from '../attempt-store.ts';
import { createKnownMemory } from './known-memory.ts';
import type { KnownLearner } from './learner-calls.ts';

/** Whether, and for whom, this browser is counted. */
export interface Counted {
  /** Null for whoever gave no code, and until the server has answered. */
  readonly known: KnownLearner | null;
  /** Steps that the server does not hold yet, of a browser that is counted. */
  readonly waiting: number;
  /** Gives a code; tells why it opens nothing. */
  join(code: string): Promise<string | null>;
  /** Takes back everything that was sent; false where the server could not be reached, so that it is there still. */
  takeBack(): Promise<boolean>;
}

interface SentRun {
  readonly name: string;
  readonly events: readonly AttemptEvent[];
  /** Goes on under another name: the server knows this one as somebody else's. */
  rename(): void;
  /** Joins what other browsers of this learner did. */
  takeIn(name: string, steps: readonly Omit<AttemptEvent, 'attempt'>[]): void;
}

const store = createIndexedAttemptStore();
const memory = createKnownMemory();
const calls = async () => (await import('./learner-calls.ts')).learnerCalls;
/** As many steps as one request takes. */
const most = 200;
/** After a request that nothing came of. */
const againMilliseconds = 20_000;

/**
 * Sends the steps of a run for whoever gave the code of an organisation, in turn, until the server holds all of them. Nothing is
 * lost when it does not answer: the steps lie on the device, and are sent again with the next one, or when there is a connection.
 */
export function useCounted(course: Pick<ReleasedCourse, 'id' | 'language'>, attempt: SentRun): Counted {
  const { id, language } = course;
  const { known, setKnown, read } = useKnown(id);
  const counted = known !== null && known.organisation !== null;
  const waiting = useSending({ course: id, language, attempt, known: counted ? known : null, setKnown });
  useFetching(counted ? known : null, attempt);
  const join = async (code: string): Promise<string | null> => {
    const answer = await reached(async () => (await calls()).join(code));
    if (answer === null) return 'Unreachable';
    if (!answer.ok) return answer.refusal.type;
    await store.setCounted(true).catch(() => undefined);
    await read();
    return null;
  };
  const takeBack = async (): Promise<boolean> => {
    // Where the browser cannot say whether it was counted, it asks: taking back what is not there changes nothing.
    if (known === null && !(await store.isCounted().catch(() => true))) return true;
    const answer = await reached(async () => (await calls()).takeBack());
    if (!answer?.ok) return false;
    await store.setCounted(false).catch(() => undefined);
    setKnown(null);
    await memory.keep(id, null).catch(() => undefined);
    await memory.keepReceipt(id, null).catch(() => undefined);
    return true;
  };
  return { known: counted ? known : null, waiting, join, takeBack };
}

/**
 * What the server says of this browser, asked as soon as there is a connection; until then what it said last, so that a module without
 * a connection shows the numbers of the organisation.
 */
function useKnown(course: string) {
  const [known, setAny] = useState<KnownLearner | null>(null);
  const [isFresh, setFresh] = useState(false);
  const online = useOnline();
  const setKnown = useCallback(
    (next: KnownLearner | null): void => {
      setAny(next);
      setFresh(next !== null);
      if (next !== null) void memory.keep(course, next.organisation === null ? null : next).catch(() => undefined);
    },
    [course],
  );
  const read = useCallback(async (): Promise<boolean> => {
    const answer = await (await calls()).read(course);
    if (answer.ok) setKnown(answer.value);
    return answer.ok;
  }, [course, setKnown]);
  useEffect(() => {
    if (isFresh) return;
    const takeUp = async (): Promise<void> => {
      if (!(await store.isCounted())) return;
      const kept = await memory.find(course);
      // A browser that believes to have a connection may have none.
      if (!online || (await reached(read)) !== true) setAny((before) => before ?? kept);
    };
    const again = setInterval(() => void takeUp().catch(() => undefined), againMilliseconds);
    takeUp().catch(() => undefined);
    return () => clearInterval(again);
  }, [read, course, isFresh, online]);
  return { known, setKnown, read };
}

/** What a call answers; null where even its code could not be fetched, as without a connection. */
async function reached<Answer>(call: () => Promise<Answer>): Promise<Answer | null> {
  try {
    return await call();
  } catch {
    return null;
  }
}

/** Fetches what another browser of this learner did of the same run, once for each time the server says that there is more than is here. */
function useFetching(known: KnownLearner | null, attempt: SentRun): void {
  const there = known?.attempt ?? null;
  const isBehind =
    there?.id === attempt.name &&
    there.held.some(({ device, seq }) => !attempt.events.some((one) => one.device === device && one.seq >= seq));
  const wanted = isBehind ? JSON.stringify(there) : null;
  const latest = useRef({ attempt, there });
  useEffect(() => {
    latest.current = { attempt, there };
  });
  useEffect(() => {
    const run = latest.current.there;
    if (wanted === null || run === null) return;
    void reached(async () => {
      const answer = await (await calls()).steps(run.id);
      if (answer.ok) latest.current.attempt.takeIn(run.id, answer.value.steps);
    });
  }, [wanted]);
}

/** Refusals that the same steps would meet again. */
const lasting = ['NotFound', 'RunTaken', 'RunFull', 'BodyInvalid', 'TooLarge'];

/** Sends what the server does not hold yet, part by part; how much that is. */
function useSending({
  course,
  language,
  attempt,
  known,
  setKnown,
}: {
  readonly course: string;
  readonly language: string;
  readonly attempt: SentRun;
  /** Null for whoever is not counted. */
  readonly known: KnownLearner | null;
  readonly setKnown: (known: KnownLearner | null) => void;
}): number {
  const online = useOnline();
  const [turns] = useState(() => createTurns());
  const pause = usePause(online);
  const unsent = unsentOf(known, attempt);
  const latest = useRef({ unsent, attempt, language });
  useEffect(() => {
    latest.current = { unsent, attempt, language };
  });
  const last = unsent.at(-1);
  const next =
    last === undefined ? null : `${attempt.name}/${last.device}/${String(last.seq)}/${String(unsent.length)}`;
  useEffect(() => {
    if (!online || next === null) return;
    void turns.take('steps', async () => {
      const now = latest.current;
      if (now.unsent.length === 0 || pause.isOn()) return;
      const answer = await sendPart(course, now.language, now.attempt.name, now.unsent.slice(0, most));
      if (answer?.ok) return setKnown(answer.value);
      const why = answer?.refusal.type ?? 'Unreachable';
      if (why === 'NotJoined') return setKnown(null);
      if (why === 'RunTaken') now.attempt.rename();
      if (!lasting.includes(why)) pause.begin();
      return undefined;
    });
  }, [online, next, pause, course, turns, setKnown]);
  return unsent.length;
}

/** Sends some steps of a run; null where nothing was reached. */
function sendPart(course: string, language: string, attempt: string, events: readonly SentEvent[]) {
  const steps = events.map(({ attempt: _run, ...step }) => ({ ...step, options: [...step.options] }));
  return reached(async () => (await calls()).send(attempt, { course, language, steps }));
}

/**
 * One pause for all: while the server does not answer it is asked once in a while, however much waits. New after each pause,
 * and at once when the connection is back.
 */
function usePause(online: boolean): { isOn(): boolean; begin(): void } {
  const [pauses, setPauses] = useState(0);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(
    () => () => {
      clearTimeout(timer.current ?? undefined);
      timer.current = null;
    },
    [online],
  );
  return useMemo(
    () => ({
      isOn: () => timer.current !== null,
      begin: () => {
        timer.current ??= setTimeout(() => {
          timer.current = null;
          setPauses(pauses + 1);
        }, againMilliseconds);
      },
    }),
    [pauses],
  );
}

type SentEvent = AttemptEvent & { readonly kind: Exclude<AttemptEvent['kind'], 'workplace'> };

/** Where somebody works stays on the device, as the question for it says. */
function isSent(event: AttemptEvent): event is SentEvent {
  return event.kind !== 'workplace';
}

function unsentOf(known: KnownLearner | null, { name, events }: SentRun): readonly SentEvent[] {
  if (known === null) return [];
  const held = new Map(known.attempt?.id === name ? known.attempt.held.map(({ device, seq }) => [device, seq]) : []);
  return events.filter(isSent).filter(({ device, seq }) => seq > (held.get(device) ?? 0));
}
