import { ok, type Result, type UserId } from '#platform/base';
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
  /** Without what the author of the proposal wrote down: it must not excuse what he proposes, also where the note of another is needed to tell it. */
  readonly withoutOwn: readonly KnownFigures[];
  /** Only what was released: one person's note must never excuse what a release tells by itself. */
  readonly released: readonly KnownFigures[];
  readonly leftOut: readonly LedgerEntryId[];
}

/** At most so many notes that contradict others are each believed first. */
const mostFirst = 20;

/**
 * What a stranger may believe of one state. Nobody knows which of two contradicting notes that is, so there are several answers then: as many as fit
 * from the first on, from the last on, and from each one on that neither of these believed. Null where what was released contradicts itself.
 */
export function listBelieved(
  solver: Solver,
  population: KnownPopulation,
  told: readonly KnownFigures[],
  author: UserId,
): Result<Believed | null, DisclosureRefusal> {
  const believe = (order: readonly KnownFigures[]) => fitNotes(solver, population, order);
  const inOrder = (kept: readonly KnownFigures[]) => told.filter((one) => kept.includes(one));
  const first = believe(told);
  if (!first.ok) return first;
  if (first.value === null) return ok(null);
  const ways = [inOrder(first.value)];
  const orders = ways[0]?.length === told.length ? [] : [told.toReversed()];
  for (let at = 0; at < orders.length; at += 1) {
    const kept = believe(orders[at] ?? []);
    if (!kept.ok) return kept;
    ways.push(inOrder(kept.value ?? []));
    if (at > 0) continue;
    const never = told.filter((one) => ways.every((way) => !way.includes(one)));
    orders.push(...never.slice(0, mostFirst).map((note) => [note, ...told.filter((one) => one !== note)]));
  }
  const own = believe(told.filter((one) => one.released || one.author !== author));
  if (!own.ok) return own;
  return ok({
    ...{ ways, withoutOwn: inOrder(own.value ?? []), released: told.filter((one) => one.released) },
    leftOut: told.filter((one) => !ways.every((way) => way.includes(one))).map(({ id }) => id),
  });
}

/** Ways to believe, each once. */
export function uniqueWays<Way extends readonly KnownFigures[] | readonly (readonly KnownFigures[])[]>(
  ways: readonly Way[],
): readonly Way[] {
  const keyOf = (way: Way): string =>
    JSON.stringify(way, (name, value: unknown) => (name === 'figures' ? undefined : value));
  return [...new Map(ways.map((way) => [keyOf(way), way])).values()];
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
