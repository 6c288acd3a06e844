import { ok, type Result } from '#platform/base';
import type { Range } from './count-rule.ts';
import type { DisclosureRefusal } from './disclosure-refusal.ts';
import { findProof } from './find-proof.ts';
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
  const rangeOf = (some: readonly ReleasedFigure[]) =>
    withKnown(solver, atoms, some, (known) => known.rangeOf(target), same);
  const found = findProof(rangeOf, figures, range);
  if (!found.ok) return found;
  const proof = found.value;
  return ok({
    ...{ target: target.name, range, proof },
    ...{ figures: proof.map(({ name }) => name), text: explain(proof, target, range) },
  });
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
