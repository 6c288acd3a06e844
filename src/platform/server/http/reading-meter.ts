import { ok, refuse, type ReadingLimit, type Result, type UserId } from '#platform/base';

/** More was read in this hour than the row gives to one person; `retryAfter` in seconds. */
export interface ReadingPaused {
  readonly type: 'ReadingPaused';
  readonly retryAfter: number;
}

/** One thing that somebody asks to read. */
export interface Reading {
  readonly act: string;
  readonly user: UserId;
  readonly subject: string | null;
  readonly limit: ReadingLimit;
}

/** What the event log tells of readings of one person and thing in one hour, by whatever process they were served. */
export interface LoggedReading {
  readonly act: string;
  readonly user: UserId;
  readonly subject: string | null;
  /** Beginning of the hour. */
  readonly hour: Date;
  readonly count: number;
}

/**
 * Counts in memory what each person is given, per full hour, so that reading costs the database nothing more. Memory
 * forgets and knows one process only: the event log, read now and then, puts in what is missing (decision 0018).
 */
export interface ReadingMeter {
  /** Counts a reading, or refuses it. What was read or written in this hour or the one before is free to read again. */
  take(reading: Reading, now: Date): Result<void, ReadingPaused>;
  /** Notes what somebody has just written: it may be read back whatever was read besides. */
  know(user: UserId, subject: string, now: Date): void;
  /** Puts in what the event log tells; what is known already is not counted twice. */
  learn(logged: readonly LoggedReading[], now: Date): void;
  /** Whether anything was counted since this was asked the last time. */
  hasMoved(): boolean;
}

const hourLength = 3_600_000;

interface Hour {
  readonly start: number;
  /** Answers per act and person. */
  readonly answers: Map<string, number>;
  /** Things per act and person. */
  readonly subjects: Map<string, Set<string>>;
  /** Things per person that were written. */
  readonly written: Map<UserId, Set<string>>;
}

/** The hour it is and the one before. */
interface Hours {
  current: Hour;
  previous: Hour;
}

/** How much may be read in an hour, in the place of what the rows say; for tests. */
export type OtherLimits = Readonly<Partial<Record<ReadingLimit['of'], number>>>;

/** Makes an empty meter. */
export function createReadingMeter(perHour: OtherLimits = {}): ReadingMeter {
  const hours: Hours = { current: emptyHour(0), previous: emptyHour(0) };
  let moved = false;
  return {
    take: (reading, now) => {
      turn(hours, now);
      moved = true;
      if (!isFree(hours, reading) && countOf(hours, reading) >= (perHour[reading.limit.of] ?? reading.limit.perHour)) {
        const retryAfter = Math.ceil((hours.current.start + hourLength - now.getTime()) / 1_000);
        return refuse({ type: 'ReadingPaused', retryAfter });
      }
      note(hours.current, reading);
      return ok(undefined);
    },
    know: (user, subject, now) => {
      turn(hours, now);
      setOf(hours.current.written, user).add(subject);
    },
    learn: (logged, now) => {
      turn(hours, now);
      learn(hours, logged);
    },
    hasMoved: () => {
      const answer = moved;
      moved = false;
      return answer;
    },
  };
}

function turn(hours: Hours, now: Date): void {
  const start = startOfHour(now);
  const { current } = hours;
  if (start === current.start) return;
  hours.previous = start - current.start === hourLength ? current : emptyHour(start - hourLength);
  hours.current = emptyHour(start);
}

function isFree({ current, previous }: Hours, reading: Reading): boolean {
  const { user, subject, limit } = reading;
  if (limit.of === 'answers' || subject === null) return false;
  return [current, previous].some(
    ({ subjects, written }) =>
      subjects.get(keyOf(reading))?.has(subject) === true || written.get(user)?.has(subject) === true,
  );
}

/** What counts against the limit: answers of this hour, or things that were not read in the hour before as well. */
function countOf({ current, previous }: Hours, reading: Reading): number {
  const key = keyOf(reading);
  if (reading.limit.of === 'answers') return current.answers.get(key) ?? 0;
  const before = previous.subjects.get(key);
  return [...(current.subjects.get(key) ?? [])].filter((subject) => before?.has(subject) !== true).length;
}

function note({ answers, subjects }: Hour, reading: Reading): void {
  const key = keyOf(reading);
  answers.set(key, (answers.get(key) ?? 0) + 1);
  if (reading.limit.of === 'subjects' && reading.subject !== null) setOf(subjects, key).add(reading.subject);
}

function learn({ current, previous }: Hours, logged: readonly LoggedReading[]): void {
  const answers = new Map<string, number>();
  for (const entry of logged) {
    const hour = [current, previous].find(({ start }) => start === entry.hour.getTime());
    if (!hour) continue;
    const key = keyOf(entry);
    if (entry.subject !== null) setOf(hour.subjects, key).add(entry.subject);
    if (hour === current) answers.set(key, (answers.get(key) ?? 0) + entry.count);
  }
  for (const [key, count] of answers) current.answers.set(key, Math.max(count, current.answers.get(key) ?? 0));
}

/** Beginning of the hour before an instant's own: from there on the event log is of use to a meter. */
export function meterNeedsFrom(now: Date): Date {
  return new Date(startOfHour(now) - hourLength);
}

function startOfHour(now: Date): number {
  return Math.floor(now.getTime() / hourLength) * hourLength;
}

function emptyHour(start: number): Hour {
  return { start, answers: new Map(), subjects: new Map(), written: new Map() };
}

function keyOf({ act, user }: { readonly act: string; readonly user: UserId }): string {
  return `${act} ${user}`;
}

function setOf<Key>(sets: Map<Key, Set<string>>, key: Key): Set<string> {
  const known = sets.get(key);
  if (known) return known;
  const made = new Set<string>();
  sets.set(key, made);
  return made;
}
