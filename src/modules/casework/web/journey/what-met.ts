import type { Deadline, Pack } from '#kernel/procedures';
import type { RecordedFact } from '#modules/casework/client';
import type { FactLine } from './fact-lines.ts';

/** The fact that met a date; null where a day that came met it, or it was not met. */
export function factThatMet(
  lines: readonly FactLine[],
  packs: readonly Pack[],
  deadline: Deadline,
): RecordedFact | null {
  if (deadline.state !== 'met' || deadline.sense === 'from') return null;
  const names = metBy(packs, deadline);
  const found = lines.findLast(
    ({ fact, standing }) => standing === 'counts' && fact.on === deadline.metOn && names.has(fact.fact),
  );
  return found?.fact ?? null;
}

/** The first fact that would have met a missed date and came too late for it; null where none came. */
export function factThatCameLate(
  lines: readonly FactLine[],
  packs: readonly Pack[],
  deadline: Deadline,
): RecordedFact | null {
  if (deadline.state !== 'missed') return null;
  const names = metBy(packs, deadline);
  const late = lines.filter(
    ({ fact, standing }) => standing === 'counts' && fact.on >= deadline.due.slice(0, 10) && names.has(fact.fact),
  );
  return late.toSorted((left, right) => (left.fact.on < right.fact.on ? -1 : 1))[0]?.fact ?? null;
}

function metBy(packs: readonly Pack[], { pack, ref }: Deadline): ReadonlySet<string> {
  const rules = packs.find(({ id }) => id === pack)?.deadlines.filter((rule) => rule.ref === ref) ?? [];
  return new Set(rules.flatMap(({ met }) => met.map(({ name }) => name)));
}
