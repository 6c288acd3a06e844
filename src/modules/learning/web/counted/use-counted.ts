import { useCallback, useEffect, useRef, useState } from 'react';
import { createTurns } from '#platform/base';
import { useOnline } from '#platform/web/state';
import type { ReleasedCourse } from '../../model/open/release/released-course.ts';
import type { AttemptEvent } from '../../model/open/attempt/attempt-event.ts';
import { createIndexedAttemptStore } from '../attempt-store.ts';
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

const store = createIndexedAttemptStore();
const calls = async () => (await import('./learner-calls.ts')).learnerCalls;
/** As many steps as one request takes. */
const most = 200;
/** After a request that nothing came of. */
const againMilliseconds = 20_000;

/**
 * Sends the steps of a run for whoever gave the code of an organisation, in turn, until the server holds all of them. Nothing is
 * lost when it does not answer: the steps lie on the device, and are sent again with the next one, or when there is a connection.
 */
export function useCounted(
  course: Pick<ReleasedCourse, 'id' | 'language'>,
  attempt: { readonly name: string; readonly events: readonly AttemptEvent[] },
): Counted {
  const { id, language } = course;
  const [known, setKnown] = useState<KnownLearner | null>(null);
  const read = useCallback(async (): Promise<void> => {
    const answer = await (await calls()).read(id);
    if (answer.ok) setKnown(answer.value);
  }, [id]);
  useEffect(() => {
    const takeUp = async (): Promise<void> => {
      if (await store.isCounted()) await read();
    };
    // A browser that keeps nothing was never counted.
    takeUp().catch(() => undefined);
  }, [read]);
  const counted = known !== null && known.organisation !== null;
  const waiting = useSending({ course: id, language, attempt, known: counted ? known : null, setKnown });
  const join = async (code: string): Promise<string | null> => {
    const answer = await (await calls()).join(code);
    if (!answer.ok) return answer.refusal.type;
    await store.setCounted(true).catch(() => undefined);
    await read();
    return null;
  };
  const takeBack = async (): Promise<boolean> => {
    if (!(await store.isCounted().catch(() => known !== null))) return true;
    const answer = await (await calls()).takeBack();
    if (!answer.ok) return false;
    await store.setCounted(false).catch(() => undefined);
    setKnown(null);
    return true;
  };
  return { known: counted ? known : null, waiting, join, takeBack };
}

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
  readonly attempt: { readonly name: string; readonly events: readonly AttemptEvent[] };
  /** Null for whoever is not counted. */
  readonly known: KnownLearner | null;
  readonly setKnown: (known: KnownLearner | null) => void;
}): number {
  const online = useOnline();
  const [turns] = useState(() => createTurns());
  const [failures, setFailures] = useState(0);
  const held = heldOf(known, attempt.name);
  const unsent =
    known === null ? [] : attempt.events.filter(isSent).filter(({ device, seq }) => seq > (held.get(device) ?? 0));
  const latest = useRef({ unsent, attempt: attempt.name, language });
  useEffect(() => {
    latest.current = { unsent, attempt: attempt.name, language };
  });
  useEffect(() => {
    if (!online || unsent.length === 0) return;
    void turns.take('steps', async () => {
      const now = latest.current;
      if (now.unsent.length === 0) return;
      const steps = now.unsent
        .slice(0, most)
        .map(({ attempt: _run, ...step }) => ({ ...step, options: [...step.options] }));
      const answer = await (await calls()).send(now.attempt, { course, language: now.language, steps });
      if (answer.ok) setKnown(answer.value);
      else if (answer.refusal.type === 'NotJoined') setKnown(null);
      else setTimeout(() => setFailures((before) => before + 1), againMilliseconds);
    });
  }, [online, unsent.length, failures, course, turns, setKnown]);
  return unsent.length;
}

type SentEvent = AttemptEvent & { readonly kind: Exclude<AttemptEvent['kind'], 'workplace'> };

/** Where somebody works stays on the device, as the question for it says. */
function isSent(event: AttemptEvent): event is SentEvent {
  return event.kind !== 'workplace';
}

function heldOf(known: KnownLearner | null, attempt: string): ReadonlyMap<string, number> {
  if (known?.attempt?.id !== attempt) return new Map();
  return new Map(known.attempt.held.map(({ device, seq }) => [device, seq]));
}
