import { dayInAmsterdam, type CivilDate, type TenantId } from '#platform/base';
import type { RequestContext } from '#platform/server/http';
import { closedMonths } from '../../model/open/count/figures-of-year.ts';
import { effectOfYear, type EffectOfYear, type KeptStories } from '../../model/open/effect/effect-of-year.ts';
import { listScores, type KeptScores } from '../store/story-score-store.ts';

/** What groups learned in a year, by course. Of the year before last nothing is told: its months are being deleted one by one. */
export async function readEffect(
  { tx, clock }: Pick<RequestContext, 'tx' | 'clock'>,
  tenant: TenantId,
  year: number,
): Promise<ReadonlyMap<string, EffectOfYear>> {
  const today = dayInAmsterdam(clock.now());
  if (year < Number(today.slice(0, 4)) - 1) return new Map();
  const scores = await listScores(tx, tenant);
  const courses = [...new Set(scores.map(({ course }) => course))];
  const closed = closedMonths(year, today);
  return new Map(
    courses.map((course) => {
      const kept = scores.filter((one) => one.course === course).map((one) => inYear(one, year));
      return [course, effectOfYear(kept, closed)];
    }),
  );
}

function inYear({ beforeMonth, before, afterMonth, after }: KeptScores, year: number): KeptStories {
  const monthIn = (day: CivilDate | null): number | null =>
    day?.startsWith(`${String(year)}-`) === true ? Number(day.slice(5, 7)) : null;
  const pair = after === null ? null : { before, after };
  return { beforeMonth: monthIn(beforeMonth), afterMonth: monthIn(afterMonth), pair };
}
