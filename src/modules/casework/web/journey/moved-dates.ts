import type { Deadline, JourneyAnswer } from '#kernel/procedures';
import { isTriggeredBy, nameUnder, type RecordedFact } from '#modules/casework/client';

/** What is told of a date. */
type Seen = Pick<Deadline, 'id' | 'due' | 'state'>;

/** What one putting right, or taking out, did to a date. */
export interface DateMove {
  readonly from: Seen;
  /** Null where the date is no more. */
  readonly to: Seen | null;
  /** The fact as it was before. */
  readonly was: RecordedFact;
  /** What put it right; `void` where it was taken out. */
  readonly by: RecordedFact;
}

/** How corrections moved the dates of a case. */
export interface MovedDates {
  /** By the id of a date that there is now: what moved it, oldest first. */
  readonly moves: ReadonlyMap<string, readonly DateMove[]>;
  /** Dates that a correction ended, as they stood last, oldest correction first. */
  readonly gone: readonly { readonly deadline: Deadline; readonly moves: readonly DateMove[] }[];
}

/**
 * What each correction did to the dates: the answer to all that was recorded before it is held against the answer with it,
 * both for the same day, so that nothing but the correction can be the reason. A date is named after the fact that
 * triggers it and its day; where that fact was put right, the date goes on under its new name. `answerOf` answers to facts
 * in the order in which they were recorded; null where it cannot.
 */
export function movedDates(
  facts: readonly RecordedFact[],
  answerOf: (facts: readonly RecordedFact[]) => JourneyAnswer | null,
): MovedDates {
  const moves = new Map<string, readonly DateMove[]>();
  const gone: { deadline: Deadline; moves: readonly DateMove[] }[] = [];
  let answered: { readonly count: number; readonly answer: JourneyAnswer | null } | null = null;
  for (const [at, by] of facts.entries()) {
    const was = by.replaces === undefined ? undefined : facts.find(({ id }) => id === by.replaces);
    if (!was) continue;
    const before: JourneyAnswer | null = answered?.count === at ? answered.answer : answerOf(facts.slice(0, at));
    const after = answerOf(facts.slice(0, at + 1));
    answered = { count: at + 1, answer: after };
    if (before && after) follow({ before, after, was, by }, moves, gone);
  }
  const now = answerOf(facts);
  const stands = new Set((now?.deadlines ?? []).filter(({ state }) => state !== 'superseded').map(({ id }) => id));
  return { moves, gone: gone.filter(({ deadline }) => !stands.has(deadline.id)) };
}

interface Correction {
  readonly before: JourneyAnswer;
  readonly after: JourneyAnswer;
  readonly was: RecordedFact;
  readonly by: RecordedFact;
}

function follow(
  { before, after, was, by }: Correction,
  moves: Map<string, readonly DateMove[]>,
  gone: { deadline: Deadline; moves: readonly DateMove[] }[],
): void {
  const now = new Map(after.deadlines.map((deadline) => [deadline.id, deadline]));
  const old = new Set(before.deadlines.map(({ id }) => id));
  const earlier = new Map(moves);
  for (const from of before.deadlines) {
    const same = now.get(from.id);
    const renamed = same ? undefined : now.get(newNameOf(from, was, by));
    const to = same ?? (renamed && !old.has(renamed.id) ? renamed : null);
    const known = earlier.get(from.id) ?? [];
    if (to?.id !== from.id) moves.delete(from.id);
    const holds = to !== null && to.state !== 'superseded';
    if (from.state === 'superseded' && !holds) continue;
    const move: DateMove = { from: seen(from), to: holds ? seen(to) : null, was, by };
    if (!holds) gone.push({ deadline: from, moves: [...known, move] });
    else if (isMoved(from, to)) moves.set(to.id, [...known, move]);
    else if (known.length > 0) moves.set(to.id, known);
  }
}

/** The id that a date has once the fact that triggers it is put right; the same where another fact triggers it. */
function newNameOf(from: Deadline, was: RecordedFact, by: RecordedFact): string {
  return isTriggeredBy(from, was) ? nameUnder(from, by) : from.id;
}

/** Another day; or it runs again, or was missed after all, although it had been met or was no longer asked. */
function isMoved(from: Deadline, to: Deadline): boolean {
  const isOpen = ({ state }: Deadline): boolean => state === 'running' || state === 'missed';
  return from.due !== to.due || (!isOpen(from) && isOpen(to));
}

function seen({ id, due, state }: Deadline): Seen {
  return { id, due, state };
}
