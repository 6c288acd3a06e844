import type { Brand, CivilDate, SpaceId } from '#platform/base';

/** One notice of one person. */
export type NoticeId = Brand<string, 'NoticeId'>;

/** What a notice may be about; coarser than what the screen says, which the device works out. */
export const noticeKinds = [
  /** A date comes near. */
  'due-soon',
  /** A date of ours has passed. */
  'due-late',
  /** An authority is past its date. */
  'authority-late',
  /** A first safety check has not been done in time. */
  'safety-check-late',
  /** A referrer waits for an answer. */
  'answer-late',
  /** Somebody else gave a task. */
  'task-new',
  /** Somebody else made this person part of a team. */
  'joined',
  /** A second person is needed to close. */
  'closing-asked',
  /** Somebody read far more than they usually do. */
  'reading-unusual',
  /** Something that is asked of this person ends, or begins to be asked, on a day. */
  'training-due',
  /** Something that is asked of this person is missing or has ended: they are given no case. */
  'training-over',
  /** The same of a colleague, for whoever gives cases. */
  'training-of-colleague',
  /** Something about a meeting that this person signed up for: a place is free, it was moved or cancelled. */
  'sign-up-changed',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** Kinds that tell something that happened; they go by themselves. The others stand until they are settled. */
export const passingKinds = [
  'task-new',
  'joined',
  'closing-asked',
  'reading-unusual',
  'sign-up-changed',
] as const satisfies readonly NoticeKind[];

/** A notice as its person sees it. */
export interface Notice {
  readonly id: NoticeId;
  readonly kind: NoticeKind;
  /** Random id of what it is about: a date, a task, a space, a person. */
  readonly subject: string;
  /** The case; null for what is about people. */
  readonly space: SpaceId | null;
  readonly date: CivilDate | null;
  readonly urgent: boolean;
  readonly raised: Date;
  readonly seen: boolean;
}
