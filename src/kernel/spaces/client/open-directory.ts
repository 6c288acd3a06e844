import { refuse, type Result } from '#platform/base';
import { openSpace, refreshSpace } from './open-space.ts';
import { readHeads } from './read-heads.ts';
import type { OpenedSpace, SpaceRefusal, SpaceSession } from './space-session.ts';

const kind = 'directory';

/** As it was opened last in each session, so that asking again reads only what is new. */
const lastOpened = new WeakMap<SpaceSession, OpenedSpace>();

/**
 * Opens the directory space of the programme: names, stationery, and who compared with whom. `NoDirectory` when
 * this person was not let in yet. Whoever has seen one keeps to it: a server that shows none, or another one,
 * is `RolledBack`, since it could hide what is written in the first.
 */
export async function openDirectory(session: SpaceSession): Promise<Result<OpenedSpace, SpaceRefusal>> {
  const heads = await readHeads(session, kind);
  if (!heads.ok) return heads;
  const pinned = session.marks.pinned(kind);
  const found = pinned === null ? heads.value[0] : heads.value.find(({ id }) => id === pinned);
  if (!found) return refuse(pinned === null ? { type: 'NoDirectory' } : { type: 'RolledBack', at: 0 });
  const opened = await openSpace(session, found.id);
  if (opened.ok) keepDirectory(session, opened.value);
  return opened;
}

/** The directory space with everything others wrote until now; read on where this session opened it before. */
export async function readDirectoryOn(session: SpaceSession): Promise<Result<OpenedSpace, SpaceRefusal>> {
  const known = lastOpened.get(session);
  if (!known) return openDirectory(session);
  const opened = await refreshSpace(session, known);
  if (opened.ok) keepDirectory(session, opened.value);
  return opened;
}

/** Keeps to this directory space from now on. */
export function keepDirectory(session: SpaceSession, opened: OpenedSpace): void {
  session.marks.pin(kind, opened.id);
  lastOpened.set(session, opened);
}
