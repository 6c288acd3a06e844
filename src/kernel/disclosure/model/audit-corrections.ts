import { ok, type Result } from '#platform/base';
import { isSameRange, type Range } from './count-rule.ts';
import { readings, withStates, type KnownStates, type Reading } from './corrected-states.ts';
import { refuseDisclosure, type DisclosureRefusal } from './disclosure-refusal.ts';
import { findTold } from './find-told.ts';
import type { NestedFinding } from './judge-nested.ts';
import type { Known } from './ask-groups.ts';
import { listGroups } from './list-targets.ts';
import type { Solver } from './program.ts';
import type { ReleasedFigure, Target } from './release.ts';
import type { SameGroups } from './same-groups.ts';
import { tellWithoutExcuse } from './tell-without-excuse.ts';
import { judgeRange, judgeTarget, worstOf, type Floor, type Verdict } from './verdict.ts';

/** Figures of one year in the order of its data states: what was published first, and what each correction published. */
export interface CorrectedYear {
  readonly atoms: readonly string[];
  /** At least one. */
  readonly states: readonly (readonly ReleasedFigure[])[];
  /** The groups that nobody may be found in; those that figures tell of where none are named. */
  readonly groups?: readonly Target[];
  readonly same?: SameGroups;
  /** By state the atoms that nobody can be in whatever the numbers are; no targets there (diplomacy, 3.4: structural zeros). */
  readonly empty?: readonly ReadonlySet<string>[];
  /** What one person wrote down: it excuses nothing that other figures tell without it. */
  readonly notes?: ReadonlySet<ReleasedFigure>;
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
    readonly nested: readonly NestedFinding[];
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
 * (`contradiction`) figures that fit no reading. `before`: the same states without the figures that are to be judged; what was known just as
 * well from those is not held against them.
 */
export function auditCorrections(
  solver: Solver,
  year: CorrectedYear,
  floor: Floor,
  before: CorrectedYear['states'] | null = null,
): Result<CorrectionAudit, DisclosureRefusal> {
  const { atoms, states, same } = year;
  const judged: JudgedReading[] = [];
  for (const reading of readings) {
    const attack: Attack = { solver, year, before, reading, floor };
    const judgeAgainst = (known: KnownStates) =>
      before === null
        ? judgeStates(attack, known, null)
        : withStates(solver, atoms, before, reading, (earlier) => judgeStates(attack, known, earlier), same);
    const one = withStates(solver, atoms, states, reading, judgeAgainst, same);
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

/** One stranger, and what is shown to him. */
interface Attack {
  readonly solver: Solver;
  readonly year: CorrectedYear;
  readonly before: CorrectedYear['states'] | null;
  readonly reading: Reading;
  readonly floor: Floor;
}

function judgeStates(
  attack: Attack,
  known: KnownStates,
  earlier: KnownStates | null,
): Result<Judged, DisclosureRefusal> {
  const { year } = attack;
  const findings: CorrectionFinding[] = [];
  for (const part of listParts(known, attack)) {
    const found = findInPart(attack, part, known, earlier);
    if (!found.ok) return found;
    findings.push(...found.value);
  }
  const nested: NestedFinding[] = [];
  for (const [state, one] of known.states.entries()) {
    const found = findTold(one, earlier?.states[state] ?? null, year.states.flat());
    if (!found.ok) return found;
    nested.push(...found.value.filter(({ outside }) => !isEmpty(attack, state, outside)));
  }
  const [verdict, insiders] = [findings, nested].map((found) => worstOf(found.map((one) => one.verdict)));
  return ok({ verdict: verdict ?? 'block', insiders: insiders ?? 'block', findings, nested });
}

/** The people of a state, or those who came or went at a step. */
interface Part {
  readonly of: CorrectionFinding['of'];
  readonly state: number;
  readonly pick: (known: KnownStates) => Known | undefined;
  readonly targets: readonly Target[];
}

function listParts(known: KnownStates, attack: Attack): readonly Part[] {
  const { reading, year } = attack;
  const { atoms, states, groups: named } = year;
  // A figure of any state may be set beside one of another.
  const groups = named ?? listGroups(atoms, states.flat());
  // Of those who came or went each cell is looked at by itself (diplomacy, 3.4).
  const single = groups.filter(({ common }) => common === undefined);
  const within = (targets: readonly Target[], state: number) =>
    targets.filter((target) => !isEmpty(attack, state, target.atoms));
  return [
    ...known.states.map((_, state): Part => ({
      ...{ of: 'state', state, pick: (one) => one.states[state] },
      targets: within(groups, state),
    })),
    // That nobody came or went is what the reading says itself, and no news.
    ...(reading === 'nothing-changed' ? [] : known.added).map((_, step): Part => ({
      ...{ of: 'added', state: step + 1, pick: (one) => one.added[step] },
      targets: within(single, step + 1),
    })),
    ...(reading === 'added-and-removed' ? known.removed : []).map((_, step): Part => ({
      ...{ of: 'removed', state: step + 1, pick: (one) => one.removed[step] },
      targets: within(single, step),
    })),
  ];
}

/** Whether nobody can be there whatever the numbers are: in that state, or in one that the reading says holds all of its people. */
function isEmpty({ year: { empty = [] }, reading }: Attack, state: number, atoms: readonly string[]): boolean {
  const holding = { 'nothing-changed': empty, 'late-added': empty.slice(state), 'added-and-removed': [empty[state]] };
  return atoms.every((atom) => holding[reading].some((nobody) => nobody?.has(atom)));
}

function findInPart(
  attack: Attack,
  part: Part,
  known: KnownStates,
  earlier: KnownStates | null,
): Result<readonly CorrectionFinding[], DisclosureRefusal> {
  const [now, was] = [part.pick(known), earlier === null ? undefined : part.pick(earlier)];
  const findings: CorrectionFinding[] = [];
  if (now === undefined) return refuseDisclosure('not-checked');
  for (const target of part.targets) {
    const small = now.smallRange(target, attack.floor);
    if (!small.ok) return small;
    if (small.value === null) continue;
    const somebody = part.of === 'state' ? ok(true) : tellsOfSomebody(now, attack.year, small.value);
    if (!somebody.ok) return somebody;
    if (!somebody.value) continue;
    const before = was?.rangeOf(target);
    if (before && !before.ok) return before;
    const isExcused = before !== undefined && isSameRange(before.value, small.value);
    const told = isExcused ? rangeWithoutExcuse(attack, part, target) : ok(small.value);
    if (!told.ok) return told;
    if (told.value === null) continue;
    const verdict = judgeRange(told.value, attack.floor);
    findings.push({ of: part.of, state: part.state, target: target.name, range: told.value, verdict });
  }
  return ok(findings);
}

/**
 * Whether a small range of those who came or went tells of somebody. That perhaps nobody did is no news, however few they may be; nor that certainly
 * nobody did, unless others came: then all of those are told to be others.
 */
function tellsOfSomebody(
  now: Known,
  { atoms }: CorrectedYear,
  { low, high }: Range,
): Result<boolean, DisclosureRefusal> {
  if (low > 0 || high !== 0) return ok(low > 0);
  const all = now.range(atoms);
  return all.ok ? ok(all.value.high !== 0) : all;
}

/** What figures tell of a group without the notes that told it before; null where that is nothing small. */
function rangeWithoutExcuse(
  { solver, year, before, reading, floor }: Attack,
  { pick }: Part,
  target: Target,
): Result<Range | null, DisclosureRefusal> {
  const { atoms, states, same, notes = new Set() } = year;
  const rangeOf = (some: readonly ReleasedFigure[]) => {
    const kept = new Set(some);
    const told = states.map((figures) => figures.filter((figure) => kept.has(figure)));
    const find = (known: KnownStates) => pick(known)?.rangeOf(target) ?? refuseDisclosure('not-checked');
    return withStates(solver, atoms, told, reading, find, same);
  };
  const [known, figures] = [before ?? [], states].map((of) => [...new Set(of.flat())]);
  const told = tellWithoutExcuse(rangeOf, { before: known ?? [], figures: figures ?? [], notes }, (range) => {
    return judgeTarget(range, target, floor) === 'pass';
  });
  return told.ok ? ok(told.value?.range ?? null) : told;
}
