import { ok, type Result } from '#platform/base';
import type { Range } from './count-rule.ts';
import { refuseDisclosure, type DisclosureRefusal } from './disclosure-refusal.ts';
import { explainRange } from './explain-range.ts';
import { withKnown, type Known } from './known-figures.ts';
import type { Explanation, Release, ReleasedFigure, Target } from './release.ts';
import type { Solver } from './program.ts';
import { judgeInsiders, judgeRange, worstOf, type Floor, type Verdict } from './verdict.ts';

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

/** Every atom, and every difference of two figures of which one lies inside the other, each group once. */
function listTargets(atoms: readonly string[], figures: readonly ReleasedFigure[]): readonly Target[] {
  const found = new Map<string, Target>(atoms.map((atom) => [atom, { name: atom, atoms: [atom] }]));
  // Atoms that stand in the same figures are one group to whoever reads them.
  const alike = Map.groupBy(atoms, (atom) => figures.map((figure) => figure.atoms.includes(atom)).join());
  for (const group of alike.values())
    if (group.length > 1) found.set(group.toSorted().join('\n'), { name: group.join(' + '), atoms: group });
  for (const { larger, inner, outside } of listNested(figures)) {
    const key = outside.toSorted().join('\n');
    if (!found.has(key)) found.set(key, { name: `${larger.name} - ${inner.name}`, atoms: outside });
  }
  return [...found.values()];
}

interface Nested {
  readonly larger: ReleasedFigure;
  readonly inner: ReleasedFigure;
  /** What the larger one counts and the inner one does not; at least one atom. */
  readonly outside: readonly string[];
}

function listNested(figures: readonly ReleasedFigure[]): readonly Nested[] {
  return figures.flatMap((larger) =>
    figures.flatMap((inner) => {
      const own = new Set(inner.atoms);
      const outside = larger.atoms.filter((atom) => !own.has(atom));
      const inside = outside.length > 0 && outside.length === larger.atoms.length - own.size;
      return inside ? [{ larger, inner, outside }] : [];
    }),
  );
}

function judgeNested(known: Known, figures: readonly ReleasedFigure[]): Result<Verdict, DisclosureRefusal> {
  const verdicts: Verdict[] = [];
  for (const { larger, outside } of listNested(figures)) {
    const around = known.range(larger.atoms);
    if (!around.ok) return around;
    if (around.value.low < 1) continue;
    const others = known.range(outside);
    if (!others.ok) return others;
    verdicts.push(judgeInsiders(around.value, others.value.high));
  }
  return ok(worstOf(verdicts));
}
