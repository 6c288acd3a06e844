import { sql } from 'kysely';
import type { CivilDate, TenantId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import type { InvitationId } from '../../model/open/people/invitation-id.ts';

/** A letter with the link of an invitation, still to be sent. */
export interface InvitationLetter {
  readonly invitation: InvitationId;
  readonly sealed: string;
  readonly language: 'en' | 'nl';
}

/** Keeps where letters go until they are sent. */
export async function insertInvitationLetters(
  tx: Tx,
  tenant: TenantId,
  letters: readonly InvitationLetter[],
): Promise<void> {
  await sql`INSERT INTO learning.invitation_mail (tenant, invitation, sealed, language)
    SELECT ${tenant}::uuid, r.invitation, r.sealed, r.language
    FROM jsonb_to_recordset(${JSON.stringify(letters)}::jsonb) AS r (invitation uuid, sealed text, language text)`.execute(
    tx,
  );
}

/** Letters that wait, of invitations that can still be opened. */
export async function listInvitationLetters(
  tx: Tx,
  tenant: TenantId,
  on: CivilDate,
): Promise<readonly InvitationLetter[]> {
  const found = await sql<InvitationLetter>`SELECT m.invitation, m.sealed, m.language FROM learning.invitation_mail m
    JOIN learning.invitation i ON i.tenant = m.tenant AND i.id = m.invitation
    WHERE m.tenant = ${tenant} AND m.problem IS DISTINCT FROM 'AddressRefused' AND i.used_on IS NULL AND i.until >= ${on}
    ORDER BY m.invitation LIMIT 500`.execute(tx);
  return found.rows;
}

/** Forgets where a letter went, or where it will never go. */
export async function deleteInvitationLetter(tx: Tx, tenant: TenantId, id: InvitationId): Promise<void> {
  await sql`DELETE FROM learning.invitation_mail WHERE tenant = ${tenant} AND invitation = ${id}`.execute(tx);
}

/** Keeps why a letter did not leave, and no more where it will never go. */
export async function noteLetterProblem(tx: Tx, tenant: TenantId, id: InvitationId, problem: string): Promise<void> {
  // What refuses once is not asked again: the address itself is not needed any more.
  const sealed = problem === 'AddressRefused' ? sql`''` : sql`sealed`;
  await sql`UPDATE learning.invitation_mail SET problem = ${problem}, sealed = ${sealed}
    WHERE tenant = ${tenant} AND invitation = ${id}`.execute(tx);
}

/** Forgets where letters of invitations were to go that nobody can open any more. */
export async function deleteUnneededLetters(tx: Tx, tenant: TenantId, today: CivilDate): Promise<void> {
  await sql`DELETE FROM learning.invitation_mail m USING learning.invitation i
    WHERE m.tenant = ${tenant} AND i.tenant = m.tenant AND i.id = m.invitation
      AND (i.until < ${today} OR i.used_on IS NOT NULL)`.execute(tx);
}
