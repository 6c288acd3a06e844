import { dayInAmsterdam, ok, systemClock, type CivilDate, type Result } from '#platform/base';
import { createApi, type Api, type ApiRefusal, type DropReason } from '#platform/client';
import { randomBytes, type Directory } from '#platform/crypto';
import type { AccountParts, KeptMarks, SignedInPerson } from '#kernel/accounts/client';
import { createIndexedDeviceStore } from '#kernel/accounts/web';
import type { Alarms, Comparisons, Names, SpaceSession } from '#kernel/spaces/client';
import { mayBeNewer } from './may-be-newer.ts';

/** Somebody signed in with their keys open. */
export interface OpenWork {
  readonly person: SignedInPerson;
  readonly session: SpaceSession;
  readonly names: Names;
  /** Who compared a safety number with whom, and what came of it. */
  readonly comparisons: Comparisons;
  /** What of it this person must be told wherever they are. */
  readonly alarms: Alarms;
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
  /** Reads on what colleagues wrote in the directory space: names, and who compared with whom. */
  readColleagues(): Promise<Result<void, ApiRefusal>>;
  /** Takes over the person with a newer keyring. */
  replacePerson(person: SignedInPerson): void;
  /** Forgets everything that opens something. Listeners of `onDrop` empty their caches first. */
  lock(reason: DropReason): void;
  onDrop(listener: (reason: DropReason) => void): () => void;
}

/** Milliseconds between two savings of what was seen. */
const seenEvery = 120_000;

/** Makes the holder of this tab's work; locked at first. */
export function createWork(): Work {
  const held = createHolder();
  const drops = createListeners<DropReason>();
  const lock = (reason: DropReason): void => {
    const state = held.read();
    if (state.at === 'locked') return;
    if (reason !== 'session-lost' && reason !== 'left-quickly') void rememberSeen(parts, state.work);
    drops.tell(reason);
    held.change({ at: 'locked', handle: state.work.person.handle, reason });
  };
  const parts = createBrowserParts(() => lock('session-lost'));
  const replacePerson = (person: SignedInPerson): void => {
    const state = held.read();
    if (state.at === 'open') held.change({ at: 'open', work: { ...state.work, person } });
  };
  const take = (opened: Result<OpenWork, ApiRefusal>): Result<void, ApiRefusal> => {
    if (!opened.ok) return opened;
    held.change({ at: 'open', work: opened.value });
    return ok(undefined);
  };
  return {
    api: parts.api,
    parts,
    state: held.read,
    subscribe: held.subscribe,
    unlock: async (handle, passphrase) => {
      const opened = take(await openWork(parts, handle, passphrase));
      if (opened.ok) keepSeen(parts, held.read, replacePerson);
      return opened;
    },
    renew: () => renewHeld(held.read, take, (open) => renewWork(parts, open)),
    readColleagues: () => renewHeld(held.read, take, (open) => readColleaguesOn(parts, open)),
    replacePerson,
    lock,
    onDrop: drops.listen,
  };
}

function createHolder() {
  let state: WorkState = { at: 'locked', handle: null, reason: null };
  const changes = createListeners<undefined>();
  return {
    read: (): WorkState => state,
    subscribe: (listener: () => void) => changes.listen(listener),
    change: (next: WorkState): void => {
      state = next;
      changes.tell(undefined);
    },
  };
}

