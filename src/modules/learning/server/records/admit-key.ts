import { ok, refuse, type Result, type TenantId } from '#platform/base';
import { hashText, isSameText } from '#platform/crypto/server';
import { inTenant, lastStatements, setCaller, type Database, type Tx } from '#platform/server/db';
import { countTry, type MountParts } from '#platform/server/http';
import type { StoreId, StorePlace } from '../../model/open/statement/record-ids.ts';
import { findOpenSession, type OpenSession } from '../launch/open-session.ts';
import { findRecordKey, type KeyScope, type RecordKey } from '../store/record-key-store.ts';
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
}

type Admission = Result<Access, { readonly type: 'Answer'; readonly answer: RecordAnswer }>;

/** Wrong keys from one address in a quarter of an hour: enough for somebody who sets a system up, few for a machine that tries. */
const wrongKeys = { limit: 120, windowMinutes: 15 } as const;

/** Looks up the key that came with a request (HTTP Basic), before anything of its body is read. */
export async function admitKey(
  parts: MountParts,
  asked: Pick<RecordRequest, 'header' | 'origin'>,
  address: string,
): Promise<Admission> {
  const shown = readBasic(asked.header('Authorization'));
  const known = shown === null ? null : await findKnownHolder(parts, shown);
  if (known !== null) return ok(known);
  return inTenant(parts.database, { tenant: null, user: null }, async (tx): Promise<Admission> => {
    const found = shown === null ? null : await findHolder(tx, shown, { now: parts.clock.now(), origin: asked.origin });
    if (found !== null) {
      if (shown !== null && found.session === null) remember(parts.database, shown.key, found.tenant);
      return ok(found);
    }
    const within = await countTry(tx, `lrs-key:${address}`, wrongKeys, parts.clock);
    const answer = within.ok
      ? refuseRecord('KeyInvalid')
      : refuseRecord('TooManyTries', { retryAfter: within.refusal.retryAfter });
    return refuse({ type: 'Answer', answer });
  });
}

/** Whose the keys are that opened something before, of one database each; so many at most. */
const tenantsOf = new WeakMap<Database, Map<string, TenantId>>();
const rememberedKeys = 1_000;

function remember(database: Database, key: string, tenant: TenantId): void {
  const known = tenantsOf.get(database) ?? new Map<string, TenantId>();
  if (known.size >= rememberedKeys) known.clear();
  tenantsOf.set(database, known.set(key, tenant));
}

/**
 * Looks a key up whose tenant is known from before: all of it is one journey to the database, the commit included. What the key is good for
 * is asked each time, so one that was revoked a moment ago opens nothing; null sends whoever asks the long way.
 */
async function findKnownHolder(parts: MountParts, { key, secret }: Shown): Promise<Access | null> {
  const tenant = tenantsOf.get(parts.database)?.get(key);
  if (tenant === undefined) return null;
  const [hash, held] = await Promise.all([
    hashText(secret),
    inTenant(
      parts.database,
      { tenant, user: null },
      (tx) => {
        lastStatements(tx, 1);
        return findRecordKey(tx, tenant, key);
      },
      () => true,
      { snapshot: true },
    ),
  ]);
  return held === null ? null : accessOf(tenant, key, held, hash, parts.clock.now());
}

function accessOf(
  tenant: TenantId,
  key: string,
  held: RecordKey & { readonly hash: string },
  hash: string,
  now: Date,
): Access | null {
  const opens = isSameText(held.hash, hash) && isInForce(held, now);
  return opens ? { tenant, store: held.store, key, scope: held.scope, source: held.source, session: null } : null;
}

interface Asking {
  readonly now: Date;
  readonly origin: string;
}

async function findHolder(tx: Tx, { key, secret }: Shown, { now, origin }: Asking): Promise<Access | null> {
  const hash = await hashText(secret);
  // A key for tests may be older than the programme itself.
  for (const tenant of await listKeyTenants(tx)) {
    await setCaller(tx, { tenant, user: null });
    const session = await findOpenSession(tx, tenant, { token: key, hash, now, origin });
    if (session !== null) return { tenant, store: session.store, key, scope: 'write', source: null, session };
    const held = await findRecordKey(tx, tenant, key);
    if (held === null) continue;
    return accessOf(tenant, key, held, hash, now);
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
