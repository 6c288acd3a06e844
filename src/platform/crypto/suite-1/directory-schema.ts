import { z } from 'zod';
import { isId, type TenantId, type UserId } from '#platform/base';

// An id's brand says only that it has the form of one; the refinement has just seen that.
const idOf = <Id extends string>() => z.custom<Id>((value) => typeof value === 'string' && isId(value));
const hash = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** A public key as a JWK (RFC 8037): X25519 to seal to somebody, Ed25519 to check a signature. */
export const publicJwkSchema = z.strictObject({
  kty: z.literal('OKP'),
  crv: z.enum(['X25519', 'Ed25519']),
  x: hash,
});
export type PublicJwk = z.infer<typeof publicJwkSchema>;

/** What the root of a programme signs: who may sign the directory, and the recovery key. */
export const tenantDocumentSchema = z.strictObject({
  v: z.literal(1),
  suite: z.literal(1),
  tenant: idOf<TenantId>(),
  seq: z.int().min(1),
  prev: hash.nullable(),
  root: publicJwkSchema,
  recovery: publicJwkSchema,
  signers: z
    .array(z.strictObject({ user: idOf<UserId>(), signing: publicJwkSchema }))
    .min(1)
    .max(20),
  practice: z.boolean(),
  on: day,
});
export type TenantDocument = z.infer<typeof tenantDocumentSchema>;

/** What a directory signer vouches for: this user id has these keys and roles. No name, no address. */
export const directoryEntrySchema = z.strictObject({
  v: z.literal(1),
  suite: z.literal(1),
  tenant: idOf<TenantId>(),
  seq: z.int().min(1),
  prev: hash.nullable(),
  user: idOf<UserId>(),
  status: z.enum(['active', 'revoked']),
  encryption: publicJwkSchema,
  signing: publicJwkSchema,
  roles: z.array(z.strictObject({ role: z.string().regex(/^[a-z-]{1,30}$/), until: day.nullable() })).max(12),
  signer: idOf<UserId>(),
  on: day,
});
export type DirectoryEntry = z.infer<typeof directoryEntrySchema>;
