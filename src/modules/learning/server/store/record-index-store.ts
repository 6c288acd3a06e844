import { sql, type RawBuilder } from 'kysely';
import type { TenantId } from '#platform/base';
import { sendAhead, type Tx } from '#platform/server/db';
import { isIn } from './is-in.ts';
import { plainArray } from './plain-array.ts';
import type { StoredStatement } from './statement-store.ts';
import type { IndexKey, StatementId, StorePlace } from '../../model/open/statement/record-ids.ts';

type Place = StorePlace<TenantId>;

/** What one statement is found by. */
export interface IndexedStatement {
  readonly seq: number;
  readonly id: StatementId;
  readonly verb: IndexKey;
  readonly registration: string | null;
  /** With whether it is found only where related ones are asked for. */
  readonly activities: readonly (readonly [IndexKey, boolean])[];
  readonly agents: readonly (readonly [IndexKey, boolean])[];
}

/**
 * Adds rows of the indexes. `may` says whether some of them may be there already, and then stay: for new statements none is, and
 * not to look for them saves a third of the time.
 */
export async function insertIndexRows(
  tx: Tx,
  place: Place,
  statements: readonly IndexedStatement[],
  may: 'be new' | 'be there',
): Promise<void> {
  const rows = <Key>(pick: (one: IndexedStatement) => readonly Key[]) =>
    statements.flatMap((one) => pick(one).map((key) => ({ key, seq: one.seq, id: one.id })));
  const skip = may === 'be there' ? sql`ON CONFLICT DO NOTHING` : sql``;
  await Promise.all([
    insertWide(
      tx,
      place,
      'activity',
      rows(({ activities }) => activities),
      skip,
    ),
    insertWide(
      tx,
      place,
      'agent',
      rows(({ agents }) => agents),
      skip,
    ),
    insertNarrow(
      tx,
      place,
      'verb',
      rows(({ verb }) => [verb]),
      skip,
    ),
    insertNarrow(
      tx,
      place,
      'registration',
      rows(({ registration }) => (registration === null ? [] : [registration])),
      skip,
    ),
  ]);
}

interface Row<Key> {
  readonly key: Key;
  readonly seq: number;
  readonly id: StatementId;
}

async function insertWide(
  tx: Tx,
  { tenant, store }: Place,
  kind: 'activity' | 'agent',
  rows: readonly Row<readonly [IndexKey, boolean]>[],
  skip: RawBuilder<unknown>,
): Promise<void> {
  if (rows.length === 0) return;
  await sql`INSERT INTO ${sql.table(`learning.lrs_by_${kind}`)} (tenant, store, ${sql.ref(kind)}, wide, seq, id)
    SELECT ${tenant}::uuid, ${store}::uuid, r.* FROM unnest(${plainArray(rows.map(({ key: [key] }) => key))}::uuid[],
      ${plainArray(rows.map(({ key: [, wide] }) => wide))}::boolean[], ${plainArray(rows.map(({ seq }) => seq))}::bigint[],
      ${plainArray(rows.map(({ id }) => id))}::uuid[]) r ${skip}`.execute(tx);
}

async function insertNarrow(
  tx: Tx,
  { tenant, store }: Place,
  kind: 'verb' | 'registration',
  rows: readonly Row<string>[],
  skip: RawBuilder<unknown>,
): Promise<void> {
  if (rows.length === 0) return;
  await sql`INSERT INTO ${sql.table(`learning.lrs_by_${kind}`)} (tenant, store, ${sql.ref(kind)}, seq, id)
    SELECT ${tenant}::uuid, ${store}::uuid, r.* FROM unnest(${plainArray(rows.map(({ key }) => key))}::uuid[],
      ${plainArray(rows.map(({ seq }) => seq))}::bigint[], ${plainArray(rows.map(({ id }) => id))}::uuid[]) r ${skip}`.execute(
    tx,
  );
}

