import { addDays, type CivilDate, type UserId } from '#platform/base';
import { heldUntil } from '../standing/held-until.ts';
import type { Proof, Retake, TrainingPart, Validity } from '../standing/requirement.ts';
import type { ProofId, TrainingPartId } from '../standing/training-ids.ts';

/** How somebody who was invited stands, as their organisation is told: nothing of when, how often or how well. */
export type ListedStanding =
  /** `until` is the last day; null for ever. */
  | { readonly state: 'done'; readonly until: CivilDate | null }
  /** To be done by a day; `good`: what was done before still counts until then. */
  | { readonly state: 'due'; readonly by: CivilDate; readonly good: boolean }
  /** `since` is the first day without. */
  | { readonly state: 'expired'; readonly since: CivilDate };

/** For how long a course counts in an organisation; null months for ever. */
export interface PeopleRule {
  readonly months: number | null;
  /** From the day of the invitation until it should be done. */
  readonly days: number;
}

/** Where an organisation said nothing. */
export const usualRule: PeopleRule = { months: null, days: 30 };

/** In so many days before the end it is to be done again, and counts on from the old end. */
export const renewalDays = 60;

// The part stands for the course alone, in nobody's programme; ids of it are compared with nothing.
const partId = 'listed' as TrainingPartId;

/** How somebody stands to a course on a day in Amsterdam, by the rule of their organisation and what they had done by then. */
export function listedStanding(
  { course, dueOn, months }: { readonly course: string; readonly dueOn: CivilDate; readonly months: number | null },
  done: readonly { readonly on: CivilDate; readonly version: string }[],
  retakes: readonly Retake[],
  on: CivilDate,
): ListedStanding {
  const part: TrainingPart = { id: partId, course, name: null, equivalents: [] };
  const validity: Validity = months === null ? { kind: 'always' } : { kind: 'months', months, renewalDays };
  const proofs = done.map((one, at): Proof => ({
    // Ids only order what was done on one day, and nobody is named here.
    ...{ id: String(at) as ProofId, user: '' as UserId, equivalent: null },
    ...{ of: { course, version: one.version }, on: one.on },
  }));
  const held = heldUntil({ part, validity, retakes }, proofs, on);
  if (held === null) return on <= dueOn ? { state: 'due', by: dueOn, good: false } : since(dueOn);
  if (held.until === null) return { state: 'done', until: null };
  if (held.until < on) return since(held.until);
  return on >= addDays(held.until, -renewalDays)
    ? { state: 'due', by: held.until, good: true }
    : { state: 'done', until: held.until };
}

function since(last: CivilDate): ListedStanding {
  return { state: 'expired', since: addDays(last, 1) };
}
