import { ok, type Result } from '#platform/base';
import { isSameRange, type Range } from './count-rule.ts';
import { refuseDisclosure, type DisclosureRefusal } from './disclosure-refusal.ts';
import { explainRange } from './explain-range.ts';
import { findTold } from './find-told.ts';
import { judgeNested, type NestedFinding } from './judge-nested.ts';
import { withKnown, type Known, type KnownTogether } from './known-figures.ts';
import { listTargets } from './list-targets.ts';
import type { Explanation, Release, ReleasedFigure, Target } from './release.ts';
import type { Solver } from './program.ts';
import { judgeRange, worstOf, type Floor, type Verdict } from './verdict.ts';

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
}

/**
 * Judges figures that are new, with all that was known before them. A group that was known just as well without them is not held against
 * them: otherwise one small number that others published would stop every release for good. Refuses as `auditReleases` does.
 */
export function auditNewest(
  solver: Solver,
  { atoms, before, figures, targets }: NewestFigures,
  floor: Floor,
): Result<JudgedNewest, DisclosureRefusal> {
  return withKnown(solver, atoms, before, (earlier) =>
    withKnown(solver, atoms, figures, (known) => {
      const small = findSmall(known, earlier, targets, floor);
      if (!small.ok) return small;
      const why: Explanation[] = [];
      for (const { target, range } of small.value) {
        const explained = explainRange(solver, atoms, figures, target, range);
        if (!explained.ok) return explained;
        why.push(explained.value);
      }
      const nested = findTold(known, earlier, figures);
      if (!nested.ok) return nested;
      return ok({
        verdict: worstOf(small.value.map(({ range }) => judgeRange(range, floor))),
        insiders: worstOf(nested.value.map(({ verdict }) => verdict)),
        ...{ why, nested: nested.value },
      });
    }),
  );
}

/** Groups that do not pass, and that were less well known before. */
function findSmall(
  known: KnownTogether,
  earlier: Known,
  groups: readonly Target[],
  floor: Floor,
): Result<readonly { readonly target: Target; readonly range: Range }[], DisclosureRefusal> {
  const small: { readonly target: Target; readonly range: Range }[] = [];
  for (const target of groups) {
    const fine = known.isSurelyFine(target.atoms, floor);
    if (!fine.ok) return fine;
    if (fine.value) continue;
    const range = known.range(target.atoms);
    if (!range.ok) return range;
    if (judgeRange(range.value, floor) === 'pass') continue;
    const was = earlier.range(target.atoms);
    if (!was.ok) return was;
    if (!isSameRange(was.value, range.value)) small.push({ target, range: range.value });
  }
  return ok(small);
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
      const range = known.range(target.atoms);
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
