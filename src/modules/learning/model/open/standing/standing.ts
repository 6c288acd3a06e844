import { addDays, type CivilDate } from '#platform/base';
import { byEnd, heldUntil, type Held } from './held-until.ts';
import type { Exemption, Proof, Requirement, Retake } from './requirement.ts';
import type { ProofId, TrainingPartId } from './training-ids.ts';

/** How somebody stands to a requirement on a day. Computed, never stored. */
export type Standing =
  /** `until` is the last day; null for ever. */
  | { readonly state: 'valid'; readonly until: CivilDate | null; readonly grounds: readonly ProofId[] }
  /** Still good, or not asked for yet; something is to be done by a day. */
  | { readonly state: 'due'; readonly by: CivilDate; readonly grounds: readonly ProofId[] }
  /** `since` is the first day without. */
  | { readonly state: 'lapsed'; readonly since: CivilDate; readonly lacking: readonly TrainingPartId[] }
  | { readonly state: 'missing'; readonly lacking: readonly TrainingPartId[] }
  /** Lacks something and may go on all the same, until a day. */
  | { readonly state: 'exempt'; readonly until: CivilDate; readonly lacking: readonly TrainingPartId[] };

/** What is known of one person. */
export interface TrainingRecord {
  readonly proofs: readonly Proof[];
  readonly exemptions: readonly Exemption[];
}

/** How a person stands to a requirement on a day in Amsterdam (learning design, 5.3). */
export function standing(
  { id, programme, from, validity }: Requirement,
  { proofs, exemptions }: TrainingRecord,
  retakes: readonly Retake[],
  on: CivilDate,
): Standing {
  const parts = programme.parts
    .map((part) => ({ part: part.id, held: heldUntil({ part, validity, retakes }, proofs, on) }))
    .toSorted((left, right) => longestFirst(left.held, right.held));
  const counted = parts.slice(0, programme.needed);
  const grounds = counted.flatMap(({ held }) => held?.by.id ?? []);
  const lacking = counted.flatMap(({ part, held }) => (held === null || isOver(held, on) ? part : []));
  const last = counted.at(-1)?.held ?? null;
  if (lacking.length === 0) {
    const until = last?.until ?? null;
    const window = validity.kind === 'always' ? 0 : validity.renewalDays;
    return until !== null && on >= addDays(until, -window)
      ? { state: 'due', by: until, grounds }
      : { state: 'valid', until, grounds };
  }
  if (on < from) return { state: 'due', by: from, grounds };
  const until = exemptions
    .filter((one) => one.requirement === id && one.from <= on && one.until >= on)
    .map((one) => one.until)
    .toSorted()
    .at(-1);
  if (until !== undefined) return { state: 'exempt', until, lacking };
  // Ended before: the first day on which one part too few was good. Never done: missing.
  return last === null || last.until === null
    ? { state: 'missing', lacking }
    : { state: 'lapsed', since: addDays(last.until, 1), lacking };
}

/** Whether somebody who stands so may be given a case. */
export function opensGate({ state }: Standing): boolean {
  return state === 'valid' || state === 'due' || state === 'exempt';
}

function isOver({ until }: Held, on: CivilDate): boolean {
  return until !== null && until < on;
}

function longestFirst(left: Held | null, right: Held | null): number {
  if (left === null || right === null) return (left === null ? 1 : 0) - (right === null ? 1 : 0);
  return byEnd(right.until, left.until);
}
