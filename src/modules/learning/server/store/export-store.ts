import { sql } from 'kysely';
import type { CivilDate, TenantId, UserId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import type { OrganisationId } from '../../model/open/count/learning-ids.ts';
import type { PackageFormat } from '../../model/open/package-out/lay-out-package.ts';
import type { ProofId } from '../../model/open/standing/training-ids.ts';

/** A package that was made for an organisation: what its receipts are about. */
export interface PackageExport {
  readonly number: string;
  readonly organisation: OrganisationId;
  readonly course: string;
  readonly version: string;
  readonly digest: string;
  readonly language: string;
  readonly format: PackageFormat;
  readonly title: string;
  readonly madeOn: CivilDate;
  readonly revokedOn: CivilDate | null;
}

const columns = sql`number, organisation, course, version, digest, language, format, title, made_on AS "madeOn",
  revoked_on AS "revokedOn"`;

/** Keeps a package; nothing where the same was made before and is not revoked, or where its number is taken. */
export async function insertExport(
  tx: Tx,
  tenant: TenantId,
  made: Omit<PackageExport, 'revokedOn'>,
  by: UserId | null,
): Promise<void> {
  const { number, organisation, course, version, digest, language, format, title, madeOn } = made;
  await sql`INSERT INTO learning.package_export
      (tenant, number, organisation, course, version, digest, language, format, title, made_on, made_by)
    VALUES (${tenant}, ${number}, ${organisation}, ${course}, ${version}, ${digest}, ${language}, ${format}, ${title},
      ${madeOn}, ${by}) ON CONFLICT DO NOTHING`.execute(tx);
}

/** The package of this kind whose receipts are taken; null for none. */
export async function findSameExport(
  tx: Tx,
  tenant: TenantId,
  same: Pick<PackageExport, 'organisation' | 'course' | 'digest' | 'language' | 'format'>,
): Promise<PackageExport | null> {
  const { organisation, course, digest, language, format } = same;
  const found = await sql<PackageExport>`SELECT ${columns} FROM learning.package_export
    WHERE tenant = ${tenant} AND organisation = ${organisation} AND course = ${course} AND digest = ${digest}
      AND language = ${language} AND format = ${format} AND revoked_on IS NULL`.execute(tx);
  return found.rows[0] ?? null;
}

export async function findExport(tx: Tx, tenant: TenantId, number: string): Promise<PackageExport | null> {
  const found = await sql<PackageExport>`SELECT ${columns} FROM learning.package_export
    WHERE tenant = ${tenant} AND number = ${number}`.execute(tx);
  return found.rows[0] ?? null;
}

/** Packages that were made for an organisation, the newest first. */
export async function listExports(
  tx: Tx,
  tenant: TenantId,
  organisation: OrganisationId,
): Promise<readonly PackageExport[]> {
  const found = await sql<PackageExport>`SELECT ${columns} FROM learning.package_export
    WHERE tenant = ${tenant} AND organisation = ${organisation} ORDER BY made_on DESC, number LIMIT 200`.execute(tx);
  return found.rows;
}

/** Takes receipts of a package no more; false where there is none, or where that was said before. */
export async function revokeExport(
  tx: Tx,
  tenant: TenantId,
  number: string,
  { on, by }: { readonly on: CivilDate; readonly by: UserId },
): Promise<boolean> {
  const done = await sql`UPDATE learning.package_export SET revoked_on = ${on}, revoked_by = ${by}
    WHERE tenant = ${tenant} AND number = ${number} AND revoked_on IS NULL`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}

/** A run of a package, as it is counted. */
export interface PackagedRun {
  readonly exported: string;
  readonly run: string;
}

/** Counts a run, once; false where it was counted before. */
export async function insertPackagedCompletion(
  tx: Tx,
  tenant: TenantId,
  { exported, run }: PackagedRun,
  counted: Pick<PackageExport, 'organisation' | 'course'> & { readonly on: CivilDate; readonly by: string },
): Promise<boolean> {
  const { organisation, course, on, by } = counted;
  const done = await sql`INSERT INTO learning.packaged_completion
      (tenant, export, run, organisation, course, counted_on, counted_by)
    VALUES (${tenant}, ${exported}, ${run}, ${organisation}, ${course}, ${on}, ${by}) ON CONFLICT DO NOTHING`.execute(
    tx,
  );
  return Number(done.numAffectedRows ?? 0) === 1;
}

/** What of a counted run is known of its proof, held until the transaction ends; null where it is not counted. */
export async function holdPackagedCompletion(
  tx: Tx,
  tenant: TenantId,
  { exported, run }: PackagedRun,
): Promise<{ readonly isVouched: boolean } | null> {
  const found = await sql<{ isVouched: boolean }>`SELECT EXISTS (SELECT FROM learning.proof p
      WHERE p.tenant = c.tenant AND p.id = c.proof AND p.withdrawn_by IS NULL) AS "isVouched"
    FROM learning.packaged_completion c
    WHERE c.tenant = ${tenant} AND c.export = ${exported} AND c.run = ${run} FOR UPDATE OF c`.execute(tx);
  return found.rows[0] ?? null;
}

/** Says what a coordinator recorded on the strength of a run. */
export async function vouchFor(
  tx: Tx,
  tenant: TenantId,
  { exported, run }: PackagedRun,
  proof: ProofId,
): Promise<void> {
  await sql`UPDATE learning.packaged_completion SET proof = ${proof}
    WHERE tenant = ${tenant} AND export = ${exported} AND run = ${run}`.execute(tx);
}
