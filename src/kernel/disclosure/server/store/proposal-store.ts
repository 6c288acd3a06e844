import { sql } from 'kysely';
import type { TenantId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import type { LedgerEntryId } from '../../model/ledger/ledger-entry.ts';

/** What waits for a second person, in the order in which it was proposed. */
export async function listKeptProposals(
  tx: Tx,
  tenant: TenantId,
): Promise<readonly { readonly id: LedgerEntryId; readonly content: string }[]> {
  const found = await sql<{ id: LedgerEntryId; content: string }>`SELECT id, content FROM disclosure.proposal
    WHERE tenant = ${tenant} ORDER BY proposed_on, id LIMIT 200`.execute(tx);
  return found.rows;
}

/** Keeps a proposal; false when its id is taken. */
export async function insertProposal(
  tx: Tx,
  tenant: TenantId,
  proposal: { readonly id: LedgerEntryId; readonly author: string; readonly content: string; readonly on: string },
): Promise<boolean> {
  const { id, author, content, on } = proposal;
  const done = await sql`INSERT INTO disclosure.proposal (tenant, id, author, content, proposed_on)
    VALUES (${tenant}, ${id}, ${author}, ${content}, ${on}) ON CONFLICT DO NOTHING`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}

/** Takes a proposal away; false where there is none. */
export async function deleteProposal(tx: Tx, tenant: TenantId, id: LedgerEntryId): Promise<boolean> {
  const done = await sql`DELETE FROM disclosure.proposal WHERE tenant = ${tenant} AND id = ${id}`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}
