import { sql } from 'kysely';
import type { TenantId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import type { LedgerContent, SignedEntry } from '../../model/ledger/ledger-entry.ts';
import type { LedgerPast } from '../../model/ledger/verify-ledger.ts';

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
  const found = await sql<{
    id: string;
    kind: LedgerContent['kind'];
    population: string | null;
    withdraws: string | null;
    day: string;
  }>`SELECT id, kind, disclosure.payload_of(content) ->> 'population' AS population, withdraws,
      sealed_on::text AS day FROM disclosure.entry WHERE tenant = ${tenant} ORDER BY seq`.execute(tx);
  return {
    head,
    day: found.rows.at(-1)?.day ?? '',
    told: new Map(found.rows.map(({ id, kind, population }) => [id, { kind, population }])),
    withdrawn: new Set(found.rows.flatMap(({ withdraws }) => withdraws ?? [])),
  };
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

/** Entries after a place, in their order. */
export async function listEntries(
  tx: Tx,
  tenant: TenantId,
  after: number,
  most: number,
): Promise<readonly SignedEntry[]> {
  const found = await sql<SignedEntry>`SELECT content, seal FROM disclosure.entry
    WHERE tenant = ${tenant} AND seq > ${after} ORDER BY seq LIMIT ${most}`.execute(tx);
  return found.rows;
}
