import { ok, refuse, type AnyRefusal, type Result, type RouteRow } from '#platform/base';
import type { Context } from 'hono';
import type { z } from 'zod';
import { readBounded } from './read-bounded.ts';

/** Params, query and body of a request by the schemas of its row; what does not fit is refused before anything is done. */
export async function parseRequest(row: RouteRow, http: Context): Promise<Result<unknown, AnyRefusal>> {
  const request: Record<string, unknown> = {};
  for (const [name, shape, raw] of [
    ['params', row.params, http.req.param()],
    ['query', row.query, http.req.query()],
  ] as const) {
    if (!shape) continue;
    const parsed = shape.safeParse(raw);
    if (!parsed.success) return refuse(name === 'params' ? { type: 'NotFound' } : invalid(name, parsed.error));
    request[name] = parsed.data;
  }
  const { input } = row;
  if (input === undefined || input === 'nothing') return ok(request);
  const bytes = await readBounded(http.req.raw, row.bodyLimit ?? 64 * 1024);
  if (!bytes.ok) return bytes;
  if (input === 'bytes') return ok({ ...request, input: bytes.value });
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes.value));
  } catch {
    return refuse({ type: 'BodyInvalid', path: '' });
  }
  const parsed = input.safeParse(json);
  return parsed.success ? ok({ ...request, input: parsed.data }) : refuse(invalid('input', parsed.error));
}

/** Says where the body was wrong, never what stood there. */
function invalid(part: string, error: z.ZodError): AnyRefusal & { readonly path: string; readonly reason: string } {
  const [issue] = error.issues;
  return { type: 'BodyInvalid', path: [part, ...(issue?.path ?? [])].join('.'), reason: issue?.code ?? 'custom' };
}
