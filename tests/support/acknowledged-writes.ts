import { createId, expectOk, type RecordId, type Result } from '#platform/base';
import { buildFounder, buildParts, testRandomBytes } from '#kernel/accounts/testing';
import {
  appendToSpace,
  attachDocument,
  openSpace,
  readDocument,
  type DocumentHandle,
  type OpenedSpace,
  type SpaceRefusal,
  type SpaceSession,
} from '#kernel/spaces/client';
import { buildSession } from '#kernel/spaces/testing';
import type { RealInstallation } from './installation.ts';
import { connectTo } from './test-server.ts';

/** What a server has acknowledged so far, to be looked for later. */
export interface Acknowledged {
  readonly records: Set<RecordId>;
  readonly files: { readonly handle: DocumentHandle; readonly bytes: Uint8Array }[];
}

/** Founds the programme of an empty installation and begins work as its founder. */
export async function foundIn({ address, foundingCode }: RealInstallation): Promise<SpaceSession> {
  return buildSession(await buildFounder(buildParts(connectTo(address).api), foundingCode));
}

/** Writes one record with its file of so many bytes; counts both when they were acknowledged. */
export async function writeOnce(
  session: SpaceSession,
  space: OpenedSpace,
  kept: Acknowledged,
  size: number,
): Promise<Result<OpenedSpace, SpaceRefusal>> {
  const record = createId<RecordId>(testRandomBytes);
  const put = { kind: 'put', record, type: 'person', schema: 'member-name/1', payload: { name: 'x' } } as const;
  const bytes = testRandomBytes(size);
  const attached = await attachDocument(session, space, bytes);
  if (!attached.ok) return attached;
  const added = await appendToSpace(session, space, [put, attached.value.change]);
  if (!added.ok) return added;
  kept.records.add(record);
  kept.files.push({ handle: attached.value.handle, bytes });
  return added;
}

/** Writes until something is refused; answers with the refusal. */
export async function writeUntilRefused(
  session: SpaceSession,
  from: OpenedSpace,
  kept: Acknowledged,
  size: number,
): Promise<string> {
  let current = from;
  for (;;) {
    const written = await writeOnce(session, current, kept, size);
    if (!written.ok) return written.refusal.type;
    current = written.value;
  }
}

/**
 * How much of what was acknowledged is not there, not whole, or not believed: all records, and the files named. Throws where
 * the server does not let it look: what was not looked at is neither lost nor kept.
 */
export async function countLost(
  session: SpaceSession,
  space: OpenedSpace,
  kept: Acknowledged,
  files: Acknowledged['files'] = kept.files,
): Promise<number> {
  const seen = expectOk(await openSpace(session, space.id));
  let lost = seen.unfit.length + [...kept.records].filter((record) => !seen.records.has(record)).length;
  for (const { handle, bytes } of files) {
    const read = await readDocument(session, seen, handle);
    if (!read.ok && read.refusal.type === 'ReadingPaused')
      throw new Error('more was read than one person may in an hour');
    if (!read.ok || Buffer.compare(read.value, bytes) !== 0) lost += 1;
  }
  return lost;
}
