import { dayInAmsterdam } from '#platform/base';
import { dropNotices, raiseNotices, type NewNotice } from '#kernel/notices/server';
import type { Roster } from '../model/roster.ts';
import type { GatheringCaller } from './gathering-caller.ts';
import type { KeptSeat } from './store/seat-store.ts';

/**
 * Tells our own people under the bell what changed for them, but for whoever did it: their own act settles what was said
 * before. A place that is free waits only so long, so that is urgent.
 */
export async function noticeChanges(
  { tx, tenant, clock, user: by }: GatheringCaller,
  before: readonly KeptSeat[],
  { gathering, seats }: Roster,
): Promise<void> {
  const old = new Map(before.map((seat) => [seat.id, seat]));
  const notices: NewNotice[] = [];
  for (const { id, revision, state } of seats) {
    const known = old.get(id);
    if (known === undefined || known.user === null || known.revision === revision) continue;
    if (known.user === by) {
      await dropNotices(tx, tenant, { subject: id, user: by });
      continue;
    }
    const date = dayInAmsterdam(gathering.startsAt);
    // Counted down, so that each change is new again.
    const step = -revision;
    const urgent = state.kind === 'offered';
    notices.push({ user: known.user, kind: 'sign-up-changed', subject: id, space: null, date, step, urgent });
  }
  await raiseNotices(tx, tenant, notices, clock.now());
}
