import { createId, refuse, type RecordId, type Result } from '#platform/base';
import { appendToSpace, refreshSpace, type Change, type OpenedSpace, type SpaceSession } from '#kernel/spaces/client';
import { largestRecord } from '../model/sealed/told.ts';
import type { CaseRefusal } from './opened-case.ts';

/** The version of a record that somebody had before them when they began to change it. */
export interface SeenVersion {
  readonly id: RecordId;
  readonly version: number;
}

/** A record of the directory space as it is to be written: already checked by its schema. */
export interface DirectoryPut {
  readonly type: string;
  readonly schema: string;
  readonly payload: object;
  /** The version it comes after; a new record without. */
  readonly seen?: SeenVersion | undefined;
  /** The file that goes with it. */
  readonly document?: Change | undefined;
  /** Whether it may still be a new record, where there is one of a kind. */
  readonly isOnly?: (space: OpenedSpace) => boolean;
}

/**
 * Writes a record of the directory space on top of what others wrote elsewhere, at most five times; never on top of another
 * version of the same, and never where another came to be that it may not stand beside: `Stale`.
 */
export async function putDirectoryRecord(
  session: SpaceSession,
  space: OpenedSpace,
  { type, schema, payload, seen, document, isOnly = () => true }: DirectoryPut,
): Promise<Result<OpenedSpace, CaseRefusal>> {
  if (JSON.stringify(payload).length > largestRecord / 2) return refuse({ type: 'ContentTooLarge' });
  const record = seen?.id ?? createId<RecordId>(session.randomBytes);
  const put: Change = { kind: 'put', record, type, schema, payload };
  let current = space;
  for (let attempt = 0; attempt < 5; attempt += 1) {
    if (seen && current.log.records.get(record)?.version !== seen.version) return refuse({ type: 'Stale' });
    if (!isOnly(current)) return refuse({ type: 'Stale' });
    const done = await appendToSpace(session, current, document ? [document, put] : [put]);
    if (done.ok || done.refusal.type !== 'Stale') return done;
    const newer = await refreshSpace(session, current);
    if (!newer.ok) return newer;
    current = newer.value;
  }
  return refuse({ type: 'Stale' });
}
