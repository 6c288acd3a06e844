import { base64urlToBytes, bytesToBase64url, utf8Bytes } from '#platform/base';
import { isSameText, keyedHash } from '#platform/crypto/server';
import { z } from 'zod';
import type { StoreId } from '../../model/open/statement/record-ids.ts';
import type { PageQuery } from '../store/record-index-store.ts';
import type { StatementsQuery } from './query-statements.ts';

/** Where a reader is in an answer of several pages: what was asked, between which numbers, and what is left. */
export type More = Pick<StatementsQuery, 'filters' | 'limit' | 'format' | 'attachments'> &
  Pick<PageQuery, 'above' | 'upTo'>;

const keyed = z.strictObject({ key: z.string(), related: z.boolean() }).nullable();
const moreSchema = z.strictObject({
  filters: z.strictObject({
    ...{ verb: z.string().nullable(), registration: z.string().nullable() },
    ...{ activity: keyed, agent: keyed, ascending: z.boolean() },
  }),
  limit: z.number().int(),
  format: z.enum(['exact', 'ids', 'canonical']),
  attachments: z.boolean(),
  above: z.number().int(),
  upTo: z.number().int(),
});

/**
 * Writes it into a text that only we can write. Nothing is kept: the upper number was fixed with the first page, so what others
 * write meanwhile changes nothing. It opens only the partition that it was made for, and names nobody: agents stand in it by their keys.
 */
export function writeMore(secret: string, store: StoreId, more: More): string {
  const payload = bytesToBase64url(utf8Bytes(JSON.stringify(more)));
  return `${payload}.${keyedHash(secret, `${store}.${payload}`)}`;
}

/** Reads one back; null when it was not written here, was changed since, or was written by another version. */
export function readMore(secret: string, store: StoreId, token: string): More | null {
  const [payload = '', mac = '', ...rest] = token.split('.');
  if (rest.length > 0 || !isSameText(mac, keyedHash(secret, `${store}.${payload}`))) return null;
  const bytes = base64urlToBytes(payload);
  if (bytes === null) return null;
  const read = moreSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
  // Written here, which the hash proves: its keys are index keys.
  return read.success ? (read.data as More) : null;
}
