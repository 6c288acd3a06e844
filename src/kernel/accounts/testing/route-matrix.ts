import { bytesToBase64url, createId, type RouteRow } from '#platform/base';
import type { Fetch } from '#platform/client';
import type { Role } from '#kernel/access';
import { testRandomBytes } from './found-programme.ts';

/** How the server answered one probe of a route. */
export interface ProbedRoute {
  readonly row: RouteRow;
  readonly role: Role | 'nobody';
  readonly status: number;
  readonly code: string | null;
}

/**
 * Calls every route as one person (or as nobody) with ids that belong to nothing and an empty body.
 * Permission is asked after the body was read, so routes with a body get one that `bodies` gives by name.
 */
export async function probeRoutes(
  rows: readonly RouteRow[],
  address: string,
  person: { readonly role: Role | 'nobody'; readonly fetch: Fetch },
  bodies: Readonly<Record<string, unknown>>,
): Promise<readonly ProbedRoute[]> {
  const probed: ProbedRoute[] = [];
  for (const row of rows) {
    const response = await person.fetch(`${address}${fill(row.path)}`, {
      method: row.method,
      headers: {
        'X-Req': '1',
        'Content-Type': row.input === 'bytes' ? 'application/octet-stream' : 'application/json',
      },
      ...(row.method === 'GET' ? {} : { body: JSON.stringify(bodies[row.name] ?? {}) }),
    });
    const code = response.ok ? null : readCode(await response.json().catch(() => null));
    probed.push({ row, role: person.role, status: response.status, code });
  }
  return probed;
}

/** Ids that are well formed and belong to nothing. */
function fill(path: string): string {
  return path.replaceAll(/:(\w+)/g, (_, name: string) => {
    if (name === 'session') return bytesToBase64url(testRandomBytes(32));
    if (name === 'id' && path.includes('/invitations/')) return bytesToBase64url(testRandomBytes(16));
    return createId<string>(testRandomBytes);
  });
}

function readCode(body: unknown): string | null {
  const code: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'code') : null;
  return typeof code === 'string' ? code : null;
}
