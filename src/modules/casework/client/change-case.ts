import { createId, ok, refuse, type CanonicalValue, type RecordId, type Result, type UserId } from '#platform/base';
import { appendToSpace, type Change, type SpaceSession } from '#kernel/spaces/client';
import type { Attestation } from '../model/open/attestation.ts';
import { judgeChange } from '../model/open/judge-change.ts';
import type { CaseMember, OpenCase } from '../model/open/open-case.ts';
import type { Relation } from '../model/open/relation.ts';
import { isResting, mayWriteType } from '../model/open/resting.ts';
import { deriveHead } from '../model/sealed/derive-head.ts';
import { writeSealed } from '../model/sealed/read-sealed.ts';
import { mayWriteRecord } from '../model/sealed/resting-records.ts';
import type { SealedContent, SealedKind, SealedRecord } from '../model/sealed/sealed-kinds.ts';
import type { AuthoredRecord } from '../model/sealed/unanswered-questions.ts';
import { readCase, refreshCase, today, type CaseRefusal, type OpenedCase } from './opened-case.ts';

/** A record to seal: a new one, or the next version of the one with this id. */
export type RecordToPut = {
  [Kind in SealedKind]: { readonly id?: RecordId; readonly kind: Kind; readonly content: SealedContent<Kind> };
}[SealedKind];

/** Everything that happens to a case at once, or not at all. */
export interface CaseChange {
  readonly puts?: readonly RecordToPut[];
  readonly deletes?: readonly RecordId[];
  /** Files that were sent already, see `attachPaper`. */
  readonly documents?: readonly Change[];
  readonly open?: OpenCase;
  /** What is done, in the words of the log: `accept`, `record-fact`. */
  readonly act?: string;
  readonly attestations?: readonly Attestation[];
  readonly grants?: readonly { readonly user: UserId; readonly relation: Relation; readonly reason: string }[];
  readonly revokes?: readonly UserId[];
}

/**
 * Does a change as one signed batch, with the case's head derived anew in it. Judged on this device
 * first, by the rules the server has too. When somebody wrote in between something that the change
 * does not touch, it is done again on top of that, at most five times. `Stale`: they wrote the same
 * record, the open values or the team; refresh and look.
 */
export async function changeCase(
  session: SpaceSession,
  opened: OpenedCase,
  change: CaseChange,
): Promise<Result<OpenedCase, CaseRefusal>> {
  let current = opened;
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const done = await changeOnce(session, current, change);
    if (done.ok || done.refusal.type !== 'Stale') return done;
    const newer = await refreshCase(session, current);
    if (!newer.ok) return newer;
    if (touchesSame(opened, newer.value, change)) return done;
    current = newer.value;
  }
  return refuse({ type: 'Stale' });
}

/** Kinds of which a case has any number, so that one more never stands against what somebody else wrote. */
const additions: ReadonlySet<SealedKind> = new Set<SealedKind>([
  'contact',
  'attempt',
  'note',
  'question',
  'reply',
  'incident',
  'embassy',
  'task',
  'appointment',
  'request',
  'paper',
  'consent',
  'party',
  'draft',
  'account',
  'event',
  'threat',
  'move',
]);

/** Whether what was written in between is what this change would write over, or write a second time. */
function touchesSame(before: OpenedCase, newer: OpenedCase, { puts = [], deletes = [], ...rest }: CaseChange): boolean {
  const versionIn = (opened: OpenedCase, id: RecordId) => opened.space.log.records.get(id)?.version;
  const touched = [...deletes, ...puts.flatMap(({ id }) => (id ? [id] : []))];
  if (touched.some((id) => versionIn(before, id) !== versionIn(newer, id))) return true;
  const begun = newer.records.filter(({ id }) => versionIn(before, id) === undefined);
  const isSecond = (put: RecordToPut): boolean =>
    !additions.has(put.kind) &&
    (!put.id || versionIn(before, put.id) === undefined) &&
    begun.some(({ kind }) => kind === put.kind);
  if (puts.some(isSecond)) return true;
  if (rest.grants?.length || rest.revokes?.length) return true;
  return rest.open !== undefined && before.space.log.codedHash !== newer.space.log.codedHash;
}

