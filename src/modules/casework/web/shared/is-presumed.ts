import type { Deadline } from '#kernel/procedures';
import { recordsOf, type OpenedCase } from '#modules/casework/client';

/** Whether the day that a date is counted from, or met on, is a receipt that nothing proves yet. */
export function isPresumed(opened: OpenedCase, { trigger, metOn }: Pick<Deadline, 'trigger' | 'metOn'>): boolean {
  const steps = new Map(recordsOf(opened, 'application').map(({ id, content }) => [id, content.step]));
  return recordsOf(opened, 'filing').some(({ content: { application, received } }) => {
    if (!received || received.proved) return false;
    return (steps.get(application) === trigger.fact && received.on === trigger.on) || received.on === metOn;
  });
}
