import { ok, type Result, type SpaceId } from '#platform/base';
import type { ApiRefusal } from '#platform/client';
import { openKeyring, sealKeyring, type Directory } from '#platform/crypto';
import { sessionRoutes } from '../contract/session-routes.ts';
import { emptyKeyring, keyringSchema, type Keyring } from '../model/sealed/keyring.ts';
import type { AccountParts, SignedInPerson } from './signed-in-person.ts';

/** The person's keyring, or an empty one while there is none. Signing in has refused one that does not open. */
export async function openOwnKeyring(person: SignedInPerson): Promise<Keyring> {
  if (person.keyring === null) return emptyKeyring(person.device.fingerprint);
  const opened = await openKeyring(person.identity, person.keyring.sealed);
  const parsed = keyringSchema.safeParse(opened.ok ? opened.value : null);
  return parsed.success ? parsed.data : emptyKeyring(person.device.fingerprint);
}

/** Seals and stores a changed keyring, remembers on this device that there is one as new as that; gives the person with it. `Stale` when another device wrote first: sign in again, then try. */
export async function saveOwnKeyring(
  { api, devices, randomBytes }: AccountParts,
  person: SignedInPerson,
  keyring: Keyring,
): Promise<Result<SignedInPerson, ApiRefusal>> {
  const version = (person.keyring?.version ?? 0) + 1;
  const sealed = await sealKeyring(person.identity, keyring, randomBytes);
  const saved = await api.call(sessionRoutes.saveKeyring, { input: { version, sealed } });
  if (!saved.ok) return saved;
  await devices.noteKeyring(person.handle, version);
  return ok({ ...person, keyring: { version, sealed } });
}

/** Furthest points of space logs as `#kernel/spaces/client` asks for them, kept in memory and taken out to be saved. */
export interface KeptMarks {
  read(
    space: SpaceId,
  ): { readonly seq: number; readonly head: string; readonly coded?: string | null | undefined } | null;
  note(space: SpaceId, seq: number, head: string, coded?: string | null): void;
  /** The one space of a kind of which a programme has one, once it was seen. */
  pinned(kind: string): SpaceId | null;
  pin(kind: string, space: SpaceId): void;
  /** All of it, in the form the keyring holds. */
  take(): Pick<Keyring, 'marks' | 'pinned'>;
}

/** Marks that start from a keyring; they never move backwards. */
export function createMarks(keyring: Keyring): KeptMarks {
  const marks = new Map(Object.entries(keyring.marks));
  // Pinned by this same code with the id of a space.
  const pinned = new Map(Object.entries(keyring.pinned) as [string, SpaceId][]);
  return {
    read: (space) => {
      const mark = marks.get(space);
      return mark ? { seq: mark[0], head: mark[1], coded: mark[2] } : null;
    },
    note: (space, seq, head, coded) => {
      const before = marks.get(space);
      const same = before?.[0] === seq && before[1] === head && coded !== undefined;
      // An absent hash is left out: in JSON it would become null, which says that there were no open values.
      if ((before?.[0] ?? 0) < seq || same) marks.set(space, coded === undefined ? [seq, head] : [seq, head, coded]);
    },
    pinned: (kind) => pinned.get(kind) ?? null,
    pin: (kind, space) => void pinned.set(kind, space),
    take: () => ({ marks: Object.fromEntries(marks), pinned: Object.fromEntries(pinned) }),
  };
}

/**
 * Remembers how far logs and directory were seen, so that no later server can go back behind it.
 * Call it before locking and now and then; `Stale` when another device wrote first.
 */
export async function saveSeen(
  parts: AccountParts,
  person: SignedInPerson,
  marks: KeptMarks,
  directory: Directory,
): Promise<Result<SignedInPerson, ApiRefusal>> {
  const { seq, hash } = directory.head;
  const keyring = await openOwnKeyring(person);
  return saveOwnKeyring(parts, person, {
    ...keyring,
    directory: hash === null ? null : [seq, hash],
    ...marks.take(),
  });
}
