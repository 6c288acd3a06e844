import { z } from 'zod';
import type { BodyShape, RouteRow } from '#platform/base';
import { commonRefusals, statusOf } from './problem.ts';

/** The OpenAPI 3.1 document of the routes, made from their rows and from nothing else. */
export function describeApi(rows: readonly RouteRow[]): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const row of rows) {
    const path = row.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [row.method.toLowerCase()]: describeRoute(row) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Baken', version: '0.1.0', license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' } },
    paths,
  };
}

function describeRoute(row: RouteRow): Record<string, unknown> {
  const codes = [...new Set([...commonRefusals, ...row.refusals])];
  const responses: Record<string, unknown> = {
    [row.output === 'nothing' ? '204' : '200']: { description: 'Done', ...content(row.output) },
  };
  for (const code of codes) {
    const status = String(statusOf(code));
    const before: unknown = responses[status] ? Reflect.get(Object(responses[status]), 'description') : null;
    responses[status] = {
      description: typeof before === 'string' ? `${before}, ${code}` : code,
      content: { 'application/problem+json': { schema: { type: 'object' } } },
    };
  }
  return {
    operationId: row.name,
    parameters: [...parameters('path', row.params), ...parameters('query', row.query)],
    ...(row.input && row.input !== 'nothing' ? { requestBody: { required: true, ...content(row.input) } } : {}),
    responses,
    'x-permission': row.permission,
    'x-audit': row.audit,
    'x-step-up': row.stepUp ?? false,
    ...(row.reading ? { 'x-reading-limit': row.reading } : {}),
  };
}

function parameters(place: 'path' | 'query', shape: z.ZodType | undefined): readonly unknown[] {
  if (!shape) return [];
  const schema = toSchema(shape);
  const properties: unknown = Reflect.get(schema, 'properties');
  const required: unknown = Reflect.get(schema, 'required');
  const known = typeof properties === 'object' && properties !== null ? properties : {};
  return Object.entries<unknown>({ ...known }).map(([name, value]) => ({
    name,
    in: place,
    required: place === 'path' || (Array.isArray(required) && required.includes(name)),
    schema: value,
  }));
}

function content(shape: BodyShape): Record<string, unknown> {
  if (shape === 'nothing') return {};
  if (shape === 'bytes')
    return { content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } };
  return { content: { 'application/json': { schema: toSchema(shape) } } };
}

function toSchema(shape: z.ZodType): object {
  return z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' });
}
