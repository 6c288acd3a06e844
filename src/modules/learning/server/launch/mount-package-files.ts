import type { TenantId } from '#platform/base';
import { hashText } from '#platform/crypto/server';
import { inTenant, setCaller, type Tx } from '#platform/server/db';
import { isForPackages, type Mount, type MountParts } from '#platform/server/http';
import type { PackageId } from '../../model/open/launch/launch-ids.ts';
import { beginValues } from '../../model/open/play/begin-values.ts';
import { frameMark } from '../../model/open/play/frame-message.ts';
import { frameScript, type FrameSeed } from '../play/frame-client.ts';
import { isOpen } from '../play/is-open.ts';
import { learnerNumber } from '../play/learner-number.ts';
import { listKeyTenants } from '../records/no-tenant.ts';
import { findImported } from '../store/imported-store.ts';
import { findLaunchByPath, type Launch } from '../store/launch-store.ts';
import { findOpeningByPath, listPlays, type Opening } from '../store/play-store.ts';
import { answerFile } from './answer-file.ts';
import { expireCookies } from './expire-cookies.ts';
import { filesOrigin } from './files-origin.ts';
import { isOver } from './open-session.ts';

/**
 * The files of packages, each launch at an address of its own that nobody can guess. What is served there has no origin: it may run its scripts,
 * but has no storage, no cookie and no way to anything but its own files and, by cmi5, the record store and its token (learning design, 7.3).
 * On the second host it has the origin of that host, on which nothing of ours lies and no cookie is set (decision 0085).
 */
export const mountPackageFiles: Mount = {
  name: 'package-files',
  prefix: '/package',
  strangers: true,
  answer: async (parts, { request, origin }) => {
    const { pathname, search } = new URL(request.url);
    const [secret = '', ...rest] = pathname.slice('/package/'.length).split('/');
    const { packageOrigin } = parts;
    const beside = packageOrigin !== null && isForPackages(packageOrigin, origin);
    const here = !beside || origin === (await filesOrigin(packageOrigin, secret));
    const found = here ? await findServed(parts, secret) : null;
    const speaks = found?.opening === null;
    const headers = beside
      ? headersBeside({ origin, ours: parts.publicOrigin ?? 'none' }, secret, {
          speaks,
          forget: forgotten(request, packageOrigin),
        })
      : headersOf(origin, secret, { speaks, inner: isInner(request) });
    const { method } = request;
    if (method !== 'GET' && method !== 'HEAD') {
      headers.set('Allow', 'GET, HEAD');
      return new Response(null, { status: 405, headers });
    }
    const name = readName(rest);
    const missing = (): Response => new Response('Not found', { status: 404, headers });
    if (found === null || name === null) return missing();
    const { tenant, package: pack, opening } = found;
    // No file of a package has an empty name.
    if (name === '' && search === clientQuery && opening !== null) return answerClient(parts, tenant, opening, headers);
    const client = opening === null ? null : `/package/${secret}/${clientQuery}`;
    const range = request.headers.get('Range');
    return (await answerFile(parts, { tenant, package: pack, name, client }, { method, range, headers })) ?? missing();
  },
};

const clientQuery = '?client';

/** Whether a page is asked for as a frame by one that is not ours: it stands in a page of its own package, which has no origin. */
function isInner({ headers }: Request): boolean {
  const framed = ['iframe', 'frame'].includes(headers.get('Sec-Fetch-Dest') ?? '');
  return framed && headers.get('Sec-Fetch-Site') === 'cross-site';
}

/** What makes the browser forget the cookies that a package before left; null where none begins to be shown. */
function forgotten(request: Request, packageOrigin: string): readonly string[] | null {
  const below = packageOrigin.includes('//*.') ? new URL(packageOrigin).hostname.slice(2) : null;
  return isEntered(request) ? expireCookies(request.headers.get('Cookie'), below) : null;
}

/** Whether a package begins to be shown from the second host, by a page of ours or in a window: its own pages ask from there. */
function isEntered({ headers }: Request): boolean {
  const begins = ['iframe', 'document'].includes(headers.get('Sec-Fetch-Dest') ?? '');
  return begins && headers.get('Sec-Fetch-Site') !== 'same-origin';
}

/**
 * Nothing of a package reaches further than this. For a page within a page of the package, `frame-ancestors` is left out: no origin is never
 * `'self'`, and such a page could never be shown (decision 0053).
 */
function headersOf(
  origin: string,
  secret: string,
  { speaks, inner }: { readonly speaks: boolean; readonly inner: boolean },
): Headers {
  const ancestors = inner ? '' : "; frame-ancestors 'self'";
  return new Headers({
    'Content-Security-Policy': `sandbox allow-scripts allow-forms; ${reachOf({ origin, ours: origin }, secret, speaks)}${ancestors}`,
    'Access-Control-Allow-Origin': '*',
    ...everywhere,
  });
}

