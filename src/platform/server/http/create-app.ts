import { Hono, type Context } from 'hono';
import { sql } from 'kysely';
import { inTenant } from '../db/index.ts';
import type { BoundRoute } from './context.ts';
import { commonHeaders } from './headers.ts';
import { describeApi } from './describe-api.ts';
import type { Mount } from './mount.ts';
import { isForPackages } from './package-names.ts';
import { serve } from './serve.ts';
import { serveMount } from './serve-mount.ts';
import type { ServerParts } from './server-parts.ts';
import { problem } from './problem.ts';
import { serveStatic } from './serve-static.ts';

/**
 * The whole HTTP side: every bound route, every mount, health, the OpenAPI document and, where a built browser
 * side is given, its files. Anything else answers like something that does not exist.
 */
export function createApp(
  parts: ServerParts,
  routes: readonly BoundRoute[],
  webRoot: string | null,
  mounts: readonly Mount[] = [],
): Hono {
  const app = new Hono();
  app.use('*', async (http, next) => {
    await next();
    for (const [name, value] of Object.entries(commonHeaders)) {
      if (!http.res.headers.has(name)) http.res.headers.set(name, value);
    }
  });
  app.all('*', (http, next) => (isBeside(parts, http) ? serveBeside(parts, mounts, http) : next()));
  for (const bound of routes) app.on(bound.row.method, bound.row.path, (http) => serve(parts, bound, http));
  for (const mount of mounts) {
    app.all(mount.prefix, (http) => serveMount(parts, mount, http));
    app.all(`${mount.prefix}/*`, (http) => serveMount(parts, mount, http));
  }
  app.get('/openapi.json', (http) => http.json(describeApi(routes.map(({ row }) => row))));
  app.get('/health/live', (http) => http.json({ status: 'live' }));
  app.get('/health/ready', async (http) =>
    (await isReady(parts)) ? http.json({ status: 'ready' }) : http.json({ status: 'not-ready' }, 503),
  );
  app.post('/api/csp-report', () => new Response(null, { status: 204 }));
  app.get('*', (http) => {
    const path = new URL(http.req.url).pathname;
    return webRoot === null || path.startsWith('/api/')
      ? notFound()
      : serveStatic(webRoot, path, http.req.raw.headers, parts.packageOrigin);
  });
  app.all('*', () => notFound());
  return app;
}

/** Whether the second host is asked. It is known by its name: both lead to this server. */
function isBeside({ packageOrigin }: ServerParts, http: Context): boolean {
  return packageOrigin !== null && isForPackages(packageOrigin, http.req.url);
}

/** Scripts of strangers have the second host for their origin: no page, no route and no other mount of ours may lie there. */
async function serveBeside(parts: ServerParts, mounts: readonly Mount[], http: Context): Promise<Response> {
  const mount = mounts.find(({ strangers, prefix }) => strangers && http.req.path.startsWith(`${prefix}/`));
  return mount === undefined ? notFound() : serveMount(parts, mount, http);
}

function notFound(): Response {
  const { status, body } = problem({ type: 'NotFound' });
  return new Response(body, {
    status,
    headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' },
  });
}

async function isReady({ database }: ServerParts): Promise<boolean> {
  try {
    await inTenant(database, { tenant: null, user: null }, (tx) => sql`SELECT 1`.execute(tx));
    return true;
  } catch {
    return false;
  }
}
