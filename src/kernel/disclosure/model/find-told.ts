import { ok, type Result } from '#platform/base';
import { isSameRange } from './count-rule.ts';
import type { DisclosureRefusal } from './disclosure-refusal.ts';
import { findNested, type NestedFinding } from './judge-nested.ts';
import type { Known } from './ask-groups.ts';
import type { ReleasedFigure } from './release.ts';

/** What insiders learn, and could not tell as well from what was known earlier; all of it where nothing was (null). */
export function findTold(
  known: Known,
  earlier: Known | null,
  figures: readonly ReleasedFigure[],
): Result<readonly NestedFinding[], DisclosureRefusal> {
  const nested = findNested(known, figures);
  if (!nested.ok || earlier === null) return nested;
  const told: NestedFinding[] = [];
  for (const one of nested.value) {
    const around = earlier.range(one.larger.atoms);
    if (!around.ok) return around;
    const others = earlier.range(one.outside);
    if (!others.ok) return others;
    if (!isSameRange(around.value, one.around) || !isSameRange(others.value, one.others)) told.push(one);
  }
  return ok(told);
}
