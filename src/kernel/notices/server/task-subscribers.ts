import { isId, parseCivilDate, type Clock, type SpaceId, type UserId } from '#platform/base';
import type { PublishedEvent } from '#kernel/events';
import type { Subscriber } from '#kernel/events/server';
import type { Tx } from '#platform/server/db';
import { dropNotices, raiseNotices } from './store/notice-store.ts';

/** Tells whoever is given a task by somebody else, and takes that away when the task is done. */
export function createTaskSubscribers(clock: Clock): readonly Subscriber[] {
  const tell = async (tx: Tx, { tenant, subject, codes = {} }: PublishedEvent): Promise<void> => {
    await dropNotices(tx, tenant, { subject });
    const { space = '', assignee = '', by = '', due = '' } = codes;
    if (!isId(space) || !isId(assignee) || assignee === by) return;
    const told = {
      // Checked right above; `kernel/tasks` publishes them as what they are.
      user: assignee as UserId,
      space: space as SpaceId,
      kind: 'task-new' as const,
      subject,
      date: parseCivilDate(due),
      step: null,
      urgent: false,
    };
    await raiseNotices(tx, tenant, [told], clock.now());
  };
  return [
    { name: 'task.raised', receive: tell },
    { name: 'task.given', receive: tell },
    { name: 'task.done', receive: (tx, { tenant, subject }) => dropNotices(tx, tenant, { subject }) },
  ];
}
