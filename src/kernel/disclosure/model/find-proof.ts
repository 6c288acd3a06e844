import { ok, type Result } from '#platform/base';
import { isSameRange, type Range } from './count-rule.ts';
import type { DisclosureRefusal } from './disclosure-refusal.ts';
import type { ReleasedFigure } from './release.ts';

/** What some figures prove of one group. */
export type RangeOf = (figures: readonly ReleasedFigure[]) => Result<Range, DisclosureRefusal>;

/**
 * The fewest of these figures that prove a range which all of them prove, so that each is needed; the later ones are kept rather than the earlier
 * ones.
 */
export function findProof(
  rangeOf: RangeOf,
  figures: readonly ReleasedFigure[],
  range: Range,
): Result<readonly ReleasedFigure[], DisclosureRefusal> {
  const proves = (some: readonly ReleasedFigure[]): Result<boolean, DisclosureRefusal> => {
    const found = rangeOf(some);
    return found.ok ? ok(isSameRange(found.value, range)) : found;
  };
  const needed = findNeeded(proves, [], figures, false);
  if (!needed.ok) return needed;
  const kept = new Set(needed.value);
  return ok(figures.filter((figure) => kept.has(figure)));
}

/**
 * Of these figures those that are needed beside others: halves are left out as long as that is possible, so that few figures are found among
 * many with few questions (U. Junker, QuickXplain, AAAI 2004). `added`: whether the others have become more since it was last asked whether they prove it.
 */
function findNeeded(
  proves: (figures: readonly ReleasedFigure[]) => Result<boolean, DisclosureRefusal>,
  others: readonly ReleasedFigure[],
  figures: readonly ReleasedFigure[],
  added: boolean,
): Result<readonly ReleasedFigure[], DisclosureRefusal> {
  if (added || figures.length === 1) {
    const enough = proves(others);
    if (!enough.ok) return enough;
    if (enough.value) return ok([]);
  }
  if (figures.length <= 1) return ok(figures);
  const half = Math.floor(figures.length / 2);
  const [earlier, later] = [figures.slice(0, half), figures.slice(half)];
  const ofEarlier = findNeeded(proves, [...others, ...later], earlier, true);
  if (!ofEarlier.ok) return ofEarlier;
  const ofLater = findNeeded(proves, [...others, ...ofEarlier.value], later, ofEarlier.value.length > 0);
  return ofLater.ok ? ok([...ofEarlier.value, ...ofLater.value]) : ofLater;
}
