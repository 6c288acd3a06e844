import { ok, type Result } from '#platform/base';
import type { Range } from '../count-rule.ts';
import type { DisclosureRefusal } from '../disclosure-refusal.ts';
import { withKnown } from '../known-figures.ts';
import type { Solver } from '../program.ts';
import type { ReleasedFigure } from '../release.ts';
import { everybody, type KnownFigures } from './figures-known.ts';
import type { LedgerEntryId } from './ledger-entry.ts';

/** One state of a part of a population: every entry of that state, each with what it told of this part. */
export interface StatePart {
  readonly atoms: readonly string[];
  readonly told: readonly KnownFigures[];
}

/**
 * Entries of one state that some counts fit: everything that was released, and of what was only written down one entry after the other, in the
 * order given, unless it contradicts those before. A wrong number must neither stop a population for good nor take away what is true beside it.
 * Null where what was released contradicts itself.
 */
export function fitNotes(
  solver: Solver,
  parts: readonly StatePart[],
  order: readonly KnownFigures[],
): Result<ReadonlySet<LedgerEntryId> | null, DisclosureRefusal> {
  const fits = (some: readonly KnownFigures[]): Result<boolean, DisclosureRefusal> => {
    const total = findTotal(solver, parts, new Set(some.map(({ id }) => id)));
    return total.ok ? ok(total.value !== null) : total;
  };
  const all = fits(order);
  if (!all.ok) return all;
  if (all.value) return ok(new Set(order.map(({ id }) => id)));
  let kept = order.filter(({ released }) => released);
  const certain = fits(kept);
  if (!certain.ok) return certain;
  if (!certain.value) return ok(null);
  for (const note of order.filter(({ released }) => !released)) {
    const more = fits([...kept, note]);
    if (!more.ok) return more;
    if (more.value) kept = [...kept, note];
  }
  return ok(new Set(kept.map(({ id }) => id)));
}

/** How many people all parts together allow, by these entries; null where they contradict themselves or each other. */
export function findTotal(
  solver: Solver,
  parts: readonly StatePart[],
  ids: ReadonlySet<LedgerEntryId>,
): Result<Range | null, DisclosureRefusal> {
  let total: Range = { low: 0, high: null };
  for (const part of parts) {
    const own = withKnown(solver, part.atoms, figuresOf(part, ids), (known) => known.range(part.atoms));
    if (!own.ok) return own.refusal.code === 'contradiction' ? ok(null) : own;
    const highs = [total.high, own.value.high].filter((high) => high !== null);
    total = { low: Math.max(total.low, own.value.low), high: highs.length === 0 ? null : Math.min(...highs) };
  }
  return ok(total.high !== null && total.high < total.low ? null : total);
}

/** What these entries told of a part. */
export function figuresOf({ told }: StatePart, ids: ReadonlySet<LedgerEntryId>): readonly ReleasedFigure[] {
  return told.flatMap(({ id, figures }) => (ids.has(id) ? figures : []));
}

/** The same, with what all parts prove of everybody, where there are others. */
export function figuresWithTotal(
  solver: Solver,
  parts: readonly StatePart[],
  part: StatePart,
  ids: ReadonlySet<LedgerEntryId>,
): Result<readonly ReleasedFigure[], DisclosureRefusal> {
  const own = figuresOf(part, ids);
  if (parts.length < 2) return ok(own);
  const total = findTotal(solver, parts, ids);
  if (!total.ok) return total;
  if (total.value === null || (total.value.low === 0 && total.value.high === null)) return ok(own);
  return ok([...own, { name: everybody, atoms: part.atoms, text: null, range: total.value }]);
}

/**
 * What a stranger may believe of one state. Nobody knows which of two contradicting notes that is, so there are two answers then: as many as fit from
 * the first on, and from the last on. And what was released alone: one person's note must never excuse what a release tells by itself. Null
 * where what was released contradicts itself.
 */
export function listBelieved(
  solver: Solver,
  parts: readonly StatePart[],
): Result<readonly ReadonlySet<LedgerEntryId>[] | null, DisclosureRefusal> {
  const told = parts[0]?.told ?? [];
  const believed: ReadonlySet<LedgerEntryId>[] = [];
  for (const order of [told, told.toReversed()]) {
    const kept = fitNotes(solver, parts, order);
    if (!kept.ok) return kept;
    if (kept.value === null) return ok(null);
    believed.push(kept.value);
    if (kept.value.size === told.length) break;
  }
  if (told.some(({ released }) => !released))
    believed.push(new Set(told.flatMap(({ id, released }) => (released ? [id] : []))));
  return ok(believed);
}