/** Notes which statement points at which. */
export async function insertRefs(
  tx: Tx,
  { tenant, store }: Place,
  refs: readonly { readonly from: StatementId; readonly to: StatementId }[],
): Promise<void> {
  if (refs.length === 0) return;
  await sql`INSERT INTO learning.lrs_ref (tenant, store, from_id, to_id)
    SELECT ${tenant}::uuid, ${store}::uuid, r.* FROM unnest(${plainArray(refs.map(({ from }) => from))}::uuid[],
      ${plainArray(refs.map(({ to }) => to))}::uuid[]) r`.execute(tx);
}

/** Which of these statements others point at. */
export async function listReferred(
  tx: Tx,
  { tenant, store }: Place,
  ids: readonly StatementId[],
): Promise<readonly StatementId[]> {
  const found = await sql<{ id: StatementId }>`SELECT DISTINCT to_id AS id FROM learning.lrs_ref
    WHERE tenant = ${tenant} AND ${isIn(store)} AND to_id = ANY (${plainArray(ids)}::uuid[])`.execute(tx);
  return found.rows.map(({ id }) => id);
}

/** A statement, and one that it points at, at once or through others. */
export interface Reached {
  readonly seq: number;
  readonly id: StatementId;
  /** What is pointed at. */
  readonly target: StatementId;
}

/** How many steps of pointing are followed: enough for people, and an end for machines. */
const followed = 16;

/**
 * For these statements and all that point at them, at once or through others: every statement that they reach. A statement meets
 * the filters that what it points at meets (xAPI 1.0.3, part three, 2.1.3).
 */
export async function listReached(
  tx: Tx,
  { tenant, store }: Place,
  ids: readonly StatementId[],
): Promise<readonly Reached[]> {
  const found = await sql<Reached>`
    WITH RECURSIVE up (id, steps) AS (
      SELECT unnest(${plainArray(ids)}::uuid[]), 0
      UNION
      SELECT r.from_id, up.steps + 1 FROM up JOIN learning.lrs_ref r
        ON r.tenant = ${tenant} AND r.${isIn(store)} AND r.to_id = up.id WHERE up.steps < ${followed}),
    down (root, id, steps) AS (
      SELECT DISTINCT id, id, 0 FROM up
      UNION
      SELECT down.root, r.to_id, down.steps + 1 FROM down JOIN learning.lrs_ref r
        ON r.tenant = ${tenant} AND r.${isIn(store)} AND r.from_id = down.id WHERE down.steps < ${followed})
    SELECT DISTINCT s.seq, s.id, down.id AS target FROM down
      JOIN learning.lrs_statement s ON s.tenant = ${tenant} AND s.${isIn(store)} AND s.id = down.root
    WHERE down.root <> down.id`.execute(tx);
  return found.rows;
}

/** Which statements are asked for, by their keys and between two numbers. */
export interface PageQuery {
  readonly verb: IndexKey | null;
  readonly registration: string | null;
  readonly activity: { readonly key: IndexKey; readonly related: boolean } | null;
  readonly agent: { readonly key: IndexKey; readonly related: boolean } | null;
  /** Numbers above this one, and none above the other. */
  readonly above: number;
  readonly upTo: number;
  readonly ascending: boolean;
  readonly limit: number;
}

/**
 * The statements of a page, in order; whoever was taken back is not among them. Which they are is answered from indexes alone; then each
 * is looked up by its id, in the same journey.
 */
