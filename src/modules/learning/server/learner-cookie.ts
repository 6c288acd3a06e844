import { addDays, bytesToBase64url, createId, dayInAmsterdam, daysBetween, type TenantId } from '#platform/base';
import { hashText } from '#platform/crypto/server';
import { setCaller } from '#platform/server/db';
import type { AnyoneContext, CookieName } from '#platform/server/http';
import { findTenant } from '#kernel/accounts/server';
import type { LearnerId, OrganisationId } from '../model/open/count/learning-ids.ts';
import { findLearner, insertLearner, renewLearner, type Learner } from './store/learner-store.ts';

/** Reaches nothing but the own learning (learning design, 5.1). */
const cookieName: CookieName = '__Host-l';
const livesDays = 180;

/** Whose request it is: the tenant of the installation, and the learner whose cookie came along; null where there is none. */
export async function enterLearner({
  tx,
  clock,
  cookies,
}: AnyoneContext): Promise<{ readonly tenant: TenantId; readonly learner: Learner | null } | null> {
  const found = await findTenant(tx);
  if (found === null) return null;
  const { tenant } = found;
  await setCaller(tx, { tenant, user: null });
  const token = cookies.read(cookieName);
  const learner = token === null ? null : await findLearner(tx, tenant, await hashText(token));
  const today = dayInAmsterdam(clock.now());
  return { tenant, learner: learner !== null && learner.until >= today ? learner : null };
}

/** Makes whoever asks a learner of an organisation, for 180 days; the database keeps a hash of the cookie alone. */
export async function beginLearner(
  { tx, clock, randomBytes, cookies }: AnyoneContext,
  tenant: TenantId,
  organisation: OrganisationId,
): Promise<void> {
  const token = bytesToBase64url(randomBytes(32));
  const until = addDays(dayInAmsterdam(clock.now()), livesDays);
  await insertLearner(tx, tenant, {
    ...{ id: createId<LearnerId>(randomBytes), organisation, until },
    hash: await hashText(token),
  });
  cookies.set(cookieName, { token, maxAgeSeconds: livesDays * 86_400 });
}

/** Lets the cookie of somebody who learns live on; renewed once in a month at most. */
export async function keepLearner(
  { tx, clock, cookies }: AnyoneContext,
  tenant: TenantId,
  learner: Learner,
): Promise<void> {
  const until = addDays(dayInAmsterdam(clock.now()), livesDays);
  const token = cookies.read(cookieName);
  if (token === null || daysBetween(learner.until, until) < 30) return;
  await renewLearner(tx, tenant, learner.id, until);
  cookies.set(cookieName, { token, maxAgeSeconds: livesDays * 86_400 });
}

/** Ends the cookie with the answer. */
export function endLearnerCookie({ cookies }: AnyoneContext): void {
  cookies.set(cookieName, null);
}
