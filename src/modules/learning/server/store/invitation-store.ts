import { sql } from 'kysely';
import type { CivilDate, TenantId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import type { LearnerId, OrganisationId } from '../../model/open/count/learning-ids.ts';
import type { InvitationId } from '../../model/open/people/invitation-id.ts';

/** What is true of invitations that are made at once. */
interface Made {
  readonly organisation: OrganisationId;
  readonly course: string;
  readonly madeOn: CivilDate;
  readonly until: CivilDate;
  readonly dueOn: CivilDate;
}

/** An invitation, as whoever has its link reaches it. */
export interface KeptInvitation {
  readonly id: InvitationId;
  readonly organisation: OrganisationId;
  readonly course: string;
  readonly until: CivilDate;
  readonly usedOn: CivilDate | null;
  readonly withdrawnOn: CivilDate | null;
  /** Null once the label is forgotten. */
  readonly label: string | null;
  readonly learner: LearnerId | null;
}

/** Somebody on the list of an organisation. */
export interface KeptInvitee {
  readonly id: InvitationId;
  readonly label: string;
  readonly course: string;
  readonly until: CivilDate;
  readonly dueOn: CivilDate;
  readonly opened: boolean;
  readonly letter: 'none' | 'waiting' | 'refused';
  /** What counts for them, by the day it was done. */
  readonly done: readonly { readonly on: CivilDate; readonly version: string }[];
}

/** Makes invitations, all or none: null where a label of them is in use, or an id is taken. */
export async function insertInvitations(
  tx: Tx,
  tenant: TenantId,
  { organisation, course, madeOn, until, dueOn }: Made,
  people: readonly { readonly id: InvitationId; readonly label: string; readonly hash: string }[],
): Promise<boolean> {
  const rows = JSON.stringify(people);
  const given = sql`jsonb_to_recordset(${rows}::jsonb) AS r (id uuid, label text, hash text)`;
  const made = await sql`INSERT INTO learning.invitation
      (tenant, id, organisation, course, hash, made_on, until, due_on)
    SELECT ${tenant}::uuid, r.id, ${organisation}::uuid, ${course}, r.hash, ${madeOn}::date, ${until}::date, ${dueOn}::date
    FROM ${given} ON CONFLICT DO NOTHING`.execute(tx);
  if (Number(made.numAffectedRows ?? 0) !== people.length) return false;
  const listed = await sql`INSERT INTO learning.invitee (tenant, invitation, organisation, label)
    SELECT ${tenant}::uuid, r.id, ${organisation}::uuid, r.label FROM ${given} ON CONFLICT DO NOTHING`.execute(tx);
  return Number(listed.numAffectedRows ?? 0) === people.length;
}

/** The invitation with a secret, held until the transaction ends, so that it is opened once; null where there is none. */
export async function holdInvitation(tx: Tx, tenant: TenantId, hash: string): Promise<KeptInvitation | null> {
  // Held first and read afterwards: whoever waited reads what the one before wrote.
  await sql`SELECT FROM learning.invitation WHERE tenant = ${tenant} AND hash = ${hash} FOR UPDATE`.execute(tx);
  const found = await sql<KeptInvitation>`SELECT i.id, i.organisation, i.course, i.until, i.used_on AS "usedOn",
      i.withdrawn_on AS "withdrawnOn", p.label, p.learner
    FROM learning.invitation i LEFT JOIN learning.invitee p ON p.tenant = i.tenant AND p.invitation = i.id
    WHERE i.tenant = ${tenant} AND i.hash = ${hash}`.execute(tx);
  return found.rows[0] ?? null;
}

/** Binds a learner to an invitation that is held. */
export async function useInvitation(
  tx: Tx,
  tenant: TenantId,
  id: InvitationId,
  { learner, on }: { readonly learner: LearnerId; readonly on: CivilDate },
): Promise<void> {
  await sql`UPDATE learning.invitation SET used_on = ${on} WHERE tenant = ${tenant} AND id = ${id}`.execute(tx);
  await sql`UPDATE learning.invitee SET learner = ${learner} WHERE tenant = ${tenant} AND invitation = ${id}`.execute(
    tx,
  );
}

/** The label under which a learner stands on the list of their organisation; null where they stand on none. */
export async function findLabel(tx: Tx, tenant: TenantId, learner: LearnerId): Promise<string | null> {
  const found = await sql<{ label: string }>`SELECT label FROM learning.invitee
    WHERE tenant = ${tenant} AND learner = ${learner}`.execute(tx);
  return found.rows[0]?.label ?? null;
}

/** The label of somebody on the list of an organisation; null where they are not on it. */
export async function findInviteeLabel(
  tx: Tx,
  tenant: TenantId,
  organisation: OrganisationId,
  id: InvitationId,
): Promise<string | null> {
  const found = await sql<{ label: string }>`SELECT label FROM learning.invitee
    WHERE tenant = ${tenant} AND organisation = ${organisation} AND invitation = ${id}`.execute(tx);
  return found.rows[0]?.label ?? null;
}

/**
 * People on the list of an organisation, in the order of their ids, which nobody's leaving changes: those after one, or the first ones. At most
 * `limit`.
 */
export async function listInvitees(
  tx: Tx,
  tenant: TenantId,
  organisation: OrganisationId,
  { after, limit }: { readonly after: InvitationId | null; readonly limit: number },
): Promise<readonly KeptInvitee[]> {
  const found = await sql<KeptInvitee>`SELECT i.id, p.label, i.course, i.until, i.due_on AS "dueOn",
      i.used_on IS NOT NULL AS opened,
      CASE WHEN m.invitation IS NULL THEN 'none' WHEN m.problem = 'AddressRefused' THEN 'refused' ELSE 'waiting' END AS letter,
      coalesce((SELECT json_agg(json_build_object('on', c.done_on, 'version', c.version) ORDER BY c.done_on, c.attempt)
        FROM learning.completion c
        WHERE c.tenant = p.tenant AND c.learner = p.learner AND c.course = i.course), '[]'::json) AS done
    FROM learning.invitee p
    JOIN learning.invitation i ON i.tenant = p.tenant AND i.id = p.invitation
    LEFT JOIN learning.invitation_mail m ON m.tenant = p.tenant AND m.invitation = p.invitation
    WHERE p.tenant = ${tenant} AND p.organisation = ${organisation}
      AND (${after}::uuid IS NULL OR p.invitation > ${after}::uuid)
    ORDER BY p.invitation LIMIT ${limit}`.execute(tx);
  return found.rows;
}

/** Gives an invitation that nobody opened another link; false where it is not there, or was opened. */
export async function renewInvitation(
  tx: Tx,
  tenant: TenantId,
  organisation: OrganisationId,
  { id, hash, until }: { readonly id: InvitationId; readonly hash: string; readonly until: CivilDate },
): Promise<boolean> {
  const done = await sql`UPDATE learning.invitation SET hash = ${hash}, until = ${until}
    WHERE tenant = ${tenant} AND organisation = ${organisation} AND id = ${id}
      AND used_on IS NULL AND withdrawn_on IS NULL`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}

/** Takes people off the list of an organisation: labels and letters go, what was counted stays. How many there were. */
export async function withdrawInvitations(
  tx: Tx,
  tenant: TenantId,
  organisation: OrganisationId,
  { ids, on }: { readonly ids: readonly InvitationId[]; readonly on: CivilDate },
): Promise<number> {
  const done = await sql`UPDATE learning.invitation SET withdrawn_on = ${on}
    WHERE tenant = ${tenant} AND organisation = ${organisation} AND id = ANY (${[...ids]}::uuid[])
      AND withdrawn_on IS NULL`.execute(tx);
  await sql`DELETE FROM learning.invitee WHERE tenant = ${tenant} AND organisation = ${organisation}
    AND invitation = ANY (${[...ids]}::uuid[])`.execute(tx);
  return Number(done.numAffectedRows ?? 0);
}

/** Forgets labels: of links that ended unopened before a day, and of people who have done nothing that counts since another. */
export async function deleteOldInvitees(
  tx: Tx,
  tenant: TenantId,
  { unopenedBefore, doneBefore }: { readonly unopenedBefore: CivilDate; readonly doneBefore: CivilDate },
): Promise<void> {
  await sql`DELETE FROM learning.invitee p USING learning.invitation i
    WHERE p.tenant = ${tenant} AND i.tenant = p.tenant AND i.id = p.invitation
      AND CASE WHEN i.used_on IS NULL THEN i.until < ${unopenedBefore}
        ELSE i.used_on < ${doneBefore} AND NOT EXISTS (SELECT FROM learning.completion c
          WHERE c.tenant = p.tenant AND c.learner = p.learner AND c.done_on >= ${doneBefore}) END`.execute(tx);
}
