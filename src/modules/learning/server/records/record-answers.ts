import type { PackageProblem } from '../packages/package-report.ts';

/** An answer before it is sent: what the transaction did is kept unless it is a refusal, or `keep` says so. */
export interface RecordAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | null;
  readonly keep?: true;
}

/** Codes of what the record store refuses, with the status that the standard gives for it. */
const statuses = {
  ParameterInvalid: 400,
  BodyInvalid: 400,
  StatementInvalid: 400,
  MultipartInvalid: 400,
  AttachmentInvalid: 400,
  SignatureInvalid: 400,
  VersionInvalid: 400,
  TokenInvalid: 400,
  KeyInvalid: 401,
  ScopeMissing: 403,
  DocumentRefused: 403,
  SessionRefused: 403,
  NotFound: 404,
  MethodNotAllowed: 405,
  StatementTaken: 409,
  DocumentExists: 409,
  RegistrationTaken: 409,
  AlreadySatisfied: 409,
  SessionEnded: 409,
  NeedsOwnHost: 409,
  TagDiffers: 412,
  TooLarge: 413,
  TypeNotTaken: 415,
  PackageRefused: 422,
  TooManyTries: 429,
  StorageFull: 507,
} as const;

export type RecordRefusalCode = keyof typeof statuses;

/** Which property is wrong, and by which rule; for people, a sentence. */
interface RefusalDetail {
  readonly path?: string | undefined;
  readonly rule?: string | undefined;
  readonly detail?: string;
  readonly problems?: readonly PackageProblem[];
  readonly retryAfter?: number;
}

/** A problem (RFC 9457): a stable code, the place and the rule; never a value that was sent. */
export function refuseRecord(code: RecordRefusalCode, more: RefusalDetail = {}): RecordAnswer {
  const status = statuses[code];
  const body = JSON.stringify({ type: `/problems/${code}`, title: code, status, code, ...more });
  const headers: Record<string, string> = { 'Content-Type': 'application/problem+json' };
  if (status === 401) headers['WWW-Authenticate'] = 'Basic realm="record store", charset="UTF-8"';
  if (more.retryAfter !== undefined) headers['Retry-After'] = String(more.retryAfter);
  return { status, headers, body };
}

/** An answer of JSON. */
export function answerJson(value: unknown, headers: Readonly<Record<string, string>> = {}): RecordAnswer {
  return { status: 200, headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(value) };
}

/** Done, and nothing to say. */
export const answerDone: RecordAnswer = { status: 204 };
