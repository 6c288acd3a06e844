import { sql } from 'kysely';
import type { CivilDate, TenantId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import type { LearnerId, OrganisationId } from '../../model/open/count/learning-ids.ts';

/** Where a learner asked to be reminded. */
export interface KeptReminder {
  readonly learner: LearnerId;
  readonly organisation: OrganisationId;
  readonly sealed: string;
  readonly language: 'en' | 'nl';
  readonly askedOn: CivilDate;
  readonly sentOn: CivilDate | null;
  readonly agreedOn: CivilDate | null;
}

/** A course of a learner: by when it is to be done first, and when it was done. */
export interface RemindedCourse {
  readonly course: string;
  /** Null where nobody asked for it. */
  readonly dueOn: CivilDate | null;
  readonly done: readonly { readonly on: CivilDate; readonly version: string }[];
}

const columns = sql`r.learner, l.organisation, r.sealed, r.language, r.asked_on AS "askedOn", r.sent_on AS "sentOn",
  r.agreed_on AS "agreedOn"`;
const joined = sql`learning.reminder r JOIN learning.learner l ON l.tenant = r.tenant AND l.id = r.learner`;

/** Keeps where somebody asked to be reminded, in the place of any other address of theirs. */
export async function saveReminder(
  tx: Tx,
  tenant: TenantId,
  asked: Pick<KeptReminder, 'learner' | 'sealed' | 'language' | 'askedOn'> & { readonly hash: string },
): Promise<void> {
  const { learner, sealed, hash, language, askedOn } = asked;
  await deleteReminder(tx, tenant, learner);
  await sql`INSERT INTO learning.reminder (tenant, learner, sealed, hash, language, asked_on)
    VALUES (${tenant}, ${learner}, ${sealed}, ${hash}, ${language}, ${askedOn})`.execute(tx);
}

export async function findReminder(tx: Tx, tenant: TenantId, learner: LearnerId): Promise<KeptReminder | null> {
  const found = await sql<KeptReminder>`SELECT ${columns} FROM ${joined}
    WHERE r.tenant = ${tenant} AND r.learner = ${learner}`.execute(tx);
  return found.rows[0] ?? null;
}

export async function findReminderBySecret(tx: Tx, tenant: TenantId, hash: string): Promise<KeptReminder | null> {
  const found = await sql<KeptReminder>`SELECT ${columns} FROM ${joined}
    WHERE r.tenant = ${tenant} AND r.hash = ${hash}`.execute(tx);
  return found.rows[0] ?? null;
}

export async function listReminders(tx: Tx, tenant: TenantId): Promise<readonly KeptReminder[]> {
  const found = await sql<KeptReminder>`SELECT ${columns} FROM ${joined}
    WHERE r.tenant = ${tenant} ORDER BY r.learner`.execute(tx);
  return found.rows;
}

/** Says that the first letter was taken, or that somebody agreed. */
export async function noteReminder(
  tx: Tx,
  tenant: TenantId,
  learner: LearnerId,
  what: 'sent_on' | 'agreed_on',
  on: CivilDate,
): Promise<void> {
  await sql`UPDATE learning.reminder SET ${sql.ref(what)} = ${on}
    WHERE tenant = ${tenant} AND learner = ${learner}`.execute(tx);
}

/** Forgets an address, and of what was reminded there. */
export async function deleteReminder(tx: Tx, tenant: TenantId, learner: LearnerId): Promise<void> {
  await sql`DELETE FROM learning.reminder WHERE tenant = ${tenant} AND learner = ${learner}`.execute(tx);
}

/** Takes a step as told; false where it was before. */
export async function claimStep(
  tx: Tx,
  tenant: TenantId,
  learner: LearnerId,
  { course, by, step }: { readonly course: string; readonly by: CivilDate; readonly step: number },
): Promise<boolean> {
  const done = await sql`INSERT INTO learning.reminded (tenant, learner, course, by_on, step)
    VALUES (${tenant}, ${learner}, ${course}, ${by}, ${step}) ON CONFLICT DO NOTHING`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}

/** Gives a step back that could not be told. */
export async function releaseStep(
  tx: Tx,
  tenant: TenantId,
  learner: LearnerId,
  { course, by, step }: { readonly course: string; readonly by: CivilDate; readonly step: number },
): Promise<void> {
  await sql`DELETE FROM learning.reminded WHERE tenant = ${tenant} AND learner = ${learner}
    AND course = ${course} AND by_on = ${by} AND step = ${step}`.execute(tx);
}

/** What a learner did or was invited to, by course. */
export async function listRemindedCourses(
  tx: Tx,
  tenant: TenantId,
  learner: LearnerId,
): Promise<readonly RemindedCourse[]> {
  const found = await sql<RemindedCourse>`
    WITH courses AS (
      SELECT course FROM learning.completion WHERE tenant = ${tenant} AND learner = ${learner}
      UNION SELECT i.course FROM learning.invitee p
        JOIN learning.invitation i ON i.tenant = p.tenant AND i.id = p.invitation
        WHERE p.tenant = ${tenant} AND p.learner = ${learner})
    SELECT w.course,
      (SELECT max(i.due_on) FROM learning.invitee p
        JOIN learning.invitation i ON i.tenant = p.tenant AND i.id = p.invitation
        WHERE p.tenant = ${tenant} AND p.learner = ${learner} AND i.course = w.course) AS "dueOn",
      coalesce((SELECT json_agg(json_build_object('on', c.done_on, 'version', c.version) ORDER BY c.done_on, c.attempt)
        FROM learning.completion c
        WHERE c.tenant = ${tenant} AND c.learner = ${learner} AND c.course = w.course), '[]'::json) AS done
    FROM courses w ORDER BY w.course`.execute(tx);
  return found.rows;
}
