import { dayInAmsterdam, ok, refuse, type AnyRefusal, type Result, type RouteRequest } from '#platform/base';
import type { RequestContext } from '#platform/server/http';
import type { certificateRoutes } from '../../contract/certificate-routes.ts';
import { findCertificate } from '../store/certificate-store.ts';
import { findRevocation, insertRevocation } from '../store/revocation-store.ts';

/** Says that a paper is good no more, for good. Whoever checks it is told so from now on, with the reason and the day. */
export async function revokeCertificate(
  { tx, tenant, user, clock }: RequestContext,
  { code, reason }: RouteRequest<typeof certificateRoutes.revokeCertificate>['input'],
): Promise<Result<undefined, AnyRefusal>> {
  if ((await findCertificate(tx, tenant, code)) === null) return refuse({ type: 'NotFound' });
  if ((await findRevocation(tx, tenant, code)) !== null) return refuse({ type: 'AlreadyRevoked' });
  const on = dayInAmsterdam(clock.now());
  const done = await insertRevocation(tx, tenant, { code, reason, on, by: user });
  return done ? ok(undefined) : refuse({ type: 'AlreadyRevoked' });
}
