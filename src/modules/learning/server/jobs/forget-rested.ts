import { addDays, dayInAmsterdam } from '#platform/base';
import type { JobRow } from '#platform/server/jobs';
import { deleteRested } from '../store/learner-store.ts';

/** Two years after its last step a run is forgotten, and a learner with all runs when the cookie ends (learning design, 8.6). */
const restDays = 730;

/** Forgets runs and learners that rest; what was counted stays a number. */
export const forgetRested: JobRow = {
  name: 'learning.forget-rested',
  schedule: { everyMinutes: 24 * 60 },
  run: ({ tenant, clock, inTransaction }) =>
    inTransaction((tx) => {
      const today = dayInAmsterdam(clock.now());
      return deleteRested(tx, tenant, { runsBefore: addDays(today, -restDays), learnersBefore: today });
    }),
};
