import { ok, refuse, type Result } from '#platform/base';
import { inTenant, setCaller, type Tx } from '#platform/server/db';
import type { Mount, MountParts } from '#platform/server/http';
import { findTenant, type Tenant } from '#kernel/accounts/server';
import { achievementOf } from '../../model/open/badge/achievement.ts';
import { badgeAddresses, badgesPath } from '../../model/open/badge/badge-addresses.ts';
import { badgeContexts, statusListCredential } from '../../model/open/badge/badge-credential.ts';
import { badgeIssuer } from '../../model/open/badge/badge-issuer.ts';
import { statusBits } from '../../model/open/badge/status-bits.ts';
import { findBadgeKey, findNewestKey, listBadgeKeys, type BadgeKey } from '../store/badge-key-store.ts';
import { findAchievement, findLastList, listRevokedPlaces } from '../store/badge-store.ts';
import { refuseRecord } from '../records/record-answers.ts';
import { achievementWords } from './achievement-words.ts';
import { publicHalf, signWith } from './badge-keys.ts';
import { encodeStatusBits } from './encode-status-bits.ts';
import { keepSignedLists, listSeconds, type SignedLists } from './keep-signed-lists.ts';

/**
 * What readers of badges anywhere ask for: who signs, with which keys, what was achieved, and what was revoked (Open Badges 3.0, Bitstring Status
 * List 1.0). All of it is public, says nothing of any person, and may be kept for a while by whoever asks (decision 0069).
 */
export const mountBadges: Mount = {
  name: 'badges',
  prefix: badgesPath,
  answer: async (parts, { request }) => {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return refused('MethodNotAllowed', { Allow: 'GET, HEAD' });
    const path = new URL(request.url).pathname.slice(badgesPath.length + 1).split('/');
    const found = await inTenant(parts.database, { tenant: null, user: null }, (tx) => find(parts, tx, path));
    if (!found.ok) return refused('NotFound', {});
    const { type, body, seconds } = found.value;
    const headers = { ...anywhere, 'Content-Type': type, 'Cache-Control': `public, max-age=${String(seconds)}` };
    return new Response(request.method === 'HEAD' ? null : body, { headers });
  },
};

/** A public document, and for how long it may be kept. */
interface Told {
  readonly type: string;
  readonly body: string;
  readonly seconds: number;
}

type Found = Result<Told, { readonly type: 'NotFound' }>;

const notFound = refuse({ type: 'NotFound' } as const);
const [hour, day] = [3_600, 86_400];
/** By database, as servers of one process may have several. */
const signed = new WeakMap<MountParts['database'], SignedLists>();

/** What lies at a path; before anybody asked for a badge there is nothing. */
async function find(parts: MountParts, tx: Tx, path: readonly string[]): Promise<Found> {
  const tenant = await findTenant(tx);
  if (tenant === null || path.length > 2) return notFound;
  await setCaller(tx, { tenant: tenant.tenant, user: null });
  const key = await findNewestKey(tx, tenant.tenant);
  if (key === null) return notFound;
  const [area, id] = path;
  if (id === undefined) {
    if (area === 'issuer') return tell(issuerOf(tenant, key), 'application/ld+json', hour);
    if (area === 'keys') return tell(await keySet(tx, tenant), 'application/jwk-set+json', hour);
    return notFound;
  }
  if (area === 'keys') {
    const one = await findBadgeKey(tx, tenant.tenant, id);
    return one === null ? notFound : tell(publicHalf(one), 'application/jwk+json', hour);
  }
  if (area === 'achievements') return findAchieved(tx, tenant, key, id);
  return area === 'status' ? findList(parts, tx, tenant, key, id) : notFound;
}

function tell(value: object, type: string, seconds: number): Found {
  return ok({ type, body: JSON.stringify(value), seconds });
}

function issuerOf({ name }: Tenant, { origin }: BadgeKey): object {
  return { '@context': badgeContexts, ...badgeIssuer(badgeAddresses(origin), origin, name) };
}

async function keySet(tx: Tx, { tenant }: Tenant): Promise<object> {
  return { keys: (await listBadgeKeys(tx, tenant)).map(publicHalf) };
}

async function findAchieved(tx: Tx, { tenant, name }: Tenant, { origin }: BadgeKey, id: string): Promise<Found> {
  const found = await findAchievement(tx, tenant, id);
  if (found === null) return notFound;
  const addresses = badgeAddresses(origin);
  const said = achievementOf(badgeIssuer(addresses, origin, name), addresses, found, achievementWords(found));
  return tell({ '@context': badgeContexts, ...said }, 'application/ld+json', day);
}

/**
 * The list of what was revoked, looked up each time and signed where that changed or some minutes went by; the first one is there, empty, before there
 * is a badge in it.
 */
async function findList(
  parts: MountParts,
  tx: Tx,
  { tenant, name }: Tenant,
  key: BadgeKey,
  asked: string,
): Promise<Found> {
  const list = /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : null;
  if (list === null || list > (await findLastList(tx, tenant)).list) return notFound;
  const addresses = badgeAddresses(key.origin);
  const places = await listRevokedPlaces(tx, tenant, list);
  const issuer = badgeIssuer(addresses, key.origin, name);
  const at = parts.clock.now();
  const said = JSON.stringify([key.id, issuer, places]);
  const body = await listsOf(parts).find(`${tenant} ${String(list)}`, said, at, () => {
    const encodedList = encodeStatusBits(statusBits(places));
    return signWith(key, tenant, statusListCredential(issuer, addresses, { list, encodedList, at }), parts);
  });
  return ok({ type: 'application/vc+jwt', body, seconds: listSeconds });
}

function listsOf({ database }: MountParts): SignedLists {
  const lists = signed.get(database) ?? keepSignedLists();
  signed.set(database, lists);
  return lists;
}

/** No cookie is read below the mount, and nothing of it is meant for us alone: a page from anywhere may ask. */
const anywhere = { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' };

function refused(code: 'NotFound' | 'MethodNotAllowed', more: Readonly<Record<string, string>>): Response {
  const { status, headers, body } = refuseRecord(code);
  // A text, since this refusal has no bytes.
  return new Response(body as string, {
    status,
    headers: { 'Cache-Control': 'no-store', ...anywhere, ...headers, ...more },
  });
}
