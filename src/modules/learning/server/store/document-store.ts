import { sql } from 'kysely';
import type { TenantId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import type { IndexKey, StorePlace } from '../../model/open/statement/record-ids.ts';

type Place = StorePlace<TenantId>;

/** Whose documents: of a state, of an activity or of an agent. What does not belong to the kind is `noKey`. */
export interface DocumentGroup {
  readonly kind: 'state' | 'activity' | 'agent';
  readonly activity: IndexKey;
  readonly agent: IndexKey;
  /** Null where it does not matter which. */
  readonly registration: string | null;
}

/** One document of a group. */
export interface DocumentPlace extends DocumentGroup {
  readonly registration: string;
  readonly nameKey: IndexKey;
}

/** A document as it is kept. */
export interface StoredDocument {
  readonly type: string;
  readonly body: Uint8Array;
  /** SHA-1 of its bytes. */
  readonly etag: string;
  readonly changed: Date;
}

const of = ({ tenant, store }: Place, { kind, activity, agent }: DocumentGroup) =>
  sql`tenant = ${tenant} AND store = ${store} AND kind = ${kind} AND activity = ${activity} AND agent = ${agent}`;
const one = (place: Place, at: DocumentPlace) =>
  sql`${of(place, at)} AND registration = ${at.registration} AND name_key = ${at.nameKey}`;
const any = (place: Place, group: DocumentGroup) =>
  sql`${of(place, group)} AND (${group.registration}::uuid IS NULL OR registration = ${group.registration})`;

/** Lets nobody else write documents of a group until the transaction ends, so that what was looked at still holds. */
export async function holdDocuments(
  tx: Tx,
  { tenant, store }: Place,
  { kind, activity, agent }: DocumentGroup,
): Promise<void> {
  const name = ['learning:lrs-document', tenant, store, kind, activity, agent].join(':');
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx);
}

export async function findDocument(tx: Tx, place: Place, at: DocumentPlace): Promise<StoredDocument | null> {
  const found = await sql<StoredDocument>`SELECT type, body, etag, changed FROM learning.lrs_document
    WHERE ${one(place, at)}`.execute(tx);
  return found.rows[0] ?? null;
}

export async function saveDocument(
  tx: Tx,
  place: Place,
  at: DocumentPlace,
  { name, type, body, etag, changed }: StoredDocument & { readonly name: string },
): Promise<void> {
  await sql`INSERT INTO learning.lrs_document
      (tenant, store, kind, activity, agent, registration, name_key, name, type, body, etag, changed)
    VALUES (${place.tenant}, ${place.store}, ${at.kind}, ${at.activity}, ${at.agent}, ${at.registration}, ${at.nameKey}, ${name},
      ${type}, ${Buffer.from(body.buffer, body.byteOffset, body.length)}, ${etag}, ${changed})
    ON CONFLICT (tenant, store, kind, activity, agent, registration, name_key)
    DO UPDATE SET type = EXCLUDED.type, body = EXCLUDED.body, etag = EXCLUDED.etag, changed = EXCLUDED.changed`.execute(
    tx,
  );
}

export async function deleteDocument(tx: Tx, place: Place, at: DocumentPlace): Promise<void> {
  await sql`DELETE FROM learning.lrs_document WHERE ${one(place, at)}`.execute(tx);
}

/** Takes away all documents of a group. */
export async function deleteDocuments(tx: Tx, place: Place, group: DocumentGroup): Promise<void> {
  await sql`DELETE FROM learning.lrs_document WHERE ${any(place, group)}`.execute(tx);
}

/** The names of the documents of a group, and when the last of them changed; of those changed after `since` where it is given. */
export async function listDocumentNames(
  tx: Tx,
  place: Place,
  group: DocumentGroup,
  since: Date | null,
): Promise<readonly { readonly name: string; readonly changed: Date }[]> {
  const found = await sql<{ name: string; changed: Date }>`
    SELECT name, max(changed) AS changed FROM learning.lrs_document
    WHERE ${any(place, group)} AND (${since}::timestamptz IS NULL OR changed > ${since})
    GROUP BY name ORDER BY name LIMIT 10000`.execute(tx);
  return found.rows;
}
