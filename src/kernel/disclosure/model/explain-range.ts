import { ok, type Result } from '#platform/base';
import { isSameRange, type Range } from './count-rule.ts';
import type { DisclosureRefusal } from './disclosure-refusal.ts';
import { withKnown } from './known-figures.ts';
import type { Explanation, ReleasedFigure, Target } from './release.ts';
import type { Solver } from './program.ts';
import type { SameGroups } from './same-groups.ts';

/**
 * How a stranger would work a target out: the fewest figures that prove the same, so that each of them is needed, where the later ones are kept
 * rather than the earlier ones; then the steps.
 */
export function explainRange(
  solver: Solver,
  atoms: readonly string[],
  figures: readonly ReleasedFigure[],
  target: Target,
  range: Range,
  same: SameGroups = [],
): Result<Explanation, DisclosureRefusal> {
  const proves = (some: readonly ReleasedFigure[]): Result<boolean, DisclosureRefusal> => {
    const found = withKnown(solver, atoms, some, (known) => known.rangeOf(target), same);
    return found.ok ? ok(isSameRange(found.value, range)) : found;
  };
  const needed = findNeeded(proves, [], figures, false);
  if (!needed.ok) return needed;
  const proof = figures.filter((figure) => needed.value.includes(figure));
  return ok({
    ...{ target: target.name, range, proof },
    ...{ figures: proof.map(({ name }) => name), text: explain(proof, target, range) },
  });
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

function explain(figures: readonly ReleasedFigure[], target: Target, range: Range): string {
  const steps = figures.map((figure) => {
    const meaning = rangeText(figure.range);
    if (figure.text === null) return `${figure.name} is known to be ${meaning}.`;
    return figure.text === meaning
      ? `${figure.name} is ${meaning}.`
      : `${figure.name} ${figure.text} means ${meaning}.`;
  });
  return [...steps, `So ${target.name} has ${rangeText(range)}.`].join(' ');
}

/** A range in words, for people: "1 to 9", "4", "12 or more". */
export function rangeText({ low, high }: Range): string {
  if (high === null) return `${String(low)} or more`;
  return low === high ? String(low) : `${String(low)} to ${String(high)}`;
}
