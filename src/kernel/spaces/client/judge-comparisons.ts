import type { RecordId, UserId } from '#platform/base';
import type { z } from 'zod';
import type { comparisonSchema, KeyThumbprints } from '../model/sealed/comparison.ts';

/** What a colleague found and signed, in the order of the verified log. */
export interface Statement extends z.infer<typeof comparisonSchema> {
  readonly record: RecordId;
  readonly seq: number;
  readonly by: UserId;
  /** Hour of signing, `YYYY-MM-DDTHH:00Z`. */
  readonly time: string;
}

/** Keys and roles of colleagues, as the verified directory has them. */
export interface Colleagues {
  /** Null for somebody whom the directory does not know, or whose keys were revoked. */
  keysOf(user: UserId): KeyThumbprints | null;
  /** Whether somebody signs entries or coordinates at an hour; never somebody who was revoked since. */
  coordinates(user: UserId, time: string): boolean;
}

/** Statements and the keys by which they are judged. */
export interface Judged {
  readonly statements: readonly Statement[];
  readonly colleagues: Colleagues;
}

/**
 * What one person's newest statement about another is worth today. `void`: one of the four keys has changed since,
 * so that the comparison says nothing any more. `different` stays `different` whatever keys are shown later.
 */
export type Standing =
  { readonly is: 'none' } | { readonly is: 'same' | 'different' | 'void'; readonly statement: Statement };

/** How `by` stands to `other`. */
export function standingOf({ statements, colleagues }: Judged, by: UserId, other: UserId): Standing {
  const statement = newest(statements, by, other);
  if (!statement) return { is: 'none' };
  if (statement.result === 'different') return { is: 'different', statement };
  return { is: isOfToday(statement, colleagues) ? 'same' : 'void', statement };
}

/**
 * Statements that make somebody's keys doubtful: nothing is granted to them until each is solved. One is solved when its
 * author compares again and finds the same; when its author does not coordinate (any more), also when a
 * coordinator does. Nobody solves what was said about themselves, and a key that changed solves nothing.
 */
export function doubtsAbout(judged: Judged, user: UserId): readonly Statement[] {
  if (judged.colleagues.keysOf(user) === null) return [];
  return standingDifferences(judged).filter((doubt) => doubt.other === user && !isSolved(judged, doubt, user, null));
}

/**
 * The doubts that keep one person from granting anything to another: those about the receiver, and what the
 * receiver found of the giver, since then it is the receiver's keys that the giver may see wrongly.
 */
export function doubtsBetween(judged: Judged, giver: UserId, receiver: UserId): readonly Statement[] {
  const said = standingDifferences(judged).filter(
    (doubt) => doubt.by === receiver && doubt.other === giver && !isSolved(judged, doubt, receiver, giver),
  );
  return [...doubtsAbout(judged, receiver), ...said];
}

/** Newest statements of each pair that say "different". */
function standingDifferences({ statements }: Judged): readonly Statement[] {
  return statements.filter(
    (statement) =>
      statement.result === 'different' && newest(statements, statement.by, statement.other)?.seq === statement.seq,
  );
}

/** Whether somebody who may has found the keys of `doubtful` to be theirs since. `also` may besides coordinators. */
function isSolved({ statements, colleagues }: Judged, doubt: Statement, doubtful: UserId, also: UserId | null) {
  return statements.some(
    (later) =>
      later.seq > doubt.seq &&
      later.result === 'same' &&
      later.other === doubtful &&
      isOfToday(later, colleagues) &&
      (later.by === also ||
        (colleagues.coordinates(later.by, later.time) && !colleagues.coordinates(doubt.by, later.time))),
  );
}

function newest(statements: readonly Statement[], by: UserId, other: UserId): Statement | undefined {
  return statements.findLast((statement) => statement.by === by && statement.other === other);
}

function isOfToday({ by, other, own, theirs }: Statement, colleagues: Colleagues): boolean {
  return areSame(own, colleagues.keysOf(by)) && areSame(theirs, colleagues.keysOf(other));
}

function areSame(left: KeyThumbprints, right: KeyThumbprints | null): boolean {
  return right !== null && left.encryption === right.encryption && left.signing === right.signing;
}
