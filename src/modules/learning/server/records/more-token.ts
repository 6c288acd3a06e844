import { base64urlToBytes, bytesToBase64url, utf8Bytes } from '#platform/base';
import { isSameText, keyedHash } from '#platform/crypto/server';
import { z } from 'zod';
import type { StoreId } from '../../model/open/statement/record-ids.ts';

/** Where a reader is in an answer of several pages: what was asked, between which numbers, and what is left. */
const moreSchema = z.strictObject({
  query: z.string(),
  above: z.number().int().min(0),
  upTo: z.number().int().min(0),
});

export type More = z.infer<typeof moreSchema>;

/**
 * Writes it into a text that only we can write. Nothing is kept: the upper number was fixed with the first page, so what others
 * write meanwhile changes nothing. It opens only the partition that it was made for.
 */
export function writeMore(secret: string, store: StoreId, more: More): string {
  const payload = bytesToBase64url(utf8Bytes(JSON.stringify(more)));
  return `${payload}.${keyedHash(secret, `${store}.${payload}`)}`;
}

/** Reads one back; null when it was not written here, or was changed since. */
export function readMore(secret: string, store: StoreId, token: string): More | null {
  const [payload = '', mac = '', ...rest] = token.split('.');
  if (rest.length > 0 || !isSameText(mac, keyedHash(secret, `${store}.${payload}`))) return null;
  const bytes = base64urlToBytes(payload);
  return bytes === null ? null : moreSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
}
