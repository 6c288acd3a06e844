import { addDays, ok, type RecordId, type Result, type UserId } from '#platform/base';
import type { SpaceSession } from '#kernel/spaces/client';
import { taskRoutes, type TaskId } from '#kernel/tasks';
import { unansweredQuestions } from '../model/sealed/unanswered-questions.ts';
import { addEntry, raiseTask } from './log-contact.ts';
import { recordsOf, today, type CaseRefusal, type OpenedCase, type RecordOf } from './opened-case.ts';

/** Days within which a colleague answers (casework design, 10.1: a question waits two days at most). */
const daysToAnswer = 2;

/** A question of one member of the team to another. */
export interface QuestionToAsk {
  /** Drawn when the form was opened, so that trying again never asks twice. */
  readonly id: RecordId;
  readonly to: UserId;
  readonly words: string;
  /** Hour and minutes, as people write them. */
  readonly at: string;
}

/**
 * Asks a colleague something about a case: the words are sealed first, then an open row of the same id
 * tells the server that this person has something to do. `AssigneeNotMember` when they left the team.
 */
export async function askColleague(
  session: SpaceSession,
  opened: OpenedCase,
  { id, to, words, at }: QuestionToAsk,
): Promise<Result<OpenedCase, CaseRefusal>> {
  const on = today(session);
  const asked = await addEntry(session, opened, 'question', { on, at, to, words }, id);
  if (!asked.ok) return asked;
  const raised = await raiseTask(session, asked.value, {
    id,
    words: null,
    assignee: to,
    due: addDays(on, daysToAnswer),
    kind: 'do',
  });
  return raised.ok ? ok(raised.value.opened) : raised;
}

/** Answers an entry of somebody else. The row of a question that waits for the writer is done with it. */
export async function answerEntry(
  session: SpaceSession,
  opened: OpenedCase,
  {
    id,
    entry,
    words,
    at,
  }: { readonly id: RecordId; readonly entry: RecordId; readonly words: string; readonly at: string },
): Promise<Result<OpenedCase, CaseRefusal>> {
  const on = today(session);
  const said = await addEntry(session, opened, 'reply', { on, at, entry, words }, id);
  const isAsked = recordsOf(opened, 'question').some(
    ({ id: question, content }) => question === entry && content.to === session.user,
  );
  if (!said.ok || !isAsked) return said;
  // One id names both the question and its open row. That the answer is there matters; a row can be ticked off by hand.
  await session.api.call(taskRoutes.doneTask, { params: { task: entry as string as TaskId }, input: { on } });
  return said;
}

/** Whether a question still waits for somebody's answer. */
export function isWaiting(opened: Pick<OpenedCase, 'records'>, question: RecordId): boolean {
  return unansweredQuestions(opened.records).some(({ id }) => id === question);
}

/** What colleagues answered to what a person wrote in this case since a day, newest first. */
export function repliesTo(
  opened: Pick<OpenedCase, 'records'>,
  user: UserId,
  since: string,
): readonly { readonly reply: RecordOf<'reply'>; readonly entry: OpenedCase['records'][number] }[] {
  return recordsOf(opened, 'reply')
    .filter(({ author, content }) => author !== user && content.on >= since)
    .flatMap((reply) => {
      const entry = opened.records.find(({ id }) => id === reply.content.entry);
      return entry?.author === user ? [{ reply, entry }] : [];
    })
    .toReversed();
}
