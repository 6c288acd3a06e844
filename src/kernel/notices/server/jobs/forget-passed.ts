import type { JobRow } from '#platform/server/jobs';
import { forgetPassed } from '../store/notice-store.ts';

const day = 86_400_000;

/** Forgets notices of what happened: 30 days after they were raised when seen, 90 days in any case. */
export const forgetPassedNotices: JobRow = {
  name: 'notices.forget-passed',
  schedule: { dailyAtHour: 3 },
  run: ({ tenant, clock, inTransaction }) =>
    inTransaction((tx) => {
      const now = clock.now().getTime();
      return forgetPassed(tx, tenant, { seenBefore: new Date(now - 30 * day), before: new Date(now - 90 * day) });
    }),
};