async function changeOnce(
  session: SpaceSession,
  opened: OpenedCase,
  change: CaseChange,
): Promise<Result<OpenedCase, CaseRefusal>> {
  const judged = judge(session, opened, change);
  if (!judged.ok) return judged;
  const changes: Change[] = [...(change.documents ?? [])];
  const puts = (change.puts ?? []).map((put) => ({ ...put, id: put.id ?? createId<RecordId>(session.randomBytes) }));
  for (const put of puts) {
    const written = await toPut(put.id, put);
    if (!written.ok) return written;
    changes.push(written.value);
  }
  for (const record of change.deletes ?? []) changes.push({ kind: 'delete', record });
  for (const grant of change.grants ?? []) changes.push({ kind: 'grant', ...grant });
  for (const user of change.revokes ?? []) changes.push({ kind: 'revoke', user });
  // Work that rests is taken up first and written in after; all other acts come when everything else is written.
  const at = isResting(opened.open.state.name) ? 0 : firstRevoke(changes);
  if (change.open) changes.splice(at, 0, codedChange(change.open, change));
  const rotates = (change.revokes ?? []).length > 0;
  if (!rotates && puts.some(({ kind }) => kind !== 'draft')) {
    const head = headChange(
      session,
      opened,
      recordsAfter(session, opened, puts, change.deletes ?? []),
      opened.space.log.seq + changes.length + 1,
    );
    if (!head.ok) return head;
    changes.push(head.value);
  }
  if (changes.length === 0) return ok(opened);
  const done = await appendToSpace(session, opened.space, changes);
  if (!done.ok) return done;
  const after = readCase(session, done.value);
  // The head must lie under the newest key, so after a rotation it is written once more.
  return after.ok && rotates ? rewriteHead(session, after.value) : after;
}

/**
 * Like `changeCase` for additions, which go on top of whatever others wrote, also of the same kind. An addition with an id
 * drawn by its form that is there already, since it was saved and only the answer was lost, is not made twice. `Stale`:
 * somebody changed a record that this change would write over or take away. Drafts alone are replaced all the same: they
 * are their author's own.
 */
export async function addToCase(
  session: SpaceSession,
  opened: OpenedCase,
  change: CaseChange,
): Promise<Result<OpenedCase, CaseRefusal>> {
  let current = opened;
  let left = change;
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const done = await changeCase(session, current, left);
    if (done.ok || done.refusal.type !== 'Stale') return done;
    const newer = await refreshCase(session, current);
    if (!newer.ok) return newer;
    const rest = stillToDo(opened, newer.value, change);
    if (rest === null) return done;
    left = rest;
    current = newer.value;
  }
  return refuse({ type: 'Stale' });
}

/** What is left of additions after what was written since; null when others changed what they would write over. */
function stillToDo(before: OpenedCase, newer: OpenedCase, change: CaseChange): CaseChange | null {
  const { puts = [], deletes = [], documents = [], open, grants = [], revokes = [] } = change;
  if (open !== undefined || grants.length > 0 || revokes.length > 0) return null;
  const was = (id: RecordId) => before.space.log.records.get(id);
  const is = (id: RecordId) => newer.space.log.records.get(id);
  const isOthers = (id: RecordId): boolean => {
    const [old, now] = [was(id), is(id)];
    return old !== undefined && old.type !== 'draft' && now?.ctHash !== null && now?.version !== old.version;
  };
  const removed = (id: RecordId): boolean =>
    was(id)?.type !== 'draft' && was(id) !== undefined && is(id)?.ctHash === null;
  if (puts.some(({ id }) => id !== undefined && (isOthers(id) || removed(id)))) return null;
  if (deletes.some(isOthers)) return null;
  return {
    ...change,
    puts: puts.filter(({ id }) => id === undefined || was(id) !== undefined || is(id) === undefined),
    deletes: deletes.filter((id) => is(id)?.ctHash !== null),
    documents: documents.filter((one) => one.kind !== 'document' || is(one.record) === undefined),
  };
}

/** Whether a record with this id, drawn by a form when it was opened, was saved already. */
export function isSaved(opened: OpenedCase, id: RecordId | undefined): boolean {
  return id !== undefined && opened.space.log.records.has(id);
}

