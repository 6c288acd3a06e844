import { addDays, addMonths, dayInAmsterdam } from '#platform/base';
import { startOfDay, type JobRow } from '#platform/server/jobs';
import { forgetAddresses } from '../store/address-store.ts';
import { forgetWords } from '../store/evaluation-store.ts';
import { forgetSeated } from '../store/seat-store.ts';

/** Addresses were for mails about the gathering: thirty days after it they go, and people's own pages with them. */
const addressDays = 30;
/** Whose a seat was, and words about the gathering, stay for a year; then only the numbers. */
const seatMonths = 12;

/** Forgets who came, in two steps, each by its own clock. */
export const forgetPeople: JobRow = {
  name: 'gatherings.forget-people',
  schedule: { everyMinutes: 24 * 60 },
  run: ({ tenant, clock, inTransaction }) =>
    inTransaction(async (tx) => {
      const today = dayInAmsterdam(clock.now());
      await forgetAddresses(tx, tenant, startOfDay(addDays(today, -addressDays)));
      const yearAgo = startOfDay(addMonths(today, -seatMonths));
      await forgetSeated(tx, tenant, yearAgo);
      await forgetWords(tx, tenant, yearAgo);
    }),
};
