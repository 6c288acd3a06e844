import { sql } from 'kysely';
import type { CivilDate, TenantId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import type { Equivalent, Programme, Requirement, Retake, Validity } from '../../model/open/standing/requirement.ts';
import type { ProgrammeId, RequirementId, TrainingPartId } from '../../model/open/standing/training-ids.ts';

type PartRow = Omit<Programme['parts'][number], 'equivalents'> & { readonly programme: ProgrammeId };

/** Adds a programme with its parts; false when its name or an id is taken. */
export async function insertProgramme(tx: Tx, tenant: TenantId, made: Programme): Promise<boolean> {
  const done = await sql`INSERT INTO learning.programme (tenant, id, name, needed)
    VALUES (${tenant}, ${made.id}, ${made.name}, ${made.needed}) ON CONFLICT DO NOTHING`.execute(tx);
  if (Number(done.numAffectedRows ?? 0) !== 1) return false;
  const rows = JSON.stringify(made.parts.map(({ id, course, name }, place) => ({ id, course, name, place })));
  const parts = await sql`INSERT INTO learning.part (tenant, id, programme, place, course, name)
    SELECT ${tenant}::uuid, p.id, ${made.id}::uuid, p.place, p.course, p.name
    FROM jsonb_to_recordset(${rows}::jsonb) AS p (id uuid, place integer, course text, name text)
    ON CONFLICT DO NOTHING`.execute(tx);
  return Number(parts.numAffectedRows ?? 0) === made.parts.length;
}

/** Adds another proof that is taken for a part; false when the part is not there or the proof is. */
export async function insertEquivalent(
  tx: Tx,
  tenant: TenantId,
  part: TrainingPartId,
  { id, name, months }: Equivalent,
): Promise<boolean> {
  const done = await sql`INSERT INTO learning.equivalent (tenant, id, part, name, months)
    SELECT ${tenant}::uuid, ${id}::uuid, id, ${name}, ${months}::integer FROM learning.part
    WHERE tenant = ${tenant} AND id = ${part} ON CONFLICT DO NOTHING`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}

/** The course that a part asks for; null where there is no such part. */
export async function findPart(
  tx: Tx,
  tenant: TenantId,
  part: TrainingPartId,
): Promise<{ readonly course: string | null } | null> {
  const found = await sql<{ course: string | null }>`SELECT course FROM learning.part
    WHERE tenant = ${tenant} AND id = ${part}`.execute(tx);
  return found.rows[0] ?? null;
}

/** Every programme with its parts, by name. */
export async function listProgrammes(tx: Tx, tenant: TenantId): Promise<readonly Programme[]> {
  const programmes = await sql<Omit<Programme, 'parts'>>`SELECT id, name, needed FROM learning.programme
    WHERE tenant = ${tenant} ORDER BY name`.execute(tx);
  if (programmes.rows.length === 0) return [];
  const parts = await sql<PartRow>`SELECT id, programme, course, name FROM learning.part
    WHERE tenant = ${tenant} ORDER BY programme, place`.execute(tx);
  const equivalents = await sql<Equivalent & { part: TrainingPartId }>`SELECT id, part, name, months
    FROM learning.equivalent WHERE tenant = ${tenant} ORDER BY name`.execute(tx);
  const partOf = ({ programme: _programme, ...part }: PartRow) => ({
    ...part,
    equivalents: equivalents.rows.filter((one) => one.part === part.id).map(({ part: _part, ...one }) => one),
  });
  return programmes.rows.map((one) => ({
    ...one,
    parts: parts.rows.filter(({ programme }) => programme === one.id).map(partOf),
  }));
}

/** Asks a programme of a role; false when it is asked already, or there is no such programme. */
export async function insertRequirement(
  tx: Tx,
  tenant: TenantId,
  { id, role, programme, from, validity }: Omit<Requirement, 'programme'> & { readonly programme: ProgrammeId },
): Promise<boolean> {
  const done = await sql`INSERT INTO learning.requirement
      (tenant, id, role, programme, from_on, validity, months, ends, renewal_days)
    SELECT ${tenant}::uuid, ${id}::uuid, ${role}, p.id, ${from}::date, ${validity.kind},
      ${validity.kind === 'months' ? validity.months : null}::integer,
      ${validity.kind === 'calendar' ? validity.ends : null}::text,
      ${validity.kind === 'always' ? 0 : validity.renewalDays}::integer
    FROM learning.programme p WHERE p.tenant = ${tenant} AND p.id = ${programme} ON CONFLICT DO NOTHING`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}

/** Asks a requirement no more from a day on; false when there is none that is asked. */
export async function endRequirement(tx: Tx, tenant: TenantId, id: RequirementId, on: CivilDate): Promise<boolean> {
  const done = await sql`UPDATE learning.requirement SET ended_on = ${on}
    WHERE tenant = ${tenant} AND id = ${id} AND ended_on IS NULL`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}

interface RequirementRow extends Omit<Requirement, 'programme' | 'validity'> {
  readonly programme: ProgrammeId;
  readonly validity: Validity['kind'];
  readonly months: number | null;
  readonly ends: string | null;
  readonly renewalDays: number;
}

/** What is asked today or from a later day on, by role; the whole of it, since there are few. */
export async function listRequirements(tx: Tx, tenant: TenantId): Promise<readonly Requirement[]> {
  const found = await sql<RequirementRow>`SELECT id, role, programme, from_on AS "from", validity, months, ends,
      renewal_days AS "renewalDays"
    FROM learning.requirement WHERE tenant = ${tenant} AND ended_on IS NULL ORDER BY role, from_on, id`.execute(tx);
  // Most often nothing is asked, or the programmes are known after one more question.
  if (found.rows.length === 0) return [];
  const programmes = new Map((await listProgrammes(tx, tenant)).map((one) => [one.id, one]));
  return found.rows.flatMap(({ months, ends, renewalDays, ...row }) => {
    const programme = programmes.get(row.programme);
    return programme === undefined
      ? []
      : { ...row, programme, validity: validityOf(row.validity, months, ends, renewalDays) };
  });
}

function validityOf(kind: Validity['kind'], months: number | null, ends: string | null, renewalDays: number): Validity {
  if (kind === 'months' && months !== null) return { kind, months, renewalDays };
  if (kind === 'calendar' && ends !== null) return { kind, ends, renewalDays };
  return { kind: 'always' };
}

/** Says from which major version on a course must be taken again; a later word about the same version takes its place not. */
export async function insertRetake(tx: Tx, tenant: TenantId, { course, below, endsOn }: Retake): Promise<boolean> {
  const done = await sql`INSERT INTO learning.retake (tenant, course, below, ends_on)
    VALUES (${tenant}, ${course}, ${below}, ${endsOn}) ON CONFLICT DO NOTHING`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}

export async function listRetakes(tx: Tx, tenant: TenantId): Promise<readonly Retake[]> {
  const found = await sql<Retake>`SELECT course, below, ends_on AS "endsOn" FROM learning.retake
    WHERE tenant = ${tenant} ORDER BY course, below`.execute(tx);
  return found.rows;
}
