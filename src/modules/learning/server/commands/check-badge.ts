import { dayInAmsterdam, isId, ok, refuse, type Result, type RouteOutput, type TenantId } from '#platform/base';
import { peekCredential, readCredential } from '#platform/crypto/server';
import type { AnyoneContext, KeptRefusal } from '#platform/server/http';
import { z } from 'zod';
import type { badgeRoutes } from '../../contract/badge-routes.ts';
import { keyIdOf } from '../../model/open/badge/badge-addresses.ts';
import { badgeUntil } from '../../model/open/badge/badge-credential.ts';
import type { BadgeId } from '../../model/open/badge/badge-id.ts';
import { publicHalf } from '../badges/badge-keys.ts';
import { enterLearner } from '../learner-cookie.ts';
import { findBadgeKey } from '../store/badge-key-store.ts';
import { findBadgeById } from '../store/badge-store.ts';
import { findCertificate } from '../store/certificate-store.ts';
import { findRevocation } from '../store/revocation-store.ts';
import { paperOf } from './issue-certificate.ts';

type Checked = RouteOutput<typeof badgeRoutes.checkBadge>;

const nothing = { paper: null, revoked: null, until: null } as const;

// A wrong try stays counted.
const unreadable = { type: 'BadgeUnreadable', keep: true } as const;

/** What is read of a badge that one of our keys signed; the rest is asked of the certificate itself. */
const signed = z.object({
  jti: z
    .string()
    .startsWith('urn:uuid:')
    .transform((name) => name.slice('urn:uuid:'.length)),
  type: z.array(z.string()).refine((types) => types.includes('OpenBadgeCredential')),
});

/**
 * Whether a badge is genuine, by the keys of this installation alone: nothing that it points at is fetched, and no list in it is unpacked. A
 * key of another installation is foreign; whatever one of our keys did not sign as it stands is altered.
 */
export async function checkBadge(context: AnyoneContext, token: string): Promise<Result<Checked, KeptRefusal>> {
  const peeked = peekCredential(token.trim());
  if (!peeked.ok) return refuse(unreadable);
  const entered = await enterLearner(context);
  const id = keyIdOf(peeked.value.kid ?? '');
  const key = entered === null || id === null ? null : await findBadgeKey(context.tx, entered.tenant, id);
  if (entered === null || key === null) return ok({ state: 'foreign', ...nothing });
  const read = await readCredential(token.trim(), publicHalf(key));
  if (!read.ok) return ok({ state: 'altered', ...nothing });
  const parsed = signed.safeParse(read.value);
  // Signed here, and no badge: a list of what was revoked.
  if (!parsed.success || !isId(parsed.data.jti)) return refuse(unreadable);
  // Just checked to be an id; whose badge it is, is looked up.
  return ok(await findState(context, entered.tenant, parsed.data.jti as BadgeId));
}

async function findState(context: AnyoneContext, tenant: TenantId, id: BadgeId): Promise<Checked> {
  const { tx, clock } = context;
  const badge = await findBadgeById(tx, tenant, id);
  const kept = badge === null ? null : await findCertificate(tx, tenant, badge.code);
  if (badge === null || kept === null) return { state: 'unknown', ...nothing };
  const paper = await paperOf(context, kept, kept.issuedOn);
  const revoked = await findRevocation(tx, tenant, badge.code);
  const until = badgeUntil(kept.doneOn);
  if (revoked !== null) return { state: 'revoked', paper, revoked, until };
  return { state: dayInAmsterdam(clock.now()) > until ? 'expired' : 'valid', paper, revoked, until };
}
