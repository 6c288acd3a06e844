import { hashText } from '#platform/crypto/server';
import { inTenant, setCaller } from '#platform/server/db';
import type { Mount, MountParts } from '#platform/server/http';
import { listKeyTenants } from '../records/no-tenant.ts';
import { findLaunchByPath } from '../store/launch-store.ts';
import { readPackageFile } from '../store/package-store.ts';
import { isOver } from './open-session.ts';

/**
 * The files of packages, each launch at an address of its own that nobody can guess. What is served there has no origin: it may run its scripts,
 * but has no storage, no cookie and no way to anything but its own files, the record store and its token (learning design, 7.3).
 */
export const mountPackageFiles: Mount = {
  name: 'package-files',
  prefix: '/package',
  answer: async (parts, { request }) => {
    const { pathname, origin } = new URL(request.url);
    const [secret = '', ...rest] = pathname.slice('/package/'.length).split('/');
    const own = `${origin}/package/${secret}/`;
    const headers = headersOf(origin, own);
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return new Response(null, { status: 405, headers: { ...headers, Allow: 'GET, HEAD' } });
    const name = readName(rest);
    const body = name === null ? null : await readFile(parts, secret, name);
    if (body === null || name === null) return new Response('Not found', { status: 404, headers });
    const type = types[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream';
    // Read just now into memory of its own.
    return new Response(body as Uint8Array<ArrayBuffer>, { headers: { ...headers, 'Content-Type': type } });
  },
};

function headersOf(origin: string, own: string): Readonly<Record<string, string>> {
  const reach = `${own} ${origin}/xapi/1.0.3/ ${origin}/api/learning/cmi5/sessions/`;
  return {
    'Content-Security-Policy':
      `sandbox allow-scripts allow-forms; default-src ${own} 'unsafe-inline' 'unsafe-eval' data: blob:; ` +
      `connect-src ${reach}; form-action ${own}; base-uri ${own}; frame-ancestors 'self'`,
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Cross-Origin-Embedder-Policy': 'unsafe-none',
    'Cache-Control': 'private, no-store',
    'X-Content-Type-Options': 'nosniff',
  };
}

function readName(parts: readonly string[]): string | null {
  try {
    return parts.map((part) => decodeURIComponent(part)).join('/');
  } catch {
    return null;
  }
}

async function readFile({ database, clock }: MountParts, secret: string, name: string): Promise<Uint8Array | null> {
  const pathHash = await hashText(secret);
  return inTenant(database, { tenant: null, user: null }, async (tx) => {
    for (const tenant of await listKeyTenants(tx)) {
      await setCaller(tx, { tenant, user: null });
      const launch = await findLaunchByPath(tx, tenant, pathHash);
      if (launch !== null)
        return isOver(launch, clock.now()) ? null : readPackageFile(tx, tenant, launch.package, name);
    }
    return null;
  });
}

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  htm: 'text/html; charset=utf-8',
  xhtml: 'application/xhtml+xml',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json',
  xml: 'application/xml',
  txt: 'text/plain; charset=utf-8',
  vtt: 'text/vtt; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  ico: 'image/x-icon',
  mp3: 'audio/mpeg',
  ogg: 'audio/ogg',
  wav: 'audio/wav',
  m4a: 'audio/mp4',
  mp4: 'video/mp4',
  webm: 'video/webm',
  pdf: 'application/pdf',
  woff: 'font/woff',
  woff2: 'font/woff2',
  ttf: 'font/ttf',
  otf: 'font/otf',
  wasm: 'application/wasm',
};
