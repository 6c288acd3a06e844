import { addDays, bytesToBase64url, createId, dayInAmsterdam, daysBetween, type TenantId } from '#platform/base';
import { hashText } from '#platform/crypto/server';
import { setCaller } from '#platform/server/db';
import type { OpenContext, CookieName } from '#platform/server/http';
import { findTenant } from '#kernel/accounts/server';
import type { LearnerId, OrganisationId } from '../model/open/count/learning-ids.ts';
import { findLearner, insertKey, insertLearner, renewKey, type ReachedLearner } from './store/learner-store.ts';

/** Reaches nothing but the own learning (learning design, 5.1). */
const cookieName: CookieName = '__Host-l';
const livesDays = 180;

/** Whose request it is: the tenant of the installation, and the learner whose cookie came along; null where there is none. */
export async function enterLearner(
  context: OpenContext,
): Promise<{ readonly tenant: TenantId; readonly learner: ReachedLearner | null } | null> {
  const found = await findTenant(context.tx);
  if (found === null) return null;
  const { tenant } = found;
  await setCaller(context.tx, { tenant, user: null });
  return { tenant, learner: await findLearnerHere(context, tenant) };
}

/** The learner whose cookie came along with a request of a known tenant; null where there is none that holds. */
export async function findLearnerHere(
  { tx, clock, cookies }: OpenContext,
  tenant: TenantId,
): Promise<ReachedLearner | null> {
  const token = cookies.read(cookieName);
  const learner = token === null ? null : await findLearner(tx, tenant, await hashText(token));
  const today = dayInAmsterdam(clock.now());
  return learner !== null && learner.until >= today ? learner : null;
}

/** Makes whoever asks a learner of an organisation. */
export async function beginLearner(
  context: OpenContext,
  tenant: TenantId,
  organisation: OrganisationId,
): Promise<LearnerId> {
  const id = createId<LearnerId>(context.randomBytes);
  await insertLearner(context.tx, tenant, { id, organisation });
  await reachLearner(context, tenant, id);
  return id;
}

/** Lets the browser that asks reach a learner for 180 days; the database keeps a hash of the cookie alone. */
export async function reachLearner(
  { tx, clock, randomBytes, cookies }: OpenContext,
  tenant: TenantId,
  id: LearnerId,
): Promise<void> {
  const token = bytesToBase64url(randomBytes(32));
  const until = addDays(dayInAmsterdam(clock.now()), livesDays);
  await insertKey(tx, tenant, { id, hash: await hashText(token), until });
  cookies.set(cookieName, { token, maxAgeSeconds: livesDays * 86_400 });
}

/** Lets the cookie of somebody who learns live on; renewed once in a month at most. */
export async function keepLearner(
  { tx, clock, cookies }: OpenContext,
  tenant: TenantId,
  learner: ReachedLearner,
): Promise<void> {
  const until = addDays(dayInAmsterdam(clock.now()), livesDays);
  const token = cookies.read(cookieName);
  if (token === null || daysBetween(learner.until, until) < 30) return;
  await renewKey(tx, tenant, learner.hash, until);
  cookies.set(cookieName, { token, maxAgeSeconds: livesDays * 86_400 });
}

/** Ends the cookie with the answer. */
export function endLearnerCookie({ cookies }: OpenContext): void {
  cookies.set(cookieName, null);
}
