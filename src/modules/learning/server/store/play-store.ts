import { sql } from 'kysely';
import type { CivilDate, TenantId, UserId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import type { PackageId, RegistrationId } from '../../model/open/launch/launch-ids.ts';
import type { SaidOfItem } from '../../model/open/play/judge-item.ts';
import type { OpeningId } from '../../model/open/play/opening-id.ts';
import type { ScormValues } from '../../model/open/play/scorm-values.ts';
import type { ProofId } from '../../model/open/standing/training-ids.ts';

/** One person and one package. */
export interface Player {
  readonly tenant: TenantId;
  readonly user: UserId;
  readonly package: PackageId;
}

/** How far somebody is in a part, and how often that was kept. */
export interface Play {
  readonly item: number;
  readonly version: number;
  readonly values: ScormValues;
}

/** One time that a part is open. */
export interface Opening {
  readonly id: OpeningId;
  readonly package: PackageId;
  readonly user: UserId;
  readonly item: number;
  readonly openedAt: Date;
  readonly endedAt: Date | null;
}

export async function listPlays(tx: Tx, { tenant, user, package: pack }: Player): Promise<readonly Play[]> {
  const found = await sql<{ item: number; version: number; told: string }>`SELECT item, version, told FROM learning.play
    WHERE tenant = ${tenant} AND package = ${pack} AND user_id = ${user} ORDER BY item`.execute(tx);
  return found.rows.map(({ item, version, told }) => ({
    ...{ item, version },
    // Written by `keepPlay`, and by nothing else.
    values: JSON.parse(told) as ScormValues,
  }));
}

/** Begins a part for somebody, unless they have. */
export async function beginPlay(
  tx: Tx,
  { tenant, user, package: pack }: Player,
  item: number,
  at: Date,
): Promise<void> {
  await sql`INSERT INTO learning.play (tenant, package, user_id, item, version, told, begun_at, kept_at)
    VALUES (${tenant}, ${pack}, ${user}, ${item}, 0, '{}', ${at}, ${at}) ON CONFLICT DO NOTHING`.execute(tx);
}

/** Keeps the values of a part in the place of version `version`; false where another one is kept by now. */
export async function keepPlay(
  tx: Tx,
  { tenant, user, package: pack }: Player,
  { item, version, values }: Play,
  at: Date,
): Promise<boolean> {
  const done =
    await sql`UPDATE learning.play SET version = version + 1, told = ${JSON.stringify(values)}, kept_at = ${at}
    WHERE tenant = ${tenant} AND package = ${pack} AND user_id = ${user} AND item = ${item} AND version = ${version}`.execute(
      tx,
    );
  return Number(done.numAffectedRows ?? 0) === 1;
}

export async function insertOpening(
  tx: Tx,
  tenant: TenantId,
  { id, package: pack, user, item, openedAt }: Opening,
  pathHash: string,
): Promise<void> {
  await sql`INSERT INTO learning.opening (tenant, id, package, user_id, item, path_hash, opened_at)
    VALUES (${tenant}, ${id}, ${pack}, ${user}, ${item}, ${pathHash}, ${openedAt})`.execute(tx);
}

const selected = sql`SELECT id, package, user_id AS "user", item, opened_at AS "openedAt", ended_at AS "endedAt"
  FROM learning.opening`;

/** An opening of somebody's own; null where there is none. */
export async function findOpening(
  tx: Tx,
  { tenant, user }: Omit<Player, 'package'>,
  id: OpeningId,
): Promise<Opening | null> {
  const found = await sql<Opening>`${selected} WHERE tenant = ${tenant} AND id = ${id} AND user_id = ${user}`.execute(
    tx,
  );
  return found.rows[0] ?? null;
}

/** The opening whose files lie at an address with this secret. */
export async function findOpeningByPath(tx: Tx, tenant: TenantId, pathHash: string): Promise<Opening | null> {
  const found = await sql<Opening>`${selected} WHERE tenant = ${tenant} AND path_hash = ${pathHash}`.execute(tx);
  return found.rows[0] ?? null;
}

/** Ends an opening; its address leads nowhere any more. */
export async function endOpening(tx: Tx, tenant: TenantId, id: OpeningId, at: Date): Promise<void> {
  await sql`UPDATE learning.opening SET ended_at = ${at}
    WHERE tenant = ${tenant} AND id = ${id} AND ended_at IS NULL`.execute(tx);
}

/** The registration that somebody has with a package by cmi5; null for none. */
export async function findOwnRegistration(
  tx: Tx,
  { tenant, user, package: pack }: Player,
): Promise<RegistrationId | null> {
  const found = await sql<{ registration: RegistrationId }>`SELECT registration FROM learning.own_registration
    WHERE tenant = ${tenant} AND package = ${pack} AND user_id = ${user}`.execute(tx);
  return found.rows[0]?.registration ?? null;
}

export async function insertOwnRegistration(
  tx: Tx,
  { tenant, user, package: pack }: Player,
  registration: RegistrationId,
): Promise<void> {
  await sql`INSERT INTO learning.own_registration (tenant, package, user_id, registration)
    VALUES (${tenant}, ${pack}, ${user}, ${registration})`.execute(tx);
}

/** Whose a registration is; null where it is that of a key. */
export async function findPlayer(tx: Tx, tenant: TenantId, registration: RegistrationId): Promise<Player | null> {
  const found = await sql<Omit<Player, 'tenant'>>`SELECT user_id AS "user", package FROM learning.own_registration
    WHERE tenant = ${tenant} AND registration = ${registration}`.execute(tx);
  const [row] = found.rows;
  return row === undefined ? null : { tenant, ...row };
}

/** That somebody has done a package, and what it said of them. */
export interface PackageDone {
  readonly package: PackageId;
  readonly proof: ProofId;
  readonly said: SaidOfItem;
  readonly on: CivilDate;
}

/** Keeps that somebody has done a package, once in a year; false where that was kept before. */
export async function insertDone(
  tx: Tx,
  { tenant, user, package: pack }: Player,
  { proof, said, on }: Omit<PackageDone, 'package'>,
): Promise<boolean> {
  const done = await sql`INSERT INTO learning.package_done (tenant, package, user_id, proof, said, done_on)
    VALUES (${tenant}, ${pack}, ${user}, ${proof}, ${JSON.stringify(said)}, ${on}) ON CONFLICT DO NOTHING`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}

/** What somebody has done, the newest first. */
export async function listDone(tx: Tx, tenant: TenantId, user: UserId): Promise<readonly PackageDone[]> {
  const found = await sql<Omit<PackageDone, 'said'> & { said: string }>`SELECT package, proof, said, done_on AS "on"
    FROM learning.package_done WHERE tenant = ${tenant} AND user_id = ${user} ORDER BY done_on DESC`.execute(tx);
  // Written by `insertDone`, and by nothing else.
  return found.rows.map(({ said, ...row }) => ({ ...row, said: JSON.parse(said) as SaidOfItem }));
}

/** Forgets how far people are in a package that is gone; that they did it stays. */
export async function dropPlays(tx: Tx, tenant: TenantId, pack: PackageId): Promise<void> {
  await sql`DELETE FROM learning.play WHERE tenant = ${tenant} AND package = ${pack}`.execute(tx);
  await sql`DELETE FROM learning.opening WHERE tenant = ${tenant} AND package = ${pack}`.execute(tx);
}

/** Forgets states that nobody changed since an instant, openings of before it, and completions of before a day. */
export async function deleteOldPlays(
  tx: Tx,
  tenant: TenantId,
  { keptBefore, doneBefore }: { readonly keptBefore: Date; readonly doneBefore: CivilDate },
): Promise<void> {
  await sql`DELETE FROM learning.play WHERE tenant = ${tenant} AND kept_at < ${keptBefore}`.execute(tx);
  await sql`DELETE FROM learning.opening WHERE tenant = ${tenant} AND opened_at < ${keptBefore}`.execute(tx);
  await sql`DELETE FROM learning.package_done WHERE tenant = ${tenant} AND done_on < ${doneBefore}`.execute(tx);
}
