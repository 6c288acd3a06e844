import { sql } from 'kysely';
import type { CivilDate, SpaceId, TenantId, UserId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import { passingKinds, type Notice, type NoticeId, type NoticeKind } from '../../model/notice.ts';
import { asKeeper } from './as-keeper.ts';

/** A notice to raise for somebody. */
export interface NewNotice {
  readonly user: UserId;
  readonly kind: NoticeKind;
  readonly subject: string;
  readonly space: SpaceId | null;
  readonly date: CivilDate | null;
  /** Days before the date; a nearer step is new again. */
  readonly step: number | null;
  readonly urgent: boolean;
}

/**
 * Raises notices. One about the same thing for the same person takes the place of the one before, and
 * is new again if it says something else; the same one twice changes nothing.
 */
export async function raiseNotices(tx: Tx, tenant: TenantId, notices: readonly NewNotice[], now: Date): Promise<void> {
  if (notices.length === 0) return;
  const raised = new Date(Math.floor(now.getTime() / 3_600_000) * 3_600_000);
  await asKeeper(tx, () =>
    // What is there already is left out before the insert: a conflict would lock and rewrite each row.
    sql`INSERT INTO notices.notice AS n (tenant, user_id, subject, space, kind, date, step, urgent, raised)
      SELECT DISTINCT ON (r."user", r.subject) ${tenant}, r."user", r.subject, r.space, r.kind, r.date, r.step,
        r.urgent, ${raised}
      FROM jsonb_to_recordset(${JSON.stringify(notices)}::jsonb)
        AS r ("user" uuid, subject uuid, space uuid, kind text, date date, step integer, urgent boolean)
      LEFT JOIN notices.notice o ON o.tenant = ${tenant} AND o.user_id = r."user" AND o.subject = r.subject
      WHERE o.id IS NULL OR (o.kind, o.date, o.step) IS DISTINCT FROM (r.kind, r.date, r.step)
      ON CONFLICT (tenant, user_id, subject) DO UPDATE SET space = excluded.space, kind = excluded.kind,
        date = excluded.date, step = excluded.step, urgent = excluded.urgent, raised = excluded.raised,
        seen = false, mailed = false
      WHERE (n.kind, n.date, n.step) IS DISTINCT FROM (excluded.kind, excluded.date, excluded.step)`.execute(tx),
  );
}

/** Takes notices away because what they were about is over: for everybody or one person, of all kinds or some. */
export async function dropNotices(
  tx: Tx,
  tenant: TenantId,
  of: ({ readonly subject: string } | { readonly space: SpaceId }) & {
    readonly user?: UserId;
    readonly kinds?: readonly NoticeKind[];
  },
): Promise<void> {
  const about = 'subject' in of ? sql`subject = ${of.subject}` : sql`space = ${of.space}`;
  const kinds = of.kinds === undefined ? sql`true` : sql`kind = ANY (${[...of.kinds]})`;
  const whose = of.user === undefined ? sql`true` : sql`user_id = ${of.user}`;
  await asKeeper(tx, () =>
    sql`DELETE FROM notices.notice WHERE tenant = ${tenant} AND ${about} AND ${whose} AND ${kinds}`.execute(tx),
  );
}

/** Takes away all notices of these kinds that are not among those that still hold. */
export async function settleNotices(
  tx: Tx,
  tenant: TenantId,
  kinds: readonly NoticeKind[],
  holding: readonly Pick<NewNotice, 'user' | 'subject' | 'kind'>[],
): Promise<void> {
  const held = JSON.stringify(holding.map(({ user, subject, kind }) => ({ user, subject, kind })));
  await asKeeper(tx, () =>
    // NOT IN is answered from a hash; none of the columns can be null.
    sql`DELETE FROM notices.notice WHERE tenant = ${tenant} AND kind = ANY (${[...kinds]})
      AND (user_id, subject, kind) NOT IN (
        SELECT "user", subject, kind FROM jsonb_to_recordset(${held}::jsonb)
          AS h ("user" uuid, subject uuid, kind text))`.execute(tx),
  );
}

/** A person's notices: new ones first, the urgent before the rest, then by day; at most 200. */
export async function listNoticesOf(tx: Tx, tenant: TenantId, user: UserId): Promise<readonly Notice[]> {
  const found = await sql<Notice>`SELECT id, kind, subject, space, date, urgent, raised, seen FROM notices.notice
    WHERE tenant = ${tenant} AND user_id = ${user}
    ORDER BY seen, urgent DESC, date NULLS LAST, raised DESC, id LIMIT 200`.execute(tx);
  return found.rows;
}

export async function countUnseen(tx: Tx, tenant: TenantId, user: UserId): Promise<number> {
  const found = await sql<{ count: number }>`SELECT count(*) AS count FROM notices.notice
    WHERE tenant = ${tenant} AND user_id = ${user} AND NOT seen`.execute(tx);
  return found.rows[0]?.count ?? 0;
}

/** Marks a person's notices as seen; ids of others are passed over. */
export async function markSeen(tx: Tx, tenant: TenantId, user: UserId, ids: readonly NoticeId[]): Promise<void> {
  await sql`UPDATE notices.notice SET seen = true
    WHERE tenant = ${tenant} AND user_id = ${user} AND id = ANY (${[...ids]}::uuid[])`.execute(tx);
}

/** The notices that a mail to this person would be about. */
export async function listWaiting(tx: Tx, tenant: TenantId, user: UserId): Promise<readonly NoticeId[]> {
  const found = await asKeeper(tx, () =>
    sql<{ id: NoticeId }>`SELECT id FROM notices.notice
      WHERE tenant = ${tenant} AND user_id = ${user} AND NOT seen AND NOT mailed ORDER BY id`.execute(tx),
  );
  return found.rows.map(({ id }) => id);
}

/** Notes that a mail went out while these waited. */
export async function markMailed(tx: Tx, tenant: TenantId, ids: readonly NoticeId[]): Promise<void> {
  await asKeeper(tx, () =>
    sql`UPDATE notices.notice SET mailed = true WHERE tenant = ${tenant} AND id = ANY (${[...ids]}::uuid[])`.execute(
      tx,
    ),
  );
}

/** Forgets what told of something that happened: seen and older than the one instant, or older than the other. */
export async function forgetPassed(
  tx: Tx,
  tenant: TenantId,
  { seenBefore, before }: { readonly seenBefore: Date; readonly before: Date },
): Promise<void> {
  await asKeeper(tx, () =>
    sql`DELETE FROM notices.notice WHERE tenant = ${tenant} AND kind = ANY (${[...passingKinds]})
      AND (raised < ${before} OR (seen AND raised < ${seenBefore}))`.execute(tx),
  );
}

/** Everybody for whom there is a notice. */
export async function listTold(tx: Tx, tenant: TenantId): Promise<readonly UserId[]> {
  const found = await asKeeper(tx, () =>
    sql<{ user: UserId }>`SELECT DISTINCT user_id AS "user" FROM notices.notice WHERE tenant = ${tenant}`.execute(tx),
  );
  return found.rows.map(({ user }) => user);
}

/** Takes every notice of one person away. */
export async function dropNoticesOf(tx: Tx, tenant: TenantId, user: UserId): Promise<void> {
  await asKeeper(tx, () => sql`DELETE FROM notices.notice WHERE tenant = ${tenant} AND user_id = ${user}`.execute(tx));
}
