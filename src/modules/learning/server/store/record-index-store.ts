import { sql, type RawBuilder } from 'kysely';
import type { TenantId } from '#platform/base';
import { sendAhead, type Tx } from '#platform/server/db';
import { isIn } from './is-in.ts';
import { binaryArray } from './binary-array.ts';
import type { StoredStatement } from './statement-store.ts';
import type { IndexKey, StatementId, StorePlace } from '../../model/open/statement/record-ids.ts';

type Place = StorePlace<TenantId>;

/** By what statements are found. */
export type FoundBy = 'activity' | 'agent' | 'verb' | 'registration';

/** One key that a statement is found by. */
export interface FoundKey {
  readonly by: FoundBy;
  readonly key: string;
  /** Only where related ones are asked for. */
  readonly wide: boolean;
}

/** What one statement is found by. */
export interface IndexedStatement {
  readonly seq: number;
  readonly keys: readonly FoundKey[];
}

const kinds: Readonly<Record<FoundBy, number>> = { activity: 1, agent: 2, verb: 3, registration: 4 };
/** Statements of one block, each with a bit of an integer. */
const blockBits = 5;

/**
 * Adds what statements are found by. `may` says whether some of it may be there already, and then stays: for new statements none is, and
 * not to look for it saves time.
 */
export async function insertFound(
  tx: Tx,
  { tenant, store }: Place,
  statements: readonly IndexedStatement[],
  may: 'be new' | 'be there',
): Promise<void> {
  const rows = gatherBlocks(statements);
  if (rows.length === 0) return;
  const skip = may === 'be there' ? sql`ON CONFLICT DO NOTHING` : sql``;
  await sql`INSERT INTO learning.lrs_found (tenant, store, kind, key, block, wide, marks)
    SELECT ${tenant}::uuid, ${store}::uuid, r.* FROM unnest(
      ${binaryArray(
        'smallint',
        rows.map(({ by }) => kinds[by]),
      )}::smallint[],
      ${binaryArray(
        'uuid',
        rows.map(({ key }) => key),
      )}::uuid[],
      ${binaryArray(
        'integer',
        rows.map(({ block }) => block),
      )}::integer[],
      ${binaryArray(
        'boolean',
        rows.map(({ wide }) => wide),
      )}::boolean[],
      ${binaryArray(
        'integer',
        rows.map(({ marks }) => marks),
      )}::integer[]) r ${skip}`.execute(tx);
}

interface BlockRow extends FoundKey {
  readonly block: number;
  marks: number;
}

/** One row for each key and block, in which the statements have their bits. */
function gatherBlocks(statements: readonly IndexedStatement[]): readonly BlockRow[] {
  const rows: BlockRow[] = [];
  const rowsOf = new Map<string, BlockRow[]>();
  for (const { seq, keys } of statements) {
    const block = Math.floor(seq / 2 ** blockBits);
    // Shifts take the lowest five bits of their number, which is the place in the block.
    const mark = 1 << (seq % 2 ** blockBits);
    for (const { by, key, wide } of keys) {
      const known = rowsOf.get(key);
      const row = known?.find((one) => one.block === block && one.by === by && one.wide === wide);
      if (row !== undefined) {
        row.marks |= mark;
        continue;
      }
      const added = { by, key, wide, block, marks: mark };
      rows.push(added);
      if (known === undefined) rowsOf.set(key, [added]);
      else known.push(added);
    }
  }
  return rows;
}

/** Notes which statement points at which. */
export async function insertRefs(
  tx: Tx,
  { tenant, store }: Place,
  refs: readonly { readonly from: StatementId; readonly to: StatementId }[],
): Promise<void> {
  if (refs.length === 0) return;
  await sql`INSERT INTO learning.lrs_ref (tenant, store, from_id, to_id)
    SELECT ${tenant}::uuid, ${store}::uuid, r.* FROM unnest(${binaryArray(
      'uuid',
      refs.map(({ from }) => from),
    )}::uuid[],
      ${binaryArray(
        'uuid',
        refs.map(({ to }) => to),
      )}::uuid[]) r`.execute(tx);
}

