import type { Brand } from './brand.ts';
import { bytesToHex } from './bytes.ts';

/** A National Society or one project of it. */
export type TenantId = Brand<string, 'TenantId'>;
/** An account within a tenant. */
export type UserId = Brand<string, 'UserId'>;
/** A set of sealed records with its own key, signed log and members; a case is one. */
export type SpaceId = Brand<string, 'SpaceId'>;
/** One sealed record, or one sealed document, within a space. */
export type RecordId = Brand<string, 'RecordId'>;

/** Source of random bytes; injected so that tests may decide. */
export type RandomBytes = (length: number) => Uint8Array;

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** True when the text is a lower-case random UUID (RFC 9562, version 4). Every id of ours is one. */
export function isId(text: string): boolean {
  return uuidPattern.test(text);
}

/**
 * Draws a new random id (RFC 9562, version 4): 122 random bits, no time and no order in it.
 * The type parameter names the brand: `createId<SpaceId>(randomBytes)`.
 */
export function createId<Id extends string>(randomBytes: RandomBytes): Id {
  const bytes = randomBytes(16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytesToHex(bytes);
  const text = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  // The brand is a promise about where the text came from, which only this function can give.
  return text as Id;
}
