import pg from 'pg';
import type { DatabaseAddress } from '#platform/server/db';

/** Adds invented open rows of cases, spread over dates and over 500 people, until there are so many. */
export async function fillCases(owner: DatabaseAddress, tenant: string, user: string, until: number): Promise<void> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    const known = await client.query<{ count: number }>('SELECT count(*)::int AS count FROM casework."case"');
    const from = known.rows[0]?.count ?? 0;
    await client.query(
      `INSERT INTO casework."case" (tenant, id, branch, code_name, state, state_dates, phase, keep_until, next_date, version, head)
       SELECT $1, gen_random_uuid(), $1, 'Bench ' || n, 'active',
         jsonb_build_object('name', 'active', 'on', '2026-01-05', 'lead', NULL),
         (ARRAY['start','reflection','awaiting','permit','extension'])[1 + n % 5], '2028-01-01',
         DATE '2026-11-01' + (n % 200), 1, repeat('h', 43)
       FROM generate_series($2::int, $3::int - 1) AS n`,
      [tenant, from, until],
    );
    await client.query(
      `INSERT INTO casework.member (tenant, user_id, space, relation, next_date)
       SELECT tenant, CASE WHEN abs(hashtext(id::text)) % 500 < 1 THEN $2::uuid ELSE md5((abs(hashtext(id::text)) % 500)::text)::uuid END,
         id, 'lead', next_date FROM casework."case" WHERE tenant = $1
       ON CONFLICT DO NOTHING`,
      [tenant, user],
    );
    await client.query(
      `INSERT INTO casework.due (tenant, id, "case", type, date, whose, weight)
       SELECT tenant, gen_random_uuid(), id, 'permit', next_date, 'person', 'hard' FROM casework."case" c
       WHERE NOT EXISTS (SELECT 1 FROM casework.due d WHERE d.tenant = c.tenant AND d."case" = c.id)`,
    );
    await client.query('ANALYZE');
  } finally {
    await client.end();
  }
}
