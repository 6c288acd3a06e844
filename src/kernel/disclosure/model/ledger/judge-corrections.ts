import { ok, type Result, type UserId } from '#platform/base';
import { auditCorrections, type CorrectionAudit, type CorrectionFinding } from '../audit-corrections.ts';
import type { Reading } from '../corrected-states.ts';
import type { DisclosureRefusal } from '../disclosure-refusal.ts';
import { listGroups } from '../list-targets.ts';
import type { Solver } from '../program.ts';
import type { ReleasedFigure } from '../release.ts';
import { worstOf, type Floor, type Verdict } from '../verdict.ts';
import { statesKnown, type KnownFigures, type KnownPopulation } from './figures-known.ts';
import { findingOfNested } from './finding-of-nested.ts';
import { figuresOf, listBelieved, uniqueWays, type Believed } from './list-believed.ts';
import type { Counted, LedgerEntryId, LedgerFinding } from './ledger-entry.ts';
import { listRenamings } from './list-renamings.ts';
import type { PopulationState } from './population-states.ts';

/** What figures from before a correction and those since give away together. */
export interface JudgedCorrections {
  readonly verdict: Verdict;
  readonly insiders: Verdict;
  readonly why: readonly LedgerFinding[];
  readonly leftOut: readonly LedgerEntryId[];
}

/**
 * Attacks all states of a population as three strangers would, by what each believes, and by all that the words of earlier states may mean. Where
 * releases of one state contradict each other all of it is left out: a stranger leaves out a wrong number as well. What was known without
 * `proposed` is not held against it.
 */
export function judgeCorrections(
  solver: Solver,
  states: readonly PopulationState[],
  proposed: Pick<Counted, 'id' | 'author'>,
  floor: Floor,
): Result<JudgedCorrections, DisclosureRefusal> {
  const renamings = listRenamings(states);
  if (!renamings.ok) return renamings;
  const found: CorrectionAudit[] = [];
  const leftOut: LedgerEntryId[] = [];
  // It cannot become worse.
  const isWorst = (): boolean => found.at(-1)?.verdict === 'block';
  for (const [at, renamed] of renamings.value.entries()) {
    if (isWorst()) break;
    const told = readStates(solver, renamed, proposed.author);
    if (!told.ok) return told;
    leftOut.push(...told.value.leftOut);
    for (const way of listWays(told.value)) {
      if (isWorst()) break;
      const judged = judgeWay(solver, told.value.known, way, proposed.id, floor);
      // What does not fit anybody nobody believes, as long as there is something else to believe.
      if (!judged.ok && (judged.refusal.code !== 'contradiction' || !(way.isFurther || at > 0))) return judged;
      if (judged.ok) found.push(judged.value);
    }
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

interface ReadStates {
  readonly known: KnownPopulation;
  /** Those that do not contradict themselves. */
  readonly states: readonly { readonly believed: Believed; readonly nobody: readonly ReleasedFigure[] }[];
  readonly leftOut: readonly LedgerEntryId[];
}

function readStates(
  solver: Solver,
  renamed: readonly PopulationState[],
  author: UserId,
): Result<ReadStates, DisclosureRefusal> {
  const known = statesKnown(renamed);
  if (!known.ok) return known;
  const leftOut = [...known.value.leftOut];
  const states: ReadStates['states'][number][] = [];
  for (const [at, told] of known.value.states.entries()) {
    const believed = listBelieved(solver, known.value, told, author);
    if (!believed.ok) return believed;
    leftOut.push(...(believed.value?.leftOut ?? told.map(({ id }) => id)));
    if (believed.value !== null) states.push({ believed: believed.value, nobody: known.value.nobody[at] ?? [] });
  }
  return ok({ known: known.value, states, leftOut });
}

/** What a stranger may believe of all states together. */
interface Way {
  readonly states: readonly { readonly told: readonly KnownFigures[]; readonly nobody: readonly ReleasedFigure[] }[];
  /** Beside what the figures say by themselves: it need not fit. */
  readonly isFurther: boolean;
}

/**
 * What is believed first of each state; each other thing that may be believed of one of them; the second thing of all of them, and so on; all without what
 * the author of the proposal wrote down, and all that was only released. Each also by whoever believes that a state lists all categories there are,
 * where a later one lists more.
 */
function listWays({ states }: ReadStates): readonly Way[] {
  const firsts = states.map(({ believed }) => believed.ways[0] ?? []);
  const others = states.flatMap(({ believed: { ways } }, at) => ways.slice(1).map((way) => firsts.with(at, way)));
  const most = Math.max(1, ...states.map(({ believed }) => believed.ways.length));
  const together = Array.from({ length: most }, (_, at) =>
    states.map(({ believed: { ways } }, state) => ways[at] ?? firsts[state] ?? []),
  );
  const without = (['withoutOwn', 'released'] as const).map((of) => states.map(({ believed }) => believed[of]));
  const listsDiffer = states.some(({ nobody }) => nobody.length > 0);
  return uniqueWays([firsts, ...others, ...together, ...without]).flatMap((ways): readonly Way[] => {
    const alone = ways.map((told) => ({ told, nobody: [] }));
    const listed = ways.map((told, at) => ({ told, nobody: states[at]?.nobody ?? [] }));
    // States that each fit may not fit together: whoever believes so much is none of the strangers.
    const isFurther = ways !== firsts;
    return [{ states: alone, isFurther }, ...(listsDiffer ? [{ states: listed, isFurther: true }] : [])];
  });
}

function judgeWay(
  solver: Solver,
  { atoms, same, margins, common }: KnownPopulation,
  { states }: Way,
  proposed: LedgerEntryId,
  floor: Floor,
): Result<CorrectionAudit, DisclosureRefusal> {
  const told = states.map((state) => [...figuresOf(state.told), ...state.nobody, ...margins]);
  const before = states.map((state, at) => [
    ...figuresOf(state.told.filter(({ id }) => id !== proposed)),
    // That nobody is in what the newest list leaves out may be what the proposal says.
    ...(at < states.length - 1 ? state.nobody : []),
    ...margins,
  ]);
  const groups = listGroups(atoms, told.flat(), common);
  const empty = states.map(({ nobody }) => new Set(nobody.flatMap((figure) => figure.atoms)));
  const notes = new Set(states.flatMap((state) => figuresOf(state.told.filter(({ released }) => !released))));
  return auditCorrections(solver, { atoms, states: told, groups, same, empty, notes }, floor, before);
}

function findingOf(reading: Reading, { of, target, range: { low, high } }: CorrectionFinding): LedgerFinding {
  return { kind: of, reading, target, range: [low, high] };
}
