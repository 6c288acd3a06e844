import { ok, type Result } from '#platform/base';
import type { Range } from './count-rule.ts';
import type { DisclosureRefusal } from './disclosure-refusal.ts';
import type { Known } from './ask-groups.ts';
import { listNested, type Nested } from './list-targets.ts';
import type { ReleasedFigure } from './release.ts';
import { coalition, judgeInsiders, worstOf, type Verdict } from './verdict.ts';

/** A group inside a larger one, and how many of the larger may be outside of it. */
export interface NestedFinding extends Nested {
  readonly around: Range;
  readonly others: Range;
  readonly verdict: Verdict;
}

/**
 * What somebody learns who is in a group himself, or two who pool what they know: of each group inside a larger one, how many of the larger may be
 * outside of it. Those that pass are left out.
 */
export function findNested(
  known: Known,
  figures: readonly ReleasedFigure[],
): Result<readonly NestedFinding[], DisclosureRefusal> {
  const found: NestedFinding[] = [];
  for (const nested of listNested(figures)) {
    const judged = judgeInside(known, nested.larger.atoms, nested.outside);
    if (!judged.ok) return judged;
    if (judged.value !== null) found.push({ ...nested, ...judged.value });
  }
  return ok(found);
}

/** What somebody learns who is in a group: who of a larger one is outside of it. Null for what passes. */
export function judgeInside(
  known: Known,
  larger: readonly string[],
  outside: readonly string[],
): Result<Pick<NestedFinding, 'around' | 'others' | 'verdict'> | null, DisclosureRefusal> {
  if (known.wasSeenAbove(outside, coalition)) return ok(null);
  const around = known.range(larger);
  if (!around.ok) return around;
  if (around.value.low < 1) return ok(null);
  const others = known.range(outside);
  if (!others.ok) return others;
  const verdict = judgeInsiders(around.value, others.value.high);
  return ok(verdict === 'pass' ? null : { around: around.value, others: others.value, verdict });
}

/** The worst of what insiders learn. */
export function judgeNested(known: Known, figures: readonly ReleasedFigure[]): Result<Verdict, DisclosureRefusal> {
  const found = findNested(known, figures);
  return found.ok ? ok(worstOf(found.value.map(({ verdict }) => verdict))) : found;
}
