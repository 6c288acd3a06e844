import {
  base64urlToBytes,
  bytesToBase64url,
  canonicalJson,
  concatBytes,
  utf8Bytes,
  type TenantId,
} from '#platform/base';
import { hashBytes } from '#platform/crypto/server';
import { inTenant, type Database } from '#platform/server/db';
import {
  findLastLink,
  insertLinks,
  listSettled,
  tryHoldChain,
  type LastLink,
  type ReceivedEntry,
} from './store/audit-store.ts';

const beginning = new Uint8Array(32);

/**
 * Chains what was received since the last time: h(n) = SHA-256(h(n−1) ‖ canonical entry), h(0) is 32
 * zero bytes. Entries of transactions that still run wait for the next time. Returns how many were
 * chained; 0 when another process is at it. Run every few seconds for each tenant.
 */
export function linkAudit(database: Database, tenant: TenantId): Promise<number> {
  return inTenant(database, { tenant, user: null }, async (tx) => {
    if (!(await tryHoldChain(tx, tenant))) return 0;
    const last = await findLastLink(tx, tenant);
    const entries = await listSettled(tx, tenant, last?.transaction ?? '0');
    if (entries.length === 0) return 0;
    const links: (LastLink & { id: string })[] = [];
    let n = last?.n ?? 0;
    let hash = last?.hash ?? bytesToBase64url(beginning);
    for (const entry of entries) {
      n += 1;
      hash = await linkHash(hash, tenant, n, entry);
      links.push({ n, hash, id: entry.id, transaction: entry.transaction });
    }
    await insertLinks(tx, tenant, links);
    return links.length;
  });
}

function linkHash(
  previous: string,
  tenant: TenantId,
  n: number,
  { at, act, actor, subject, outcome }: ReceivedEntry,
): Promise<string> {
  const bytes = base64urlToBytes(previous);
  if (bytes === null) throw new Error('the stored head of the audit chain is no hash');
  const entry = canonicalJson({ n, tenant, at: at.toISOString().slice(0, 16), act, actor, subject, outcome });
  return hashBytes(concatBytes(bytes, utf8Bytes(entry)));
}
