import { ok, type Result } from '#platform/base';
import type { Range } from './count-rule.ts';
import { refuseDisclosure, type DisclosureRefusal } from './disclosure-refusal.ts';
import { explainRange } from './explain-range.ts';
import { judgeNested } from './judge-nested.ts';
import { withKnown } from './known-figures.ts';
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

/** Judges the newest of several releases, with all that was known before it. Refuses as `auditReleases` does. */
export function auditNewest(
  solver: Solver,
  { atoms, releases, targets }: ReleaseSequence,
  floor: Floor,
): Result<JudgedRelease, DisclosureRefusal> {
  const figures = releases.flatMap((one) => one.figures);
  const groups = targets ?? listTargets(atoms, figures);
  return judgeRelease(solver, { atoms, figures, groups, release: releases.at(-1)?.name ?? '' }, floor);
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
