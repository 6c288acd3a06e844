import { ok, refuse, type Result, type TenantId } from '#platform/base';
import { hashText, isSameText } from '#platform/crypto/server';
import { inTenant, setCaller, type Database, type TransactionOptions, type Tx } from '#platform/server/db';
import { countTry, type MountParts } from '#platform/server/http';
import type { StoreId, StorePlace } from '../../model/open/statement/record-ids.ts';
import { findOpenSession, type OpenSession } from '../launch/open-session.ts';
import { findRecordKey, type HeldKey, type KeyScope, type RecordKey } from '../store/record-key-store.ts';
import { listKeyTenants } from './no-tenant.ts';
import { refuseRecord, type RecordAnswer } from './record-answers.ts';
import type { RecordRequest } from './record-request.ts';

/** Who a request is from, and what they may do. */
export interface Access extends StorePlace<TenantId> {
  readonly store: StoreId;
  readonly key: string;
  readonly scope: KeyScope;
  readonly source: string | null;
  /** The session of a part that was opened; null for whoever holds a key. */
  readonly session: OpenSession | null;
  /** For a key that is known from before: its hash, and whether the database has said that it still holds. */
  readonly recalled?: { readonly hash: string; confirmed: boolean };
}

type Admission = Result<Access, { readonly type: 'Answer'; readonly answer: RecordAnswer }>;

/** Wrong keys from one address in a quarter of an hour: enough for somebody who sets a system up, few for a machine that tries. */
const wrongKeys = { limit: 120, windowMinutes: 15 } as const;

type Shows = Pick<RecordRequest, 'header' | 'origin'>;

/** Looks up the key that came with a request (HTTP Basic), before anything of its body is read. */
export async function admitKey(parts: MountParts, asked: Shows, address: string): Promise<Admission> {
  const recalled = await recallKey(parts, asked);
  if (recalled === null) return admitAnew(parts, asked, address);
  try {
    await confirmKey(parts, recalled);
    return ok(recalled);
  } catch (error) {
    if (error instanceof KeyEnded) return admitAnew(parts, asked, address);
    throw error;
  }
}

/** The same for a key of which nothing is known, or nothing any more. */
export async function admitAnew(parts: MountParts, asked: Shows, address: string): Promise<Admission> {
  const shown = readBasic(asked.header('Authorization'));
  return inTenant(parts.database, { tenant: null, user: null }, async (tx): Promise<Admission> => {
    const found =
      shown === null
        ? null
        : await findHolder(parts.database, tx, shown, { now: parts.clock.now(), origin: asked.origin });
    if (found !== null) return ok(found);
    const within = await countTry(tx, `lrs-key:${address}`, wrongKeys, parts.clock);
    const answer = within.ok
      ? refuseRecord('KeyInvalid')
      : refuseRecord('TooManyTries', { retryAfter: within.refusal.retryAfter });
    return refuse({ type: 'Answer', answer });
  });
}

/**
 * What a key opened a moment ago, from memory, when the same secret is shown: a guess, with which a request may begin. Nothing is told and
 * nothing kept before the database says that it still holds (`inStore`), so a key that was revoked opens nothing from that moment on.
 */
export async function recallKey({ database }: Pick<MountParts, 'database'>, asked: Shows): Promise<Access | null> {
  const shown = readBasic(asked.header('Authorization'));
  const held = shown === null ? undefined : keysOf.get(database)?.get(shown.key);
  if (shown === null || held === undefined || !isSameText(held.hash, await hashText(shown.secret))) return null;
  const { tenant, store, key, scope, source, hash } = held;
  return { tenant, store, key, scope, source, session: null, recalled: { hash, confirmed: false } };
}

/** Keys that opened something before, of one database each; so many at most. Never a secret. */
const keysOf = new WeakMap<Database, Map<string, RememberedKey>>();
const rememberedKeys = 1_000;

interface RememberedKey extends Omit<Access, 'session' | 'recalled'> {
  readonly hash: string;
}

