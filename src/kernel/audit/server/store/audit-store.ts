import { sql } from 'kysely';
import type { TenantId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import type { AuditEntry } from '../../model/audit-entry.ts';

/** An entry with its place in the order of transactions, not yet linked. */
export interface ReceivedEntry {
  readonly transaction: string;
  readonly id: string;
  readonly at: Date;
  readonly act: string;
  readonly actor: string | null;
  readonly subject: string | null;
  readonly outcome: string;
}

/** The last link of a tenant's chain. */
export interface LastLink {
  readonly n: number;
  readonly transaction: string;
  readonly hash: string;
}

/** Adds one entry; `at` is cut to the minute. */
export async function insertReceived(tx: Tx, entry: AuditEntry): Promise<void> {
  const minute = new Date(Math.floor(entry.at.getTime() / 60_000) * 60_000);
  await sql`INSERT INTO audit.received (tenant, at, act, actor, subject, outcome)
    VALUES (${entry.tenant}, ${minute}, ${entry.act}, ${entry.actor}, ${entry.subject}, ${entry.outcome})`.execute(tx);
}

/** Holds the chain of one tenant until the transaction ends; false when another process has it. */
export async function tryHoldChain(tx: Tx, tenant: TenantId): Promise<boolean> {
  const held = await sql<{
    held: boolean;
  }>`SELECT pg_try_advisory_xact_lock(hashtextextended(${`audit:${tenant}`}, 0)) AS held`.execute(tx);
  return held.rows[0]?.held === true;
}

export async function findLastLink(tx: Tx, tenant: TenantId): Promise<LastLink | null> {
  const found = await sql<LastLink>`SELECT n, transaction::text AS transaction, hash FROM audit.link
    WHERE tenant = ${tenant} ORDER BY n DESC LIMIT 1`.execute(tx);
  return found.rows[0] ?? null;
}

/**
 * Entries after a transaction, of transactions that are all over: below the oldest running one
 * nothing can appear any more, so the order found here is final.
 */
export async function listSettled(tx: Tx, tenant: TenantId, after: string): Promise<readonly ReceivedEntry[]> {
  const found = await sql<ReceivedEntry>`
    SELECT transaction::text AS transaction, id, at, act, actor, subject, outcome FROM audit.received
    WHERE tenant = ${tenant} AND transaction > ${after}::xid8
      AND transaction < pg_snapshot_xmin(pg_current_snapshot())
    ORDER BY audit.received.transaction, id`.execute(tx);
  return found.rows;
}

export async function insertLinks(
  tx: Tx,
  tenant: TenantId,
  links: readonly (LastLink & { readonly id: string })[],
): Promise<void> {
  await sql`INSERT INTO audit.link (tenant, n, transaction, id, hash)
    SELECT ${tenant}, n, transaction::xid8, id, hash
    FROM jsonb_to_recordset(${JSON.stringify(links)}::jsonb) AS l (n integer, transaction text, id uuid, hash text)`.execute(
    tx,
  );
}

/** One link with what it stands for; the fields of an entry that was taken away are null. */
export interface LinkedEntry {
  readonly n: number;
  readonly tenant: string;
  readonly at: Date | null;
  readonly act: string | null;
  readonly actor: string | null;
  readonly subject: string | null;
  readonly outcome: string | null;
  readonly hash: string;
}

export async function listLinked(tx: Tx, tenant: TenantId): Promise<readonly LinkedEntry[]> {
  const found = await sql<LinkedEntry>`
    SELECT l.n, l.tenant, r.at, r.act, r.actor, r.subject, r.outcome, l.hash
    FROM audit.link l
    LEFT JOIN audit.received r ON r.tenant = l.tenant AND r.transaction = l.transaction AND r.id = l.id
    WHERE l.tenant = ${tenant} ORDER BY l.n`.execute(tx);
  return found.rows;
}
