import {
  addDays,
  bytesToBase64url,
  dayInAmsterdam,
  ok,
  refuse,
  type AnyRefusal,
  type CivilDate,
  type Result,
  type RouteOutput,
} from '#platform/base';
import { hashText } from '#platform/crypto/server';
import type { RequestContext } from '#platform/server/http';
import type { partnerRoutes } from '../../contract/partner-routes.ts';
import type { OrganisationId } from '../../model/open/count/learning-ids.ts';
import type { PartnerCoordinatorId } from '../../model/open/people/partner-coordinator-id.ts';
import { findOrganisation } from '../store/organisation-store.ts';
import { endCoordinator, insertCoordinator, listCoordinators, saveCoordinatorLink } from '../store/partner-store.ts';

type Routes = typeof partnerRoutes;
type Link = Result<RouteOutput<Routes['appointPartnerCoordinator']>, AnyRefusal>;

/** A link opens for so long: it is handed over, not kept. */
const linkDays = 7;

/** Who looks after the people of a partner. */
export async function listPartnerCoordinators(
  { tx, tenant, clock }: RequestContext,
  organisation: OrganisationId,
): Promise<Result<RouteOutput<Routes['listPartnerCoordinators']>, AnyRefusal>> {
  if (!(await isPartner(tx, tenant, organisation))) return refuse({ type: 'NotFound' });
  const found = await listCoordinators(tx, tenant, organisation, dayInAmsterdam(clock.now()));
  return ok({ coordinators: found.map(({ organisation: _of, ...one }) => one) });
}

/** Lets somebody look after the people of a partner, and tells the secret of their link once. */
export async function appointPartnerCoordinator(
  context: RequestContext,
  organisation: OrganisationId,
  { id, label }: { readonly id: PartnerCoordinatorId; readonly label: string },
): Promise<Link> {
  const { tx, tenant, clock } = context;
  if (!(await isPartner(tx, tenant, organisation))) return refuse({ type: 'NotFound' });
  const link = await drawLink(context);
  const made = { id, organisation, label, hash: link.hash, until: link.until, on: dayInAmsterdam(clock.now()) };
  return (await insertCoordinator(tx, tenant, made))
    ? ok({ secret: link.secret, until: link.until })
    : refuse({ type: 'CoordinatorTaken' });
}

/** A link for one more browser of somebody; one before that was not opened opens nothing any more. */
export async function renewPartnerLink(context: RequestContext, id: PartnerCoordinatorId): Promise<Link> {
  const { secret, hash, until } = await drawLink(context);
  return (await saveCoordinatorLink(context.tx, context.tenant, { id, hash, until }))
    ? ok({ secret, until })
    : refuse({ type: 'NotFound' });
}

/** Lets somebody in no more, at once and on every browser. What they did stays. */
export async function endPartnerCoordinator(
  { tx, tenant, clock }: RequestContext,
  id: PartnerCoordinatorId,
): Promise<Result<undefined, AnyRefusal>> {
  const ended = await endCoordinator(tx, tenant, id, dayInAmsterdam(clock.now()));
  return ended ? ok(undefined) : refuse({ type: 'NotFound' });
}

async function drawLink({ clock, randomBytes }: RequestContext): Promise<{
  readonly secret: string;
  readonly hash: string;
  readonly until: CivilDate;
}> {
  const secret = bytesToBase64url(randomBytes(16));
  return { secret, hash: await hashText(secret), until: addDays(dayInAmsterdam(clock.now()), linkDays) };
}

/** Our own people are looked after in the workspace. */
async function isPartner(
  tx: RequestContext['tx'],
  tenant: RequestContext['tenant'],
  id: OrganisationId,
): Promise<boolean> {
  const found = await findOrganisation(tx, tenant, id);
  return found !== null && !found.own;
}
