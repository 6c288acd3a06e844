import { sql } from 'kysely';
import type { CivilDate, TenantId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import type { OrganisationId } from '../../model/open/count/learning-ids.ts';

/** An organisation for which people learn. */
export interface Organisation {
  readonly id: OrganisationId;
  readonly name: string;
  /** Ours, whose figures are shown as they are. */
  readonly own: boolean;
  /** When its code was drawn; null while it has none. */
  readonly codeDrawnOn: CivilDate | null;
}

/** What an organisation filled in, in one language. */
export interface SlotValue {
  readonly slot: string;
  readonly language: string;
  readonly words: string;
  readonly checkedOn: CivilDate;
}

const columns = sql`o.id, o.name, o.own, c.drawn_on AS "codeDrawnOn"`;
const joined = sql`learning.organisation o
  LEFT JOIN learning.join_code c ON c.tenant = o.tenant AND c.organisation = o.id`;

/** Adds one; false when its id or name is taken, or there is an own one already. */
export async function insertOrganisation(
  tx: Tx,
  tenant: TenantId,
  { id, name, own }: Omit<Organisation, 'codeDrawnOn'>,
): Promise<boolean> {
  const done = await sql`INSERT INTO learning.organisation (tenant, id, name, own)
    VALUES (${tenant}, ${id}, ${name}, ${own}) ON CONFLICT DO NOTHING`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}

export async function listOrganisations(tx: Tx, tenant: TenantId): Promise<readonly Organisation[]> {
  const found = await sql<Organisation>`SELECT ${columns} FROM ${joined}
    WHERE o.tenant = ${tenant} ORDER BY o.own DESC, o.name LIMIT 500`.execute(tx);
  return found.rows;
}

export async function findOrganisation(tx: Tx, tenant: TenantId, id: OrganisationId): Promise<Organisation | null> {
  const found = await sql<Organisation>`SELECT ${columns} FROM ${joined}
    WHERE o.tenant = ${tenant} AND o.id = ${id}`.execute(tx);
  return found.rows[0] ?? null;
}

export async function findOrganisationByCode(tx: Tx, tenant: TenantId, hash: string): Promise<Organisation | null> {
  const found = await sql<Organisation>`SELECT ${columns} FROM ${joined}
    WHERE o.tenant = ${tenant} AND c.hash = ${hash}`.execute(tx);
  return found.rows[0] ?? null;
}

/** Gives an organisation a code; the one before ends. */
export async function saveJoinCode(
  tx: Tx,
  tenant: TenantId,
  { organisation, hash, on }: { readonly organisation: OrganisationId; readonly hash: string; readonly on: CivilDate },
): Promise<void> {
  await sql`INSERT INTO learning.join_code (tenant, organisation, hash, drawn_on)
    VALUES (${tenant}, ${organisation}, ${hash}, ${on})
    ON CONFLICT (tenant, organisation) DO UPDATE SET hash = EXCLUDED.hash, drawn_on = EXCLUDED.drawn_on`.execute(tx);
}

/** Fills a slot of a course in a language; with no words it is empty again. */
export async function saveSlotValue(
  tx: Tx,
  tenant: TenantId,
  organisation: OrganisationId,
  { course, slot, language, words, checkedOn }: SlotValue & { readonly course: string },
): Promise<void> {
  if (words === '') {
    await sql`DELETE FROM learning.slot_value WHERE tenant = ${tenant} AND organisation = ${organisation}
      AND course = ${course} AND slot = ${slot} AND language = ${language}`.execute(tx);
    return;
  }
  await sql`INSERT INTO learning.slot_value (tenant, organisation, course, slot, language, words, checked_on)
    VALUES (${tenant}, ${organisation}, ${course}, ${slot}, ${language}, ${words}, ${checkedOn})
    ON CONFLICT (tenant, organisation, course, slot, language)
    DO UPDATE SET words = EXCLUDED.words, checked_on = EXCLUDED.checked_on`.execute(tx);
}

/** What organisations filled in; of one of them, or of all. */
export async function listSlotValues(
  tx: Tx,
  tenant: TenantId,
  organisation: OrganisationId | null,
): Promise<readonly (SlotValue & { readonly organisation: OrganisationId; readonly course: string })[]> {
  const found = await sql<SlotValue & { organisation: OrganisationId; course: string }>`
    SELECT organisation, course, slot, language, words, checked_on AS "checkedOn" FROM learning.slot_value
    WHERE tenant = ${tenant} AND (${organisation}::uuid IS NULL OR organisation = ${organisation})
    ORDER BY organisation, course, slot, language LIMIT 20000`.execute(tx);
  return found.rows;
}
