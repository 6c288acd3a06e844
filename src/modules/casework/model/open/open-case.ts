import type { CivilDate, SpaceId, UserId } from '#platform/base';
import type { CaseState } from './case-state.ts';
import type { Due } from './due.ts';
import type { Phase } from './phase.ts';
import type { Relation } from './relation.ts';

/** A branch of the organisation. Until branches have an area of their own it is the tenant's id. */
export type BranchId = string;

/**
 * Everything about a case that the server may know, as a member signs it (the "coded" values).
 * The list is closed: a new property needs a decision record.
 */
export interface OpenCase {
  readonly codeName: string;
  readonly branch: BranchId;
  readonly state: CaseState;
  readonly phase: Phase;
  /** Last day the file is kept if nothing more happens; set from the first contact on. */
  readonly keepUntil: CivilDate;
  /** Until when nothing may be erased; null without a hold. */
  readonly hold: CivilDate | null;
  /** Sorted by id, see `sortDue`. */
  readonly due: readonly Due[];
}

/** One person's relation to a case. */
export interface CaseMember {
  readonly user: UserId;
  readonly relation: Relation;
}

/** A case as lists show it. */
export interface ListedCase extends Omit<OpenCase, 'due'> {
  readonly id: SpaceId;
  readonly nextDate: CivilDate | null;
  readonly members: readonly CaseMember[];
}
