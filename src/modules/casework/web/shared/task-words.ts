import type { UserId } from '#platform/base';
import type { Messages } from '#kernel/languages';
import type { Task } from '#kernel/tasks';
import { recordsOf, type Appointment, type OpenedCase } from '#modules/casework/client';

/** What a task says once its case is open: words of its own, or those of the appointment it stands for. */
export interface TaskSaid {
  readonly title: string;
  readonly appointment: Appointment | null;
  /** A question that somebody asked: it is done by answering, not by ticking. */
  readonly isQuestion: boolean;
}

/** The words of a task; its kind alone while the case is not open. */
export function taskSaid(
  t: Messages,
  names: ReadonlyMap<UserId, string>,
  opened: OpenedCase | null,
  task: Task,
): TaskSaid {
  const own = opened && recordsOf(opened, 'task').find(({ id }) => isSameId(id, task.id));
  if (own) return { title: own.content.title, appointment: null, isQuestion: false };
  const question = opened && recordsOf(opened, 'question').find(({ id }) => isSameId(id, task.id));
  if (question) {
    const name = names.get(question.author) ?? t('casework.noName');
    return { title: t('casework.question.answer', { name }), appointment: null, isQuestion: true };
  }
  const appointment = opened ? appointmentOf(opened, task) : null;
  const title = appointment ? titleOf(t, appointment, task) : t(`casework.taskKind.${task.kind}`);
  return { title, appointment, isQuestion: false };
}

function appointmentOf(opened: OpenedCase, task: Task): Appointment | null {
  const found = recordsOf(opened, 'appointment').find(({ content }) =>
    content.tasks.some(({ id }) => isSameId(id, task.id)),
  );
  return found?.content ?? null;
}

function titleOf(t: Messages, { kind }: Appointment, task: Task): string {
  if (task.kind === 'call') return t('casework.appointment.askAfter', { what: t(`casework.appointmentKind.${kind}`) });
  return t(`casework.appointment.go.${kind}`);
}

/** One id names both an open row and its sealed words. */
function isSameId(record: string, task: string): boolean {
  return record === task;
}
