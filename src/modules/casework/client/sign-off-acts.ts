import { ok, refuse, type Result } from '#platform/base';
import { openDirectory, type OpenedRecord, type OpenedSpace, type SpaceSession } from '#kernel/spaces/client';
import { signOff1, type SignOff } from '../model/sealed/sign-off-records.ts';
import type { CaseRefusal } from './opened-case.ts';
import { putDirectoryRecord, type SeenVersion } from './put-directory-record.ts';
import type { StationeryItem } from './stationery-acts.ts';

/** One sign-off as it stands. */
export type SignOffItem = StationeryItem<SignOff>;

/** The programme's sign-offs of procedure packs, verified on this device. */
export interface SignOffs {
  readonly space: OpenedSpace;
  readonly items: readonly SignOffItem[];
  /** Records that do not fit, or that somebody wrote who may not: named, never used. */
  readonly unfit: readonly { readonly id: OpenedRecord['id']; readonly reason: string }[];
}

const type = 'sign-off';

/**
 * Opens the sign-offs. They lie in the directory space like stationery: one that no coordinator signed in the log is listed
 * as unfit and says nothing (`NoDirectory` when there is no such space).
 */
export async function readSignOffs(session: SpaceSession): Promise<Result<SignOffs, CaseRefusal>> {
  const space = await openDirectory(session);
  return space.ok ? ok(signOffsIn(space.value)) : space;
}

/**
 * Writes down that a lawyer or this coordinator signs a pack off. `Stale`: somebody wrote one down for the same rules and role
 * meanwhile; read again and look.
 */
export async function signPackOff(
  session: SpaceSession,
  { space }: SignOffs,
  content: Omit<SignOff, 'withdrawn'>,
): Promise<Result<SignOffs, CaseRefusal>> {
  const isOnly = (current: OpenedSpace): boolean =>
    !signOffsIn(current).items.some(
      (item) =>
        item.content.withdrawn === null &&
        item.content.pack === content.pack &&
        item.content.version === content.version &&
        item.content.hash === content.hash &&
        item.content.role === content.role,
    );
  return putSignOff(session, space, { ...content, withdrawn: null }, { isOnly });
}

/** Withdraws a sign-off that was seen, with the reason; it stays to be read. `Stale` where somebody changed it since. */
export function withdrawSignOff(
  session: SpaceSession,
  { space }: SignOffs,
  { id, version, content }: SignOffItem,
  withdrawn: NonNullable<SignOff['withdrawn']>,
): Promise<Result<SignOffs, CaseRefusal>> {
  return putSignOff(session, space, { ...content, withdrawn }, { seen: { id, version } });
}

async function putSignOff(
  session: SpaceSession,
  space: OpenedSpace,
  content: SignOff,
  how: { readonly seen?: SeenVersion; readonly isOnly?: (space: OpenedSpace) => boolean },
): Promise<Result<SignOffs, CaseRefusal>> {
  const parsed = signOff1.safeParse(content);
  if (!parsed.success) return refuse({ type: 'ContentInvalid', path: parsed.error.issues[0]?.path.join('.') ?? '' });
  const done = await putDirectoryRecord(session, space, { type, schema: `${type}/1`, payload: parsed.data, ...how });
  return done.ok ? ok(signOffsIn(done.value)) : done;
}

function signOffsIn(space: OpenedSpace): SignOffs {
  const items: SignOffItem[] = [];
  const unfit = space.unfit.filter((record) => record.type === type).map(({ id, reason }) => ({ id, reason }));
  for (const record of space.records.values()) {
    if (record.type !== type) continue;
    // The log proves who signed. The server asks for a coordinator too, but is not believed in this.
    const isByCoordinator = space.log.members.get(record.author)?.relation === 'coordinator';
    const item = itemOf(record);
    if (!isByCoordinator) unfit.push({ id: record.id, reason: 'not-by-a-coordinator' });
    else if (item) items.push(item);
    else unfit.push({ id: record.id, reason: 'does-not-fit' });
  }
  return { space, items, unfit };
}

function itemOf({ id, version, author, time, schema, payload }: OpenedRecord): SignOffItem | null {
  if (schema !== `${type}/1`) return null;
  const parsed = signOff1.safeParse(payload);
  return parsed.success ? { id, version, author, time, content: parsed.data } : null;
}
