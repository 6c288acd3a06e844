import { sql } from 'kysely';
import type { TenantId, UserId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import type { LedgerEntryId } from '../../model/ledger/ledger-entry.ts';

/** What waits for a second person, in the order in which it was proposed: as much as fits into so many letters, and at least one. */
export async function listKeptProposals(
  tx: Tx,
  tenant: TenantId,
  letters: number,
): Promise<readonly { readonly id: LedgerEntryId; readonly content: string }[]> {
  const found = await sql<{ id: LedgerEntryId; content: string }>`SELECT id, content FROM (
      SELECT id, content, place, sum(length(content)) OVER (ORDER BY place) AS letters, row_number() OVER (ORDER BY place) AS row
      FROM disclosure.proposal WHERE tenant = ${tenant}
    ) AS counted
    WHERE letters <= ${letters} OR row = 1 ORDER BY place`.execute(tx);
  return found.rows;
}

/** How many proposals of one person wait. */
export async function countProposals(tx: Tx, tenant: TenantId, author: UserId): Promise<number> {
  const found = await sql<{ count: number }>`SELECT count(*)::integer AS count FROM disclosure.proposal
    WHERE tenant = ${tenant} AND author = ${author}`.execute(tx);
  return found.rows[0]?.count ?? 0;
}

/** Keeps a proposal; false when its id is taken. */
export async function insertProposal(
  tx: Tx,
  tenant: TenantId,
  proposal: { readonly id: LedgerEntryId; readonly author: string; readonly content: string },
): Promise<boolean> {
  const { id, author, content } = proposal;
  const done = await sql`INSERT INTO disclosure.proposal (tenant, id, author, content)
    VALUES (${tenant}, ${id}, ${author}, ${content}) ON CONFLICT DO NOTHING`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}

/** Takes a proposal away; false where there is none. */
export async function deleteProposal(tx: Tx, tenant: TenantId, id: LedgerEntryId): Promise<boolean> {
  const done = await sql`DELETE FROM disclosure.proposal WHERE tenant = ${tenant} AND id = ${id}`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}
