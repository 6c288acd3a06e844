import { ok, type Result } from '#platform/base';

import type { Range } from './count-rule.ts';
import type { DisclosureRefusal } from './disclosure-refusal.ts';
import type { Divisions } from './divisions.ts';
import { withKnown } from './known-figures.ts';
import type { Explanation, ReleasedFigure, Target } from './release.ts';
import type { Solver } from './program.ts';

/**
 * How a stranger would work a target out: leaves one figure after the other away for as long as the rest proves the same, so that each that
 * is left is needed; then says the steps.
 */
export function explainRange(
  solver: Solver,
  atoms: readonly string[],
  figures: readonly ReleasedFigure[],
  target: Target,
  range: Range,
  divisions: Divisions = [],
): Result<Explanation, DisclosureRefusal> {
  let needed = figures;
  for (const figure of figures) {
    const rest = needed.filter((one) => one !== figure);
    const found = withKnown(solver, atoms, rest, (known) => known.range(target.atoms), divisions);
    if (!found.ok) return found;
    if (found.value.low === range.low && found.value.high === range.high) needed = rest;
  }
  return ok({
    ...{ target: target.name, range, proof: needed },
    ...{ figures: needed.map(({ name }) => name), text: explain(needed, target, range) },
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
