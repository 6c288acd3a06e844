import { sql } from 'kysely';
import type { TenantId, UserId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import type { AuditEntry } from '../../model/audit-entry.ts';

/** An entry with its place in the order of transactions, not yet linked. */
export interface ReceivedEntry {
  readonly transaction: string;
  readonly id: string;
  readonly at: Date;
  readonly act: string;
  readonly actor: string | null;
  readonly subject: string | null;
  readonly outcome: string;
}

/** The last link of a tenant's chain. */
export interface LastLink {
  readonly n: number;
  readonly transaction: string;
  readonly hash: string;
}

/** Adds one entry; `at` is cut to the minute. */
export async function insertReceived(tx: Tx, entry: AuditEntry): Promise<void> {
  await sql`INSERT INTO audit.received (tenant, at, act, actor, subject, outcome)
    VALUES (${entry.tenant}, ${minuteOf(entry.at)}, ${entry.act}, ${entry.actor}, ${entry.subject}, ${entry.outcome})`.execute(
    tx,
  );
}

/**
 * Adds entries of one tenant in one statement, without waiting for the disk. Sets the tenant itself: meant for a
 * transaction that holds nothing else.
 */
export async function insertReceivedTogether(tx: Tx, tenant: TenantId, entries: readonly AuditEntry[]): Promise<void> {
  const rows = entries.map((entry) => ({ ...entry, at: minuteOf(entry.at) }));
  await sql`SELECT audit.note(${tenant}, ${rows.map(({ at }) => at)}::timestamptz[], ${rows.map(({ act }) => act)}::text[],
    ${rows.map(({ actor }) => actor)}::uuid[], ${rows.map(({ subject }) => subject)}::text[],
    ${rows.map(({ outcome }) => outcome)}::text[])`.execute(tx);
}

function minuteOf(at: Date): Date {
  return new Date(Math.floor(at.getTime() / 60_000) * 60_000);
}

/** Holds the chain of one tenant until the transaction ends; false when another process has it. */
export async function tryHoldChain(tx: Tx, tenant: TenantId): Promise<boolean> {
  const held = await sql<{
    held: boolean;
  }>`SELECT pg_try_advisory_xact_lock(hashtextextended(${`audit:${tenant}`}, 0)) AS held`.execute(tx);
  return held.rows[0]?.held === true;
}

export async function findLastLink(tx: Tx, tenant: TenantId): Promise<LastLink | null> {
  const found = await sql<LastLink>`SELECT n, transaction::text AS transaction, hash FROM audit.link
    WHERE tenant = ${tenant} ORDER BY n DESC LIMIT 1`.execute(tx);
  return found.rows[0] ?? null;
}

/**
 * Entries after a transaction, of transactions that are all over: below the oldest running one
 * nothing can appear any more, so the order found here is final.
 */
export async function listSettled(tx: Tx, tenant: TenantId, after: string): Promise<readonly ReceivedEntry[]> {
  const found = await sql<ReceivedEntry>`
    SELECT transaction::text AS transaction, id, at, act, actor, subject, outcome FROM audit.received
    WHERE tenant = ${tenant} AND transaction > ${after}::xid8
      AND transaction < pg_snapshot_xmin(pg_current_snapshot())
    ORDER BY audit.received.transaction, id`.execute(tx);
  return found.rows;
}

export async function insertLinks(
  tx: Tx,
  tenant: TenantId,
  links: readonly (LastLink & { readonly id: string })[],
): Promise<void> {
  await sql`INSERT INTO audit.link (tenant, n, transaction, id, hash)
    SELECT ${tenant}, n, transaction::xid8, id, hash
    FROM jsonb_to_recordset(${JSON.stringify(links)}::jsonb) AS l (n integer, transaction text, id uuid, hash text)`.execute(
    tx,
  );
}

/** One link with what it stands for; the fields of an entry that was taken away are null. */
export interface LinkedEntry {
  readonly n: number;
  readonly tenant: string;
  readonly at: Date | null;
  readonly act: string | null;
  readonly actor: string | null;
  readonly subject: string | null;
  readonly outcome: string | null;
  readonly hash: string;
}

export async function listLinked(tx: Tx, tenant: TenantId): Promise<readonly LinkedEntry[]> {
  const found = await sql<LinkedEntry>`
    SELECT l.n, l.tenant, r.at, r.act, r.actor, r.subject, r.outcome, l.hash
    FROM audit.link l
    LEFT JOIN audit.received r ON r.tenant = l.tenant AND r.transaction = l.transaction AND r.id = l.id
    WHERE l.tenant = ${tenant} ORDER BY l.n`.execute(tx);
  return found.rows;
}

/** How often somebody did an act upon a thing in one full hour. */
export interface CountedAct {
  readonly act: string;
  readonly user: UserId;
  readonly subject: string | null;
  readonly hour: Date;
  readonly count: number;
}

/** Acts of some kinds since an instant, counted per person, thing and hour. */
export async function countActs(
  tx: Tx,
  tenant: TenantId,
  { acts, since }: { readonly acts: readonly string[]; readonly since: Date },
): Promise<readonly CountedAct[]> {
  const found = await sql<CountedAct>`
    SELECT act, actor AS "user", subject, date_bin('1 hour', at, timestamptz '2000-01-01 00:00Z') AS hour,
      count(*)::integer AS count
    FROM audit.received
    WHERE tenant = ${tenant} AND at >= ${since} AND act = ANY (${[...acts]}) AND actor IS NOT NULL AND outcome = 'asked'
    GROUP BY 1, 2, 3, 4`.execute(tx);
  return found.rows;
}

/** What one person read on one day. */
export interface ReadOnDay {
  readonly user: UserId;
  /** Which of the days asked for, from 0. */
  readonly day: number;
  /** How many different things were opened. */
  readonly opened: number;
  /** How many answers had the other act. */
  readonly fetched: number;
}

/**
 * What people read per day: how many different things with one act, how often with another. `days` are the instants at
 * which the days begin, oldest first, and at last the instant at which the newest ends. Days without reading are left out.
 */
export async function countReadPerDay(
  tx: Tx,
  tenant: TenantId,
  asked: {
    readonly days: readonly Date[];
    readonly opening: string;
    readonly fetching: string;
    /** Only these people; everybody when absent. */
    readonly users?: readonly UserId[];
    /** Things that do not count. */
    readonly without: readonly string[];
  },
): Promise<readonly ReadOnDay[]> {
  const { days, opening, fetching, users, without } = asked;
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return [];
  const whose = users === undefined ? sql`true` : sql`actor = ANY (${[...users]}::uuid[])`;
  const found = await sql<ReadOnDay>`
    SELECT actor AS "user", width_bucket(at, ${[...days]}::timestamptz[]) - 1 AS day,
      count(DISTINCT subject) FILTER (WHERE act = ${opening})::integer AS opened,
      count(*) FILTER (WHERE act = ${fetching})::integer AS fetched
    FROM audit.received
    WHERE tenant = ${tenant} AND at >= ${first} AND at < ${last} AND act IN (${opening}, ${fetching})
      AND actor IS NOT NULL AND outcome = 'asked' AND subject <> ALL (${[...without]}) AND ${whose}
    GROUP BY 1, 2 ORDER BY 1, 2`.execute(tx);
  return found.rows;
}
