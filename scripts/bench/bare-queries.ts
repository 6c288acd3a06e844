import type { Pool, PoolClient } from 'pg';

/** What the least server answers, by the first part of the path: the same rows, no rules at all. */
export type BareQuery = (pool: Pool, parts: readonly string[], body: string) => Promise<unknown>;

async function rows(client: Pool | PoolClient, name: string, text: string, values: readonly unknown[]) {
  return (await client.query({ name, text, values: [...values] })).rows as unknown[];
}

/** A case with its operations, records, open row and the reader's key. */
const space: BareQuery = async (pool, [tenant, id, user]) => {
  const [operations, records, wraps, open, due] = await Promise.all([
    rows(pool, 'o', 'SELECT jws FROM spaces.operation WHERE tenant = $1 AND space = $2 ORDER BY seq', [tenant, id]),
    rows(
      pool,
      'r',
      `SELECT id, version, type, seq, envelope FROM spaces.record
       WHERE tenant = $1 AND space = $2 AND current ORDER BY seq`,
      [tenant, id],
    ),
    rows(pool, 'w', 'SELECT epoch, wrap FROM keys.wrap WHERE tenant = $1 AND recipient = $2 AND space = $3', [
      tenant,
      user,
      id,
    ]),
    rows(pool, 'c', 'SELECT * FROM casework."case" WHERE tenant = $1 AND id = $2', [tenant, id]),
    rows(pool, 'd', 'SELECT * FROM casework.due WHERE tenant = $1 AND "case" = $2', [tenant, id]),
  ]);
  return { operations, records, wraps, open, due };
};

/** Twenty of my cases by next date, with who works on them. */
const list: BareQuery = async (pool, [tenant, user]) => {
  const cases = await rows(
    pool,
    'l',
    `SELECT c.id, c.code_name, c.branch, c.state_dates, c.phase, c.keep_until, c.hold, c.next_date
     FROM casework.member m JOIN casework."case" c ON c.tenant = m.tenant AND c.id = m.space
     WHERE m.tenant = $1 AND m.user_id = $2 ORDER BY m.next_date, m.space LIMIT 20`,
    [tenant, user],
  );
  const ids = cases.map((row) => (row as { id: string }).id);
  const members = await rows(
    pool,
    'm',
    'SELECT space, user_id, relation FROM casework.member WHERE tenant = $1 AND space = ANY ($2)',
    [tenant, ids],
  );
  return { cases, members };
};

/** Counts of the whole programme: phases, dates, who has how many, hours. */
const overview: BareQuery = async (pool, [tenant]) => {
  const [phases, due, load, hours, leadless] = await Promise.all([
    rows(
      pool,
      'p',
      `SELECT phase, state, count(*) FROM casework."case"
       WHERE tenant = $1 AND state NOT IN ('closed', 'declined') GROUP BY phase, state`,
      [tenant],
    ),
    rows(
      pool,
      'u',
      `SELECT d.date, d.whose, count(*) FROM casework.due d JOIN casework."case" c ON c.tenant = d.tenant AND c.id = d."case"
       WHERE d.tenant = $1 AND d.met_on IS NULL GROUP BY d.date, d.whose`,
      [tenant],
    ),
    rows(
      pool,
      'n',
      `SELECT m.user_id, count(*) FROM casework.member m JOIN casework."case" c ON c.tenant = m.tenant AND c.id = m.space
       WHERE m.tenant = $1 GROUP BY m.user_id`,
      [tenant],
    ),
    rows(pool, 'h', 'SELECT user_id, month, minutes FROM casework.hours WHERE tenant = $1', [tenant]),
    rows(
      pool,
      'q',
      `SELECT id, code_name, state_dates FROM casework."case" WHERE tenant = $1 AND state IN ('accepted', 'active')
       AND (state = 'accepted' OR state_dates->>'lead' IS NULL) ORDER BY state_dates->>'on', id LIMIT 100`,
      [tenant],
    ),
  ]);
  return { phases, due, load, hours, leadless };
};

/** Writes what adding a note writes: two operations, two records, the head of the space, an event; all or nothing. */
const note: BareQuery = async (pool, [tenant, id], body) => {
  const { seq, items } = JSON.parse(body) as { seq: number; items: { jws: string; envelope: string }[] };
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await rows(client, 'n0', 'SELECT seq FROM bench.space WHERE tenant = $1 AND id = $2 FOR UPDATE', [tenant, id]);
    for (const [at, { jws, envelope }] of items.entries()) {
      await rows(client, 'n1', 'INSERT INTO bench.operation VALUES ($1, $2, $3, $4)', [tenant, id, seq + at, jws]);
      await rows(client, 'n2', 'INSERT INTO bench.record VALUES ($1, $2, $3, $4)', [tenant, id, seq + at, envelope]);
    }
    await rows(client, 'n3', 'UPDATE bench.space SET seq = $3 WHERE tenant = $1 AND id = $2', [tenant, id, seq]);
    await rows(client, 'n4', `INSERT INTO bench.event VALUES ($1, $2, $3, 'appended')`, [tenant, id, seq]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
  return { seq };
};

/** The bare answers by name. */
/** The newest 25 statements of a key, of tables that hold nothing else. */
export const barePage = (kind: string): string =>
  `SELECT s.body FROM bench.by_${kind} i JOIN learning.lrs_statement s ON s.tenant = i.tenant AND s.id = i.id AND s.store = i.store
   WHERE i.key = $1 AND NOT i.wide AND i.tenant = $2 AND i.store = $3 ORDER BY i.seq DESC LIMIT 25`;

const page: BareQuery = (pool, [kind = '', ...values]) => rows(pool, kind, barePage(kind), values);

export const bareQueries: Readonly<Record<string, BareQuery>> = { space, list, overview, note, page };
