import type { RecordId, SpaceId, TenantId, UserId } from '#platform/base';

/** A person who may open the space, as the verified log says. */
export interface LogMember {
  readonly user: UserId;
  readonly relation: string;
  /** Thumbprint of the encryption key that the space key was wrapped to. */
  readonly thumbprint: string;
  readonly epochFrom: number;
}

/** A person who could open the space once; nothing after `epochUntil` is sealed to them. */
export interface FormerMember extends LogMember {
  readonly epochUntil: number;
}

/** Where a record stands in the verified log; everything needed to rebuild its context. */
export interface LogRecord {
  readonly id: RecordId;
  readonly type: string;
  readonly version: number;
  readonly epoch: number;
  /** Hash of the envelope; null when the record was deleted. */
  readonly ctHash: string | null;
  readonly author: UserId;
  readonly time: string;
  readonly seq: number;
  /** Version 1 as it was signed, where later ones lie over it; null while this is the first. */
  readonly first: LogRecord | null;
}

/** A space as its verified operations say it is. */
export interface LogState {
  readonly tenant: TenantId;
  readonly space: SpaceId;
  readonly kind: string;
  readonly seq: number;
  readonly head: string;
  readonly epoch: number;
  /** Commitment of the key of each epoch. */
  readonly commitments: ReadonlyMap<number, string>;
  readonly members: ReadonlyMap<UserId, LogMember>;
  readonly former: readonly FormerMember[];
  readonly records: ReadonlyMap<RecordId, LogRecord>;
  readonly codedHash: string | null;
  /** Who signed the open values as they are now; null while there are none. */
  readonly codedAuthor: UserId | null;
  /** Acts that members named when they signed open values, oldest first, each at its place in the log. */
  readonly acts: readonly { readonly act: string; readonly by: UserId; readonly seq: number }[];
  /** Codes that members signed with open values, newest last. */
  readonly attested: readonly { readonly code: string; readonly by: UserId; readonly time: string }[];
}

/** The furthest point of a log that a person has seen; kept in the keyring. */
export interface LogMark {
  readonly seq: number;
  readonly head: string;
}

/** What a log that is not to be believed did; `at` is the number of the operation. */
export interface LogRefusal {
  readonly type:
    | 'Gap'
    | 'Fork'
    | 'RolledBack'
    | 'UnknownAuthor'
    | 'BadSignature'
    | 'KeyRevoked'
    | 'WrongTenant'
    | 'WrongSpace'
    | 'NotPermitted'
    | 'EpochBehind'
    | 'VersionWrong'
    | 'KeyNotCurrent'
    | 'RotationMissing'
    | 'TooFewMembers';
  readonly at: number;
}
