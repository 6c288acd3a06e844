import { ok, type Result } from '#platform/base';
import { auditNewest, type JudgedNewest } from '../audit-releases.ts';
import { refuseDisclosure, type DisclosureRefusal } from '../disclosure-refusal.ts';
import { listHidden } from '../divide/list-hidden.ts';
import { listGroups } from '../list-targets.ts';
import type { Solver } from '../program.ts';
import type { Floor } from '../verdict.ts';
import { statesKnown } from './figures-known.ts';
import { figuresOf, listBelieved, uniqueWays } from './list-believed.ts';
import type { Counted, LedgerEntryId } from './ledger-entry.ts';
import type { PopulationState } from './population-states.ts';

/** What a proposal tells of the newest state, by what a stranger believes. */
export interface JudgedState {
  readonly found: readonly JudgedNewest[];
  /** Entries that could not be put together with the others. */
  readonly leftOut: readonly LedgerEntryId[];
}

/** Attacks the newest state, which holds the proposal. Refuses `contradiction` where what was released does not fit it. */
export function judgeNewest(
  solver: Solver,
  newest: PopulationState,
  { id: proposed, author }: Pick<Counted, 'id' | 'author'>,
  floor: Floor,
): Result<JudgedState, DisclosureRefusal> {
  const known = statesKnown([newest]);
  if (!known.ok) return known;
  const { atoms, same, people, margins, common, states, leftOut } = known.value;
  const believed = listBelieved(solver, known.value, states[0] ?? [], author);
  if (!believed.ok) return believed;
  if (believed.value === null) return refuseDisclosure('contradiction');
  const found: JudgedNewest[] = [];
  const { ways, withoutOwn, released } = believed.value;
  for (const way of uniqueWays([...ways, withoutOwn, released])) {
    const figures = [...figuresOf(way), ...margins];
    const before = [...figuresOf(way.filter(({ id }) => id !== proposed)), ...margins];
    const notes = new Set(figuresOf(way.filter(({ released }) => !released)));
    const targets = listGroups(atoms, figures, [...common, ...listHidden(people, figures, floor)]);
    const judged = auditNewest(solver, { atoms, same, before, figures, notes, targets }, floor);
    if (!judged.ok) return judged;
    found.push(judged.value);
    // It cannot become worse.
    if (judged.value.verdict === 'block') break;
  }
  return ok({ found, leftOut: [...leftOut, ...believed.value.leftOut] });
}
