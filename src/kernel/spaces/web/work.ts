import { dayInAmsterdam, ok, systemClock, type CivilDate, type Result } from '#platform/base';
import { createApi, type Api, type ApiRefusal, type DropReason } from '#platform/client';
import { randomBytes, type Directory } from '#platform/crypto';
import type { AccountParts, Desk, KeptMarks, SignedInPerson } from '#kernel/accounts/client';
import { createIndexedDeviceStore } from '#kernel/accounts/web';
import type { Alarms, Comparisons, Names, SpaceSession } from '#kernel/spaces/client';
import { keepSeen } from './keep-seen.ts';
import { mayBeNewer } from './may-be-newer.ts';
import { watchLeaving } from './watch-leaving.ts';

/** Somebody signed in with their keys open. */
export interface OpenWork {
  readonly person: SignedInPerson;
  readonly session: SpaceSession;
  readonly names: Names;
  /** Who compared a safety number with whom, and what came of it. */
  readonly comparisons: Comparisons;
  /** What of it this person must be told wherever they are. */
  readonly alarms: Alarms;
  /** The furthest points seen, kept sealed in the keyring soon after, and when the page is locked, hidden or closed. */
  readonly marks: KeptMarks;
  /** Unfinished text that belongs to no case yet; kept like the marks. */
  readonly desk: Desk;
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
  /** Takes over the same person with a newer keyring; an older one changes nothing. */
  replacePerson(person: SignedInPerson): void;
  /** Forgets everything that opens something. Listeners of `onDrop` empty their caches first. */
  lock(reason: DropReason): void;
  onDrop(listener: (reason: DropReason) => void): () => void;
}

/** Makes the holder of this tab's work; locked at first. */
export function createWork(): Work {
  const held = createHolder();
  const drops = createListeners<DropReason>();
  const lock = (reason: DropReason): void => {
    const state = held.read();
    if (state.at === 'locked') return;
    if (reason !== 'session-lost' && reason !== 'left-quickly') seen.leave();
    seen.drop();
    drops.tell(reason);
    held.change({ at: 'locked', handle: state.work.person.handle, reason });
  };
  const isLeaving = watchLeaving(() => seen.leave());
  const parts = createBrowserParts(() => lock('session-lost'), isLeaving);
  const seen = keepSeen(parts, () => openIn(held.read()), held.replacePerson);
  const renewed = (open: OpenWork) => renewWork(parts, open, seen.note);
  return {
    api: parts.api,
    parts,
    state: held.read,
    subscribe: held.subscribe,
    unlock: async (handle, passphrase) => {
      const opened = held.take(await openWork(parts, handle, passphrase, seen.note));
      // At once when nothing was ever stored: the keyring is what a further device learns the root from.
      if (opened.ok && openIn(held.read())?.person.keyring === null) seen.flush();
      return opened;
    },
    renew: () => renewHeld(held, renewed),
    readColleagues: () => renewHeld(held, (open) => readColleaguesOn(open, renewed)),
    replacePerson: held.replacePerson,
    lock,
    onDrop: drops.listen,
  };
}

function openIn(state: WorkState): OpenWork | null {
  return state.at === 'open' ? state.work : null;
}

/** Whether `person` is the same one with a newer keyring; answers to two requests may come in any order. */
function isNewerOf(held: SignedInPerson, person: SignedInPerson): boolean {
  return held.identity === person.identity && (person.keyring?.version ?? 0) > (held.keyring?.version ?? 0);
}

function createHolder() {
  let state: WorkState = { at: 'locked', handle: null, reason: null };
  const changes = createListeners<undefined>();
  const change = (next: WorkState): void => {
    state = next;
    changes.tell(undefined);
  };
  return {
    read: (): WorkState => state,
    subscribe: (listener: () => void) => changes.listen(listener),
    change,
    take: (opened: Result<OpenWork, ApiRefusal>): Result<void, ApiRefusal> => {
      if (opened.ok) change({ at: 'open', work: opened.value });
      return opened.ok ? ok(undefined) : opened;
    },
    replacePerson: (person: SignedInPerson): void => {
      if (state.at === 'open' && isNewerOf(state.work.person, person))
        change({ at: 'open', work: { ...state.work, person } });
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

/** As much as a browser sends, all requests together, after their page is gone; a little less. */
const mostAfterPage = 60_000;

function createBrowserParts(onSignedOut: () => void, isLeaving: () => boolean): AccountParts {
  const api = createApi({
    baseUrl: '',
    fetch: (address, { headers, ...options }) =>
      fetch(address, {
        ...options,
        headers: { ...headers },
        keepalive: isLeaving() && (options.body?.length ?? 0) < mostAfterPage,
      }),
    onSignedOut,
  });
  return { api, devices: createIndexedDeviceStore(), clock: systemClock, randomBytes };
}

/** Cryptography is fetched when the form is already on the screen. */
async function openWork(
  parts: AccountParts,
  handle: string,
  passphrase: string,
  onNew: () => void,
): Promise<Result<OpenWork, ApiRefusal>> {
  const { createDesk, createMarks, openOwnKeyring, signIn } = await import('#kernel/accounts/client');
  const person = await signIn(parts, { handle, passphrase });
  if (!person.ok) return person;
  const keyring = await openOwnKeyring(person.value);
  const desk = createDesk(keyring, parts.clock, onNew);
  const opened = await loadWork(parts, person.value, { marks: createMarks(keyring, onNew), desk });
  if (opened.ok && opened.value.session.directory.head.seq !== keyring.directory?.[0]) onNew();
  return opened;
}

async function renewWork(
  parts: AccountParts,
  { person, marks, desk, session }: OpenWork,
  onNew: () => void,
): Promise<Result<OpenWork, ApiRefusal>> {
  const renewed = await loadWork(parts, person, { marks, desk }, session.directory);
  if (renewed.ok && renewed.value.session.directory.head.seq !== session.directory.head.seq) onNew();
  return renewed;
}

/** Reads on what colleagues wrote; loads everything anew when that names somebody who joined since. */
async function readColleaguesOn(
  work: OpenWork,
  renewed: (work: OpenWork) => Promise<Result<OpenWork, ApiRefusal>>,
): Promise<Result<Partial<OpenWork>, ApiRefusal>> {
  const { readColleagues } = await import('#kernel/spaces/client');
  const read = await readColleagues(work.session, doesCoordinate(work.roles));
  return read.ok || !mayBeNewer(read.refusal) ? read : renewed(work);
}

function doesCoordinate(roles: readonly string[]): boolean {
  return roles.includes('coordinator') || roles.includes('duty');
}

async function renewHeld(
  { read, take }: ReturnType<typeof createHolder>,
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
  { marks, desk }: Pick<OpenWork, 'marks' | 'desk'>,
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
  return ok({ person, session, ...colleagues.value, marks, desk, roles, today });
}
