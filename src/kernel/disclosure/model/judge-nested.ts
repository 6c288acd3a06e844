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
    if (known.wasSeenAbove(nested.outside, coalition)) continue;
    const others = known.range(nested.outside);
    if (!others.ok) return others;
    if (others.value.high === null || others.value.high > coalition) continue;
    const around = known.range(nested.larger.atoms);
    if (!around.ok) return around;
    const verdict = judgeInsiders(around.value, others.value.high);
    if (verdict !== 'pass') found.push({ ...nested, around: around.value, others: others.value, verdict });
  }
  return ok(found);
}

/** The worst of what insiders learn. */
export function judgeNested(known: Known, figures: readonly ReleasedFigure[]): Result<Verdict, DisclosureRefusal> {
  const found = findNested(known, figures);
  return found.ok ? ok(worstOf(found.value.map(({ verdict }) => verdict))) : found;
}
