import { addDays, dayInAmsterdam } from '#platform/base';
import { raiseNotices, settleNotices } from '#kernel/notices/server';
import type { JobRow } from '#platform/server/jobs';
import { furthestStep, reminderKinds, remindersOfCase } from '../../model/open/reminders.ts';
import { listRemindable } from '../store/reminder-store.ts';

/**
 * Reminders of dates, from open rows alone. Looks every quarter of an hour, so that a new day in
 * Amsterdam and a date that was just recorded are told soon; a run that finds the same changes nothing.
 */
export const remindDue: JobRow = {
  name: 'casework.remind-due',
  schedule: { everyMinutes: 15 },
  run: ({ tenant, clock, inTransaction }) =>
    inTransaction(async (tx) => {
      const now = clock.now();
      const on = dayInAmsterdam(now);
      const cases = await listRemindable(tx, tenant, addDays(on, furthestStep));
      const reminders = cases.flatMap((one) =>
        remindersOfCase(one, on).map((reminder) => ({ ...reminder, space: one.id })),
      );
      await raiseNotices(tx, tenant, reminders, now);
      // What is no longer so goes, also where an event was missed: a day moved far off, a case at rest.
      await settleNotices(tx, tenant, reminderKinds, reminders);
    }),
};
