import { ok, type Result } from '#platform/base';
import type { DisclosureRefusal } from './disclosure-refusal.ts';
import type { Known } from './known-figures.ts';
import { listNested } from './list-targets.ts';
import type { ReleasedFigure } from './release.ts';
import { judgeInsiders, worstOf, type Verdict } from './verdict.ts';

/**
 * What somebody learns who is in a group himself, or two who pool what they know: of each group inside a larger one, how many of the larger may be
 * outside of it.
 */
export function judgeNested(known: Known, figures: readonly ReleasedFigure[]): Result<Verdict, DisclosureRefusal> {
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
