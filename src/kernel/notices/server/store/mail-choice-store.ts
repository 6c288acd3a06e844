import { sql } from 'kysely';
import type { CivilDate, TenantId, UserId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import type { MailState } from '../../model/due-mail.ts';
import { asKeeper } from './as-keeper.ts';

/** Whether, where and when somebody wants mail. */
export interface MailChoice {
  /** The address, sealed under the server's secret for this person. */
  readonly sealed: string;
  readonly state: 'waiting' | 'on';
  readonly hour: number;
  readonly language: 'en' | 'nl';
  readonly codeHash: string | null;
  readonly codeUntil: Date | null;
  readonly codeTries: number;
  readonly problem: string | null;
}

/** A choice with what decides whether a mail is due. */
export interface MailableChoice extends MailState {
  readonly user: UserId;
  readonly sealed: string;
  readonly language: 'en' | 'nl';
}

const columns = sql`sealed, state, hour, language, code_hash AS "codeHash", code_until AS "codeUntil",
  code_tries AS "codeTries", problem`;

/** A person's own choice; null when they want no mail. */
export async function findMailChoice(tx: Tx, tenant: TenantId, user: UserId): Promise<MailChoice | null> {
  const found = await sql<MailChoice>`SELECT ${columns} FROM notices.mail_choice
    WHERE tenant = ${tenant} AND user_id = ${user}`.execute(tx);
  return found.rows[0] ?? null;
}

/** The choice of a person, held for the change that may follow; null when they want no mail. */
export async function lockMailChoice(tx: Tx, tenant: TenantId, user: UserId): Promise<MailChoice | null> {
  const found = await asKeeper(tx, () =>
    sql<MailChoice>`SELECT ${columns} FROM notices.mail_choice
      WHERE tenant = ${tenant} AND user_id = ${user} FOR UPDATE`.execute(tx),
  );
  return found.rows[0] ?? null;
}

/** Writes a new address, not yet confirmed, in the place of any other; of when it was asked for, the hour is kept. */
export async function putAskedChoice(
  tx: Tx,
  tenant: TenantId,
  user: UserId,
  { sealed, hour, language }: Pick<MailChoice, 'sealed' | 'hour' | 'language'>,
  now: Date,
): Promise<void> {
  const asked = new Date(Math.floor(now.getTime() / 3_600_000) * 3_600_000);
  await deleteMailChoice(tx, tenant, user);
  await sql`INSERT INTO notices.mail_choice (tenant, user_id, sealed, state, hour, language, asked)
    VALUES (${tenant}, ${user}, ${sealed}, 'waiting', ${hour}, ${language}, ${asked})`.execute(tx);
}

export async function saveHour(
  tx: Tx,
  tenant: TenantId,
  user: UserId,
  { hour, language }: Pick<MailChoice, 'hour' | 'language'>,
): Promise<void> {
  await sql`UPDATE notices.mail_choice SET hour = ${hour}, language = ${language}
    WHERE tenant = ${tenant} AND user_id = ${user}`.execute(tx);
}

/** A fresh code, of which only the hash is kept. */
export async function saveCode(
  tx: Tx,
  tenant: TenantId,
  user: UserId,
  { hash, until }: { readonly hash: string; readonly until: Date },
): Promise<void> {
  await asKeeper(tx, () =>
    sql`UPDATE notices.mail_choice SET code_hash = ${hash}, code_until = ${until}, code_tries = 0
      WHERE tenant = ${tenant} AND user_id = ${user} AND state = 'waiting'`.execute(tx),
  );
}

export async function countCodeTry(tx: Tx, tenant: TenantId, user: UserId): Promise<void> {
  await sql`UPDATE notices.mail_choice SET code_tries = code_tries + 1
    WHERE tenant = ${tenant} AND user_id = ${user}`.execute(tx);
}

/** Switches mail on; `digestOn` is a day whose mail is not needed any more. */
export async function confirmChoice(tx: Tx, tenant: TenantId, user: UserId, digestOn: CivilDate | null): Promise<void> {
  await sql`UPDATE notices.mail_choice SET state = 'on', code_hash = NULL, code_until = NULL, code_tries = 0,
      problem = NULL, digest_on = ${digestOn}
    WHERE tenant = ${tenant} AND user_id = ${user}`.execute(tx);
}

/** Deletes address and choice at once. */
export async function deleteMailChoice(tx: Tx, tenant: TenantId, user: UserId): Promise<void> {
  await asKeeper(tx, () =>
    sql`DELETE FROM notices.mail_choice WHERE tenant = ${tenant} AND user_id = ${user}`.execute(tx),
  );
}

/** Everybody with a confirmed address, with how much waits for them. */
export async function listMailable(tx: Tx, tenant: TenantId): Promise<readonly MailableChoice[]> {
  const found = await asKeeper(tx, () =>
    sql<MailableChoice>`SELECT c.user_id AS "user", c.sealed, c.language, c.hour, c.digest_on AS "digestOn",
        c.urgent_on AS "urgentOn", c.urgent_count AS "urgentCount",
        count(n.id) AS waiting, count(n.id) FILTER (WHERE n.urgent) AS "urgentWaiting"
      FROM notices.mail_choice c
      LEFT JOIN notices.notice n ON n.tenant = c.tenant AND n.user_id = c.user_id AND NOT n.seen AND NOT n.mailed
      WHERE c.tenant = ${tenant} AND c.state = 'on' GROUP BY c.tenant, c.user_id ORDER BY c.user_id`.execute(tx),
  );
  return found.rows;
}

/** Notes that a day's mail is done, or one more urgent one. */
export async function noteMail(
  tx: Tx,
  tenant: TenantId,
  user: UserId,
  done: { readonly digestOn: CivilDate } | { readonly urgentOn: CivilDate; readonly urgentCount: number },
): Promise<void> {
  const change =
    'digestOn' in done
      ? sql`digest_on = ${done.digestOn}`
      : sql`urgent_on = ${done.urgentOn}, urgent_count = ${done.urgentCount}`;
  await asKeeper(tx, () =>
    sql`UPDATE notices.mail_choice SET ${change} WHERE tenant = ${tenant} AND user_id = ${user}`.execute(tx),
  );
}

/** Keeps the code of why the last mail did not leave; null when it did. */
export async function noteProblem(tx: Tx, tenant: TenantId, user: UserId, problem: string | null): Promise<void> {
  await asKeeper(tx, () =>
    sql`UPDATE notices.mail_choice SET problem = ${problem}
      WHERE tenant = ${tenant} AND user_id = ${user} AND problem IS DISTINCT FROM ${problem}`.execute(tx),
  );
}

/** Everybody who gave an address, proven or not. */
export async function listChoosers(tx: Tx, tenant: TenantId): Promise<readonly UserId[]> {
  const found = await asKeeper(tx, () =>
    sql<{ user: UserId }>`SELECT user_id AS "user" FROM notices.mail_choice WHERE tenant = ${tenant}`.execute(tx),
  );
  return found.rows.map(({ user }) => user);
}

/** Deletes addresses that were asked for before an instant and that nobody proved, unless their code is still good. */
export async function deleteUnproven(
  tx: Tx,
  tenant: TenantId,
  { askedBefore, now }: { readonly askedBefore: Date; readonly now: Date },
): Promise<void> {
  await asKeeper(tx, () =>
    sql`DELETE FROM notices.mail_choice
      WHERE tenant = ${tenant} AND state = 'waiting' AND asked < ${askedBefore}
        AND (code_until IS NULL OR code_until < ${now})`.execute(tx),
  );
}
