import { ok, type Result } from '#platform/base';
import type { DisclosureRefusal } from '../disclosure-refusal.ts';
import { withKnown } from '../known-figures.ts';
import type { Solver } from '../program.ts';
import type { ReleasedFigure } from '../release.ts';
import type { KnownFigures } from './figures-known.ts';

/**
 * Of what was told of one state, as much as some counts fit: everything that was released, and of what was only written down one entry after the
 * other, in the order given, unless it contradicts those before. A wrong number must neither stop a population for good nor take away what is
 * true beside it. Null where what was released contradicts itself.
 */
export function fitNotes(
  solver: Solver,
  atoms: readonly string[],
  told: readonly KnownFigures[],
): Result<readonly KnownFigures[] | null, DisclosureRefusal> {
  const fits = (some: readonly KnownFigures[]): Result<boolean, DisclosureRefusal> => {
    const found = withKnown(solver, atoms, figuresOf(some), () => ok(true));
    return found.ok || found.refusal.code !== 'contradiction' ? found : ok(false);
  };
  const all = fits(told);
  if (!all.ok) return all;
  if (all.value) return ok(told);
  let kept = told.filter(({ released }) => released);
  const certain = fits(kept);
  if (!certain.ok) return certain;
  if (!certain.value) return ok(null);
  for (const note of told.filter(({ released }) => !released)) {
    const more = fits([...kept, note]);
    if (!more.ok) return more;
    if (more.value) kept = [...kept, note];
  }
  return ok(kept);
}

/** All figures of these entries. */
export function figuresOf(told: readonly KnownFigures[]): readonly ReleasedFigure[] {
  return told.flatMap(({ figures }) => figures);
}
