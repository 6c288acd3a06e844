import { sql } from 'kysely';
import type { CivilDate, TenantId, UserId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import type { GatheringId } from '#kernel/gatherings';
import type { MaterialId, MaterialKind } from '../../model/open/workshop/material.ts';
import type { WorkshopId } from '../../model/open/workshop/workshop-ids.ts';

/** A version of something that is given out, without its bytes. */
export interface KeptVersion {
  readonly material: MaterialId;
  readonly title: string;
  readonly version: number;
  readonly name: string;
  readonly kind: MaterialKind;
  readonly bytes: number;
  readonly addedAt: Date;
  readonly addedBy: UserId;
}

/** Something that people of a session may read. */
export interface GivenMaterial extends Omit<KeptVersion, 'addedAt' | 'addedBy'> {
  readonly shown: 'before' | 'after';
}

/** Lets what is attached to a workshop come one after the other, so that each is counted before the next: how much there may be is a bound. */
export async function holdMaterials(tx: Tx, tenant: TenantId, workshop: WorkshopId): Promise<void> {
  const name = `learning:materials:${tenant}:${workshop}`;
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx);
}

/** Adds something to give out, or another title for it; false where it belongs to another workshop, or there is none. */
export async function saveMaterial(
  tx: Tx,
  tenant: TenantId,
  { id, workshop, title }: { readonly id: MaterialId; readonly workshop: WorkshopId; readonly title: string },
): Promise<boolean> {
  const done = await sql`INSERT INTO learning.material (tenant, id, workshop, title)
    SELECT tenant, ${id}::uuid, id, ${title} FROM learning.workshop WHERE tenant = ${tenant} AND id = ${workshop}
    ON CONFLICT (tenant, id) DO UPDATE SET title = excluded.title WHERE material.workshop = excluded.workshop`.execute(
    tx,
  );
  return Number(done.numAffectedRows ?? 0) === 1;
}

/** Adds a version; false where there is one of that number. */
export async function insertVersion(
  tx: Tx,
  tenant: TenantId,
  added: Omit<KeptVersion, 'title' | 'bytes'> & { readonly body: Uint8Array },
): Promise<boolean> {
  const { material, version, name, kind, body, addedBy, addedAt } = added;
  const done = await sql`INSERT INTO learning.material_version
      (tenant, material, version, name, kind, body, added_by, added_at)
    VALUES (${tenant}, ${material}, ${version}, ${name}, ${kind},
      ${Buffer.from(body.buffer, body.byteOffset, body.length)}, ${addedBy}, ${addedAt})
    ON CONFLICT DO NOTHING`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}

/** Everything that is given out at a workshop, in all versions, the newest first. */
export async function listVersions(tx: Tx, tenant: TenantId, workshop: WorkshopId): Promise<readonly KeptVersion[]> {
  const found = await sql<KeptVersion>`SELECT v.material, m.title, v.version, v.name, v.kind,
      length(v.body) AS bytes, v.added_at AS "addedAt",
      v.added_by AS "addedBy"
    FROM learning.material m JOIN learning.material_version v ON v.tenant = m.tenant AND v.material = m.id
    WHERE m.tenant = ${tenant} AND m.workshop = ${workshop} ORDER BY m.title, m.id, v.version DESC`.execute(tx);
  return found.rows;
}

/** Takes something away with all its versions, also where sessions had been given it; false where there is no such thing. */
export async function deleteMaterial(
  tx: Tx,
  tenant: TenantId,
  { id, workshop }: { readonly id: MaterialId; readonly workshop: WorkshopId },
): Promise<boolean> {
  const done = await sql`DELETE FROM learning.material
    WHERE tenant = ${tenant} AND id = ${id} AND workshop = ${workshop}`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}

