import { sql } from 'kysely';
import type { TenantId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import type { LedgerContent, LedgerEntryId, SignedEntry } from '../../model/ledger/ledger-entry.ts';
import type { LedgerPast, PastEntry } from '../../model/ledger/verify-ledger.ts';

/** Where the ledger ends; holds back everybody else who would add to it until the transaction ends. */
export async function holdLedger(tx: Tx, tenant: TenantId): Promise<LedgerPast['head']> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`ledger:${tenant}`}, 0))`.execute(tx);
  return findHead(tx, tenant);
}

export async function findHead(tx: Tx, tenant: TenantId): Promise<LedgerPast['head']> {
  const found = await sql<{ seq: number; hash: string }>`SELECT seq, head AS hash FROM disclosure.entry
    WHERE tenant = ${tenant} ORDER BY seq DESC LIMIT 1`.execute(tx);
  return found.rows[0] ?? { seq: 0, hash: null };
}

/** What the next entry must fit, of a ledger that is held. */
export async function findPast(tx: Tx, tenant: TenantId, head: LedgerPast['head']): Promise<LedgerPast> {
  const last = await sql<{ day: string }>`SELECT sealed_on::text AS day FROM disclosure.entry
    WHERE tenant = ${tenant} AND seq = ${head.seq}`.execute(tx);
  return { head, day: last.rows[0]?.day ?? '', find: (id) => findEntry(tx, tenant, id) };
}

async function findEntry(tx: Tx, tenant: TenantId, id: LedgerEntryId): Promise<PastEntry | null> {
  const found =
    await sql<PastEntry>`SELECT entry.kind, disclosure.payload_of(entry.content) ->> 'population' AS population,
      withdrawal.id IS NOT NULL AS withdrawn
    FROM disclosure.entry AS entry
      LEFT JOIN disclosure.entry AS withdrawal ON withdrawal.tenant = entry.tenant AND withdrawal.withdraws = entry.id
    WHERE entry.tenant = ${tenant} AND entry.id = ${id}`.execute(tx);
  return found.rows[0] ?? null;
}

/** An entry as it is kept, after it was verified. */
export interface NewEntry extends SignedEntry {
  readonly seq: number;
  readonly id: string;
  readonly kind: LedgerContent['kind'];
  readonly withdraws: string | null;
  readonly on: string;
  readonly head: string;
}

export async function insertEntry(tx: Tx, tenant: TenantId, entry: NewEntry): Promise<void> {
  const { seq, id, kind, withdraws, on, content, seal, head } = entry;
  await sql`INSERT INTO disclosure.entry (tenant, seq, id, kind, withdraws, sealed_on, content, seal, head)
    VALUES (${tenant}, ${seq}, ${id}, ${kind}, ${withdraws}, ${on}, ${content}, ${seal}, ${head})`.execute(tx);
}

/** Entries after a place, in their order: as many as fit into so many letters together, and at least one where there is any. */
export async function listEntries(
  tx: Tx,
  tenant: TenantId,
  after: number,
  letters: number,
): Promise<readonly SignedEntry[]> {
  const found = await sql<SignedEntry>`SELECT content, seal FROM (
      SELECT seq, content, seal, sum(length(content) + length(seal)) OVER (ORDER BY seq) AS letters FROM (
        SELECT seq, content, seal FROM disclosure.entry WHERE tenant = ${tenant} AND seq > ${after} ORDER BY seq LIMIT ${mostRows}
      ) AS next
    ) AS counted
    WHERE letters <= ${letters} OR seq = ${after + 1} ORDER BY seq`.execute(tx);
  return found.rows;
}

/** Of the shortest entries so many fit into a megabyte. */
const mostRows = 1_000;

/** All entries, in their order. */
export async function listAllEntries(tx: Tx, tenant: TenantId): Promise<readonly SignedEntry[]> {
  const found = await sql<SignedEntry>`SELECT content, seal FROM disclosure.entry
    WHERE tenant = ${tenant} ORDER BY seq`.execute(tx);
  return found.rows;
}
