import type { RecordId, UserId } from '#platform/base';
import type { OperationPayload } from '#platform/crypto/envelope';
import type { LivingMember, SpaceRow } from '../store/space-store.ts';
import type { RecordVersion } from '../store/append-store.ts';

/** A signed operation after its signature held, with what came along. */
export interface ReceivedOperation {
  readonly jws: string;
  readonly hash: string;
  readonly payload: OperationPayload;
  readonly envelope?: string | undefined;
  /** Hash of the envelope that came along; null when none did. */
  readonly envelopeHash: string | null;
  readonly coded?: unknown;
  /** Hash of the open values that came along; null when none did. */
  readonly codedHash: string | null;
  readonly wraps: readonly ReceivedWrap[];
}

/** A space key wrapped to one person, or to the programme's recovery key. */
export interface ReceivedWrap {
  readonly recipient: string;
  readonly epoch: number;
  readonly wrap: string;
}

/** Newest version and type of a record that the batch touches. */
export interface RecordState {
  readonly version: number;
  readonly type: string;
  readonly deleted: boolean;
}

/** A space while a batch is folded over it: what will be, and the rows that make it so. */
export interface BatchState {
  space: SpaceRow | null;
  readonly members: Map<UserId, LivingMember>;
  readonly records: Map<RecordId, RecordState>;
  rotationDue: boolean;
  readonly changes: BatchChanges;
}

/** Rows to write, in the order in which they are safe to write. */
export interface BatchChanges {
  readonly versions: RecordVersion[];
  readonly documents: { readonly id: RecordId; readonly seq: number; readonly sha256: string }[];
  readonly joined: LivingMember[];
  readonly left: { readonly user: UserId; readonly lastEpoch: number }[];
  readonly wraps: ReceivedWrap[];
  coded?: { readonly value: unknown; readonly hash: string };
}

/** Why an operation does not fit the space it was sent for. */
export type FoldRefusal =
  | { readonly type: 'OperationInvalid'; readonly reason: string }
  | { readonly type: 'KeyNotCurrent'; readonly user: string }
  | { readonly type: 'NotPermitted' };

/** Current encryption key thumbprint of active users, for checking whom a key was wrapped to. */
export type Thumbprints = ReadonlyMap<UserId, string>;
