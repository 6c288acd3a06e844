import { addDays, addMonths, civilDate, compareText, type CivilDate } from '#platform/base';
import type { Proof, Retake, TrainingPart, Validity } from './requirement.ts';

/** Until when somebody has a part, the last day included; null for ever. */
export interface Held {
  readonly until: CivilDate | null;
  readonly by: Proof;
}

/** What the proofs of a part are measured with. */
export interface PartRule {
  readonly part: TrainingPart;
  readonly validity: Validity;
  readonly retakes: readonly Retake[];
}

/**
 * Until when a person has a part by what they had done on a day; null when they never did. Finishing within the renewal
 * window goes on from the old end; before it, or after the end, it counts from its own day. Of all ways to count the longest
 * holds, so that having done more never shortens it.
 */
export function heldUntil(rule: PartRule, proofs: readonly Proof[], on: CivilDate): Held | null {
  const done = proofs.filter((proof) => proof.on <= on && isOf(rule.part, proof)).toSorted(byDay);
  const ends: Held[] = [];
  for (const proof of done) {
    const before = ends.flatMap(({ until }) =>
      until !== null && isWithin(rule.validity, until, proof.on) ? until : [],
    );
    for (const start of new Set([proof.on, ...before])) {
      const until = capped(rule, proof, endFrom(rule, proof, start));
      if (until !== 'nothing' && ends.every((one) => one.until !== until)) ends.push({ until, by: proof });
    }
  }
  return ends.toSorted((left, right) => byEnd(right.until, left.until))[0] ?? null;
}

/** Orders ends; for ever comes last. */
export function byEnd(left: CivilDate | null, right: CivilDate | null): number {
  if (left === null || right === null) return (left === null ? 1 : 0) - (right === null ? 1 : 0);
  return compareText(left, right);
}

function byDay(left: Proof, right: Proof): number {
  return compareText(left.on, right.on) || compareText(left.id, right.id);
}

function isOf(part: TrainingPart, { of }: Proof): boolean {
  return 'course' in of ? of.course === part.course : of.part === part.id;
}

function isWithin(validity: Validity, until: CivilDate, on: CivilDate): boolean {
  return validity.kind === 'months' && on <= until && on >= addDays(until, -validity.renewalDays);
}

function endFrom({ part, validity }: PartRule, proof: Proof, start: CivilDate): CivilDate | null {
  if (proof.equivalent !== null) {
    const equivalent = part.equivalents.find(({ id }) => id === proof.equivalent);
    const months = equivalent?.months ?? null;
    return months === null ? null : addMonths(start, months);
  }
  switch (validity.kind) {
    case 'always':
      return null;
    case 'months':
      return addMonths(start, validity.months);
    case 'calendar':
      return endOfNextYear(validity.ends, start);
  }
}

function endOfNextYear(ends: string, on: CivilDate): CivilDate {
  const year = Number(on.slice(0, 4));
  const endOf = (wanted: number): CivilDate => addMonths(civilDate(`2000-${ends}`), (wanted - 2000) * 12);
  return on <= endOf(year) ? endOf(year + 1) : endOf(year + 2);
}

/** Where all must take a newer version, an older one ends on the stated day; one done after that day is worth nothing. */
function capped({ part, retakes }: PartRule, proof: Proof, until: CivilDate | null): CivilDate | null | 'nothing' {
  if (proof.equivalent !== null || part.course === null) return until;
  // A proof that says no version cannot show that it was the new one.
  const major = Number.parseInt(proof.of.version ?? '0', 10);
  let end = until;
  for (const { course, below, endsOn } of retakes) {
    if (course !== part.course || major >= below) continue;
    if (proof.on > endsOn) return 'nothing';
    if (end === null || end > endsOn) end = endsOn;
  }
  return end;
}
