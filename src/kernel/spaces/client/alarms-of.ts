import type { UserId } from '#platform/base';
import { doubtsAbout, standingOf, type Statement } from './judge-comparisons.ts';
import type { Comparisons } from './read-comparisons.ts';

/** What somebody must be told of comparisons, wherever they are in Baken. */
export interface Alarms {
  /** Numbers found different and not solved: all of them for a coordinator, else those that one had a part in. */
  readonly doubts: readonly Statement[];
  /** Colleagues with whom one compared, and whose keys or one's own have changed since. */
  readonly voided: readonly Statement[];
  /** How many statements the server holds back. */
  readonly withheld: number;
}

/** The alarms of one person. */
export function alarmsOf(comparisons: Comparisons, user: UserId, coordinates: boolean): Alarms {
  const people = [...new Set(comparisons.statements.map(({ other }) => other))];
  const doubts = people.flatMap((person) => doubtsAbout(comparisons, person));
  const voided = people.flatMap((person) => {
    const standing = standingOf(comparisons, user, person);
    // Of somebody whose keys were revoked nothing can be shared anyway.
    return standing.is === 'void' && comparisons.colleagues.keysOf(person) !== null ? [standing.statement] : [];
  });
  return {
    doubts: doubts.filter(({ by, other }) => coordinates || by === user || other === user),
    voided,
    withheld: comparisons.withheld.length,
  };
}
