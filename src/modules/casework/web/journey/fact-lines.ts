import type { Issue, JourneyAnswer } from '#kernel/procedures';
import type { FactWriting, JourneyRecord, RecordedFact } from '#modules/casework/client';

/** How a fact stands; each has its words under `casework.facts`. */
export type FactStanding = 'counts' | 'taken-out' | 'pending' | Issue['code'];

/** One putting right of a fact: what it said, what it says since, and who wrote that. */
export interface FactChange {
  readonly was: RecordedFact;
  readonly is: RecordedFact;
  /** Null where it was written before this was noted. */
  readonly writing: FactWriting | null;
}

/** One thing that happened, as it is recorded now, with all that was recorded of it before. */
export interface FactLine {
  readonly fact: RecordedFact;
  readonly writing: FactWriting | null;
  readonly standing: FactStanding;
  /** The stage it has no effect in; null unless it is not permitted. */
  readonly stage: string | null;
  /** Who took it out and why; null while it stands, or where nobody noted it. */
  readonly takenOut: FactWriting | null;
  /** The newest first. */
  readonly changes: readonly FactChange[];
}

/**
 * What happened, the newest day first; recorded later before recorded earlier on one day. Every fact that was ever recorded
 * is in it once: as a line, or among the changes of the one that put it right.
 */
export function factLines(
  { facts, written }: Pick<JourneyRecord, 'facts' | 'written'>,
  answer: Pick<JourneyAnswer, 'pending' | 'issues'>,
): readonly FactLine[] {
  const putRight = new Set(facts.filter((fact) => fact.void !== true).map(({ replaces }) => replaces));
  const current = facts.filter((fact) => fact.void !== true && !putRight.has(fact.id));
  const lines = current.map((fact): FactLine => {
    const removing = facts.find((one) => one.void === true && one.replaces === fact.id);
    const issue = answer.issues.find((one) => one.fact.id === fact.id);
    const isPending = answer.pending.some(({ id }) => id === fact.id);
    return {
      fact,
      writing: written[fact.id] ?? null,
      standing: removing ? 'taken-out' : isPending ? 'pending' : (issue?.code ?? 'counts'),
      stage: removing ? null : (issue?.stage ?? null),
      takenOut: removing ? (written[removing.id] ?? null) : null,
      changes: changesOf(fact, facts, written),
    };
  });
  // Stable: the later of one day comes first.
  return lines
    .toReversed()
    .toSorted((left, right) => (left.fact.on < right.fact.on ? 1 : left.fact.on > right.fact.on ? -1 : 0));
}

function changesOf(
  fact: RecordedFact,
  facts: readonly RecordedFact[],
  written: JourneyRecord['written'],
): readonly FactChange[] {
  const changes: FactChange[] = [];
  const seen = new Set<string>();
  let is = fact;
  for (;;) {
    seen.add(is.id);
    const was = facts.find(({ id }) => id === is.replaces);
    // The engine refuses circles; a record that holds one must not hang the page.
    if (!was || seen.has(was.id)) return changes;
    changes.push({ was, is, writing: written[is.id] ?? null });
    is = was;
  }
}
