import { ok, type Result } from '#platform/base';
import type { Known } from './ask-groups.ts';
import { isSameRange, type Range } from './count-rule.ts';
import { refuseDisclosure, type DisclosureRefusal } from './disclosure-refusal.ts';
import { explainRange } from './explain-range.ts';
import { findTold } from './find-told.ts';
import { judgeNested, type NestedFinding } from './judge-nested.ts';
import { withKnown } from './known-figures.ts';
import { listTargets } from './list-targets.ts';
import type { Explanation, Release, ReleasedFigure, Target } from './release.ts';
import type { Solver } from './program.ts';
import type { SameGroups } from './same-groups.ts';
import { tellWithoutExcuse } from './tell-without-excuse.ts';
import { judgeRange, judgeTarget, worstOf, type Floor, type Verdict } from './verdict.ts';

/** What was released, one after the other, of groups that are put together from atoms. */
export interface ReleaseSequence {
  readonly atoms: readonly string[];
  readonly releases: readonly Release[];
  /** Null: every atom, and every difference of a figure and one inside it. */
  readonly targets: readonly Target[] | null;
}

export interface JudgedRelease {
  readonly release: string;
  readonly verdict: Verdict;
  readonly insiders: Verdict;
  readonly targets: readonly { readonly name: string; readonly range: Range }[];
  readonly why: readonly Explanation[];
}

/**
 * Judges releases one after the other, each with all that was known before it, whatever the verdicts were. Refuses figures that no counts
 * fit (`contradiction`, with the release), and what cannot be answered for sure.
 */
export function auditReleases(
  solver: Solver,
  { atoms, releases, targets }: ReleaseSequence,
  floor: Floor,
): Result<readonly JudgedRelease[], DisclosureRefusal> {
  const judged: JudgedRelease[] = [];
  for (const [index, release] of releases.entries()) {
    const known = releases.slice(0, index + 1).flatMap(({ figures }) => figures);
    const groups = targets ?? listTargets(atoms, known);
    const one = judgeRelease(solver, { atoms, figures: known, groups, release: release.name }, floor);
    if (!one.ok) return refuseDisclosure(one.refusal.code, `releases[${String(index)}]`);
    judged.push(one.value);
  }
  return ok(judged);
}

/** What the newest of several releases tells that was not known without it. */
export interface JudgedNewest {
  readonly verdict: Verdict;
  readonly insiders: Verdict;
  readonly why: readonly Explanation[];
  readonly nested: readonly NestedFinding[];
}

/** What is known, and which of it was known before what is judged. */
export interface NewestFigures {
  readonly atoms: readonly string[];
  readonly before: readonly ReleasedFigure[];
  /** All of them: those from before too. */
  readonly figures: readonly ReleasedFigure[];
  readonly targets: readonly Target[];
  /** Of those from before what one person wrote down: it excuses nothing that the new ones tell without it. */
  readonly notes: ReadonlySet<ReleasedFigure>;
  readonly same: SameGroups;
}

/**
 * Judges figures that are new, with all that was known before them. A group that was known just as well without them is not held against
 * them: otherwise one small number that others published would stop every release for good. Refuses as `auditReleases` does.
 */
export function auditNewest(
  solver: Solver,
  asked: NewestFigures,
  floor: Floor,
): Result<JudgedNewest, DisclosureRefusal> {
  const { atoms, before, figures, same } = asked;
  const judge = (earlier: Known, known: Known): Result<JudgedNewest, DisclosureRefusal> => {
    const why = findSmall(solver, asked, { known, earlier }, floor);
    if (!why.ok) return why;
    const nested = findTold(known, earlier, figures);
    if (!nested.ok) return nested;
    return ok({
      verdict: worstOf(why.value.map(({ range }) => judgeRange(range, floor))),
      insiders: worstOf(nested.value.map(({ verdict }) => verdict)),
      ...{ why: why.value, nested: nested.value },
    });
  };
  const judgeAll = (earlier: Known) => withKnown(solver, atoms, figures, (known) => judge(earlier, known), same);
  return withKnown(solver, atoms, before, judgeAll, same);
}

/** Groups that do not pass, and that were less well known before, each with its proof. */
function findSmall(
  solver: Solver,
  asked: NewestFigures,
  { known, earlier }: { readonly known: Known; readonly earlier: Known },
  floor: Floor,
): Result<readonly Explanation[], DisclosureRefusal> {
  const why: Explanation[] = [];
  for (const target of asked.targets) {
    const small = known.smallRange(target, floor);
    if (!small.ok) return small;
    if (small.value === null) continue;
    const was = earlier.rangeOf(target);
    if (!was.ok) return was;
    const told = isSameRange(was.value, small.value)
      ? explainWithoutExcuse(solver, asked, target, floor)
      : explainRange(solver, asked.atoms, asked.figures, target, small.value, asked.same);
    if (!told.ok) return told;
    if (told.value !== null) why.push(told.value);
  }
  return ok(why);
}

function explainWithoutExcuse(
  solver: Solver,
  asked: NewestFigures,
  target: Target,
  floor: Floor,
): Result<Explanation | null, DisclosureRefusal> {
  const { atoms, same } = asked;
  const told = tellWithoutExcuse(
    (figures) => withKnown(solver, atoms, figures, (known) => known.rangeOf(target), same),
    asked,
    (range) => judgeTarget(range, target, floor) === 'pass',
  );
  if (!told.ok || told.value === null) return told.ok ? ok(null) : told;
  return explainRange(solver, atoms, told.value.by, target, told.value.range, same);
}

interface Asked {
  readonly atoms: readonly string[];
  readonly figures: readonly ReleasedFigure[];
  readonly groups: readonly Target[];
  readonly release: string;
}

function judgeRelease(
  solver: Solver,
  { atoms, figures, groups, release }: Asked,
  floor: Floor,
): Result<JudgedRelease, DisclosureRefusal> {
  return withKnown(solver, atoms, figures, (known) => {
    const targets: { readonly name: string; readonly range: Range }[] = [];
    const why: Explanation[] = [];
    for (const target of groups) {
      const range = known.rangeOf(target);
      if (!range.ok) return range;
      targets.push({ name: target.name, range: range.value });
      if (judgeRange(range.value, floor) === 'pass') continue;
      const explained = explainRange(solver, atoms, figures, target, range.value);
      if (!explained.ok) return explained;
      why.push(explained.value);
    }
    const insiders = judgeNested(known, figures);
    if (!insiders.ok) return insiders;
    const verdict = worstOf(targets.map(({ range }) => judgeRange(range, floor)));
    return ok({ release, verdict, insiders: insiders.value, targets, why });
  });
}
