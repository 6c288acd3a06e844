import type { SpaceId, TenantId } from '#platform/base';
import type { Directory, LogMark, SpaceKey, UserIdentity } from '#platform/crypto';

/** Why keys were dropped; the screen that follows says so. */
export type DropReason = 'idle' | 'locked' | 'signed-out' | 'session-lost' | 'left-quickly';

/** A person with their keys open, and the directory they verified. */
export interface Unlocked {
  readonly tenant: TenantId;
  readonly identity: UserIdentity;
  readonly directory: Directory;
}

/** The furthest point seen of each space; `note` never moves backwards. */
export interface HighWaterMarks {
  read(space: SpaceId): LogMark | null;
  note(space: SpaceId, seq: number, head: string): void;
  list(): ReadonlyMap<SpaceId, LogMark>;
}

/**
 * All that is open while somebody works, in memory only. `#kernel/spaces/client` takes identity,
 * directory and marks from here for a `SpaceSession`, asks `spaceKey` before it unwraps again and
 * hands each unwrapped key to `keepSpaceKey`. Every cache of opened records listens with `onDrop`
 * and empties itself: after `dropKeys` nothing readable may be left on the device.
 */
export interface KeyStore {
  /** The person at work; null while locked. */
  current(): Unlocked | null;
  /** Begins work, with the marks of the person's opened keyring. Whatever was open before is dropped. */
  unlock(unlocked: Unlocked, marks?: ReadonlyMap<SpaceId, LogMark>): void;
  /** Takes over a newer verified directory; false when it is older than the one in use. */
  renewDirectory(directory: Directory): boolean;
  spaceKey(space: SpaceId, epoch: number): SpaceKey | null;
  keepSpaceKey(key: SpaceKey): void;
  readonly marks: HighWaterMarks;
  /** Forgets keys, directory and marks, then tells every listener. Harmless when locked already. */
  dropKeys(reason: DropReason): void;
  /** Tells when keys are dropped; the answer ends the listening. */
  onDrop(listener: (reason: DropReason) => void): () => void;
}

/** An empty, locked key store; one per tab. */
export function createKeyStore(): KeyStore {
  let unlocked: Unlocked | null = null;
  const keys = new Map<string, SpaceKey>();
  const seen = new Map<SpaceId, LogMark>();
  const listeners = new Set<(reason: DropReason) => void>();
  const marks = marksOver(seen);

  const dropKeys = (reason: DropReason): void => {
    const wasOpen = unlocked !== null;
    unlocked = null;
    keys.clear();
    seen.clear();
    if (wasOpen) for (const listener of listeners) listener(reason);
  };

  return {
    current: () => unlocked,
    unlock: (next, before) => {
      dropKeys('locked');
      unlocked = next;
      for (const [space, { seq, head }] of before ?? []) marks.note(space, seq, head);
    },
    renewDirectory: (directory) => {
      if (!unlocked || directory.tenant !== unlocked.tenant) return false;
      if (directory.fingerprint !== unlocked.directory.fingerprint) return false;
      if (directory.head.seq < unlocked.directory.head.seq) return false;
      unlocked = { ...unlocked, directory };
      return true;
    },
    spaceKey: (space, epoch) => keys.get(`${space}:${epoch}`) ?? null,
    keepSpaceKey: (key) => {
      // A key that arrives after the lock closed must not be kept.
      if (unlocked?.tenant === key.tenant) keys.set(`${key.space}:${key.epoch}`, key);
    },
    marks,
    dropKeys,
    onDrop: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function marksOver(seen: Map<SpaceId, LogMark>): HighWaterMarks {
  return {
    read: (space) => seen.get(space) ?? null,
    note: (space, seq, head) => {
      if (seq > (seen.get(space)?.seq ?? 0)) seen.set(space, { seq, head });
    },
    list: () => new Map(seen),
  };
}
