import { ok, type Result } from '#platform/base';
import type { Range } from './count-rule.ts';
import { readings, withStates, type KnownStates, type Reading } from './corrected-states.ts';
import { refuseDisclosure, type DisclosureRefusal } from './disclosure-refusal.ts';
import { judgeNested } from './judge-nested.ts';
import type { Known } from './known-figures.ts';
import { listTargets } from './list-targets.ts';
import type { Solver } from './program.ts';
import type { ReleasedFigure, Target } from './release.ts';
import { judgeRange, worstOf, type Floor, type Verdict } from './verdict.ts';

/** Figures of one year in the order of its data states: what was published first, and what each correction published. */
export interface CorrectedYear {
  readonly atoms: readonly string[];
  /** At least one. */
  readonly states: readonly (readonly ReleasedFigure[])[];
}

/** A group that is too well known to one who reads the corrections so. */
export interface CorrectionFinding {
  /** The people of a state, or those who came or went at the step that led to it. */
  readonly of: 'state' | 'added' | 'removed';
  /** Counted from 0; of a step, the state that it led to. */
  readonly state: number;
  readonly target: string;
  readonly range: Range;
  readonly verdict: Verdict;
}

/** What one reading gives away; null where the figures do not allow it. */
export interface JudgedReading {
  readonly reading: Reading;
  readonly judged: {
    readonly verdict: Verdict;
    readonly insiders: Verdict;
    readonly findings: readonly CorrectionFinding[];
  } | null;
}

export interface CorrectionAudit {
  readonly verdict: Verdict;
  readonly insiders: Verdict;
  readonly readings: readonly JudgedReading[];
}

/**
 * Attacks a year that was corrected as three strangers would (diplomacy, 3.4): one thinks nothing changed, one that only late registrations came, one
 * allows both. The worst of what the possible readings give away counts; who was added and who was removed are groups too. Refuses
 * (`contradiction`) figures that fit no reading.
 */
export function auditCorrections(
  solver: Solver,
  { atoms, states }: CorrectedYear,
  floor: Floor,
): Result<CorrectionAudit, DisclosureRefusal> {
  const judged: JudgedReading[] = [];
  for (const reading of readings) {
    const one = withStates(solver, atoms, states, reading, (known) =>
      judgeStates(known, { atoms, states }, reading, floor),
    );
    if (!one.ok && one.refusal.code !== 'contradiction') return one;
    judged.push({ reading, judged: one.ok ? one.value : null });
  }
  const possible = judged.flatMap(({ judged: one }) => (one === null ? [] : [one]));
  if (possible.length === 0) return refuseDisclosure('contradiction');
  return ok({
    verdict: worstOf(possible.map(({ verdict }) => verdict)),
    insiders: worstOf(possible.map(({ insiders }) => insiders)),
    readings: judged,
  });
}

type Judged = NonNullable<JudgedReading['judged']>;

function judgeStates(
  known: KnownStates,
  { atoms, states }: CorrectedYear,
  reading: Reading,
  floor: Floor,
): Result<Judged, DisclosureRefusal> {
  const all = states.flat();
  // A figure of any state may be set beside one of another.
  const groups = listTargets(atoms, all);
  const changed = [...groups, ...all.map(({ name, atoms: counted }) => ({ name, atoms: counted }))];
  const parts: readonly (readonly [CorrectionFinding['of'], number, Known, readonly Target[]])[] = [
    ...known.states.map((one, state) => ['state', state, one, groups] as const),
    // That nobody came or went is what the reading says itself, and no news.
    ...(reading === 'nothing-changed' ? [] : known.added).map(
      (one, step) => ['added', step + 1, one, changed] as const,
    ),
    ...(reading === 'added-and-removed' ? known.removed : []).map(
      (one, step) => ['removed', step + 1, one, changed] as const,
    ),
  ];
  const findings: CorrectionFinding[] = [];
  for (const [of, state, one, targets] of parts)
    for (const target of uniqueTargets(targets)) {
      const range = one.range(target.atoms);
      if (!range.ok) return range;
      const verdict = judgeRange(range.value, floor);
      if (verdict !== 'pass') findings.push({ of, state, target: target.name, range: range.value, verdict });
    }
  const insiders: Verdict[] = [];
  for (const one of known.states) {
    const found = judgeNested(one, all);
    if (!found.ok) return found;
    insiders.push(found.value);
  }
  return ok({ verdict: worstOf(findings.map(({ verdict }) => verdict)), insiders: worstOf(insiders), findings });
}

/** Each group once, by the first name that it came with. */
function uniqueTargets(targets: readonly Target[]): readonly Target[] {
  const byGroup = new Map<string, Target>();
  for (const target of targets) {
    const key = target.atoms.toSorted().join('\n');
    if (!byGroup.has(key)) byGroup.set(key, target);
  }
  return [...byGroup.values()];
}
