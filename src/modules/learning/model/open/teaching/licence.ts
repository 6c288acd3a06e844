import { addDays, addMonths, compareText, type CivilDate } from '#platform/base';
import { heldUntil } from '../standing/held-until.ts';
import type { Proof, Retake } from '../standing/requirement.ts';
import type { TrainingPartId } from '../standing/training-ids.ts';

/** What it takes to teach a course, and for how long that holds (learning design, 5.6). One for each course. */
export interface TeachingRule {
  readonly course: string;
  /** For how many months the course itself holds for those who teach it; null for ever. */
  readonly courseMonths: number | null;
  /** The part of a programme that the day for trainers counts as. */
  readonly part: TrainingPartId;
  /** How many sessions taught together must be signed. */
  readonly coTaught: number;
  /** For how many months the licence lasts after what renews it. */
  readonly months: number;
}

/** What is known of one person for one course. */
export interface TeachingRecord {
  readonly proofs: readonly Proof[];
  /** Days on which a holder signed that they taught a session well, one for each session. */
  readonly signed: readonly CivilDate[];
  /** Days on which a coordinator gave the licence, as to the first trainers. */
  readonly given: readonly CivilDate[];
  /** Days of sessions of the course that they taught, whoever signed. */
  readonly taught: readonly CivilDate[];
}

/** What somebody still needs. */
export interface LicenceLack {
  /** The course was never done, or is not good any more. */
  readonly course: boolean;
  /** The day for trainers. */
  readonly training: boolean;
  /** So many sessions taught together are still to be signed. */
  readonly sessions: number;
}

/** How somebody stands to the right to teach a course. Computed, never stored. */
export type Licence =
  /** `until` is the last day. */
  | { readonly state: 'held'; readonly until: CivilDate }
  /** `since` is the first day without. */
  | { readonly state: 'lapsed'; readonly since: CivilDate; readonly lacking: LicenceLack }
  | { readonly state: 'missing'; readonly lacking: LicenceLack };

/**
 * The licence of a person on a day in Amsterdam. It takes the course, the day for trainers and enough signed sessions; each
 * later signature or day for trainers, and each session taught while it lasts, makes it last its months from that day. Without a
 * valid course it rests. What is known later never makes it end earlier, and an ended one needs one more signature (or such a day).
 */
export function licence(
  rule: TeachingRule,
  record: TeachingRecord,
  retakes: readonly Retake[],
  on: CivilDate,
): Licence {
  const course = courseUntil(rule, record.proofs, retakes, on);
  const teaching = teachingUntil(rule, record, on);
  const lasts = teaching !== null && teaching >= on;
  if (lasts && (course === 'ever' || (course !== null && course >= on)))
    return { state: 'held', until: course === 'ever' || course > teaching ? teaching : course };
  const signed = record.signed.filter((day) => day <= on).length;
  const lacking: LicenceLack = {
    course: course !== 'ever' && (course === null || course < on),
    training: teaching === null && trainedOn(rule, record.proofs, on).length === 0,
    // Whoever had it needs one, however it began.
    sessions: teaching === null ? Math.max(0, rule.coTaught - signed) : lasts ? 0 : 1,
  };
  if (teaching === null || course === null) return { state: 'missing', lacking };
  const ended = [teaching, course].filter((day): day is CivilDate => day !== 'ever' && day < on).toSorted(compareText);
  return { state: 'lapsed', since: addDays(ended[0] ?? teaching, 1), lacking };
}

/** Whether somebody may teach on a day that is still to come, by what is known today. */
export function mayTeachOn(held: Licence, day: CivilDate): boolean {
  return held.state === 'held' && held.until >= day;
}

function courseUntil(
  { course, courseMonths, part }: TeachingRule,
  proofs: readonly Proof[],
  retakes: readonly Retake[],
  on: CivilDate,
): CivilDate | 'ever' | null {
  const asked = { id: part, course, name: null, equivalents: [] };
  const validity =
    courseMonths === null
      ? ({ kind: 'always' } as const)
      : ({ kind: 'months', months: courseMonths, renewalDays: 60 } as const);
  const held = heldUntil(
    { part: asked, validity, retakes },
    proofs.filter(({ of }) => 'course' in of),
    on,
  );
  return held === null ? null : (held.until ?? 'ever');
}

/** When somebody was at the day for trainers. */
function trainedOn({ part }: TeachingRule, proofs: readonly Proof[], on: CivilDate): readonly CivilDate[] {
  const days = proofs.filter(({ of, on: day }) => 'part' in of && of.part === part && day <= on);
  return days.map(({ on: day }) => day);
}

/** The last day of what was given, signed and taught; null when it never began. */
function teachingUntil(rule: TeachingRule, record: TeachingRecord, on: CivilDate): CivilDate | null {
  const until = (days: readonly CivilDate[]): readonly CivilDate[] => days.filter((day) => day <= on);
  const begins = beginningsOf(rule, { ...record, signed: until(record.signed), given: until(record.given) }, on);
  const moments = [
    ...begins.map((day) => ({ day, begins: true })),
    ...until(record.taught).map((day) => ({ day, begins: false })),
  ].toSorted((left, right) => compareText(left.day, right.day) || Number(right.begins) - Number(left.begins));
  let last: CivilDate | null = null;
  for (const moment of moments) {
    if (!moment.begins && (last === null || last < moment.day)) continue;
    last = later(addMonths(moment.day, rule.months), last);
  }
  return last;
}

/**
 * Days from each of which it lasts its months: it was given, it was earned, and every signature since the first of those. It is earned by each
 * day for trainers once there are enough signatures: were it by the first alone, to learn of an earlier one would end it earlier.
 */
function beginningsOf(
  rule: TeachingRule,
  { proofs, signed, given }: TeachingRecord,
  on: CivilDate,
): readonly CivilDate[] {
  const inOrder = signed.toSorted(compareText);
  const enough = inOrder[rule.coTaught - 1] ?? null;
  const trained = inOrder.length >= rule.coTaught ? trainedOn(rule, proofs, on) : [];
  const first = [...given, ...trained.map((day) => later(day, enough))].toSorted(compareText);
  return first[0] === undefined ? [] : [...first, ...inOrder.filter((day) => day >= (first[0] ?? day))];
}

function later(left: CivilDate, right: CivilDate | null): CivilDate {
  return right !== null && right > left ? right : left;
}
