import { sql } from 'kysely';
import type { CivilDate, TenantId, UserId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import type { GatheringId, SeatId } from '#kernel/gatherings';
import type { OrganisationId } from '../../model/open/count/learning-ids.ts';
import type { ProofId, TrainingPartId } from '../../model/open/standing/training-ids.ts';
import type { WorkshopId } from '../../model/open/workshop/workshop-ids.ts';

/** What is offered. */
export interface Workshop {
  readonly id: WorkshopId;
  readonly title: string;
  readonly course: string | null;
  /** The part of a programme that whoever was there has done. */
  readonly part: TrainingPartId | null;
  /** The folder of files that it follows; null where there is none. */
  readonly guide: string | null;
  /** Whether each session must have somebody with a licence. */
  readonly needsLicence: boolean;
}

/** One meeting of it; times and places are those of the gathering with the same id. */
export interface Session {
  readonly id: GatheringId;
  readonly workshop: WorkshopId;
  readonly trainers: readonly UserId[];
}

/** Adds a workshop; false when its title or id is taken, or its part is not there. */
export async function insertWorkshop(tx: Tx, tenant: TenantId, made: Omit<Workshop, 'needsLicence'>): Promise<boolean> {
  const { id, title, course, part, guide } = made;
  const done = await sql`INSERT INTO learning.workshop (tenant, id, title, course, part, guide)
    SELECT ${tenant}::uuid, ${id}::uuid, ${title}, ${course}, ${part}::uuid, ${guide}
    WHERE ${part}::uuid IS NULL OR EXISTS (SELECT FROM learning.part WHERE tenant = ${tenant} AND id = ${part})
    ON CONFLICT DO NOTHING`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}

export async function listWorkshops(tx: Tx, tenant: TenantId): Promise<readonly Workshop[]> {
  const found = await sql<Workshop>`SELECT id, title, course, part, guide, needs_licence AS "needsLicence"
    FROM learning.workshop WHERE tenant = ${tenant} ORDER BY title`.execute(tx);
  return found.rows;
}

/** Says whether sessions of a workshop must have somebody with a licence; false when there is no such workshop. */
export async function saveNeedsLicence(tx: Tx, tenant: TenantId, id: WorkshopId, needed: boolean): Promise<boolean> {
  const done = await sql`UPDATE learning.workshop SET needs_licence = ${needed}
    WHERE tenant = ${tenant} AND id = ${id}`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}

/** Adds a session with its trainers; false when there is no such workshop or its id is taken. */
export async function insertSession(tx: Tx, tenant: TenantId, { id, workshop, trainers }: Session): Promise<boolean> {
  const done = await sql`INSERT INTO learning.session (tenant, id, workshop)
    SELECT tenant, ${id}::uuid, id FROM learning.workshop WHERE tenant = ${tenant} AND id = ${workshop}
    ON CONFLICT DO NOTHING`.execute(tx);
  if (Number(done.numAffectedRows ?? 0) !== 1) return false;
  await sql`INSERT INTO learning.session_trainer (tenant, session, user_id)
    SELECT DISTINCT ${tenant}::uuid, ${id}::uuid, t FROM unnest(${[...trainers]}::uuid[]) t`.execute(tx);
  return true;
}

export async function listSessions(tx: Tx, tenant: TenantId): Promise<readonly Session[]> {
  const found = await sql<Session>`SELECT s.id, s.workshop, coalesce((SELECT array_agg(t.user_id ORDER BY t.user_id)
      FROM learning.session_trainer t WHERE t.tenant = s.tenant AND t.session = s.id), '{}') AS trainers
    FROM learning.session s WHERE s.tenant = ${tenant} ORDER BY s.id`.execute(tx);
  return found.rows;
}

/** A session with what is taught in it. */
export type FoundSession = Session & Omit<Workshop, 'id'>;

/** A session with what is taught in it; null where there is none. */
export async function findSession(tx: Tx, tenant: TenantId, id: GatheringId): Promise<FoundSession | null> {
  const found = await sql<FoundSession>`SELECT s.id, s.workshop, w.title, w.part, w.course, w.guide,
      w.needs_licence AS "needsLicence",
      coalesce((SELECT array_agg(t.user_id) FROM learning.session_trainer t
        WHERE t.tenant = s.tenant AND t.session = s.id), '{}') AS trainers
    FROM learning.session s JOIN learning.workshop w ON w.tenant = s.tenant AND w.id = s.workshop
    WHERE s.tenant = ${tenant} AND s.id = ${id}`.execute(tx);
  return found.rows[0] ?? null;
}

/** Keeps the hash of a code; the one before for the same people ends. */
export async function saveSessionCode(
  tx: Tx,
  tenant: TenantId,
  drawn: SessionCode & { readonly session: GatheringId; readonly hash: string },
): Promise<void> {
  const { session, organisation, hash, drawnOn } = drawn;
  await sql`DELETE FROM learning.session_code WHERE tenant = ${tenant} AND session = ${session}
    AND organisation IS NOT DISTINCT FROM ${organisation}::uuid`.execute(tx);
  await sql`INSERT INTO learning.session_code (tenant, hash, session, organisation, drawn_on)
    VALUES (${tenant}, ${hash}, ${session}, ${organisation}, ${drawnOn})`.execute(tx);
}

/** For whom a link was drawn, and when. */
export interface SessionCode {
  readonly organisation: OrganisationId | null;
  readonly drawnOn: CivilDate;
}

export async function listSessionCodes(
  tx: Tx,
  tenant: TenantId,
  session: GatheringId,
): Promise<readonly SessionCode[]> {
  const found = await sql<SessionCode>`SELECT organisation, drawn_on AS "drawnOn" FROM learning.session_code
    WHERE tenant = ${tenant} AND session = ${session} ORDER BY drawn_on, organisation`.execute(tx);
  return found.rows;
}

/** The session that a code is of, and for whom; null where there is none. */
export async function findSessionByCode(
  tx: Tx,
  tenant: TenantId,
  hash: string,
): Promise<{
  readonly session: GatheringId;
  readonly organisation: OrganisationId | null;
  readonly name: string | null;
} | null> {
  const found = await sql<{
    session: GatheringId;
    organisation: OrganisationId | null;
    name: string | null;
  }>`SELECT c.session, c.organisation, o.name FROM learning.session_code c
    LEFT JOIN learning.organisation o ON o.tenant = c.tenant AND o.id = c.organisation
    WHERE c.tenant = ${tenant} AND c.hash = ${hash}`.execute(tx);
  return found.rows[0] ?? null;
}

/** Keeps which proof somebody's presence has become. */
export async function insertParticipation(tx: Tx, tenant: TenantId, seat: SeatId, proof: ProofId): Promise<void> {
  await sql`INSERT INTO learning.participation (tenant, seat, proof) VALUES (${tenant}, ${seat}, ${proof})`.execute(tx);
}

/** Takes it away again and tells which proof it was; null where there was none. */
export async function takeParticipation(tx: Tx, tenant: TenantId, seat: SeatId): Promise<ProofId | null> {
  const found = await sql<{ proof: ProofId }>`DELETE FROM learning.participation
    WHERE tenant = ${tenant} AND seat = ${seat} RETURNING proof`.execute(tx);
  return found.rows[0]?.proof ?? null;
}
