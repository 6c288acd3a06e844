import { dayInAmsterdam, ok, systemClock, type CivilDate, type RandomBytes, type Result } from '#platform/base';
import { createApi, type Api, type ApiRefusal, type DropReason } from '#platform/client';
import type { AccountParts, KeptMarks, SignedInPerson } from '#kernel/accounts/client';
import { createIndexedDeviceStore } from '#kernel/accounts/web';
import type { Names, SpaceSession } from '#kernel/spaces/client';

/** Somebody signed in with their keys open. */
export interface OpenWork {
  readonly person: SignedInPerson;
  readonly session: SpaceSession;
  readonly names: Names;
  /** The furthest points seen, kept sealed in the keyring now and then and before locking. */
  readonly marks: KeptMarks;
  readonly roles: readonly string[];
  readonly today: CivilDate;
}

/** What this tab is doing for whom. */
export type WorkState =
  | { readonly at: 'locked'; readonly handle: string | null; readonly reason: DropReason | null }
  | { readonly at: 'open'; readonly work: OpenWork };

/** The one place in the tab that holds keys, and the only way to lose them. */
export interface Work {
  readonly api: Api;
  readonly parts: AccountParts;
  state(): WorkState;
  subscribe(listener: () => void): () => void;
  /** Signs in, verifies the directory, opens the names. */
  unlock(handle: string, passphrase: string): Promise<Result<void, ApiRefusal>>;
  /** Loads directory and names again, after somebody joined or a role changed. */
  renew(): Promise<Result<void, ApiRefusal>>;
  /** Takes over the person with a newer keyring. */
  replacePerson(person: SignedInPerson): void;
  /** Forgets everything that opens something. Listeners of `onDrop` empty their caches first. */
  lock(reason: DropReason): void;
  onDrop(listener: (reason: DropReason) => void): () => void;
}

/** Milliseconds between two savings of what was seen. */
const seenEvery = 120_000;
const randomBytes: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length));

/** Makes the holder of this tab's work; locked at first. */
export function createWork(): Work {
  let state: WorkState = { at: 'locked', handle: null, reason: null };
  const listeners = new Set<() => void>();
  const dropListeners = new Set<(reason: DropReason) => void>();
  const change = (next: WorkState): void => {
    state = next;
    for (const listener of listeners) listener();
  };
  const lock = (reason: DropReason): void => {
    if (state.at === 'locked') return;
    const { handle } = state.work.person;
    if (reason !== 'session-lost' && reason !== 'left-quickly') void rememberSeen(parts, state.work);
    for (const listener of [...dropListeners]) listener(reason);
    change({ at: 'locked', handle, reason });
  };
  const keepSeen = (): void => {
    setTimeout(() => {
      if (state.at !== 'open') return;
      const { work } = state;
      void rememberSeen(parts, work).then((person) => {
        if (person && state.at === 'open' && state.work.person === work.person) change({ at: 'open', work: { ...state.work, person } });
        keepSeen();
      });
    }, seenEvery);
  };
  const api = createApi({
    baseUrl: '',
    fetch: (address, { headers, ...options }) => fetch(address, { ...options, headers: { ...headers } }),
    onSignedOut: () => lock('session-lost'),
  });
  const parts: AccountParts = { api, devices: createIndexedDeviceStore(), clock: systemClock, randomBytes };
  return {
    api,
    parts,
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    unlock: async (handle, passphrase) => {
      const opened = await openWork(parts, handle, passphrase);
      if (!opened.ok) return opened;
      change({ at: 'open', work: opened.value });
      keepSeen();
      return ok(undefined);
    },
    renew: async () => {
      if (state.at !== 'open') return ok(undefined);
      const renewed = await loadWork(parts, state.work.person, state.work.marks);
      if (!renewed.ok) return renewed;
      change({ at: 'open', work: renewed.value });
      return ok(undefined);
    },
    replacePerson: (person) => {
      if (state.at === 'open') change({ at: 'open', work: { ...state.work, person } });
    },
    lock,
    onDrop: (listener) => {
      dropListeners.add(listener);
      return () => dropListeners.delete(listener);
    },
  };
}

/** Keeps, sealed, how far logs and directory were seen, so that no later server can go back behind it. */
async function rememberSeen(parts: AccountParts, { person, session, marks }: OpenWork): Promise<SignedInPerson | null> {
  const { saveSeen } = await import('#kernel/accounts/client');
  const saved = await saveSeen(parts, person, marks, session.directory);
  return saved.ok ? saved.value : null;
}

/** Cryptography is fetched when the form is already on the screen. */
async function openWork(parts: AccountParts, handle: string, passphrase: string): Promise<Result<OpenWork, ApiRefusal>> {
  const { createMarks, openOwnKeyring, signIn } = await import('#kernel/accounts/client');
  const person = await signIn(parts, { handle, passphrase });
  if (!person.ok) return person;
  const marks = createMarks(await openOwnKeyring(person.value));
  return loadWork(parts, person.value, marks);
}

async function loadWork(parts: AccountParts, person: SignedInPerson, marks: KeptMarks): Promise<Result<OpenWork, ApiRefusal>> {
  const { loadDirectory } = await import('#kernel/accounts/client');
  const { readNames } = await import('#kernel/spaces/client');
  const directory = await loadDirectory(parts, person);
  if (!directory.ok) return directory;
  const today = dayInAmsterdam(parts.clock.now());
  const { tenant, user, identity } = person;
  const session: SpaceSession = { tenant, user, identity, directory: directory.value, api: parts.api, clock: parts.clock, randomBytes, marks };
  const names = await readNames(session);
  if (!names.ok) return names;
  const roles = person.roles.filter(({ until }) => until === null || until >= today).map(({ role }) => role);
  return ok({ person, session, names: names.value, marks, roles, today });
}
