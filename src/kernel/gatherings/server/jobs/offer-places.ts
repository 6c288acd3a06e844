import type { JobRow } from '#platform/server/jobs';
import { changeGathering } from '../commands/change-gathering.ts';
import { listWaitedFor } from '../store/gathering-store.ts';

/** Ends offers that nobody answered in time, and offers the places to the next. */
export const offerPlaces: JobRow = {
  name: 'gatherings.offer-places',
  schedule: { everyMinutes: 5 },
  run: async ({ tenant, clock, inTransaction, stopping }) => {
    const waited = await inTransaction((tx) => listWaitedFor(tx, tenant, clock.now()));
    for (const gathering of waited) {
      if (stopping()) return;
      // Cancelled meanwhile is no failure: then nothing is offered.
      await inTransaction((tx) => changeGathering({ tx, tenant, clock }, gathering, { type: 'wait' }));
    }
  },
};
