import type { UserId } from '#platform/base';
import type { RequestContext } from '#platform/server/http';
import type { GatheringId } from '#kernel/gatherings';
import { findSession } from './store/workshop-store.ts';

const leading = ['administrator', 'coordinator'];

/** Whether somebody sees who comes to a session and keeps who came: whoever trains it, and whoever plans workshops. */
export function leadsSession(
  { user, roles }: Pick<RequestContext, 'user' | 'roles'>,
  { trainers }: { readonly trainers: readonly UserId[] },
): boolean {
  return trainers.includes(user) || roles.some((role) => leading.includes(role));
}

/** A session that whoever asks leads; null where it is not there, or not theirs: both look the same. */
export async function findLedSession(context: RequestContext, id: GatheringId) {
  const found = await findSession(context.tx, context.tenant, id);
  return found !== null && leadsSession(context, found) ? found : null;
}
