import { z } from 'zod';
import { ok, parseCivilDate, refuse, type RecordId, type Result, type UserId } from '#platform/base';
import { hasRole, type Directory } from '#platform/crypto';
import { appendToSpace } from './append-to-space.ts';
import { createSpace } from './create-space.ts';
import { openSpace } from './open-space.ts';
import { readHeads } from './read-heads.ts';
import type { OpenedRecord, OpenedSpace, SpaceRefusal, SpaceSession } from './space-session.ts';

const memberName = z.strictObject({ name: z.string().trim().min(1).max(80) });
const schema = 'member-name/1';

/** Names of colleagues by user id; somebody without one is shown as such. */
export type Names = ReadonlyMap<UserId, string>;

/** Makes the directory of names when a programme is founded, with the founder's own name. */
export async function createDirectory(
  session: SpaceSession,
  ownName: string,
): Promise<Result<OpenedSpace, SpaceRefusal>> {
  const made = await createSpace(session, {
    kind: 'directory',
    members: [{ user: session.user, relation: 'coordinator' }],
  });
  if (!made.ok) return made;
  return appendToSpace(session, made.value, [nameChange(session.user, ownName)]);
}

/** Opens the directory of names; `NoDirectory` when this person was not let in yet. */
export async function openDirectory(session: SpaceSession): Promise<Result<OpenedSpace, SpaceRefusal>> {
  const heads = await readHeads(session, 'directory');
  if (!heads.ok) return heads;
  const [first] = heads.value;
  return first ? openSpace(session, first.id) : refuse({ type: 'NoDirectory' });
}

/** Lets a newly confirmed colleague read names and adds theirs, in one batch. */
export function admitToDirectory(
  session: SpaceSession,
  directory: OpenedSpace,
  colleague: { readonly user: UserId; readonly name: string; readonly relation: 'coordinator' | 'reader' },
): Promise<Result<OpenedSpace, SpaceRefusal>> {
  return appendToSpace(session, directory, [
    { kind: 'grant', user: colleague.user, relation: colleague.relation, reason: 'joined' },
    nameChange(colleague.user, colleague.name),
  ]);
}

/**
 * The names that an opened directory holds. A name counts only if the verified directory of keys says
 * that its author signs entries or coordinates: a reader, together with the server, could else swap two
 * colleagues, and the next case would go to the wrong one.
 */
export function namesIn(directory: OpenedSpace, keys: Directory): Names {
  const names = new Map<UserId, string>();
  for (const record of directory.records.values()) {
    const parsed = record.schema === schema ? memberName.safeParse(record.payload) : null;
    if (!parsed?.success || !mayName(keys, record)) continue;
    // The record's id is the user's id.
    names.set(record.id as string as UserId, parsed.data.name);
  }
  return names;
}

function mayName(keys: Directory, { author, time }: Pick<OpenedRecord, 'author' | 'time'>): boolean {
  if (keys.document.signers.some(({ user }) => user === author)) return true;
  const on = parseCivilDate(time.slice(0, 10));
  const person = keys.people.get(author);
  return on !== null && (hasRole(person, 'coordinator', on) || hasRole(person, 'duty', on));
}

function nameChange(user: UserId, name: string) {
  // One name per user: the record carries the user's id, so a second one is a new version.
  const record = user as string as RecordId;
  return { kind: 'put', record, type: 'person', schema, payload: { name: name.normalize('NFC').trim() } } as const;
}

/** Names for a session, empty when there is no directory to open. */
export async function readNames(session: SpaceSession): Promise<Result<Names, SpaceRefusal>> {
  const directory = await openDirectory(session);
  if (directory.ok) return ok(namesIn(directory.value, session.directory));
  return directory.refusal.type === 'NoDirectory' ? ok(new Map()) : directory;
}
