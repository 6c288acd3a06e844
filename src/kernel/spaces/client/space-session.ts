import type { AnyRefusal, Clock, RandomBytes, RecordId, SpaceId, TenantId, UserId } from '#platform/base';
import type { Api } from '#platform/client';
import type { Directory, LogState, SpaceKey, UserIdentity } from '#platform/crypto';

/** Everything an act on a sealed space needs of the person who does it; kept in memory while unlocked. */
export interface SpaceSession {
  readonly tenant: TenantId;
  readonly user: UserId;
  readonly identity: UserIdentity;
  readonly directory: Directory;
  readonly api: Api;
  readonly clock: Clock;
  readonly randomBytes: RandomBytes;
  /** The furthest point of each log this person has seen, to catch a server that goes back. */
  readonly marks: HighWaterMarks;
}

/** Furthest sequence number and its hash per space; `note` never moves backwards. */
export interface HighWaterMarks {
  read(space: SpaceId): { readonly seq: number; readonly head: string } | null;
  note(space: SpaceId, seq: number, head: string): void;
}

/** One record, decrypted and checked against the log. */
export interface OpenedRecord {
  readonly id: RecordId;
  readonly version: number;
  readonly type: string;
  readonly seq: number;
  readonly author: UserId;
  /** Hour of writing, `YYYY-MM-DDTHH:00:00Z`, as its author signed it. */
  readonly time: string;
  /** Kind and version of the content, `kind/n`. */
  readonly schema: string;
  readonly payload: unknown;
}

/** A record that the log names and that could not be believed or opened; the reason is a code. */
export interface UnfitRecord {
  readonly id: RecordId;
  readonly type: string;
  readonly reason: string;
}

/** A space that was verified to its head and whose current records are decrypted. */
export interface OpenedSpace {
  readonly id: SpaceId;
  readonly kind: string;
  readonly log: LogState;
  readonly keys: ReadonlyMap<number, SpaceKey>;
  /** One's own wraps by epoch, needed to wrap the key to somebody else. */
  readonly wraps: ReadonlyMap<number, string>;
  readonly records: ReadonlyMap<RecordId, OpenedRecord>;
  /** Records that did not fit the log or did not open; shown as such, never hidden. */
  readonly unfit: readonly UnfitRecord[];
  /** Open values as signed by a member; null when the kind has none or they contradict the log. */
  readonly coded: unknown;
  /** False when the open values the server gave are not those that a member signed. */
  readonly codedFits: boolean;
}

/** Why an act on a space was refused: by the server (its stable code) or by this device's own checks. */
export interface SpaceRefusal extends AnyRefusal {
  /** Number of the operation in question, where there is one. */
  readonly at?: number;
  readonly reason?: string;
  readonly path?: string;
}