/** The second host and ours, as addresses begin. */
interface Places {
  readonly origin: string;
  readonly ours: string;
}

/**
 * On the second host the pages of a package reach into each other, and are shown by our pages and themselves alone. What another package left in the
 * storage of that host is cleared as one is entered; a worker that would stay behind there is not let in.
 */
function headersBeside(
  places: Places,
  secret: string,
  { speaks, forget }: { readonly speaks: boolean; readonly forget: readonly string[] | null },
): Headers {
  const policy = `sandbox allow-scripts allow-forms allow-same-origin; ${reachOf(places, secret, speaks)}`;
  const headers = new Headers({
    'Content-Security-Policy': `${policy}; worker-src blob:; frame-ancestors ${places.ours} ${places.origin}`,
    'Origin-Agent-Cluster': '?1',
    ...(forget === null ? {} : { 'Clear-Site-Data': '"storage"' }),
    ...everywhere,
  });
  for (const cookie of forget ?? []) headers.append('Set-Cookie', cookie);
  return headers;
}

/** Nothing but its own files; where the part `speaks` to the record store by itself, that and its token. */
function reachOf({ origin, ours }: Places, secret: string, speaks: boolean): string {
  const own = `${origin}/package/${secret}/`;
  const reach = speaks ? `${own} ${ours}/xapi/1.0.3/ ${ours}/api/learning/cmi5/sessions/` : own;
  return (
    `default-src ${own} 'unsafe-inline' 'unsafe-eval' data: blob:; ` +
    `connect-src ${reach}; form-action ${own}; base-uri ${own}`
  );
}

const everywhere = {
  'Cross-Origin-Resource-Policy': 'cross-origin',
  // Our pages take only frames that ask the same of what they load.
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cache-Control': 'private, no-store',
  'X-Content-Type-Options': 'nosniff',
  'X-DNS-Prefetch-Control': 'off',
} as const;

function readName(parts: readonly string[]): string | null {
  try {
    return parts.map((part) => decodeURIComponent(part)).join('/');
  } catch {
    return null;
  }
}

interface Served {
  readonly tenant: TenantId;
  readonly package: PackageId;
  /** Null where the part speaks to the record store by itself. */
  readonly opening: Opening | null;
}

async function findServed({ database, clock }: MountParts, secret: string): Promise<Served | null> {
  const pathHash = await hashText(secret);
  return inTenant(database, { tenant: null, user: null }, async (tx) => {
    for (const tenant of await listKeyTenants(tx)) {
      await setCaller(tx, { tenant, user: null });
      const launch = await findLaunchByPath(tx, tenant, pathHash);
      if (launch !== null)
        return (await isLaunchOpen(tx, tenant, launch, clock.now()))
          ? { tenant, package: launch.package, opening: null }
          : null;
      const opening = await findOpeningByPath(tx, tenant, pathHash);
      if (opening !== null) return isOpen(opening, clock.now()) ? { tenant, package: opening.package, opening } : null;
    }
    return null;
  });
}

/** A launch of a key is open for a day; one of ours until its opening, of the same id, is ended. */
async function isLaunchOpen(tx: Tx, tenant: TenantId, launch: Launch, now: Date): Promise<boolean> {
  if (isOver(launch, now)) return false;
  const opening = await findOpeningByPath(tx, tenant, launch.session);
  return opening === null || isOpen(opening, now);
}

/** The client with what was kept last: pages may come after one another within one part. */
async function answerClient(
  { database }: MountParts,
  tenant: TenantId,
  opening: Opening,
  headers: Headers,
): Promise<Response> {
  const seed = await inTenant(database, { tenant, user: null }, (tx) => readSeed(tx, tenant, opening));
  if (seed === null) return new Response('Not found', { status: 404, headers });
  headers.set('Content-Type', 'text/javascript; charset=utf-8');
  return new Response(frameScript(seed), { headers });
}

async function readSeed(tx: Tx, tenant: TenantId, opening: Opening): Promise<FrameSeed | null> {
  const { id, user, item, package: pack } = opening;
  const imported = await findImported(tx, tenant, pack);
  const wanted = imported === null || imported.kind === 'cmi5' ? undefined : imported.structure.items[item];
  if (imported === null || imported.kind === 'cmi5' || wanted === undefined) return null;
  const player = { tenant, user, package: pack };
  const play = (await listPlays(tx, player)).find((one) => one.item === item);
  const kept = play === undefined || play.version === 0 ? null : play.values;
  const begun = beginValues(imported.kind, wanted, kept, await learnerNumber(player));
  return { kind: imported.kind, mark: frameMark, opening: id, ...begun };
}
