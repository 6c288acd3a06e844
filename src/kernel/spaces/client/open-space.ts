import { ok, refuse, type RecordId, type Result, type SpaceId } from '#platform/base';
import {
  checkMark,
  foldLog,
  hashEnvelope,
  openRecord,
  openWrap,
  type LogMark,
  type LogRecord,
  type LogState,
  type SpaceKey,
} from '#platform/crypto';
import { spaceRoutes } from '../contract/space-routes.ts';
import { isSigned } from './is-signed.ts';
import type { OpenedRecord, OpenedSpace, SpaceRefusal, SpaceSession, UnfitRecord } from './space-session.ts';

/**
 * Opens a space from the beginning: verifies every operation with keys of the verified directory,
 * checks the head against what this person saw before, unwraps the keys, opens every current record
 * against its signed hash. A log that is not to be believed opens nothing (`Gap`, `Fork`,
 * `RolledBack`, `BadSignature` …); a record that does not fit is listed as unfit.
 */
export async function openSpace(session: SpaceSession, id: SpaceId): Promise<Result<OpenedSpace, SpaceRefusal>> {
  return readOn(session, id, null);
}

/** Reads what others wrote since; verified and opened the same way. */
export async function refreshSpace(
  session: SpaceSession,
  opened: OpenedSpace,
): Promise<Result<OpenedSpace, SpaceRefusal>> {
  return readOn(session, opened.id, opened);
}

async function readOn(
  session: SpaceSession,
  id: SpaceId,
  before: OpenedSpace | null,
): Promise<Result<OpenedSpace, SpaceRefusal>> {
  // What was seen before this was asked: an answer may rightly lie behind what was written since.
  const mark = session.marks.read(id);
  const read = await readAll(session, id, before);
  if (!read.ok) return read;
  const { operations, envelopes, wraps, last } = read.value;
  const where = { tenant: session.tenant, space: id, mark };
  const nothingNew = before && operations.length === 0;
  const folded = nothingNew ? ok(before.log) : await foldLog(where, before?.log ?? null, operations, session.directory);
  if (!folded.ok) return folded;
  const log = folded.value;
  const fits = headFits(log, last.seq, last.head, mark);
  if (!fits.ok) return fits;
  const keys = await openKeys(session, id, log, wraps, before?.keys ?? new Map());
  const { records, unfit } = await openRecords(session, log, keys, envelopes, before);
  session.marks.note(id, log.seq, log.head, log.codedHash);
  const codedFits = await isSigned(last.coded, log.codedHash);
  const coded = codedFits ? last.coded : null;
  return ok({ id, kind: log.kind, log, keys, wraps, records, unfit, coded, codedFits });
}

interface ReadPages {
  readonly operations: readonly string[];
  readonly envelopes: ReadonlyMap<RecordId, ServedEnvelope>;
  readonly wraps: ReadonlyMap<number, string>;
  readonly last: { readonly seq: number; readonly head: string; readonly coded: unknown };
}

interface ServedEnvelope {
  readonly version: number;
  readonly envelope: string | null;
}

/** All pages before anything is judged: one may end between a revocation and the rotation that belongs to it. */
async function readAll(
  session: SpaceSession,
  id: SpaceId,
  before: OpenedSpace | null,
): Promise<Result<ReadPages, SpaceRefusal>> {
  const envelopes = new Map<RecordId, ServedEnvelope>();
  const wraps = new Map(before?.wraps ?? []);
  const operations: string[] = [];
  const from = before?.log.seq ?? 0;
  for (;;) {
    const query = { after: from + operations.length };
    const answer = await session.api.call(spaceRoutes.readSpace, { params: { space: id }, query });
    if (!answer.ok) return answer;
    const { value } = answer;
    operations.push(...value.operations);
    for (const { id: record, ...served } of value.records) envelopes.set(asRecord(record), served);
    for (const { epoch, wrap } of value.wraps) wraps.set(epoch, wrap);
    if (!value.more || value.operations.length === 0) return ok({ operations, envelopes, wraps, last: value });
  }
}

/** The head that the server names must be the one that its own operations lead to. */
function headFits(log: LogState, seq: number, head: string, mark: LogMark | null): Result<void, SpaceRefusal> {
  if (log.seq !== seq || log.head !== head) return refuse({ type: 'Fork', at: log.seq });
  return checkMark(log, mark);
}

async function openKeys(
  session: SpaceSession,
  space: SpaceId,
  log: LogState,
  wraps: ReadonlyMap<number, string>,
  known: ReadonlyMap<number, SpaceKey>,
): Promise<ReadonlyMap<number, SpaceKey>> {
  const keys = new Map(known);
  for (const [epoch, wrap] of wraps) {
    const commitment = log.commitments.get(epoch);
    if (commitment === undefined || keys.has(epoch)) continue;
    const where = { tenant: session.tenant, space, epoch };
    const key = await openWrap(where, commitment, session.user, wrap, session.identity.encryption);
    if (key.ok) keys.set(epoch, key.value);
  }
  return keys;
}

async function openRecords(
  session: SpaceSession,
  log: LogState,
  keys: ReadonlyMap<number, SpaceKey>,
  envelopes: ReadonlyMap<RecordId, { readonly version: number; readonly envelope: string | null }>,
  before: OpenedSpace | null,
): Promise<{ records: ReadonlyMap<RecordId, OpenedRecord>; unfit: readonly UnfitRecord[] }> {
  const records = new Map<RecordId, OpenedRecord>();
  const unfit: UnfitRecord[] = [];
  for (const entry of log.records.values()) {
    if (entry.ctHash === null || entry.type === 'document') continue;
    const known = before?.records.get(entry.id);
    if (known?.version === entry.version) {
      records.set(entry.id, known);
      continue;
    }
    // Not served again because nothing is new: what did not fit before does not fit for the same reason.
    const same = before?.log.records.get(entry.id)?.version === entry.version && !envelopes.has(entry.id);
    const unfitBefore = same ? before?.unfit.find(({ id }) => id === entry.id) : undefined;
    if (unfitBefore) {
      unfit.push(unfitBefore);
      continue;
    }
    const opened = await openEntry(session, log, keys, entry, envelopes.get(entry.id));
    if (typeof opened === 'string') unfit.push({ id: entry.id, type: entry.type, reason: opened });
    else records.set(entry.id, opened);
  }
  return { records, unfit };
}

/** One record against its entry in the log; the reason as a code when it does not fit. */
export async function openEntry(
  session: Pick<SpaceSession, 'tenant'>,
  log: Pick<LogState, 'space'>,
  keys: ReadonlyMap<number, SpaceKey>,
  entry: Omit<LogRecord, 'first'>,
  served: { readonly version: number; readonly envelope: string | null } | undefined,
): Promise<OpenedRecord | string> {
  if (!served || served.envelope === null) return 'missing';
  if (served.version !== entry.version) return 'other-version';
  if ((await hashEnvelope(served.envelope)) !== entry.ctHash) return 'changed';
  const key = keys.get(entry.epoch);
  if (!key) return 'no-key';
  const { id, type, version, epoch, author, seq, time } = entry;
  const context = { tenant: session.tenant, space: log.space, epoch, type, record: id, version, author };
  const opened = await openRecord(key, context, served.envelope);
  if (!opened.ok) return opened.refusal.type;
  return { id, type, version, seq, author, time, ...opened.value };
}

// The row's schema has refused everything that has not the form of an id.
const asRecord = (text: string): RecordId => text as RecordId;
