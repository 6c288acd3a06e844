import { createId, ok, refuse, type CivilDate, type RecordId, type Result, type UserId } from '#platform/base';
import { attachDocument, readDocument, type SpaceSession } from '#kernel/spaces/client';
import { taskRoutes, type TaskId, type TaskKind } from '#kernel/tasks';
import { caseRoutes } from '../contract/case-routes.ts';
import { isResting } from '../model/open/resting.ts';
import type { SealedContent } from '../model/sealed/sealed-kinds.ts';
import { addToCase, changeCase, isSaved } from './change-case.ts';
import { mergeOnStale } from './merge-on-stale.ts';
import { recordsOf, today, type CaseRefusal, type OpenedCase } from './opened-case.ts';

/** Writes down a contact; never conflicts. With `countHours` its minutes count for the month, open. */
export async function logContact(
  session: SpaceSession,
  opened: OpenedCase,
  contact: SealedContent<'contact'>,
  { countHours = true, id }: { readonly countHours?: boolean; readonly id?: RecordId } = {},
): Promise<Result<OpenedCase, CaseRefusal>> {
  const done = isSaved(opened, id)
    ? ok(opened)
    : await addToCase(session, opened, { puts: [{ kind: 'contact', content: contact, ...(id ? { id } : {}) }] });
  if (!done.ok || !countHours || contact.minutes === 0) return done;
  // The contact is what matters and is saved; a month that is closed keeps its sum.
  await session.api.call(caseRoutes.recordHours, {
    input: { month: contact.on.slice(0, 7), minutes: contact.minutes },
  });
  return done;
}

/** Adds an entry of another kind: attempt, note, question, reply, incident, embassy; never conflicts. */
export function addEntry<Kind extends 'attempt' | 'note' | 'question' | 'reply' | 'incident' | 'embassy'>(
  session: SpaceSession,
  opened: OpenedCase,
  kind: Kind,
  content: SealedContent<Kind>,
  id?: RecordId,
): Promise<Result<OpenedCase, CaseRefusal>> {
  if (isSaved(opened, id)) return Promise.resolve(ok(opened));
  // Kind and content are tied by the type parameter, which the union of puts cannot follow.
  return addToCase(session, opened, { puts: [{ kind, content, ...(id ? { id } : {}) } as never] });
}

/** A task: its words sealed, its day and person open. */
export interface TaskToRaise {
  /** Drawn when the form was opened, so that trying again never raises a second task. */
  readonly id?: RecordId;
  /** Null when the record of this id that says what it is about, a question, is sealed already. */
  readonly words: SealedContent<'task'> | null;
  readonly assignee: UserId;
  readonly due: CivilDate;
  readonly kind: TaskKind;
}

/** Seals the words first and then raises the open row with the same id, so that no row is without words. */
export async function raiseTask(
  session: SpaceSession,
  opened: OpenedCase,
  task: TaskToRaise,
): Promise<Result<{ readonly opened: OpenedCase; readonly task: TaskId }, CaseRefusal>> {
  const id = task.id ?? createId<RecordId>(session.randomBytes);
  const done =
    isSaved(opened, id) || task.words === null
      ? ok(opened)
      : await addToCase(session, opened, { puts: [{ id, kind: 'task', content: task.words }] });
  if (!done.ok) return done;
  // One id names both the sealed words and the open row.
  const taskId = id as string as TaskId;
  const { assignee, due, kind } = task;
  const raised = await session.api.call(taskRoutes.raiseTask, {
    params: { space: opened.id },
    input: { id: taskId, assignee, due, kind },
  });
  // The row of an earlier try whose answer was lost: ids are random, so nobody else can have drawn this one.
  const known = !raised.ok && raised.refusal.type === 'IdTaken' && task.id !== undefined;
  return raised.ok || known ? ok({ opened: done.value, task: taskId }) : raised;
}

/**
 * Marks a task done and keeps what came of it, beside what others changed in its words. `Stale`: somebody wrote another
 * outcome meanwhile.
 */
export async function doneTask(
  session: SpaceSession,
  opened: OpenedCase,
  task: TaskId,
  outcome: string,
): Promise<Result<OpenedCase, CaseRefusal>> {
  const { name } = opened.open.state;
  if (outcome !== '' && isResting(name)) return refuse({ type: 'StateForbids', reason: name });
  const wordsIn = (current: OpenedCase) => recordsOf(current, 'task').find(({ id }) => isSameId(id, task));
  const marked = await session.api.call(taskRoutes.doneTask, { params: { task }, input: { on: today(session) } });
  if (!marked.ok) return marked;
  const seen = wordsIn(opened);
  if (!seen || outcome === '') return { ok: true, value: opened };
  const save = (current: OpenedCase): Promise<Result<OpenedCase, CaseRefusal>> => {
    const { id, content } = wordsIn(current) ?? seen;
    return changeCase(session, current, { puts: [{ id, kind: 'task', content: { ...content, outcome } }] });
  };
  return mergeOnStale(session, opened, save, (newer) => wordsIn(newer)?.content.outcome === seen.content.outcome);
}

/** A file to attach, already cleaned by the rules for files. */
export interface PaperFile {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly name: string;
}

/** Seals a paper: what is known of it, and its file if there is one. The id is for whoever refers to it at once. */
export async function attachPaper(
  session: SpaceSession,
  opened: OpenedCase,
  paper: Omit<SealedContent<'paper'>, 'file'>,
  file: PaperFile | null,
  id: RecordId = createId<RecordId>(session.randomBytes),
): Promise<Result<OpenedCase, CaseRefusal>> {
  if (isSaved(opened, id)) return ok(opened);
  if (file === null)
    return addToCase(session, opened, { puts: [{ id, kind: 'paper', content: { ...paper, file: null } }] });
  const attached = await attachDocument(session, opened.space, file.bytes);
  if (!attached.ok) return attached;
  const { handle, change } = attached.value;
  const { bytes, mediaType, name } = file;
  const kept = {
    document: handle.blob,
    secret: handle.secret,
    sha256: handle.sha256,
    length: bytes.length,
    mediaType,
    name,
  };
  return addToCase(session, opened, {
    documents: [change],
    puts: [{ id, kind: 'paper', content: { ...paper, file: kept } }],
  });
}

/** Fetches and opens the file of a paper; `NoFile` when only the paper's existence is known. */
export function readPaper(
  session: SpaceSession,
  opened: OpenedCase,
  paper: SealedContent<'paper'>,
): Promise<Result<Uint8Array, CaseRefusal>> {
  const { file } = paper;
  if (file === null) return Promise.resolve(refuse({ type: 'NoFile' }));
  return readDocument(session, opened.space, { blob: file.document, secret: file.secret, sha256: file.sha256 });
}

/** Replaces what is known of a paper. */
export function savePaper(
  session: SpaceSession,
  opened: OpenedCase,
  id: RecordId,
  paper: SealedContent<'paper'>,
): Promise<Result<OpenedCase, CaseRefusal>> {
  return changeCase(session, opened, { puts: [{ id, kind: 'paper', content: paper }] });
}

/** One id names both the sealed words and the open row of a task. */
function isSameId(record: string, task: string): boolean {
  return record === task;
}
