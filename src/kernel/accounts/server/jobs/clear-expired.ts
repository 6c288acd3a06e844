import type { JobRow } from '#platform/server/jobs';
import { absoluteMilliseconds, idleMilliseconds } from '../commands/open-session.ts';
import { deletePendingAccount } from '../store/account-store.ts';
import { deleteExpiredLogins } from '../store/credential-store.ts';
import { takeOutInvitations } from '../store/invitation-store.ts';
import { deleteEndedSessions } from '../store/session-store.ts';

/** Days for which an invitation that is over still shows why it does not work any more. */
const daysShown = 7;

/** Takes away what is over: sessions, halves of sign-ins, invitations and the keys of those never confirmed. */
export const clearExpired: JobRow = {
  name: 'accounts.clear-expired',
  schedule: { everyMinutes: 60 },
  run: ({ tenant, clock, inTransaction }) =>
    inTransaction(async (tx) => {
      const now = clock.now().getTime();
      await deleteEndedSessions(tx, tenant, {
        startedBefore: new Date(now - absoluteMilliseconds),
        seenBefore: new Date(now - idleMilliseconds),
      });
      await deleteExpiredLogins(tx, tenant, new Date(now));
      const over = await takeOutInvitations(tx, tenant, new Date(now - daysShown * 86_400_000));
      for (const { state, invitee } of over) {
        if (state === 'answered' && invitee !== null) await deletePendingAccount(tx, tenant, invitee);
      }
    }),
};
