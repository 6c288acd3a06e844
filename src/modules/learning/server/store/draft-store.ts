import { sql } from 'kysely';
import type { TenantId, UserId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import type { DraftId } from '../../model/open/edit/draft-id.ts';

/** A draft without its files. */
export interface KeptDraft {
  readonly id: DraftId;
  readonly course: string;
  readonly title: string;
  readonly version: number;
  readonly changedAt: Date;
  readonly changedBy: UserId;
}

const selected = sql`SELECT id, course, title, version, changed_at AS "changedAt", changed_by AS "changedBy"
  FROM learning.draft`;

/** Adds a draft; false when its id is taken. */
export async function insertDraft(tx: Tx, tenant: TenantId, draft: KeptDraft): Promise<boolean> {
  const { id, course, title, version, changedAt, changedBy } = draft;
  const done = await sql`INSERT INTO learning.draft (tenant, id, course, title, version, changed_at, changed_by)
    VALUES (${tenant}, ${id}, ${course}, ${title}, ${version}, ${changedAt}, ${changedBy})
    ON CONFLICT DO NOTHING`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}

/** Drafts, the one that was changed last first. */
export async function listKeptDrafts(tx: Tx, tenant: TenantId): Promise<readonly KeptDraft[]> {
  const found =
    await sql<KeptDraft>`${selected} WHERE tenant = ${tenant} ORDER BY changed_at DESC, id LIMIT 200`.execute(tx);
  return found.rows;
}

export async function findDraft(tx: Tx, tenant: TenantId, id: DraftId): Promise<KeptDraft | null> {
  const found = await sql<KeptDraft>`${selected} WHERE tenant = ${tenant} AND id = ${id}`.execute(tx);
  return found.rows[0] ?? null;
}

/** Counts a draft up from the version that was seen; false when somebody else did so before. Holds its row until the end. */
export async function moveDraftOn(tx: Tx, tenant: TenantId, draft: KeptDraft): Promise<boolean> {
  const { id, course, title, version, changedAt, changedBy } = draft;
  const done = await sql`UPDATE learning.draft SET version = version + 1, course = ${course}, title = ${title},
    changed_at = ${changedAt}, changed_by = ${changedBy}
    WHERE tenant = ${tenant} AND id = ${id} AND version = ${version}`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}

/** Holds a draft until the end of the transaction, so that nothing else changes it meanwhile, and says how often it was kept; null where there is none. */
export async function holdDraft(tx: Tx, tenant: TenantId, id: DraftId): Promise<number | null> {
  const found = await sql<{
    version: number;
  }>`SELECT version FROM learning.draft WHERE tenant = ${tenant} AND id = ${id} FOR UPDATE`.execute(tx);
  return found.rows[0]?.version ?? null;
}

/** Takes a draft away with its files. */
export async function deleteDraft(tx: Tx, tenant: TenantId, id: DraftId): Promise<boolean> {
  const done = await sql`DELETE FROM learning.draft WHERE tenant = ${tenant} AND id = ${id}`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}

/** Keeps a file of a draft, in the place of one that was there. */
export async function putDraftFile(
  tx: Tx,
  tenant: TenantId,
  draft: DraftId,
  { path, body }: { readonly path: string; readonly body: Uint8Array },
): Promise<void> {
  await sql`INSERT INTO learning.draft_file (tenant, draft, path, body)
    VALUES (${tenant}, ${draft}, ${path}, ${Buffer.from(body.buffer, body.byteOffset, body.length)})
    ON CONFLICT (tenant, draft, path) DO UPDATE SET body = excluded.body`.execute(tx);
}

export async function dropDraftFile(tx: Tx, tenant: TenantId, draft: DraftId, path: string): Promise<boolean> {
  const done = await sql`DELETE FROM learning.draft_file
    WHERE tenant = ${tenant} AND draft = ${draft} AND path = ${path}`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}

/** Every file of a draft, in the order of their paths. */
export async function listDraftFiles(
  tx: Tx,
  tenant: TenantId,
  draft: DraftId,
): Promise<readonly { readonly path: string; readonly body: Uint8Array }[]> {
  const found = await sql<{ path: string; body: Uint8Array }>`SELECT path, body FROM learning.draft_file
    WHERE tenant = ${tenant} AND draft = ${draft} ORDER BY path COLLATE "C"`.execute(tx);
  return found.rows;
}

export async function readDraftFile(
  tx: Tx,
  tenant: TenantId,
  draft: DraftId,
  path: string,
): Promise<Uint8Array | null> {
  const found = await sql<{ body: Uint8Array }>`SELECT body FROM learning.draft_file
    WHERE tenant = ${tenant} AND draft = ${draft} AND path = ${path}`.execute(tx);
  return found.rows[0]?.body ?? null;
}

/** How many files a draft has, and how many bytes they are. */
export async function weighDraft(
  tx: Tx,
  tenant: TenantId,
  draft: DraftId,
): Promise<{ readonly files: number; readonly bytes: number }> {
  const found = await sql<{ files: string; bytes: string }>`SELECT count(*)::text AS files,
    coalesce(sum(length(body)), 0)::text AS bytes FROM learning.draft_file
    WHERE tenant = ${tenant} AND draft = ${draft}`.execute(tx);
  const { files, bytes } = found.rows[0] ?? { files: '0', bytes: '0' };
  return { files: Number(files), bytes: Number(bytes) };
}
