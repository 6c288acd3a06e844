import { sql } from 'kysely';
import type { TenantId, UserId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import type { CourseStructure } from '../../model/open/launch/course-structure.ts';
import type { PackageId } from '../../model/open/launch/launch-ids.ts';
import { packageCourse } from '../../model/open/play/package-course.ts';
import type { ScormKind, ScormStructure } from '../../model/open/play/package-item.ts';
import type { StoreId } from '../../model/open/statement/record-ids.ts';
import type { KeptProblem } from './package-store.ts';

/** A package that somebody of the programme brought. */
export type ImportedPackage = {
  readonly id: PackageId;
  readonly title: string;
  readonly bytes: number;
  readonly importedAt: Date;
  readonly importedBy: UserId;
  readonly warnings: readonly KeptProblem[];
} & (
  | { readonly kind: 'cmi5'; readonly structure: CourseStructure }
  | { readonly kind: ScormKind; readonly structure: ScormStructure }
);

/**
 * The partition of the record store that is our own: keys draw theirs at random, so none of them opens it.
 */
export function ownStore(tenant: TenantId): StoreId {
  // One id names both: the tenant, and what is its own in there.
  return tenant as string as StoreId;
}

/** Adds a package; false when its id is taken. */
export async function insertImported(tx: Tx, tenant: TenantId, pack: ImportedPackage): Promise<boolean> {
  const { id, title, bytes, importedAt, importedBy, warnings, kind, structure } = pack;
  const done = await sql`INSERT INTO learning.package
      (tenant, id, store, title, structure, taken_at, kind, bytes, imported_by, warnings)
    VALUES (${tenant}, ${id}, ${ownStore(tenant)}, ${title}, ${JSON.stringify(structure)}, ${importedAt}, ${kind},
      ${bytes}, ${importedBy}, ${JSON.stringify(warnings)}) ON CONFLICT DO NOTHING`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}

/** Whether an id names a package already, one that was removed included. */
export async function isPackageTaken(tx: Tx, tenant: TenantId, id: PackageId): Promise<boolean> {
  const found = await sql`SELECT 1 FROM learning.package WHERE tenant = ${tenant} AND id = ${id}`.execute(tx);
  return found.rows.length > 0;
}

interface Row {
  readonly id: PackageId;
  readonly title: string;
  readonly bytes: string;
  readonly importedAt: Date;
  readonly importedBy: UserId;
  readonly warnings: string;
  readonly kind: ImportedPackage['kind'];
  readonly structure: string;
}

const selected = sql`SELECT id, title, bytes::text AS bytes, taken_at AS "importedAt", imported_by AS "importedBy", warnings,
  kind, structure FROM learning.package`;

function packageOf({ bytes, warnings, kind, structure, ...row }: Row): ImportedPackage {
  // Both written by `insertImported`, and by nothing else.
  const whole = { ...row, bytes: Number(bytes), warnings: JSON.parse(warnings) as readonly KeptProblem[] };
  return kind === 'cmi5'
    ? { ...whole, kind, structure: JSON.parse(structure) as CourseStructure }
    : { ...whole, kind, structure: JSON.parse(structure) as ScormStructure };
}

/** Packages that may be opened, by title. */
export async function listImported(tx: Tx, tenant: TenantId): Promise<readonly ImportedPackage[]> {
  const found = await sql<Row>`${selected} WHERE tenant = ${tenant} AND kind IS NOT NULL AND dropped_at IS NULL
    ORDER BY lower(title), id LIMIT 500`.execute(tx);
  return found.rows.map(packageOf);
}

/** What packages are called, those that were removed included, by what a programme asks for them. */
export async function listPackageTitles(
  tx: Tx,
  tenant: TenantId,
  packages: readonly PackageId[],
): Promise<ReadonlyMap<string, string>> {
  const found = await sql<{ id: PackageId; title: string }>`SELECT id, title FROM learning.package
    WHERE tenant = ${tenant} AND id = ANY (${[...packages]}::uuid[])`.execute(tx);
  return new Map(found.rows.map(({ id, title }) => [packageCourse(id), title]));
}

/** One of them; null where there is none, or where it was removed. */
export async function findImported(tx: Tx, tenant: TenantId, id: PackageId): Promise<ImportedPackage | null> {
  const found = await sql<Row>`${selected} WHERE tenant = ${tenant} AND id = ${id} AND kind IS NOT NULL
    AND dropped_at IS NULL`.execute(tx);
  const [row] = found.rows;
  return row === undefined ? null : packageOf(row);
}
