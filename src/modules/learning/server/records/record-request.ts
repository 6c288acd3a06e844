import { ok, refuse, type Result } from '#platform/base';
import { readBounded } from '#platform/server/http';
import type { XapiVersion } from '../../model/open/statement/xapi-version.ts';
import { refuseRecord, type RecordAnswer } from './record-answers.ts';

/** The most that one request may bring (learning design, 6.1). */
export const recordCaps = { json: 8 * 1024 * 1024, multipart: 32 * 1024 * 1024, statements: 500, depth: 32 } as const;

/** A request to the record store, whichever way it was written. */
export interface RecordRequest {
  /** By whose rules: the mount decides. */
  readonly version: XapiVersion;
  /** Path of the mount, for addresses in answers. */
  readonly mount: string;
  readonly origin: string;
  readonly resource: string;
  readonly method: string;
  readonly parameters: URLSearchParams;
  readonly header: (name: string) => string | null;
  /** The body, read when it is asked for, and once however often that is. */
  readonly body: () => Promise<Result<Uint8Array, { readonly type: 'TooLarge' }>>;
}

const mounts = [
  { mount: '/xapi/1.0.3', version: '1.0.3' },
  { mount: '/xapi', version: '2.0.0' },
] as const;

/** Reads which mount and resource a request is for, and undoes the alternate syntax of 1.0.3. `origin` is where it reached us. */
export async function readRecordRequest(
  request: Request,
  origin: string,
): Promise<Result<RecordRequest, { readonly answer: RecordAnswer; readonly type: 'Answer' }>> {
  const { pathname, searchParams } = new URL(request.url);
  const found = mounts.find(({ mount }) => pathname === mount || pathname.startsWith(`${mount}/`));
  if (found === undefined) return refuse({ type: 'Answer', answer: refuseRecord('NotFound') });
  const limit = isMultipart(request.headers.get('Content-Type')) ? recordCaps.multipart : recordCaps.json;
  let body: ReturnType<RecordRequest['body']> | undefined;
  const asked: RecordRequest = {
    ...found,
    origin,
    resource: pathname.slice(found.mount.length + 1).replace(/\/$/, ''),
    method: request.method,
    parameters: searchParams,
    header: (name) => request.headers.get(name),
    body: () => (body ??= readBounded(request, limit)),
  };
  const [method] = searchParams.getAll('method');
  if (request.method !== 'POST' || method === undefined || found.version !== '1.0.3') return ok(asked);
  const read = await readAlternate(asked, method);
  return read.ok ? read : refuse({ type: 'Answer', answer: read.refusal.answer });
}

/** True for the content type of statements with their attachments. */
export function isMultipart(type: string | null): boolean {
  return /^multipart\/mixed\s*(;|$)/i.test(type?.trim() ?? '');
}

const formHeaders = [
  'authorization',
  'x-experience-api-version',
  'content-type',
  'content-length',
  'if-match',
  'if-none-match',
  'accept-language',
];

/** A form that stands for a request (xAPI 1.0.3, part three, 1.3): headers, parameters and the body are its fields. */
async function readAlternate(
  asked: RecordRequest,
  method: string,
): Promise<Result<RecordRequest, { readonly type: 'Answer'; readonly answer: RecordAnswer }>> {
  const wrong = (answer: RecordAnswer) => refuse({ type: 'Answer' as const, answer });
  if ([...asked.parameters.keys()].length > 1)
    return wrong(refuseRecord('ParameterInvalid', { rule: 'alternate-request-has-only-the-method' }));
  if (!['GET', 'PUT', 'POST', 'DELETE', 'HEAD'].includes(method))
    return wrong(refuseRecord('ParameterInvalid', { path: 'method', rule: 'is-a-method' }));
  const bytes = await asked.body();
  if (!bytes.ok) return wrong(refuseRecord('TooLarge'));
  const form = new URLSearchParams(new TextDecoder().decode(bytes.value));
  const headers = new Map<string, string>();
  const parameters = new URLSearchParams();
  let content: string | null = null;
  for (const [name, value] of form) {
    if (name === 'content') content = value;
    else if (formHeaders.includes(name.toLowerCase())) headers.set(name.toLowerCase(), value);
    else parameters.append(name, value);
  }
  const needsContent = method === 'PUT' || method === 'POST';
  if (needsContent && content === null)
    return wrong(refuseRecord('BodyInvalid', { path: 'content', rule: 'alternate-request-has-content' }));
  const body = new TextEncoder().encode(content ?? '');
  const typed =
    headers.has('content-type') || !needsContent ? headers : headers.set('content-type', 'application/json');
  return ok({
    ...asked,
    method,
    parameters,
    header: (name) => {
      const key = name.toLowerCase();
      return typed.get(key) ?? (key === 'content-type' ? null : asked.header(name));
    },
    body: () => Promise.resolve(ok(body)),
  });
}
