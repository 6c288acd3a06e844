import { sql } from 'kysely';
import type { TenantId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import type { PackageId } from '../../model/open/launch/launch-ids.ts';
import type { CourseStructure } from '../../model/open/launch/course-structure.ts';
import type { StorePlace } from '../../model/open/statement/record-ids.ts';

type Place = StorePlace<TenantId>;

/** A package that can be opened. */
export interface TakenPackage {
  readonly id: PackageId;
  readonly title: string;
  readonly structure: CourseStructure;
  /** What was found and did not stop it; empty for what a key brought before it was kept. */
  readonly warnings: readonly KeptProblem[];
}

/** Something that was found in a package and did not stop it. */
export interface KeptProblem {
  readonly level: 'refusal' | 'warning';
  readonly code: string;
  readonly where: string | null;
}

/** Bytes of one piece. What is kept keeps its pieces when this changes: no file is written twice. */
const pieceBytes = 4 * 1024 * 1024;

export async function insertPackage(
  tx: Tx,
  { tenant, store }: Place,
  { id, title, structure, warnings }: TakenPackage,
  at: Date,
): Promise<void> {
  await sql`INSERT INTO learning.package (tenant, id, store, title, structure, taken_at, warnings)
    VALUES (${tenant}, ${id}, ${store}, ${title}, ${JSON.stringify(structure)}, ${at}, ${JSON.stringify(warnings)})`.execute(
    tx,
  );
}

/** Keeps a file of a package, piece by piece. */
export async function insertPackageFile(
  tx: Tx,
  tenant: TenantId,
  pack: PackageId,
  { name, body }: { readonly name: string; readonly body: Uint8Array },
): Promise<void> {
  for (let piece = 0; piece === 0 || piece * pieceBytes < body.length; piece += 1) {
    const part = body.subarray(piece * pieceBytes, (piece + 1) * pieceBytes);
    // One after the other: the driver copies each on its way.
    await sql`INSERT INTO learning.package_file (tenant, package, name, piece, body) VALUES (${tenant}, ${pack}, ${name},
      ${piece}, ${Buffer.from(part.buffer, part.byteOffset, part.length)})`.execute(tx);
  }
}

/** A package of a partition; null where there is none, or where it was dropped. */
export async function findPackage(tx: Tx, { tenant, store }: Place, id: PackageId): Promise<TakenPackage | null> {
  const found = await sql<PackageRow>`SELECT title, structure, warnings FROM learning.package
    WHERE tenant = ${tenant} AND id = ${id} AND store = ${store} AND dropped_at IS NULL`.execute(tx);
  const [row] = found.rows;
  return row === undefined ? null : { id, ...readRow(row) };
}

interface PackageRow {
  readonly title: string;
  readonly structure: string;
  readonly warnings: string | null;
}

function readRow({ title, structure, warnings }: PackageRow): Omit<TakenPackage, 'id'> {
  // Both written by `insertPackage`, or for what came on screen by `insertImported`, and by nothing else.
  const found = JSON.parse(warnings ?? '[]') as readonly KeptProblem[];
  return { title, structure: JSON.parse(structure) as CourseStructure, warnings: found };
}

/** Drops a package with its files; false where there is none. What was said of it stays. */
export async function dropPackage(tx: Tx, { tenant, store }: Place, id: PackageId, at: Date): Promise<boolean> {
  const done = await sql`UPDATE learning.package SET dropped_at = ${at}
    WHERE tenant = ${tenant} AND id = ${id} AND store = ${store} AND dropped_at IS NULL`.execute(tx);
  if (Number(done.numAffectedRows ?? 0) !== 1) return false;
  await sql`DELETE FROM learning.package_file WHERE tenant = ${tenant} AND package = ${id}`.execute(tx);
  return true;
}

/** The bytes of a file of a package; null where it has none of that name. */
export async function readPackageFile(
  tx: Tx,
  tenant: TenantId,
  pack: PackageId,
  name: string,
): Promise<Uint8Array | null> {
  const found = await sql<{ body: Uint8Array }>`SELECT body FROM learning.package_file
    WHERE tenant = ${tenant} AND package = ${pack} AND name = ${name} ORDER BY piece`.execute(tx);
  return found.rows.length === 0 ? null : Uint8Array.from(Buffer.concat(found.rows.map(({ body }) => body)));
}

/** How long a file of a package is, in bytes; null where it has none of that name. */
export async function measurePackageFile(
  tx: Tx,
  tenant: TenantId,
  pack: PackageId,
  name: string,
): Promise<number | null> {
  const found = await sql<{ size: string | null }>`SELECT sum(length(body))::text AS size FROM learning.package_file
    WHERE tenant = ${tenant} AND package = ${pack} AND name = ${name}`.execute(tx);
  const size = found.rows[0]?.size ?? null;
  return size === null ? null : Number(size);
}

/** The bytes of a file from `from` to the end of the piece they begin in; empty past its end. */
export async function readPackagePart(
  tx: Tx,
  tenant: TenantId,
  pack: PackageId,
  { name, from }: { readonly name: string; readonly from: number },
): Promise<Uint8Array> {
  const found = await sql<{ body: Uint8Array }>`SELECT substring(body FROM ${(from % pieceBytes) + 1}::integer) AS body
    FROM learning.package_file WHERE tenant = ${tenant} AND package = ${pack} AND name = ${name}
      AND piece = ${Math.floor(from / pieceBytes)}`.execute(tx);
  return Uint8Array.from(found.rows[0]?.body ?? []);
}
