import {
  addDays,
  bytesToBase64url,
  dayInAmsterdam,
  daysBetween,
  ok,
  refuse,
  type Result,
  type TenantId,
} from '#platform/base';
import { hashText } from '#platform/crypto/server';
import { setCaller } from '#platform/server/db';
import type { AnyoneContext, CookieName, KeptRefusal } from '#platform/server/http';
import { recordAudit } from '#kernel/audit/server';
import { findTenant } from '#kernel/accounts/server';
import type { Desk } from './desk.ts';
import { findOrganisation } from './store/organisation-store.ts';
import {
  deletePartnerKey,
  findPartnerKey,
  insertPartnerKey,
  renewPartnerKey,
  takeCoordinatorLink,
} from './store/partner-store.ts';

/** Opens the list of one partner and nothing else. */
const cookieName: CookieName = '__Host-p';
/** From the last visit. */
const livesDays = 30;

/** The desk of a partner, by the cookie that came along. Every way in which there is none looks the same. */
export async function openPartnerDesk(context: AnyoneContext): Promise<Result<Desk, KeptRefusal>> {
  const unknown = refuse({ type: 'PartnerUnknown' });
  const { tx, clock, cookies } = context;
  const tenant = await enterTenant(context);
  const token = cookies.read(cookieName);
  if (tenant === null || token === null) return unknown;
  const on = dayInAmsterdam(clock.now());
  const found = await findPartnerKey(tx, tenant, await hashText(token), on);
  const organisation = found && (await findOrganisation(tx, tenant, found.organisation));
  if (!found || !organisation) return unknown;
  const until = addDays(on, livesDays);
  // Once a day at most: looking writes nothing else.
  if (daysBetween(found.until, until) > 0) {
    await renewPartnerKey(tx, tenant, found.hash, until);
    cookies.set(cookieName, { token, maxAgeSeconds: livesDays * 86_400 });
  }
  return ok({ ...context, tenant, organisation, by: found.id });
}

/** Lets the browser in that opens a link, once. Unknown, opened, ended and withdrawn links look the same. */
export async function enterAsPartner(context: AnyoneContext, secret: string): Promise<Result<undefined, KeptRefusal>> {
  const { tx, clock, randomBytes, cookies } = context;
  const tenant = await enterTenant(context);
  const on = dayInAmsterdam(clock.now());
  const id = tenant && (await takeCoordinatorLink(tx, tenant, await hashText(secret), on));
  // A wrong try stays counted.
  if (!tenant || !id) return refuse({ type: 'PartnerLinkEnded', keep: true });
  const token = bytesToBase64url(randomBytes(32));
  await insertPartnerKey(tx, tenant, { id, hash: await hashText(token), until: addDays(on, livesDays) });
  cookies.set(cookieName, { token, maxAgeSeconds: livesDays * 86_400 });
  await noteByPartner({ tx, tenant, clock, by: id }, 'learning.partner-entered');
  return ok(undefined);
}

/** Gives back what let this browser in. */
export async function leaveAsPartner(context: AnyoneContext): Promise<Result<undefined, KeptRefusal>> {
  const tenant = await enterTenant(context);
  const token = context.cookies.read(cookieName);
  if (tenant && token) await deletePartnerKey(context.tx, tenant, await hashText(token));
  context.cookies.set(cookieName, null);
  return ok(undefined);
}

/** Writes down what somebody at a partner did, in the same transaction; they have no account, so they are what it is about. */
export function noteByPartner(
  { tx, tenant, clock, by }: Pick<Desk, 'tx' | 'tenant' | 'clock' | 'by'>,
  act: string,
): Promise<void> {
  return recordAudit(tx, { tenant, act, actor: null, subject: by, outcome: 'done', at: clock.now() });
}

/** The tenant of the installation, whose rows the request may see from here on. */
async function enterTenant({ tx }: AnyoneContext): Promise<TenantId | null> {
  const found = await findTenant(tx);
  if (found === null) return null;
  await setCaller(tx, { tenant: found.tenant, user: null });
  return found.tenant;
}