function remember(database: Database, held: RememberedKey): void {
  const known = keysOf.get(database) ?? new Map<string, RememberedKey>();
  if (known.size >= rememberedKeys) known.clear();
  keysOf.set(database, known.set(held.key, held));
}

/** A key is not any more what it was when it was used before: everything of the transaction is undone. */
export class KeyEnded extends Error {}

/**
 * A transaction in the partition of whoever asks. With a key that was recalled, its first statement looks the key up in the database: when
 * that is not what was recalled, it fails with `KeyEnded`, whatever came of the rest.
 */
export async function inStore<Value>(
  { database, clock }: Pick<MountParts, 'database' | 'clock'>,
  access: Access,
  work: (tx: Tx) => Promise<Value>,
  keep: (value: Value) => boolean = () => true,
  options: TransactionOptions = {},
): Promise<Value> {
  const confirmed = async (tx: Tx): Promise<Value> => {
    const { recalled } = access;
    if (recalled === undefined) return work(tx);
    const [held, value] = await Promise.all([findRecordKey(tx, access.tenant, access.key), work(tx)]);
    if (held === null || !isUnchanged(access, recalled.hash, held, clock.now())) {
      keysOf.get(database)?.delete(access.key);
      throw new KeyEnded('the key is not what it was');
    }
    recalled.confirmed = true;
    return value;
  };
  return inTenant(database, { tenant: access.tenant, user: null }, confirmed, keep, options);
}

function isUnchanged(access: Access, hash: string, held: HeldKey, now: Date): boolean {
  const { store, scope, source } = held;
  const same = store === access.store && scope === access.scope && source === access.source;
  return same && held.hash === hash && isInForce(held, now);
}

/** Asks the database whether a recalled key still holds, where nothing else was asked; fails with `KeyEnded`. */
export async function confirmKey(parts: Pick<MountParts, 'database' | 'clock'>, access: Access): Promise<void> {
  if (access.recalled === undefined || access.recalled.confirmed) return;
  await inStore(parts, access, () => Promise.resolve(), undefined, { readOnly: true });
}

interface Asking {
  readonly now: Date;
  readonly origin: string;
}

async function findHolder(
  database: Database,
  tx: Tx,
  { key, secret }: Shown,
  { now, origin }: Asking,
): Promise<Access | null> {
  const hash = await hashText(secret);
  // A key for tests may be older than the programme itself.
  for (const tenant of await listKeyTenants(tx)) {
    await setCaller(tx, { tenant, user: null });
    const session = await findOpenSession(tx, tenant, { token: key, hash, now, origin });
    if (session !== null) return { tenant, store: session.store, key, scope: 'write', source: null, session };
    const held = await findRecordKey(tx, tenant, key);
    if (held === null) continue;
    if (!isSameText(held.hash, hash) || !isInForce(held, now)) return null;
    const access = { tenant, store: held.store, key, scope: held.scope, source: held.source };
    remember(database, { ...access, hash });
    return { ...access, session: null };
  }
  return null;
}

function isInForce({ until, revokedAt }: RecordKey, now: Date): boolean {
  return revokedAt === null && (until === null || now < until);
}

interface Shown {
  readonly key: string;
  readonly secret: string;
}

function readBasic(header: string | null): Shown | null {
  const coded = /^Basic ([A-Za-z0-9+/=]{1,600})$/i.exec(header?.trim() ?? '')?.[1];
  if (coded === undefined) return null;
  const text = Buffer.from(coded, 'base64').toString('utf8');
  const at = text.indexOf(':');
  // No key has the sign that PostgreSQL cannot hold in a text.
  return at < 1 || text.includes('\0') ? null : { key: text.slice(0, at), secret: text.slice(at + 1) };
}

/** Why a key may not do what is asked; null when it may. Who only writes may not read, and the other way round. */
export function refuseScope({ scope }: Access, method: string): RecordAnswer | null {
  const reads = method === 'GET' || method === 'HEAD';
  const may = scope === 'all' || (reads ? scope === 'read' || scope === 'launch' : scope === 'write');
  return may ? null : refuseRecord('ScopeMissing');
}
