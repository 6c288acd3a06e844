import type { Context } from 'hono';
import { callerAddress } from './caller-address.ts';
import { failureOf } from './failure-of.ts';
import type { Mount } from './mount.ts';
import { problem } from './problem.ts';
import { reachedAt } from './reached-at.ts';
import type { ServerParts } from './server-parts.ts';

/** Hands a request to a mount. What it throws is reported and answered like any other defect. */
export async function serveMount(parts: ServerParts, mount: Mount, http: Context): Promise<Response> {
  const { database, clock, randomBytes, secrets, hasRoom, publicOrigin, packageOrigin } = parts;
  const given = { database, clock, randomBytes, secrets, hasRoom, publicOrigin, packageOrigin };
  const asked = { address: callerAddress(parts, http), origin: reachedAt(parts, http.req.url) };
  try {
    return await mount.answer(given, { request: http.req.raw, ...asked });
  } catch (error) {
    parts.reportDefect(mount, error);
    const { status, body } = problem({ type: failureOf(error) });
    const headers = { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' };
    return new Response(body, { status, headers });
  }
}
