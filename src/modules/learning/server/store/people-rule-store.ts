import { sql } from 'kysely';
import type { TenantId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import type { OrganisationId } from '../../model/open/count/learning-ids.ts';
import type { PeopleRule } from '../../model/open/people/listed-standing.ts';

/** What an organisation said about a course. */
export type CourseRule = PeopleRule & { readonly course: string };

export async function savePeopleRule(
  tx: Tx,
  tenant: TenantId,
  organisation: OrganisationId,
  { course, months, days }: CourseRule,
): Promise<void> {
  await sql`INSERT INTO learning.people_rule (tenant, organisation, course, months, days)
    VALUES (${tenant}, ${organisation}, ${course}, ${months}, ${days})
    ON CONFLICT (tenant, organisation, course)
    DO UPDATE SET months = EXCLUDED.months, days = EXCLUDED.days`.execute(tx);
}

export async function listPeopleRules(
  tx: Tx,
  tenant: TenantId,
  organisation: OrganisationId,
): Promise<readonly CourseRule[]> {
  const found = await sql<CourseRule>`SELECT course, months, days FROM learning.people_rule
    WHERE tenant = ${tenant} AND organisation = ${organisation} ORDER BY course`.execute(tx);
  return found.rows;
}
