import { sql } from 'kysely';
import type { TenantId, UserId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import type { RoleGrant } from '../../model/role-grant.ts';

/** An invitation as stored; whether it has expired follows from the clock. */
export interface InvitationRow {
  readonly id: string;
  readonly inviter: UserId;
  readonly roles: readonly RoleGrant[];
  readonly rootProof: string;
  readonly state: 'open' | 'answered' | 'confirmed' | 'void';
  readonly tries: number;
  readonly expires: Date;
  readonly invitee: UserId | null;
  readonly proof: string | null;
}

const columns = sql`id, inviter, roles, root_proof AS "rootProof", state, tries, expires, invitee, proof`;

/** Adds an invitation; false when the id is taken. */
export async function insertInvitation(
  tx: Tx,
  tenant: TenantId,
  { id, inviter, roles, rootProof, expires }: Pick<InvitationRow, 'id' | 'inviter' | 'roles' | 'rootProof' | 'expires'>,
): Promise<boolean> {
  const done = await sql`INSERT INTO accounts.invitation (tenant, id, inviter, roles, root_proof, state, expires)
    VALUES (${tenant}, ${id}, ${inviter}, ${JSON.stringify(roles)}::jsonb, ${rootProof}, 'open', ${expires})
    ON CONFLICT DO NOTHING`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}

/** Reads an invitation and holds it until the transaction ends, so that it is used once. */
export async function lockInvitation(tx: Tx, tenant: TenantId, id: string): Promise<InvitationRow | null> {
  const found = await sql<InvitationRow>`SELECT ${columns} FROM accounts.invitation
    WHERE tenant = ${tenant} AND id = ${id} FOR UPDATE`.execute(tx);
  return found.rows[0] ?? null;
}

export async function listInvitations(tx: Tx, tenant: TenantId): Promise<readonly InvitationRow[]> {
  const found = await sql<InvitationRow>`SELECT ${columns} FROM accounts.invitation
    WHERE tenant = ${tenant} ORDER BY expires DESC, id LIMIT 500`.execute(tx);
  return found.rows;
}

export async function updateInvitation(
  tx: Tx,
  tenant: TenantId,
  { id, state, tries, invitee, proof }: Pick<InvitationRow, 'id' | 'state' | 'tries' | 'invitee' | 'proof'>,
): Promise<void> {
  await sql`UPDATE accounts.invitation SET state = ${state}, tries = ${tries}, invitee = ${invitee}, proof = ${proof}
    WHERE tenant = ${tenant} AND id = ${id}`.execute(tx);
}

/** Deletes invitations that ended before an instant and gives them back. */
export async function takeOutInvitations(
  tx: Tx,
  tenant: TenantId,
  before: Date,
): Promise<readonly Pick<InvitationRow, 'state' | 'invitee'>[]> {
  const gone = await sql<Pick<InvitationRow, 'state' | 'invitee'>>`DELETE FROM accounts.invitation
    WHERE tenant = ${tenant} AND expires < ${before} RETURNING state, invitee`.execute(tx);
  return gone.rows;
}
