import { addDays, createId, ok, type CivilDate, type RecordId, type Result, type UserId } from '#platform/base';
import type { SpaceSession } from '#kernel/spaces/client';
import type { SealedContent } from '../model/sealed/sealed-kinds.ts';
import { addToCase, isSaved } from './change-case.ts';
import { recordOf, recordsOf, today, type CaseRefusal, type OpenedCase, type RecordOf } from './opened-case.ts';

/** What was being typed in one form, as it is sealed. */
export type Draft = SealedContent<'draft'>;

/** Days after which an unfinished text is thrown away (casework design, 1.3). */
const daysKept = 14;

/** One's own unfinished text of a form; null when there is none, or it is too old. Those of others are never offered. */
export function draftOf(
  opened: OpenedCase,
  session: Pick<SpaceSession, 'user' | 'clock'>,
  form: string,
): RecordOf<'draft'> | null {
  const isCurrent = ({ author, content }: RecordOf<'draft'>): boolean =>
    author === session.user &&
    content.form === form &&
    !isOld(content.madeOn, today(session)) &&
    !isDone(opened, content);
  return recordsOf(opened, 'draft').findLast(isCurrent) ?? null;
}

/**
 * Seals what is being typed under the key of the case, in place of what was kept of this form before.
 * Own drafts that are too old go in the same batch. Never touches the head.
 */
export function keepDraft(
  session: SpaceSession,
  opened: OpenedCase,
  draft: Omit<Draft, 'madeOn'>,
): Promise<Result<OpenedCase, CaseRefusal>> {
  const id = ownDrafts(opened, session.user, draft.form)[0]?.id ?? createId<RecordId>(session.randomBytes);
  const content = { ...draft, madeOn: today(session) };
  const deletes = oldDrafts(opened, session).filter((old) => old !== id);
  return addToCase(session, opened, { puts: [{ id, kind: 'draft', content }], deletes });
}

/** Takes away what was kept of a form, once it is saved or given up; nothing happens when there is nothing. */
export function dropDraft(
  session: SpaceSession,
  opened: OpenedCase,
  form: string,
): Promise<Result<OpenedCase, CaseRefusal>> {
  const deletes = ownDrafts(opened, session.user, form).map(({ id }) => id);
  return deletes.length === 0 ? Promise.resolve(ok(opened)) : addToCase(session, opened, { deletes });
}

/** Takes away one's own drafts that nobody came back to. */
export function dropOldDrafts(session: SpaceSession, opened: OpenedCase): Promise<Result<OpenedCase, CaseRefusal>> {
  const deletes = oldDrafts(opened, session);
  return deletes.length === 0 ? Promise.resolve(ok(opened)) : addToCase(session, opened, { deletes });
}

/** Whether the new record or fact of a draft was saved, and only taking the draft away did not come through. */
function isDone(opened: OpenedCase, { of, id }: Draft): boolean {
  if (of !== null) return false;
  return isSaved(opened, id) || (recordOf(opened, 'journey')?.content.facts ?? []).some((fact) => fact.id === id);
}

function ownDrafts(opened: OpenedCase, user: UserId, form: string): readonly RecordOf<'draft'>[] {
  return recordsOf(opened, 'draft').filter(({ author, content }) => author === user && content.form === form);
}

function oldDrafts(opened: OpenedCase, session: SpaceSession): readonly RecordId[] {
  return recordsOf(opened, 'draft')
    .filter(({ author, content }) => author === session.user && isOld(content.madeOn, today(session)))
    .map(({ id }) => id);
}

function isOld(madeOn: CivilDate, on: CivilDate): boolean {
  return addDays(madeOn, daysKept) < on;
}
