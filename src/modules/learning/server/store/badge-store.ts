import { sql } from 'kysely';
import type { CivilDate, TenantId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import type { AchievedCourse } from '../../model/open/badge/achievement.ts';
import type { AchievementId, BadgeId } from '../../model/open/badge/badge-id.ts';

/** The badge of a certificate, as it was first made. */
export interface KeptBadge {
  readonly id: BadgeId;
  /** SHA-256 of the code on the certificate. */
  readonly code: string;
  readonly achievement: AchievementId;
  readonly list: number;
  readonly place: number;
  readonly signedAt: Date;
  readonly doneOn: CivilDate;
}

const kept = sql`SELECT b.id, b.code, b.achievement, b.list, b.place, b.signed_at AS "signedAt", c.done_on AS "doneOn"
  FROM learning.badge b
  JOIN learning.certificate p ON p.tenant = b.tenant AND p.code = b.code
  JOIN learning.completion c ON c.tenant = p.tenant AND c.attempt = p.attempt`;

export async function findBadge(tx: Tx, tenant: TenantId, code: string): Promise<KeptBadge | null> {
  const found = await sql<KeptBadge>`${kept} WHERE b.tenant = ${tenant} AND b.code = ${code}`.execute(tx);
  return found.rows[0] ?? null;
}

export async function findBadgeById(tx: Tx, tenant: TenantId, id: BadgeId): Promise<KeptBadge | null> {
  const found = await sql<KeptBadge>`${kept} WHERE b.tenant = ${tenant} AND b.id = ${id}`.execute(tx);
  return found.rows[0] ?? null;
}

/** Keeps a badge; false where the place is taken, or the certificate has one. */
export async function insertBadge(
  tx: Tx,
  tenant: TenantId,
  { id, code, achievement, list, place, signedAt }: Omit<KeptBadge, 'doneOn'>,
): Promise<boolean> {
  const done = await sql`INSERT INTO learning.badge (tenant, code, id, achievement, list, place, signed_at)
    VALUES (${tenant}, ${code}, ${id}, ${achievement}, ${list}, ${place}, ${signedAt}) ON CONFLICT DO NOTHING`.execute(
    tx,
  );
  return Number(done.numAffectedRows ?? 0) === 1;
}

/** The list that is being filled, and how many places of it are taken; the first one, empty, while there is none. */
export async function findLastList(
  tx: Tx,
  tenant: TenantId,
): Promise<{ readonly list: number; readonly taken: number }> {
  const found = await sql<{ list: number; taken: number }>`SELECT list, count(*)::integer AS taken FROM learning.badge
    WHERE tenant = ${tenant} GROUP BY list ORDER BY list DESC LIMIT 1`.execute(tx);
  return found.rows[0] ?? { list: 1, taken: 0 };
}

/** Which places of a list are revoked, by the same rule as the certificates themselves: of one paper, or of a whole run. */
export async function listRevokedPlaces(tx: Tx, tenant: TenantId, list: number): Promise<readonly number[]> {
  const found = await sql<{ place: number }>`SELECT DISTINCT b.place FROM learning.revocation r
    JOIN learning.certificate q ON q.tenant = r.tenant AND q.code = r.code
    JOIN learning.certificate p ON p.tenant = q.tenant AND p.attempt = q.attempt
    JOIN learning.badge b ON b.tenant = p.tenant AND b.code = p.code
    WHERE r.tenant = ${tenant} AND b.list = ${list} AND (p.code = q.code OR r.reason = 'somebody-else-learned')
    ORDER BY b.place`.execute(tx);
  return found.rows.map(({ place }) => place);
}

/** Keeps what a module was; its id is a hash of the rest, so one that is there says the same. */
export async function keepAchievement(
  tx: Tx,
  tenant: TenantId,
  { id, course, version, language, draft, title, minutes, rule }: AchievedCourse & { readonly id: AchievementId },
): Promise<void> {
  await sql`INSERT INTO learning.achievement (tenant, id, course, version, language, draft, title, minutes, rule)
    VALUES (${tenant}, ${id}, ${course}, ${version}, ${language}, ${draft}, ${title}, ${minutes},
      ${rule === null ? null : JSON.stringify(rule)}::jsonb)
    ON CONFLICT DO NOTHING`.execute(tx);
}

export async function findAchievement(
  tx: Tx,
  tenant: TenantId,
  id: string,
): Promise<(AchievedCourse & { readonly id: AchievementId }) | null> {
  const found = await sql<AchievedCourse & { id: AchievementId }>`
    SELECT id, course, version, language, draft, title, minutes, rule FROM learning.achievement
    WHERE tenant = ${tenant} AND id = ${id}`.execute(tx);
  return found.rows[0] ?? null;
}
