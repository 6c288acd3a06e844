import { sql } from 'kysely';
import type { TenantId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import type { LaunchMode } from '../../model/open/launch/course-structure.ts';
import type { LaunchEvent } from '../../model/open/launch/launch-facts.ts';
import type { PackageId, RegistrationId, SessionId } from '../../model/open/launch/launch-ids.ts';
import type { JsonObject } from '../../model/open/statement/check-value.ts';
import type { StoreId, StorePlace } from '../../model/open/statement/record-ids.ts';

type Place = StorePlace<TenantId>;

/** One person's way through a package. */
export interface Registration {
  readonly id: RegistrationId;
  readonly package: PackageId;
  readonly actor: JsonObject;
}

/** A session, with the hashes of its secrets. */
export interface Launch {
  readonly session: SessionId;
  readonly store: StoreId;
  readonly registration: RegistrationId;
  readonly package: PackageId;
  readonly actor: JsonObject;
  /** Index of the part among those of the package. */
  readonly unit: number;
  readonly mode: LaunchMode;
  readonly launchedAt: Date;
  readonly lastAt: Date;
  readonly fetchHash: string;
  readonly tokenHash: string | null;
  readonly preferencesRead: boolean;
}

export async function insertRegistration(
  tx: Tx,
  { tenant, store }: Place,
  { id, package: pack, actor }: Registration,
  at: Date,
): Promise<void> {
  await sql`INSERT INTO learning.registration (tenant, store, id, package, actor, made_at)
    VALUES (${tenant}, ${store}, ${id}, ${pack}, ${JSON.stringify(actor)}, ${at})`.execute(tx);
}

export async function findRegistration(
  tx: Tx,
  { tenant, store }: Place,
  id: RegistrationId,
): Promise<Registration | null> {
  const found = await sql<{ package: PackageId; actor: string }>`SELECT package, actor FROM learning.registration
    WHERE tenant = ${tenant} AND store = ${store} AND id = ${id}`.execute(tx);
  const [row] = found.rows;
  // Written by `insertRegistration`, and by nothing else.
  return row === undefined ? null : { id, package: row.package, actor: JSON.parse(row.actor) as JsonObject };
}

export async function insertLaunch(
  tx: Tx,
  { tenant, store }: Place,
  launch: Pick<Launch, 'session' | 'registration' | 'unit' | 'mode' | 'launchedAt' | 'fetchHash'> & {
    readonly pathHash: string;
  },
): Promise<void> {
  const { session, registration, unit, mode, launchedAt, fetchHash, pathHash } = launch;
  await sql`INSERT INTO learning.launch
      (tenant, id, store, registration, unit, mode, launched_at, last_at, path_hash, fetch_hash)
    VALUES (${tenant}, ${session}, ${store}, ${registration}, ${unit}, ${mode}, ${launchedAt}, ${launchedAt}, ${pathHash},
      ${fetchHash})`.execute(tx);
}

type Row = Omit<Launch, 'actor'> & { readonly actor: string };

const selected = sql`SELECT l.id AS session, l.store, l.registration, r.package, r.actor, l.unit, l.mode,
  l.launched_at AS "launchedAt", l.last_at AS "lastAt", l.fetch_hash AS "fetchHash", l.token_hash AS "tokenHash",
  l.preferences_read AS "preferencesRead"
  FROM learning.launch l JOIN learning.registration r
    ON r.tenant = l.tenant AND r.store = l.store AND r.id = l.registration`;

function launchOf(row: Row | undefined): Launch | null {
  // Written by `insertRegistration`, and by nothing else.
  return row === undefined ? null : { ...row, actor: JSON.parse(row.actor) as JsonObject };
}

export async function findLaunch(tx: Tx, tenant: TenantId, session: SessionId): Promise<Launch | null> {
  const found = await sql<Row>`${selected} WHERE l.tenant = ${tenant} AND l.id = ${session}`.execute(tx);
  return launchOf(found.rows[0]);
}

/** The session whose files lie at an address with this secret. */
export async function findLaunchByPath(tx: Tx, tenant: TenantId, pathHash: string): Promise<Launch | null> {
  const found = await sql<Row>`${selected} WHERE l.tenant = ${tenant} AND l.path_hash = ${pathHash}`.execute(tx);
  return launchOf(found.rows[0]);
}

/** Sessions of a registration that nothing has ended yet, the oldest first. */
export async function listOpenLaunches(tx: Tx, place: Place, registration: RegistrationId): Promise<readonly Launch[]> {
  const found = await sql<Row>`${selected} WHERE l.tenant = ${place.tenant} AND l.store = ${place.store}
      AND l.registration = ${registration} AND NOT EXISTS (SELECT 1 FROM learning.launch_event e
        WHERE e.tenant = l.tenant AND e.store = l.store AND e.registration = l.registration AND e.session = l.id
          AND e.verb IN ('terminated', 'abandoned'))
    ORDER BY l.launched_at, l.id`.execute(tx);
  return found.rows.flatMap((row) => launchOf(row) ?? []);
}

/** Gives a session its token, once; false where it has one. */
export async function giveToken(tx: Tx, tenant: TenantId, session: SessionId, tokenHash: string): Promise<boolean> {
  const done = await sql`UPDATE learning.launch SET token_hash = ${tokenHash}
    WHERE tenant = ${tenant} AND id = ${session} AND token_hash IS NULL`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}

export async function notePreferencesRead(tx: Tx, tenant: TenantId, session: SessionId): Promise<void> {
  await sql`UPDATE learning.launch SET preferences_read = true WHERE tenant = ${tenant} AND id = ${session}`.execute(
    tx,
  );
}

/** Keeps when a session was last heard of. */
export async function noteHeard(tx: Tx, tenant: TenantId, session: SessionId, at: Date): Promise<void> {
  await sql`UPDATE learning.launch SET last_at = ${at} WHERE tenant = ${tenant} AND id = ${session}`.execute(tx);
}

/** What happened in a registration, in no order. */
export async function listLaunchEvents(
  tx: Tx,
  { tenant, store }: Place,
  registration: RegistrationId,
): Promise<readonly LaunchEvent[]> {
  const found = await sql<LaunchEvent>`SELECT session, node, verb FROM learning.launch_event
    WHERE tenant = ${tenant} AND store = ${store} AND registration = ${registration}`.execute(tx);
  return found.rows;
}

export async function insertLaunchEvents(
  tx: Tx,
  { tenant, store }: Place,
  registration: RegistrationId,
  { events, at }: { readonly events: readonly LaunchEvent[]; readonly at: Date },
): Promise<void> {
  if (events.length === 0) return;
  await sql`INSERT INTO learning.launch_event (tenant, store, registration, session, node, verb, at)
    SELECT ${tenant}::uuid, ${store}::uuid, ${registration}::uuid, e.*, ${at}::timestamptz FROM unnest(
      ${events.map(({ session }) => session)}::uuid[], ${events.map(({ node }) => node)}::text[],
      ${events.map(({ verb }) => verb)}::text[]) e`.execute(tx);
}
