import { ok, type Result } from '#platform/base';
import { auditCorrections, type CorrectionAudit, type CorrectionFinding } from '../audit-corrections.ts';
import type { Reading } from '../corrected-states.ts';
import { refuseDisclosure, type DisclosureRefusal } from '../disclosure-refusal.ts';
import type { Solver } from '../program.ts';
import type { ReleasedFigure, Target } from '../release.ts';
import { worstOf, type Floor, type Verdict } from '../verdict.ts';
import { statesKnown } from './figures-known.ts';
import { findingOfNested } from './finding-of-nested.ts';
import { figuresWithTotal, listBelieved, type StatePart } from './fit-notes.ts';
import { listNotBelieved } from './judge-newest.ts';
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
 * Attacks all states of a population as three strangers would, by part and by what each believes. Where releases of one state contradict each other
 * all of it is left out: a stranger leaves out a wrong number as well. What was known without `proposed` is not held against it.
 */
export function judgeCorrections(
  solver: Solver,
  states: readonly PopulationState[],
  proposed: LedgerEntryId,
  floor: Floor,
): Result<JudgedCorrections, DisclosureRefusal> {
  const known = statesKnown(states);
  if (!known.ok) return known;
  const { parts } = known.value;
  const leftOut = new Set(known.value.leftOut);
  const read: BelievedState[] = [];
  for (const [at] of states.entries()) {
    const own = parts.map(({ atoms, states: ofPart }) => ({ atoms, told: ofPart[at] ?? [] }));
    const believed = listBelieved(solver, own);
    if (!believed.ok) return believed;
    const told = own[0]?.told ?? [];
    for (const id of believed.value === null ? told.map((one) => one.id) : listNotBelieved(told, believed.value))
      leftOut.add(id);
    if (believed.value !== null) read.push({ parts: own, believed: believed.value });
  }
  const found: CorrectionAudit[] = [];
  // By the first thing that each state may be believed to say, by the second, and so on: where there are fewer, by its last.
  const ways = Math.max(1, ...read.map(({ believed }) => believed.length));
  for (let way = 0; way < ways; way += 1)
    for (const [place, { categories }] of parts.entries()) {
      const judged = judgePart(solver, { read, place, way, categories }, proposed, floor);
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
    ...{ why, leftOut: [...leftOut] },
  });
}

interface BelievedState {
  readonly parts: readonly StatePart[];
  readonly believed: readonly ReadonlySet<LedgerEntryId>[];
}

function judgePart(
  solver: Solver,
  {
    read,
    place,
    way,
    categories,
  }: {
    readonly read: readonly BelievedState[];
    readonly place: number;
    readonly way: number;
    readonly categories: readonly Target[];
  },
  proposed: LedgerEntryId,
  floor: Floor,
): Result<CorrectionAudit, DisclosureRefusal> {
  const told: (readonly ReleasedFigure[])[] = [];
  const before: (readonly ReleasedFigure[])[] = [];
  for (const { parts, believed } of read) {
    const part = parts[place];
    const ids = believed[way] ?? believed.at(-1);
    if (part === undefined || ids === undefined) return refuseDisclosure('not-checked');
    const figures = figuresWithTotal(solver, parts, part, ids);
    if (!figures.ok) return figures;
    const earlier = figuresWithTotal(solver, parts, part, new Set([...ids].filter((id) => id !== proposed)));
    if (!earlier.ok) return earlier;
    told.push(figures.value);
    before.push(earlier.value);
  }
  const atoms = read[0]?.parts[place]?.atoms ?? [];
  return auditCorrections(solver, { atoms, states: told, more: categories }, floor, before);
}

function findingOf(reading: Reading, { of, target, range: { low, high } }: CorrectionFinding): LedgerFinding {
  return { kind: of, reading, target, range: [low, high] };
}
