import {
  bytesToBase64url,
  createId,
  ok,
  refuse,
  type Clock,
  type RandomBytes,
  type Result,
  type TenantId,
} from '#platform/base';
import { hashText } from '#platform/crypto/server';
import { setCaller, type Tx } from '#platform/server/db';
import type { ActEntry } from '#platform/server/http';
import type { OrganisationId } from '../../model/open/count/learning-ids.ts';
import type { StoreId } from '../../model/open/statement/record-ids.ts';
import { listKeyTenants, noTenant } from '../records/no-tenant.ts';
import { findOrganisation } from '../store/organisation-store.ts';
import {
  findRecordKey,
  insertRecordKey,
  listRecordKeys,
  revokeRecordKey,
  type KeyScope,
  type RecordKey,
} from '../store/record-key-store.ts';

/** What a new key is for. */
export interface NewRecordKey {
  readonly scope: KeyScope;
  /** Where statements will come from, and for which organisation; null for a plain key. */
  readonly source: { readonly name: string; readonly organisation: OrganisationId } | null;
  /** Days until it opens nothing any more; null for the longest that its kind allows. */
  readonly days: number | null;
  /** A key whose partition it shares, of the same source and no longer than it; null for a partition of its own. */
  readonly beside: string | null;
}

/** What making and ending keys needs of its surroundings. */
interface KeyTools {
  readonly clock: Clock;
  readonly randomBytes: RandomBytes;
  /** Writes into the log of acts, in the same transaction. */
  readonly recordAct: (tx: Tx, entry: ActEntry) => Promise<void>;
}

type KeyRefusal = {
  readonly type: 'NotFound' | 'OrganisationUnknown' | 'NotFounded' | 'DaysInvalid' | 'KeyUnknown' | 'SourceLaunches';
};

/** A plain key is for trying out and for moving: it ends within a week. */
const plainDays = 7;
/** Secrets of sources change every year (learning design, 8.6). */
const sourceDays = 366;

/**
 * Makes a key of the record store and tells its secret, once: only its hash is kept. Statements that come in with a plain key stay
 * exactly as they were sent, in a partition that nobody counts.
 */
export async function createRecordKey(
  tx: Tx,
  wanted: NewRecordKey,
  tools: KeyTools,
): Promise<Result<MadeKey, KeyRefusal>> {
  const tenant = (await listKeyTenants(tx))[0] ?? noTenant;
  await setCaller(tx, { tenant, user: null });
  const made = await insertNewKey(tx, tenant, wanted, tools);
  if (made.ok) await note(tx, tenant, 'learning.record-key-made', made.value.key, tools);
  return made;
}

/** A key with its secret, told this once, and until when it opens. */
export interface MadeKey {
  readonly key: string;
  readonly secret: string;
  readonly until: Date;
}

/** The same for a tenant that is known, without a line in the log of acts: whoever calls writes it. */
export async function insertNewKey(
  tx: Tx,
  tenant: TenantId,
  { scope, source, days, beside }: NewRecordKey,
  { clock, randomBytes }: Pick<KeyTools, 'clock' | 'randomBytes'>,
): Promise<Result<MadeKey, KeyRefusal>> {
  const longest = source === null ? plainDays : sourceDays;
  const lasts = days ?? longest;
  if (!Number.isInteger(lasts) || lasts < 1 || lasts > longest) return refuse({ type: 'DaysInvalid' });
  // Whoever is in statements of a source is hidden, and a part could not say any more whom it is for.
  if (source !== null && scope === 'launch') return refuse({ type: 'SourceLaunches' });
  if (source !== null && tenant === noTenant) return refuse({ type: 'NotFounded' });
  if (source !== null && (await findOrganisation(tx, tenant, source.organisation)) === null)
    return refuse({ type: 'OrganisationUnknown' });
  const neighbour = beside === null ? null : await findRecordKey(tx, tenant, beside);
  if (beside !== null && !isOfSame(neighbour, source)) return refuse({ type: 'KeyUnknown' });
  const now = clock.now();
  const until = endOf(now, lasts, neighbour?.until ?? null);
  // Begins with a letter, so that no command line takes it for a flag.
  const key = `k${bytesToBase64url(randomBytes(12))}`;
  const secret = bytesToBase64url(randomBytes(32));
  await insertRecordKey(tx, tenant, {
    ...{ key, scope, until, madeAt: now, revokedAt: null },
    hash: await hashText(secret),
    store: neighbour?.store ?? createId<StoreId>(randomBytes),
    source: source?.name ?? null,
    organisation: source?.organisation ?? null,
  });
  return ok({ key, secret, until });
}

function isOfSame(neighbour: RecordKey | null, source: NewRecordKey['source']): boolean {
  return (
    neighbour !== null &&
    neighbour.source === (source?.name ?? null) &&
    neighbour.organisation === (source?.organisation ?? null)
  );
}

/** A key ends no later than the one whose partition it shares: with that one, who is in a source cannot be joined any more. */
function endOf(now: Date, days: number, neighbour: Date | null): Date {
  const until = now.getTime() + days * 86_400_000;
  return new Date(neighbour === null ? until : Math.min(until, neighbour.getTime()));
}

/** Every key, ended ones too; never a secret. */
export async function listAllRecordKeys(tx: Tx): Promise<readonly RecordKey[]> {
  const keys: RecordKey[] = [];
  for (const tenant of await listKeyTenants(tx)) {
    await setCaller(tx, { tenant, user: null });
    keys.push(...(await listRecordKeys(tx, tenant)));
  }
  return keys;
}

/** Ends a key at once and for good. What came in with it stays. */
export async function revokeKey(tx: Tx, key: string, tools: KeyTools): Promise<Result<undefined, KeyRefusal>> {
  for (const tenant of await listKeyTenants(tx)) {
    await setCaller(tx, { tenant, user: null });
    if (!(await revokeRecordKey(tx, tenant, key, tools.clock.now()))) continue;
    await note(tx, tenant, 'learning.record-key-revoked', key, tools);
    return ok(undefined);
  }
  return refuse({ type: 'NotFound' });
}

/** Before there is a tenant there is no log that anybody could read. */
async function note(
  tx: Tx,
  tenant: TenantId,
  act: string,
  subject: string,
  { recordAct, clock }: KeyTools,
): Promise<void> {
  if (tenant === noTenant) return;
  await recordAct(tx, { tenant, act, actor: null, subject, outcome: 'done', at: clock.now() });
}
