import type { JobRow } from '#platform/server/jobs';
import { findActiveThumbprints } from '#kernel/accounts/server';
import { deleteMailChoice, deleteUnproven, listChoosers } from '../store/mail-choice-store.ts';
import { dropNoticesOf, forgetPassed, listTold } from '../store/notice-store.ts';

const day = 86_400_000;

/**
 * Forgets notices of what happened: 30 days after they were raised when seen, 90 days in any case.
 * Forgets addresses that nobody proved within a day of giving them, and everything of people whose keys are revoked.
 */
export const forgetPassedNotices: JobRow = {
  name: 'notices.forget-passed',
  schedule: { everyMinutes: 60 },
  run: ({ tenant, clock, inTransaction }) =>
    inTransaction(async (tx) => {
      const now = clock.now().getTime();
      await forgetPassed(tx, tenant, { seenBefore: new Date(now - 30 * day), before: new Date(now - 90 * day) });
      await deleteUnproven(tx, tenant, { askedBefore: new Date(now - day), now: new Date(now) });
      const active = await findActiveThumbprints(tx, tenant);
      for (const user of await listTold(tx, tenant)) {
        if (!active.has(user)) await dropNoticesOf(tx, tenant, user);
      }
      for (const user of await listChoosers(tx, tenant)) {
        if (!active.has(user)) await deleteMailChoice(tx, tenant, user);
      }
    }),
};
