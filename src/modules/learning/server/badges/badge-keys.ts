import type { Clock, RandomBytes, TenantId } from '#platform/base';
import { createCredentialKey, signCredential, type CredentialKey } from '#platform/crypto/server';
import { openForServer, sealForServer } from '#platform/crypto/server-sealed';
import type { Tx } from '#platform/server/db';
import { badgeAddresses } from '../../model/open/badge/badge-addresses.ts';
import { learningSecrets } from '../learning-secrets.ts';
import { findNewestKey, holdBadgeKeys, insertBadgeKey, type BadgeKey } from '../store/badge-key-store.ts';

/** What drawing and using keys needs of its surroundings. */
export interface KeyTools {
  readonly clock: Clock;
  readonly randomBytes: RandomBytes;
  readonly secrets: ReadonlyMap<string, string>;
}

/** Draws a key that signs from now on; those before it stay for whoever checks what they signed. */
export async function drawBadgeKey(tx: Tx, tenant: TenantId, origin: string, tools: KeyTools): Promise<BadgeKey> {
  const { key, privateHalf } = await createCredentialKey();
  const { kid: id, n: modulus, e: exponent } = key;
  const sealed = await sealForServer(secretOf(tools), contextOf(tenant, id), privateHalf, tools.randomBytes);
  const made = { id, modulus, exponent, sealed, origin, madeAt: tools.clock.now() };
  await insertBadgeKey(tx, tenant, made);
  return made;
}

/** The key that signs; where there is none, one is drawn for `origin`. Null where nobody said that either. */
export async function findSigningKey(
  tx: Tx,
  tenant: TenantId,
  origin: string | null,
  tools: KeyTools,
): Promise<BadgeKey | null> {
  const before = await findNewestKey(tx, tenant);
  if (before !== null || origin === null) return before;
  await holdBadgeKeys(tx, tenant);
  return (await findNewestKey(tx, tenant)) ?? drawBadgeKey(tx, tenant, origin, tools);
}

/** Signs in the name of the installation. A secret file that is not the one the key was sealed with is a defect. */
export async function signWith(
  key: BadgeKey,
  tenant: TenantId,
  credential: object,
  tools: Pick<KeyTools, 'secrets'>,
): Promise<string> {
  const opened = await openForServer(secretOf(tools), contextOf(tenant, key.id), key.sealed);
  if (!opened.ok) throw new Error('the key for badges does not open: draw another one (badge key rotate)');
  return signCredential(opened.value, badgeAddresses(key.origin).key(key.id), credential);
}

/** The half of a key that everybody may have, as RFC 7517 writes it; its name is the address that badges name. */
export function publicHalf({ id, modulus, exponent, origin }: BadgeKey): CredentialKey {
  return { kty: 'RSA', n: modulus, e: exponent, alg: 'RS256', use: 'sig', kid: badgeAddresses(origin).key(id) };
}

function secretOf({ secrets }: Pick<KeyTools, 'secrets'>): string {
  const secret = secrets.get(learningSecrets.badgeKey);
  if (secret === undefined) throw new Error('the installation has no secret for badges');
  return secret;
}

function contextOf(tenant: TenantId, id: string): string {
  return `learning-badge-key ${tenant} ${id}`;
}