/** Which of these statements others point at. */
export async function listReferred(
  tx: Tx,
  { tenant, store }: Place,
  ids: readonly StatementId[],
): Promise<readonly StatementId[]> {
  const found = await sql<{ id: StatementId }>`SELECT DISTINCT to_id AS id FROM learning.lrs_ref
    WHERE tenant = ${tenant} AND ${isIn(store)} AND to_id = ANY (${binaryArray('uuid', ids)}::uuid[])`.execute(tx);
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
      SELECT unnest(${binaryArray('uuid', ids)}::uuid[]), 0
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

/** No number is above this one: it is the last of the last block. */
export const endlessSeq = 2 ** (31 + blockBits) - 1;

/** How many statements of SQL `listPage` sends. */
export const statementsOfPage = 2;

/**
 * The statements of a page, in order; whoever was taken back is not among them. Which they are is answered from an index alone; then each
 * is looked up by its number, in the same journey.
 */
export async function listPage(tx: Tx, place: Place, query: PageQuery): Promise<readonly StoredStatement[]> {
  sendAhead(walkIndexes(tx));
  const found = await pageQuery(place, query).execute(tx);
  return found.rows;
}

/**
 * A plan is made once for all values. For one that is rare, the database would collect all rows and sort them; for one that
 * a million statements share, that takes seconds. Walking the index in its order is never much worse, and mostly much better.
 */
async function walkIndexes(tx: Tx): Promise<void> {
  await sql`SELECT set_config('enable_bitmapscan', 'off', true), set_config('enable_seqscan', 'off', true),
    set_config('enable_sort', 'off', true), set_config('enable_hashagg', 'off', true)`.execute(tx);
}

// `OFFSET 0` changes no answer: it keeps the database from making a join of it, which would read and sort everything that is
// found before the first of a page comes out. So each is looked up, by a key, for the few that are walked past.

/** The statement that finds, for `listPage` and for whoever wants to see its plan. */
export function pageQuery(place: Place, query: PageQuery): RawBuilder<StoredStatement> {
  const { tenant, store } = place;
  const [first, ...others] = conditionsOf(query);
  const down = sql.raw(query.ascending ? '' : 'DESC');
  // Part of the text, so that the plan is made for it; there are as many texts as sizes of a page.
  const limit = sql.raw(String(query.limit));
  const told = sql`s.seq, s.id, s.stored, s.newer, s.body`;
  if (first === undefined)
    return sql`SELECT ${told} FROM learning.lrs_statement s WHERE s.tenant = ${tenant} AND s.store = ${store}
      AND s.seq > ${query.above} AND s.seq <= ${query.upTo} ${notVoided(place)} ORDER BY s.seq ${down} LIMIT ${limit}`;
  return sql`SELECT ${told} FROM ${numbers(place, query, { first, others }, down)} d,
    LATERAL (SELECT * FROM learning.lrs_statement WHERE tenant = ${tenant} AND store = ${store} AND seq = d.seq OFFSET 0) s
    WHERE true ${notVoided(place)} ORDER BY d.block ${down}, d.place ${down} LIMIT ${limit}`;
}

/** The numbers that meet all conditions, in order: block after block, and in each the bits that all of them have. */
function numbers(
  place: Place,
  { above, upTo }: PageQuery,
  { first, others }: { readonly first: Condition; readonly others: readonly Condition[] },
  down: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const met = others.map(
    (other) => sql`& coalesce((SELECT bit_or(marks) FROM ${marked(place, other)} AND block = w.block), 0)`,
  );
  const bits = sql.raw(String(blockBits));
  const of = (seq: number) => sql`(${seq}::bigint >> ${bits})::integer`;
  return sql`(SELECT f.block, p.place, p.seq FROM
    (SELECT w.block, w.marks ${sql.join(met, sql` `)} AS marks FROM
      (SELECT block, bit_or(marks) AS marks FROM ${marked(place, first)} AND block >= ${of(above)} AND block <= ${of(upTo)}
        GROUP BY block ORDER BY block ${down} OFFSET 0) w ORDER BY w.block ${down} OFFSET 0) f,
    LATERAL (SELECT n.place, (f.block::bigint << ${bits}) + n.place AS seq
      FROM generate_series(${lowestBit}, ${highestBit}) n (place) WHERE f.marks & (1 << n.place) <> 0 OFFSET 0) p
    WHERE p.seq > ${above} AND p.seq <= ${upTo} ORDER BY f.block ${down}, p.place ${down} OFFSET 0)`;
}

// Most blocks of a rare key hold one statement: to try thirty-two places for it would be half of what the question costs. Together with the
// bits below it the lowest one is what changes when one is taken away; in a column of 32 bits that number may be negative.
const lowestBit = sql`(bit_count((f.marks::bigint # (f.marks::bigint - 1))::bit(32)) - 1)::integer`;
const highestBit = sql`32 - position(B'1' IN f.marks::bit(32))`;

interface Condition {
  readonly by: FoundBy;
  readonly key: string;
  readonly related: boolean;
}

/** The conditions, first the one that most likely leaves fewest. */
function conditionsOf({ verb, registration, activity, agent }: PageQuery): readonly Condition[] {
  const condition = (by: FoundBy, key: string | undefined, related = false): readonly Condition[] =>
    key === undefined ? [] : [{ by, key, related }];
  return [
    ...condition('registration', registration ?? undefined),
    ...condition('agent', agent?.key, agent?.related),
    ...condition('activity', activity?.key, activity?.related),
    ...condition('verb', verb ?? undefined),
  ];
}

/** Rows of a condition. */
function marked({ tenant, store }: Place, { by, key, related }: Condition): RawBuilder<unknown> {
  return sql`learning.lrs_found WHERE tenant = ${tenant} AND store = ${store} AND kind = ${sql.raw(String(kinds[by]))}
    AND key = ${key} ${related ? sql`` : sql`AND NOT wide`}`;
}

/** A statement that takes another back is never taken back itself, whichever of them came first. */
function notVoided({ tenant, store }: Place): RawBuilder<unknown> {
  const among = (column: 'target' | 'voider') => sql`EXISTS (SELECT FROM learning.lrs_void
    WHERE tenant = ${tenant} AND ${isIn(store)} AND ${sql.ref(column)} = s.id OFFSET 0)`;
  return sql`AND (NOT ${among('target')} OR ${among('voider')})`;
}
