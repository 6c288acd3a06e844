import { ok, type Result } from '#platform/base';
import { auditCorrections, type CorrectionFinding } from '../audit-corrections.ts';
import type { Reading } from '../corrected-states.ts';
import type { DisclosureRefusal } from '../disclosure-refusal.ts';
import type { Solver } from '../program.ts';
import type { Floor, Verdict } from '../verdict.ts';
import { statesKnown, type KnownFigures } from './figures-known.ts';
import { figuresOf, fitNotes } from './fit-notes.ts';
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
 * Attacks all states of a population as three strangers would. What was only written down and contradicts the rest of its state is left out, and
 * where releases of one state contradict each other all of it: a stranger leaves out a wrong number as well. What was known without `proposed` is
 * not held against it.
 */
export function judgeCorrections(
  solver: Solver,
  states: readonly PopulationState[],
  proposed: LedgerEntryId,
  floor: Floor,
): Result<JudgedCorrections, DisclosureRefusal> {
  const known = statesKnown(states);
  if (!known.ok) return known;
  const { atoms } = known.value;
  const leftOut = new Set(known.value.leftOut);
  const fitting: (readonly KnownFigures[])[] = [];
  for (const state of known.value.states) {
    const readable = fitNotes(solver, atoms, state);
    if (!readable.ok) return readable;
    const kept = readable.value ?? [];
    for (const { id } of state) if (!kept.some((one) => one.id === id)) leftOut.add(id);
    if (kept.length > 0) fitting.push(kept);
  }
  const told = fitting.map((state) => figuresOf(state));
  const before = fitting.map((state) => figuresOf(state.filter(({ id }) => id !== proposed)));
  const found = auditCorrections(solver, { atoms, states: told }, floor, before);
  if (!found.ok) return found;
  const why = found.value.readings.flatMap(({ reading, judged }) =>
    (judged?.findings ?? []).map((finding) => findingOf(reading, finding)),
  );
  return ok({ verdict: found.value.verdict, insiders: found.value.insiders, why, leftOut: [...leftOut] });
}

function findingOf(reading: Reading, { of, target, range: { low, high } }: CorrectionFinding): LedgerFinding {
  return { kind: of, reading, target, range: [low, high] };
}
