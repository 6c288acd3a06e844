import { ok, type Result } from '#platform/base';
import { auditNewest, type JudgedNewest } from '../audit-releases.ts';
import { refuseDisclosure, type DisclosureRefusal } from '../disclosure-refusal.ts';
import { listGroups } from '../list-targets.ts';
import type { Solver } from '../program.ts';
import type { Floor } from '../verdict.ts';
import { statesKnown } from './figures-known.ts';
import { figuresWithTotal, listBelieved } from './fit-notes.ts';
import type { LedgerEntryId } from './ledger-entry.ts';
import type { PopulationState } from './population-states.ts';

/** What a proposal tells of the newest state: by part of the population, and by what a stranger believes. */
export interface JudgedState {
  readonly found: readonly JudgedNewest[];
  /** Entries that could not be put together with the others. */
  readonly leftOut: readonly LedgerEntryId[];
}

/** Attacks the newest state, which holds the proposal. Refuses `contradiction` where what was released does not fit it. */
export function judgeNewest(
  solver: Solver,
  newest: PopulationState,
  proposed: LedgerEntryId,
  floor: Floor,
): Result<JudgedState, DisclosureRefusal> {
  const known = statesKnown([newest]);
  if (!known.ok) return known;
  const parts = known.value.parts.map(({ atoms, states, categories }) => ({
    atoms,
    categories,
    told: states[0] ?? [],
  }));
  const believed = listBelieved(solver, parts);
  if (!believed.ok) return believed;
  if (believed.value === null) return refuseDisclosure('contradiction');
  const found: JudgedNewest[] = [];
  for (const ids of believed.value)
    for (const part of parts) {
      const figures = figuresWithTotal(solver, parts, part, ids);
      if (!figures.ok) return figures;
      const before = figuresWithTotal(solver, parts, part, new Set([...ids].filter((id) => id !== proposed)));
      if (!before.ok) return before;
      const targets = listGroups(part.atoms, figures.value, part.categories);
      const { atoms } = part;
      const judged = auditNewest(solver, { atoms, before: before.value, figures: figures.value, targets }, floor);
      if (!judged.ok) return judged;
      found.push(judged.value);
    }
  return ok({ found, leftOut: [...known.value.leftOut, ...listNotBelieved(parts[0]?.told ?? [], believed.value)] });
}

/** Entries that one of those who read as many as they can did not believe. What was released alone is believed besides, and leaves nothing out. */
export function listNotBelieved(
  told: readonly { readonly id: LedgerEntryId; readonly released: boolean }[],
  believed: readonly ReadonlySet<LedgerEntryId>[],
): readonly LedgerEntryId[] {
  const isReleasedAlone = (ids: ReadonlySet<LedgerEntryId>) =>
    told.every(({ id, released }) => released === ids.has(id));
  const reading = believed.filter((ids, at) => at === 0 || !isReleasedAlone(ids));
  return told.flatMap(({ id }) => (reading.every((ids) => ids.has(id)) ? [] : [id]));
}
