import { refuse, type Result, type UserId } from '#platform/base';
import { appendToSpace } from './append-to-space.ts';
import type { Change } from './batch-builder.ts';
import type { OpenedSpace, SpaceRefusal, SpaceSession } from './space-session.ts';

/** Lets one more person open the space from now on; with `also` in the same batch, such as new open values. */
export function grantAccess(
  session: SpaceSession,
  opened: OpenedSpace,
  grant: { readonly user: UserId; readonly relation: string; readonly reason: string },
  also: readonly Change[] = [],
): Promise<Result<OpenedSpace, SpaceRefusal>> {
  return appendToSpace(session, opened, [{ kind: 'grant', ...grant }, ...also]);
}

/**
 * Takes a person out and changes the key in the same batch: what is written from now on is out of
 * their reach. `TooFewMembers` from the server when fewer than two would remain.
 */
export async function revokeAccess(
  session: SpaceSession,
  opened: OpenedSpace,
  user: UserId,
  before: readonly Change[] = [],
): Promise<Result<OpenedSpace, SpaceRefusal>> {
  if (user === session.user) return refuse({ type: 'CannotRevokeOneself' });
  return appendToSpace(session, opened, [...before, { kind: 'revoke', user }]);
}
