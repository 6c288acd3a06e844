import { z } from 'zod';
import { ok, type RecordId, type Result, type UserId } from '#platform/base';
import type { Directory } from '#platform/crypto';
import { alarmsOf, type Alarms } from './alarms-of.ts';
import { appendToSpace } from './append-to-space.ts';
import { createSpace } from './create-space.ts';
import { isCoordinatorAt } from './is-coordinator-at.ts';
import { keepDirectory, readDirectoryOn } from './open-directory.ts';
import { noComparisons, readComparisons, type Comparisons } from './read-comparisons.ts';
import type { OpenedSpace, SpaceRefusal, SpaceSession } from './space-session.ts';

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
  keepDirectory(session, made.value);
  return appendToSpace(session, made.value, [nameChange(session.user, ownName)]);
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
    if (!parsed?.success || !isCoordinatorAt(keys, record.author, record.time)) continue;
    // The record's id is the user's id.
    names.set(record.id as string as UserId, parsed.data.name);
  }
  return names;
}

function nameChange(user: UserId, name: string) {
  // One name per user: the record carries the user's id, so a second one is a new version.
  const record = user as string as RecordId;
  return { kind: 'put', record, type: 'person', schema, payload: { name: name.normalize('NFC').trim() } } as const;
}

/** What the directory space says of colleagues: their names, and who compared with whom. */
export interface ColleaguesRead {
  readonly names: Names;
  readonly comparisons: Comparisons;
  readonly alarms: Alarms;
}

/** Reads it for a session; nobody and nothing when there is no directory space to open. */
export async function readColleagues(
  session: SpaceSession,
  coordinates: boolean,
): Promise<Result<ColleaguesRead, SpaceRefusal>> {
  const directory = await readDirectoryOn(session);
  if (!directory.ok && directory.refusal.type !== 'NoDirectory') return directory;
  const comparisons = directory.ok
    ? await readComparisons(session, directory.value)
    : ok(await noComparisons(session.directory));
  if (!comparisons.ok) return comparisons;
  return ok({
    names: directory.ok ? namesIn(directory.value, session.directory) : new Map(),
    comparisons: comparisons.value,
    alarms: alarmsOf(comparisons.value, session.user, coordinates),
  });
}
