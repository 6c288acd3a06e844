import { ok, type Result } from '#platform/base';
import type { DisclosureRefusal } from '../disclosure-refusal.ts';
import { withKnown } from '../known-figures.ts';
import type { Solver } from '../program.ts';
import type { ReleasedFigure } from '../release.ts';
import type { KnownFigures, KnownPopulation } from './figures-known.ts';
import type { LedgerEntryId } from './ledger-entry.ts';

/** What a stranger may believe of one state, and what nobody believes who reads as much as fits. */
export interface Believed {
  /** At least one; what was released is in each. */
  readonly ways: readonly (readonly KnownFigures[])[];
  readonly leftOut: readonly LedgerEntryId[];
}

/** At most so many notes that contradict others are each believed first. */
const mostFirst = 5;

/**
 * What a stranger may believe of one state. Nobody knows which of two contradicting notes that is, so there are several answers then: as many as fit
 * from the first on, from the last on, and from each one on that neither of these believed. And what was released alone: one person's
 * note must never excuse what a release tells by itself. Null where what was released contradicts itself.
 */
export function listBelieved(
  solver: Solver,
  population: KnownPopulation,
  told: readonly KnownFigures[],
): Result<Believed | null, DisclosureRefusal> {
  const ways: (readonly KnownFigures[])[] = [];
  const believe = (order: readonly KnownFigures[]): Result<boolean, DisclosureRefusal> => {
    const kept = fitNotes(solver, population, order);
    if (!kept.ok) return kept;
    if (kept.value !== null) ways.push(told.filter((one) => kept.value?.includes(one)));
    return ok(kept.value !== null);
  };
  const first = believe(told);
  if (!first.ok) return first;
  if (!first.value) return ok(null);
  if (ways[0]?.length !== told.length) {
    const last = believe(told.toReversed());
    if (!last.ok) return last;
    const never = told.filter((one) => ways.every((way) => !way.includes(one)));
    for (const note of never.slice(0, mostFirst)) {
      const begun = believe([note, ...told.filter((one) => one !== note)]);
      if (!begun.ok) return begun;
    }
  }
  const leftOut = told.filter((one) => !ways.every((way) => way.includes(one))).map(({ id }) => id);
  const released = told.filter((one) => one.released);
  return ok({ ways: released.length < told.length ? [...ways, released] : ways, leftOut });
}

/**
 * Everything that was released, and of what was only written down one entry after the other, in the order given, unless it contradicts those before.
 * A wrong number must neither stop a population for good nor take away what is true beside it.
 */
function fitNotes(
  solver: Solver,
  { atoms, same }: KnownPopulation,
  order: readonly KnownFigures[],
): Result<readonly KnownFigures[] | null, DisclosureRefusal> {
  const fits = (some: readonly KnownFigures[]): Result<boolean, DisclosureRefusal> => {
    const found = withKnown(solver, atoms, figuresOf(some), () => ok(true), same);
    return found.ok || found.refusal.code !== 'contradiction' ? found : ok(false);
  };
  const all = fits(order);
  if (!all.ok) return all;
  if (all.value) return ok(order);
  let kept = order.filter(({ released }) => released);
  const certain = fits(kept);
  if (!certain.ok) return certain;
  if (!certain.value) return ok(null);
  for (const note of order.filter(({ released }) => !released)) {
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
