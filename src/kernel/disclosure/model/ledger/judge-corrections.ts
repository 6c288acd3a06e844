import { ok, type Result } from '#platform/base';
import { auditCorrections, type CorrectionAudit, type CorrectionFinding } from '../audit-corrections.ts';
import type { Reading } from '../corrected-states.ts';
import type { DisclosureRefusal } from '../disclosure-refusal.ts';
import { listGroups } from '../list-targets.ts';
import type { Solver } from '../program.ts';
import { worstOf, type Floor, type Verdict } from '../verdict.ts';
import { statesKnown, type KnownFigures } from './figures-known.ts';
import { findingOfNested } from './finding-of-nested.ts';
import { figuresOf, listBelieved, type Believed } from './list-believed.ts';
import type { LedgerEntryId, LedgerFinding } from './ledger-entry.ts';
import type { PopulationState } from './population-states.ts';

/** What figures from before a correction and those since give away together. */
export interface JudgedCorrections {
  readonly verdict: Verdict;
  readonly insiders: Verdict;
  readonly why: readonly LedgerFinding[];
  readonly leftOut: readonly LedgerEntryId[];
}

/**
 * Attacks all states of a population as three strangers would, by what each believes. Where releases of one state contradict each other all of it
 * is left out: a stranger leaves out a wrong number as well. What was known without `proposed` is not held against it.
 */
export function judgeCorrections(
  solver: Solver,
  states: readonly PopulationState[],
  proposed: LedgerEntryId,
  floor: Floor,
): Result<JudgedCorrections, DisclosureRefusal> {
  const known = statesKnown(states);
  if (!known.ok) return known;
  const { atoms, same, margins, common } = known.value;
  const leftOut = [...known.value.leftOut];
  const read: Believed[] = [];
  for (const told of known.value.states) {
    const believed = listBelieved(solver, known.value, told);
    if (!believed.ok) return believed;
    leftOut.push(...(believed.value?.leftOut ?? told.map(({ id }) => id)));
    if (believed.value !== null) read.push(believed.value);
  }
  const found: CorrectionAudit[] = [];
  for (const way of listWays(read)) {
    const told = way.map((state) => [...figuresOf(state), ...margins]);
    const before = way.map((state) => [...figuresOf(state.filter(({ id }) => id !== proposed)), ...margins]);
    const groups = listGroups(atoms, told.flat(), common);
    const judged = auditCorrections(solver, { atoms, states: told, groups, same }, floor, before);
    if (!judged.ok) return judged;
    found.push(judged.value);
  }
  const why = found.flatMap(({ readings }) =>
    readings.flatMap(({ reading, judged }) => [
      ...(judged?.findings ?? []).map((finding) => findingOf(reading, finding)),
      ...(judged?.nested ?? []).map(findingOfNested),
    ]),
  );
  return ok({
    ...{ verdict: worstOf(found.map(({ verdict }) => verdict)), insiders: worstOf(found.map((one) => one.insiders)) },
    ...{ why, leftOut },
  });
}

/** The first thing that each state may be believed to say, the second, and so on: where one has fewer, its last, which is what was released alone. */
function listWays(read: readonly Believed[]): readonly (readonly (readonly KnownFigures[])[])[] {
  const most = Math.max(1, ...read.map(({ ways }) => ways.length));
  return Array.from({ length: most }, (_, at) => read.map(({ ways }) => ways[at] ?? ways.at(-1) ?? []));
}

function findingOf(reading: Reading, { of, target, range: { low, high } }: CorrectionFinding): LedgerFinding {
  return { kind: of, reading, target, range: [low, high] };
}
