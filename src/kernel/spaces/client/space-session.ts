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

/** How far a log was verified; `coded` is unknown where an older version of this code kept the mark. */
export interface SpaceMark {
  readonly seq: number;
  readonly head: string;
  readonly coded?: string | null | undefined;
}

/** Furthest sequence number and its hash per space; `note` never moves backwards. */
export interface HighWaterMarks {
  read(space: SpaceId): SpaceMark | null;
  /** `coded` is the hash of the open values as they were signed at that point; null when there were none. */
  note(space: SpaceId, seq: number, head: string, coded?: string | null): void;
  /** The one space of a kind of which a programme has one, once this person has seen it. */
  pinned(kind: string): SpaceId | null;
  pin(kind: string, space: SpaceId): void;
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

const servedWrong: ReadonlySet<string> = new Set(['missing', 'other-version', 'changed']);

/**
 * Whether the server served something else than what was signed. Then nothing may be written on top
 * (security design, section 5). What a member sealed badly or under a key one never had is only shown.
 */
export function isServedWrong({ reason }: Pick<UnfitRecord, 'reason'>): boolean {
  return servedWrong.has(reason);
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
  /** Records that did not fit the log or did not open; shown as such, never hidden. See `isServedWrong`. */
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
  /** The colleague in question, for `KeysDoubted`. */
  readonly user?: UserId;
}