function createListeners<Told>() {
  const listeners = new Set<(told: Told) => void>();
  return {
    listen: (listener: (told: Told) => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell: (told: Told): void => {
      for (const listener of [...listeners]) listener(told);
    },
  };
}

function createBrowserParts(onSignedOut: () => void): AccountParts {
  const api = createApi({
    baseUrl: '',
    fetch: (address, { headers, ...options }) => fetch(address, { ...options, headers: { ...headers } }),
    onSignedOut,
  });
  return { api, devices: createIndexedDeviceStore(), clock: systemClock, randomBytes };
}

/** Saves what was seen now and then, for as long as this work is open; at once when nothing was ever saved. */
function keepSeen(parts: AccountParts, read: () => WorkState, replace: (person: SignedInPerson) => void): void {
  const first = read();
  const wait = first.at === 'open' && first.work.person.keyring === null ? 0 : seenEvery;
  setTimeout(() => {
    const state = read();
    if (state.at !== 'open') return;
    const { person } = state.work;
    void rememberSeen(parts, state.work).then((newer) => {
      const now = read();
      if (newer && now.at === 'open' && now.work.person === person) replace(newer);
      keepSeen(parts, read, replace);
    });
  }, wait);
}

/** Keeps, sealed, how far logs and directory were seen, so that no later server can go back behind it. */
async function rememberSeen(parts: AccountParts, { person, session, marks }: OpenWork): Promise<SignedInPerson | null> {
  const { saveSeen } = await import('#kernel/accounts/client');
  const saved = await saveSeen(parts, person, marks, session.directory);
  return saved.ok ? saved.value : null;
}

/** Cryptography is fetched when the form is already on the screen. */
async function openWork(
  parts: AccountParts,
  handle: string,
  passphrase: string,
): Promise<Result<OpenWork, ApiRefusal>> {
  const { createMarks, openOwnKeyring, signIn } = await import('#kernel/accounts/client');
  const person = await signIn(parts, { handle, passphrase });
  if (!person.ok) return person;
  const marks = createMarks(await openOwnKeyring(person.value));
  return loadWork(parts, person.value, marks);
}

function renewWork(parts: AccountParts, { person, marks, session }: OpenWork): Promise<Result<OpenWork, ApiRefusal>> {
  return loadWork(parts, person, marks, session.directory);
}

/** Reads on what colleagues wrote; loads everything anew when that names somebody who joined since. */
async function readColleaguesOn(parts: AccountParts, work: OpenWork): Promise<Result<Partial<OpenWork>, ApiRefusal>> {
  const { readColleagues } = await import('#kernel/spaces/client');
  const read = await readColleagues(work.session, doesCoordinate(work.roles));
  return read.ok || !mayBeNewer(read.refusal) ? read : renewWork(parts, work);
}

function doesCoordinate(roles: readonly string[]): boolean {
  return roles.includes('coordinator') || roles.includes('duty');
}

async function renewHeld(
  read: () => WorkState,
  take: (opened: Result<OpenWork, ApiRefusal>) => Result<void, ApiRefusal>,
  renew: (open: OpenWork) => Promise<Result<Partial<OpenWork>, ApiRefusal>>,
): Promise<Result<void, ApiRefusal>> {
  const state = read();
  if (state.at !== 'open') return ok(undefined);
  const renewed = await renew(state.work);
  if (!renewed.ok) return renewed;
  const now = read();
  // Locked meanwhile: keys that were dropped stay dropped, and whoever unlocked since has work of their own.
  if (now.at !== 'open' || now.work.person.identity !== state.work.person.identity) return ok(undefined);
  // Loaded anew meanwhile: what was read with the older directory of keys is not laid over it.
  if (now.work.session !== state.work.session) return ok(undefined);
  return take(ok({ ...now.work, ...renewed.value, person: now.work.person }));
}

async function loadWork(
  parts: AccountParts,
  person: SignedInPerson,
  marks: KeptMarks,
  known: Directory | null = null,
): Promise<Result<OpenWork, ApiRefusal>> {
  const { loadDirectory } = await import('#kernel/accounts/client');
  const { readColleagues } = await import('#kernel/spaces/client');
  const directory = await loadDirectory(parts, person, known);
  if (!directory.ok) return directory;
  const today = dayInAmsterdam(parts.clock.now());
  const { tenant, user, identity } = person;
  const session: SpaceSession = {
    tenant,
    user,
    identity,
    directory: directory.value,
    api: parts.api,
    clock: parts.clock,
    randomBytes,
    marks,
  };
  const entry = directory.value.people.get(user);
  const roles = (entry?.roles ?? []).filter(({ until }) => until === null || until >= today).map(({ role }) => role);
  const colleagues = await readColleagues(session, doesCoordinate(roles));
  if (!colleagues.ok) return colleagues;
  return ok({ person, session, ...colleagues.value, marks, roles, today });
}
