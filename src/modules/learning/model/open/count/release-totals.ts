import type { TotalId } from './learning-ids.ts';
import { fewest, isSafe } from './release-steps.ts';

/** Whence a partner has a sum that it tells. */
export const totalBases = ['system', 'lists', 'estimate'] as const;
export type TotalBasis = (typeof totalBases)[number];

/** A sum that a partner told of months of a year, 1 to 12; a correction is an entry that takes the place of another. */
export interface TotalEntry {
  readonly id: TotalId;
  /** The entry that it corrects. */
  readonly replaces: TotalId | null;
  readonly from: number;
  readonly until: number;
  /** Each person once a year, in the month in which they first finished. */
  readonly people: number;
  /** With those who had finished before. */
  readonly completions: number;
  readonly basis: TotalBasis;
}

/** What may be told of such a sum. A number is null where it would say fewer than ten of something. */
export interface TotalSpan {
  readonly from: number;
  readonly until: number;
  readonly people: number | null;
  readonly completions: number | null;
  readonly basis: TotalBasis;
  /** Whether a correction has been told. */
  readonly corrected: boolean;
  /** Whether a correction waits, because it would tell of fewer than ten. */
  readonly waiting: boolean;
}

/** Entries that hold: those that nobody corrected. */
export function currentTotals<Entry extends Pick<TotalEntry, 'id' | 'replaces'>>(
  entries: readonly Entry[],
): readonly Entry[] {
  const replaced = new Set(entries.map(({ replaces }) => replaces));
  return entries.filter(({ id }) => !replaced.has(id));
}

/** Whether months are in a sum that holds already: they would be counted twice. */
export function hasMonths(
  entries: readonly TotalEntry[],
  { from, until }: Pick<TotalEntry, 'from' | 'until'>,
): boolean {
  return currentTotals(entries).some((one) => one.from <= until && from <= one.until);
}

/** Numbers of a sum as they were told at some time. */
interface Told {
  readonly people: number;
  readonly completions: number;
}

/**
 * What may be told of an organisation's sums, in the order of their months. Of ourselves everything. Of a partner a number, a
 * correction of it, and how many finished again are each none or at least ten; a correction by less waits, and what was told stays
 * (small-number rule; one release per period). Entries are given in the order in which they came in.
 */
export function releaseTotals(entries: readonly TotalEntry[], own: boolean): readonly TotalSpan[] {
  return currentTotals(entries)
    .map((entry) => releaseChain(chainOf(entries, entry), own))
    .toSorted((one, other) => one.from - other.from);
}

/** An entry after all that it corrected, the first one first. */
function chainOf(entries: readonly TotalEntry[], last: TotalEntry): readonly TotalEntry[] {
  const before = entries.find(({ id }) => id === last.replaces);
  return before === undefined ? [last] : [...chainOf(entries, before), last];
}

function releaseChain(chain: readonly TotalEntry[], own: boolean): TotalSpan {
  const told: Told[] = [];
  for (const entry of chain) if (own || mayTell(told, entry)) told.push(entry);
  const [now, last] = [told.at(-1), chain.at(-1)];
  if (last === undefined) throw new Error('a chain of corrections has an entry');
  const { from, until, basis } = last;
  return {
    ...{ from, until, basis, people: now?.people ?? null, completions: now?.completions ?? null },
    corrected: told.some((one) => now !== undefined && !isSame(one, now)),
    waiting: now !== undefined && !isSame(now, last),
  };
}

/** Whether nobody meets a small number who kept everything that was told before. */
function mayTell(before: readonly Told[], { people, completions }: Told): boolean {
  return [{ people: 0, completions: 0 }, ...before].every((then) => {
    const [first, all] = [people - then.people, completions - then.completions];
    return [first, all, all - first].every((number) => isSafe(number, fewest));
  });
}

function isSame(one: Told, other: Told): boolean {
  return one.people === other.people && one.completions === other.completions;
}
