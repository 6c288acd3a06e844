import type { CivilDate, UserId } from '#platform/base';
import type { Role } from '#kernel/access';
import type { EquivalentId, ExemptionId, ProgrammeId, ProofId, RequirementId, TrainingPartId } from './training-ids.ts';

/** A part of a programme: a course of ours, or something by its name alone (a workshop, a training elsewhere). */
export interface TrainingPart {
  readonly id: TrainingPartId;
  readonly course: string | null;
  readonly name: string | null;
  readonly equivalents: readonly Equivalent[];
}

/** Another proof that counts in the place of the part it stands under, and for nothing else: nothing follows from two. */
export interface Equivalent {
  readonly id: EquivalentId;
  readonly name: string;
  /** For how many months from its day; null for ever. */
  readonly months: number | null;
}

/** Parts under a rule. */
export interface Programme {
  readonly id: ProgrammeId;
  readonly name: string;
  readonly parts: readonly TrainingPart[];
  /** How many of the parts it takes: all of them, or fewer. */
  readonly needed: number;
}

/** For how long a proof satisfies a requirement. */
export type Validity =
  /** So many months from the day of finishing; within the last `renewalDays` days it goes on from the old end. */
  | { readonly kind: 'months'; readonly months: number; readonly renewalDays: number }
  /** Once in every year that ends on `ends` (MM-DD): good until the end of the year after the one it was done in. */
  | { readonly kind: 'calendar'; readonly ends: string; readonly renewalDays: number }
  | { readonly kind: 'always' };

/** Whoever has a role needs a programme, from a day on (learning design, 5.3). */
export interface Requirement {
  readonly id: RequirementId;
  readonly role: Role;
  readonly programme: Programme;
  readonly from: CivilDate;
  readonly validity: Validity;
}

/** That a part was done: never changed, at most withdrawn. */
export interface Proof {
  readonly id: ProofId;
  readonly user: UserId;
  /** The course that was finished in our player, or the part that somebody recorded: with a version where a receipt of a package said one. */
  readonly of:
    | { readonly course: string; readonly version: string }
    | { readonly part: TrainingPartId; readonly version?: string | undefined };
  /** The other proof it is, when it is one. */
  readonly equivalent: EquivalentId | null;
  readonly on: CivilDate;
}

/** That a requirement does not apply to somebody for a while: who decided, why by its code, until when. */
export interface Exemption {
  readonly id: ExemptionId;
  readonly user: UserId;
  readonly requirement: RequirementId;
  readonly reason: ExemptionReason;
  readonly from: CivilDate;
  /** The last day; at most `longestExemption` days after the first. */
  readonly until: CivilDate;
}

export const exemptionReasons = ['urgent-case', 'no-date-yet', 'proof-on-its-way', 'returning'] as const;
export type ExemptionReason = (typeof exemptionReasons)[number];

/** In days, both ends counted. */
export const longestExemption = 30;

/** A version that all must take again: what was done before its major version ends on a stated day, never earlier. */
export interface Retake {
  readonly course: string;
  readonly below: number;
  readonly endsOn: CivilDate;
}