/** What people of a session may read, in the order of its titles. */
export async function listGiven(tx: Tx, tenant: TenantId, session: GatheringId): Promise<readonly GivenMaterial[]> {
  const found = await sql<GivenMaterial>`SELECT g.material, m.title, g.version, v.name, v.kind,
      length(v.body) AS bytes, g.shown
    FROM learning.session_material g
    JOIN learning.material m ON m.tenant = g.tenant AND m.id = g.material
    JOIN learning.material_version v ON v.tenant = g.tenant AND v.material = g.material AND v.version = g.version
    WHERE g.tenant = ${tenant} AND g.session = ${session} ORDER BY m.title, m.id`.execute(tx);
  return found.rows;
}

/** Gives a session something in one version, or takes it away; false where the workshop of the session has no such version. */
export async function saveGiven(
  tx: Tx,
  tenant: TenantId,
  session: GatheringId,
  {
    material,
    given,
  }: { readonly material: MaterialId; readonly given: Pick<GivenMaterial, 'version' | 'shown'> | null },
): Promise<boolean> {
  const gone = await sql`DELETE FROM learning.session_material
    WHERE tenant = ${tenant} AND session = ${session} AND material = ${material}`.execute(tx);
  if (given === null) return Number(gone.numAffectedRows ?? 0) === 1;
  const done = await sql`INSERT INTO learning.session_material (tenant, session, material, version, shown)
    SELECT s.tenant, s.id, v.material, v.version, ${given.shown} FROM learning.session s
    JOIN learning.material m ON m.tenant = s.tenant AND m.workshop = s.workshop AND m.id = ${material}
    JOIN learning.material_version v ON v.tenant = m.tenant AND v.material = m.id AND v.version = ${given.version}
    WHERE s.tenant = ${tenant} AND s.id = ${session}`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}

/** The bytes of a version; null where there is none. */
export async function readVersion(
  tx: Tx,
  tenant: TenantId,
  { material, version }: { readonly material: MaterialId; readonly version: number },
): Promise<Uint8Array | null> {
  const found = await sql<{ body: Uint8Array }>`SELECT body FROM learning.material_version
    WHERE tenant = ${tenant} AND material = ${material} AND version = ${version}`.execute(tx);
  return found.rows[0]?.body ?? null;
}

/** Keeps the hash of the code of a session; the one before ends. */
export async function saveMaterialCode(
  tx: Tx,
  tenant: TenantId,
  { session, hash, drawnOn }: { readonly session: GatheringId; readonly hash: string; readonly drawnOn: CivilDate },
): Promise<void> {
  await sql`DELETE FROM learning.material_code WHERE tenant = ${tenant} AND session = ${session}`.execute(tx);
  await sql`INSERT INTO learning.material_code (tenant, session, hash, drawn_on)
    VALUES (${tenant}, ${session}, ${hash}, ${drawnOn})`.execute(tx);
}

/** On which day the code of a session was drawn; null where there is none. */
export async function findMaterialCode(tx: Tx, tenant: TenantId, session: GatheringId): Promise<CivilDate | null> {
  const found = await sql<{ drawnOn: CivilDate }>`SELECT drawn_on AS "drawnOn" FROM learning.material_code
    WHERE tenant = ${tenant} AND session = ${session}`.execute(tx);
  return found.rows[0]?.drawnOn ?? null;
}

/** The session whose materials a code opens; null where there is none. */
export async function findSessionOfMaterials(tx: Tx, tenant: TenantId, hash: string): Promise<GatheringId | null> {
  const found = await sql<{ session: GatheringId }>`SELECT session FROM learning.material_code
    WHERE tenant = ${tenant} AND hash = ${hash}`.execute(tx);
  return found.rows[0]?.session ?? null;
}

/** Every session that has a code. */
export async function listSessionsWithCode(tx: Tx, tenant: TenantId): Promise<readonly GatheringId[]> {
  const found = await sql<{ session: GatheringId }>`SELECT session FROM learning.material_code
    WHERE tenant = ${tenant}`.execute(tx);
  return found.rows.map(({ session }) => session);
}

/** Ends the codes of sessions. */
export async function deleteMaterialCodes(tx: Tx, tenant: TenantId, sessions: readonly GatheringId[]): Promise<void> {
  await sql`DELETE FROM learning.material_code
    WHERE tenant = ${tenant} AND session = ANY(${[...sessions]}::uuid[])`.execute(tx);
}