/** Derives the head of a case anew, for instance because it lies behind the log. */
export async function rewriteHead(session: SpaceSession, opened: OpenedCase): Promise<Result<OpenedCase, CaseRefusal>> {
  const head = headChange(session, opened, opened.records, opened.space.log.seq + 1);
  if (!head.ok) return head;
  const done = await appendToSpace(session, opened.space, [head.value]);
  return done.ok ? readCase(session, done.value) : done;
}

function judge(session: SpaceSession, opened: OpenedCase, change: CaseChange): Result<unknown, CaseRefusal> {
  const members = membersAfter(opened.members, change);
  if (members.length < 2) return refuse({ type: 'TooFewMembers' });
  const written = judgeWrites(opened, change);
  if (!written.ok) return written;
  return judgeChange(opened.open, change.open ?? opened.open, {
    by: session.user,
    today: today(session),
    members,
    attestations: change.attestations ?? [],
  });
}

/** What may not be written while the work rests is not even sent; `StateForbids` with the state as its reason. */
function judgeWrites(
  { open, space }: OpenedCase,
  { puts = [], deletes = [], documents = [], open: next = open }: CaseChange,
): Result<void, CaseRefusal> {
  const { name } = isResting(open.state.name) ? next.state : open.state;
  const typeOf = (id: RecordId): string => space.log.records.get(id)?.type ?? '';
  const allowed =
    puts.every((put) => mayWriteRecord(name, recordOfPut(put))) &&
    deletes.every((id) => mayWriteType(name, { type: typeOf(id), deleted: true })) &&
    (documents.length === 0 || !isResting(name));
  return allowed ? ok(undefined) : refuse({ type: 'StateForbids', reason: name });
}

function recordOfPut({ kind, content }: RecordToPut): SealedRecord {
  // A put pairs kind and content exactly as a record does.
  return { kind, content } as SealedRecord;
}

function membersAfter(
  members: readonly CaseMember[],
  { grants = [], revokes = [] }: CaseChange,
): readonly CaseMember[] {
  const gone = new Set([...revokes, ...grants.map(({ user }) => user)]);
  return [
    ...members.filter(({ user }) => !gone.has(user)),
    ...grants.map(({ user, relation }) => ({ user, relation })),
  ];
}

async function toPut(record: RecordId, put: RecordToPut): Promise<Result<Change, CaseRefusal>> {
  const written = writeSealed(put.kind, put.content);
  if (!written.ok) return written;
  const { type, schema, content } = written.value;
  return ok({ kind: 'put', record, type, schema, payload: content });
}

function codedChange(open: OpenCase, { act, attestations }: CaseChange): Change {
  // Open values are strings, nulls and lists of such: canonical by their schema.
  const coded = open as unknown as CanonicalValue;
  return { kind: 'coded', coded, ...(act ? { act } : {}), ...(attestations ? { attestations } : {}) };
}

/** After a revocation nothing but the rotation may follow, so open values are signed before it. */
function firstRevoke(changes: readonly Change[]): number {
  const at = changes.findIndex(({ kind }) => kind === 'revoke');
  return at < 0 ? changes.length : at;
}

function recordsAfter(
  { user: author }: Pick<SpaceSession, 'user'>,
  opened: OpenedCase,
  puts: readonly (RecordToPut & { readonly id: RecordId })[],
  deletes: readonly RecordId[],
): readonly AuthoredRecord[] {
  const replaced = new Set<RecordId>([...deletes, ...puts.map(({ id }) => id)]);
  return [
    ...opened.records.filter(({ id }) => !replaced.has(id)),
    ...puts.map((put) => ({ ...recordOfPut(put), id: put.id, author })),
  ];
}

function headChange(
  session: SpaceSession,
  opened: OpenedCase,
  records: readonly AuthoredRecord[],
  ofSeq: number,
): Result<Change, CaseRefusal> {
  const written = writeSealed('head', deriveHead(records, ofSeq, today(session)));
  if (!written.ok) return written;
  const id =
    [...opened.space.log.records.values()].find(({ type }) => type === 'head')?.id ??
    createId<RecordId>(session.randomBytes);
  return ok({ kind: 'put', record: id, type: 'head', schema: written.value.schema, payload: written.value.content });
}
