import { ok, refuse, type Result, type SpaceId } from '#platform/base';
import type { ApiRefusal } from '#platform/client';
import { openKeyring, sealKeyring, type Directory, type UserIdentity } from '#platform/crypto';
import { sessionRoutes } from '../contract/session-routes.ts';
import { emptyKeyring, keyringSchema, type Keyring } from '../model/sealed/keyring.ts';
import type { Desk } from './desk.ts';
import type { AccountParts, SealedKeyring, SignedInPerson } from './signed-in-person.ts';

/** The person's keyring, or an empty one while there is none. Signing in has refused one that does not open. */
export async function openOwnKeyring(person: SignedInPerson): Promise<Keyring> {
  if (person.keyring === null) return emptyKeyring(person.device.fingerprint);
  const opened = await openKeyring(person.identity, person.keyring.sealed);
  const parsed = keyringSchema.safeParse(opened.ok ? opened.value : null);
  return parsed.success ? parsed.data : emptyKeyring(person.device.fingerprint);
}

/**
 * Whether a keyring is this person's own and was stored under this very number. Those of before the number was sealed with
 * it name none.
 */
export async function isOwnKeyring(identity: UserIdentity, { version, sealed }: SealedKeyring): Promise<boolean> {
  const opened = await openKeyring(identity, sealed);
  const parsed = keyringSchema.safeParse(opened.ok ? opened.value : null);
  return parsed.success && (parsed.data.version === undefined || parsed.data.version === version);
}

/** The next version of a person's keyring, sealed: nothing but sending it is left to do. */
export async function sealNextKeyring(
  { randomBytes }: Pick<AccountParts, 'randomBytes'>,
  person: SignedInPerson,
  change: (keyring: Keyring) => Keyring,
): Promise<SealedKeyring> {
  const version = (person.keyring?.version ?? 0) + 1;
  const changed = change(await openOwnKeyring(person));
  return { version, sealed: await sealKeyring(person.identity, { ...changed, version }, randomBytes) };
}

/** Stores a sealed keyring and remembers on this device that there is one as new as that. `Stale`: another was first. */
export async function sendKeyring(
  { api, devices }: Pick<AccountParts, 'api' | 'devices'>,
  person: SignedInPerson,
  next: SealedKeyring,
): Promise<Result<SignedInPerson, ApiRefusal>> {
  const saved = await api.call(sessionRoutes.saveKeyring, { input: next });
  if (!saved.ok) return saved;
  await devices.noteKeyring(person.handle, next.version);
  return ok({ ...person, keyring: next });
}

const tries = 4;

/**
 * Changes the person's keyring and stores it; gives the person with it. What another tab or device wrote in between is read
 * and changed in its turn. `KeyringBehind`: what the server gives for it is older, or not this person's.
 */
export async function changeOwnKeyring(
  parts: AccountParts,
  person: SignedInPerson,
  change: (keyring: Keyring) => Keyring,
): Promise<Result<SignedInPerson, ApiRefusal>> {
  let current = person;
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const saved = await sendKeyring(parts, current, await sealNextKeyring(parts, current, change));
    if (saved.ok || saved.refusal.type !== 'Stale') return saved;
    const newer = await readNewerKeyring(parts, current);
    if (!newer.ok) return newer;
    current = newer.value;
  }
  return refuse({ type: 'Stale' });
}

async function readNewerKeyring(
  { api, devices }: AccountParts,
  person: SignedInPerson,
): Promise<Result<SignedInPerson, ApiRefusal>> {
  const read = await api.call(sessionRoutes.readKeyring, {});
  if (!read.ok) return read;
  const { keyring } = read.value;
  const isNewer = keyring !== null && keyring.version > (person.keyring?.version ?? 0);
  if (!isNewer || !(await isOwnKeyring(person.identity, keyring))) return refuse({ type: 'KeyringBehind' });
  await devices.noteKeyring(person.handle, keyring.version);
  return ok({ ...person, keyring });
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

/** Marks that start from a keyring; they never move backwards. `onNew` hears of everything that is not kept yet. */
export function createMarks(keyring: Keyring, onNew: () => void = () => undefined): KeptMarks {
  const marks = new Map(Object.entries(keyring.marks));
  // Pinned by this same code with the id of a space.
  const pinned = new Map(Object.entries(keyring.pinned) as [string, SpaceId][]);
  return {
    read: (space) => {
      const mark = marks.get(space);
      return mark ? { seq: mark[0], head: mark[1], coded: mark[2] } : null;
    },
    note: (space, seq, head, coded) => {
      // An absent hash is left out: in JSON it would become null, which says that there were no open values.
      const mark: Mark = coded === undefined ? [seq, head] : [seq, head, coded];
      const before = marks.get(space);
      const further = furtherOf(before, mark);
      if (further === before || (before && before[0] === seq && before[2] === mark[2])) return;
      marks.set(space, further);
      onNew();
    },
    pinned: (kind) => pinned.get(kind) ?? null,
    pin: (kind, space) => {
      if (pinned.get(kind) === space) return;
      pinned.set(kind, space);
      onNew();
    },
    take: () => ({ marks: Object.fromEntries(marks), pinned: Object.fromEntries(pinned) }),
  };
}

type Mark = Keyring['marks'][string];

/** The mark that was seen later; of the same point the newer word about open values, where it says anything. */
function furtherOf(before: Mark | undefined, mark: Mark): Mark {
  if (!before || before[0] < mark[0]) return mark;
  return before[0] === mark[0] && before[1] === mark[1] && mark[2] !== undefined ? mark : before;
}

/**
 * A keyring that also remembers how far logs and directory were seen here, and what lies on the desk; what was seen
 * further elsewhere stays.
 */
export function withSeen(keyring: Keyring, seen: KeptMarks, directory: Directory, desk?: Desk): Keyring {
  const { seq, hash } = directory.head;
  const { marks, pinned } = seen.take();
  const merged = { ...keyring.marks };
  for (const [space, mark] of Object.entries(marks)) merged[space] = furtherOf(merged[space], mark);
  const isFurther = hash !== null && (keyring.directory?.[0] ?? 0) <= seq;
  return {
    ...(desk ? desk.layOn(keyring) : keyring),
    directory: isFurther ? [seq, hash] : keyring.directory,
    marks: merged,
    pinned: { ...pinned, ...keyring.pinned },
  };
}

/**
 * Remembers how far logs and directory were seen, so that no later server can go back behind it. Call it soon after
 * something new was seen, and before locking. Refusals: those of `changeOwnKeyring`.
 */
export function saveSeen(
  parts: AccountParts,
  person: SignedInPerson,
  marks: KeptMarks,
  directory: Directory,
  desk?: Desk,
): Promise<Result<SignedInPerson, ApiRefusal>> {
  return changeOwnKeyring(parts, person, (keyring) => withSeen(keyring, marks, directory, desk));
}
