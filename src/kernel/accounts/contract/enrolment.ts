import { z } from 'zod';
import { isId, parseCivilDate, type CivilDate, type TenantId, type UserId } from '#platform/base';
import { publicJwkSchema } from '#platform/crypto/envelope';
import { roles } from '#kernel/access';

// A brand is given here, where the text has just been checked.
export const tenantId = z.custom<TenantId>((value) => typeof value === 'string' && isId(value));
export const userId = z.custom<UserId>((value) => typeof value === 'string' && isId(value));
const day = z.custom<CivilDate>((value) => typeof value === 'string' && parseCivilDate(value) !== null);

/** Sign-in name: unique in a tenant, chosen by its owner, best not a real name. */
export const handle = z.string().regex(/^[a-z0-9](?:[a-z0-9._-]{0,38}[a-z0-9])$/);
export const hash = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
export const jws = z.string().max(16_000);
export const opaqueMessage = z.string().min(1).max(4_000);
/** Sealed master key and sealed private keys, as the device made them. */
export const sealedKeys = z.strictObject({
  masterKeyWrap: z.string().max(2_000),
  sealedIdentity: z.string().max(4_000),
});
/** A role with its last day; null without one. */
export const roleGrant = z.strictObject({ role: z.enum(roles), until: day.nullable() });
export const invitationId = z.string().regex(/^[A-Za-z0-9_-]{22}$/);
export const invitationState = z.enum(['open', 'answered', 'confirmed', 'expired', 'void']);
/** New keys with the sealed halves and the passphrase record that opens them. */
export const enrolment = z.strictObject({
  user: userId,
  handle,
  encryption: publicJwkSchema,
  signing: publicJwkSchema,
  record: opaqueMessage,
  sealed: sealedKeys,
});
