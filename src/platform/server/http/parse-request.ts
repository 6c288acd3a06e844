import { ok, refuse, type AnyRefusal, type Result, type RouteRow } from '#platform/base';
import type { Context } from 'hono';
import type { z } from 'zod';
import { findUnstorable, isStorable } from './find-unstorable.ts';
import { readBounded } from './read-bounded.ts';

/**
 * Params, query and body of a request by the schemas of its row; what does not fit is refused before anything is done. So is every text that
 * a database could not hold, whatever a schema says of it: in a body and a query with its place and the reason `text-unstorable`.
 */
export async function parseRequest(row: RouteRow, http: Context): Promise<Result<unknown, AnyRefusal>> {
  const request: Record<string, unknown> = {};
  for (const [name, shape, raw] of [
    ['params', row.params, http.req.param()],
    ['query', row.query, http.req.query()],
  ] as const) {
    if (!shape) continue;
    const [bad] = Object.entries<string>(raw).filter(([, text]) => !isStorable(text));
    if (bad) return refuse(name === 'params' ? { type: 'NotFound' } : unstorable(`${name}.${bad[0]}`));
    const parsed = shape.safeParse(raw);
    if (!parsed.success) return refuse(name === 'params' ? { type: 'NotFound' } : invalid(name, parsed.error));
    request[name] = parsed.data;
  }
  const { input } = row;
  if (input === undefined || input === 'nothing') return ok(request);
  const bytes = await readBounded(http.req.raw, row.bodyLimit ?? 64 * 1024);
  if (!bytes.ok) return bytes;
  if (input === 'bytes') return ok({ ...request, input: bytes.value });
  let text: string;
  let json: unknown;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.value);
    json = JSON.parse(text);
  } catch {
    return refuse({ type: 'BodyInvalid', path: '' });
  }
  const bad = findUnstorable(text, json);
  if (bad !== null) return refuse(unstorable(['input', ...(bad === '' ? [] : [bad])].join('.')));
  const parsed = input.safeParse(json);
  return parsed.success ? ok({ ...request, input: parsed.data }) : refuse(invalid('input', parsed.error));
}

function unstorable(path: string): AnyRefusal & { readonly path: string; readonly reason: string } {
  return { type: 'BodyInvalid', path, reason: 'text-unstorable' };
}

/** Says where the body was wrong, never what stood there. */
function invalid(part: string, error: z.ZodError): AnyRefusal & { readonly path: string; readonly reason: string } {
  const [issue] = error.issues;
  return { type: 'BodyInvalid', path: [part, ...(issue?.path ?? [])].join('.'), reason: issue?.code ?? 'custom' };
}