export async function listPage(tx: Tx, place: Place, query: PageQuery): Promise<readonly StoredStatement[]> {
  // A plan is made once for all values. For one that is rare, the database would collect all rows and sort them; for one that
  // a million statements share, that takes seconds. Walking the index in its order is never much worse, and mostly much better.
  sendAhead(
    sql`SELECT set_config('enable_bitmapscan', 'off', true), set_config('enable_seqscan', 'off', true)`.execute(tx),
  );
  const found =
    await sql<StoredStatement>`SELECT p.seq, p.id, b.stored, b.newer, b.body FROM (${pageQuery(place, query)}) p,
    LATERAL (SELECT s.stored, s.newer, s.body FROM learning.lrs_statement s
      WHERE s.tenant = ${place.tenant} AND s.${isIn(place.store)} AND s.id = p.id OFFSET 0) b
    ${query.ascending ? sql`ORDER BY p.seq` : sql`ORDER BY p.seq DESC`}`.execute(tx);
  return found.rows;
}

/** The part of `listPage` that finds, for it and for whoever wants to see its plan. */
export function pageQuery(place: Place, query: PageQuery): RawBuilder<{ seq: number; id: StatementId }> {
  const [first, ...others] = conditionsOf(query);
  const order = query.ascending ? sql`ORDER BY seq` : sql`ORDER BY seq DESC`;
  // Part of the text, so that the plan is made for it; there are as many texts as sizes of a page.
  const limit = sql.raw(String(query.limit));
  const from = (
    wide: boolean | null,
  ): RawBuilder<unknown> => sql`(SELECT d.seq, d.id FROM ${first?.table ?? sql`learning.lrs_statement`} d
    WHERE d.tenant = ${place.tenant} AND d.store = ${place.store}
      ${first ? sql`AND ${first.column} = ${first.key}` : sql``} ${wide === null ? sql`` : sql`AND d.wide = ${sql.raw(String(wide))}`}
      AND d.seq > ${query.above} AND d.seq <= ${query.upTo} ${notVoided(place)}
      ${sql.join(
        others.map((other) => meets(place, other)),
        sql` `,
      )}
    ${order} LIMIT ${limit})`;
  if (first?.related === true) return sql`${from(false)} UNION ${from(true)} ${order} LIMIT ${limit}`;
  return sql`${from(first?.related === false ? false : null)}`;
}

interface Condition {
  readonly table: RawBuilder<unknown>;
  readonly column: RawBuilder<unknown>;
  readonly key: string;
  /** Null where nothing is related. */
  readonly related: boolean | null;
}

/** The conditions, first the one that most likely leaves fewest. */
function conditionsOf({ verb, registration, activity, agent }: PageQuery): readonly Condition[] {
  const condition = (kind: string, key: string | undefined, related: boolean | null): readonly Condition[] =>
    key === undefined ? [] : [{ table: sql.table(`learning.lrs_by_${kind}`), column: sql.ref(kind), key, related }];
  return [
    ...condition('registration', registration ?? undefined, null),
    ...condition('agent', agent?.key, agent?.related ?? null),
    ...condition('activity', activity?.key, activity?.related ?? null),
    ...condition('verb', verb ?? undefined, null),
  ];
}

// `OFFSET 0` changes no answer: it keeps the database from making a join of it, which would read and sort everything that is
// found before the first of a page comes out. So each is looked up, by a key, for the few that are walked past.

function meets({ tenant, store }: Place, { table, column, key, related }: Condition): RawBuilder<unknown> {
  const narrow = related === false ? sql`AND wide = false` : related === true ? sql`AND wide IN (false, true)` : sql``;
  return sql`AND EXISTS (SELECT FROM ${table} WHERE tenant = ${tenant} AND store = ${store} AND ${column} = ${key} ${narrow}
    AND seq = d.seq AND id = d.id OFFSET 0)`;
}

/** A statement that takes another back is never taken back itself, whichever of them came first. */
function notVoided({ tenant, store }: Place): RawBuilder<unknown> {
  const among = (column: 'target' | 'voider') => sql`EXISTS (SELECT FROM learning.lrs_void
    WHERE tenant = ${tenant} AND ${isIn(store)} AND ${sql.ref(column)} = d.id OFFSET 0)`;
  return sql`AND (NOT ${among('target')} OR ${among('voider')})`;
}
