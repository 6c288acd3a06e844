import type { AnyRefusal } from '#platform/base';

/** Refusals that every route may give. */
export const commonRefusals = [
  'BodyInvalid',
  'TooLarge',
  'SignInNeeded',
  'StepUpNeeded',
  'NotPermitted',
  'NotFound',
  'TooManyTries',
  'CrossSite',
  'StorageFull',
  'Interrupted',
  'Defect',
] as const;

const statuses: Readonly<Record<string, number>> = {
  BodyInvalid: 422,
  TooLarge: 413,
  SignInNeeded: 401,
  StepUpNeeded: 403,
  NotPermitted: 403,
  RoleEnded: 403,
  TrainingNotValid: 403,
  NotFound: 404,
  SignInFailed: 401,
  NotConfirmed: 403,
  FoundingCodeWrong: 403,
  HandleTaken: 409,
  InvitationUsed: 410,
  InvitationExpired: 410,
  Stale: 409,
  CodeNameTaken: 409,
  IdTaken: 409,
  AlreadyFounded: 409,
  'ledger-moved': 409,
  'ledger-broken': 409,
  TooManyTries: 429,
  ReadingPaused: 429,
  CrossSite: 403,
  StorageFull: 507,
  Interrupted: 503,
  Defect: 500,
};

/** HTTP status of a refusal; 422 for what a well-formed request may not do. */
export function statusOf(code: string): number {
  return statuses[code] ?? 422;
}

/**
 * A problem response (RFC 9457). Holds the stable code and nothing of the request: no value, no id.
 * `path` says which property of the body was wrong, `reason` is a code of the route's own.
 */
export function problem(refusal: AnyRefusal): { readonly status: number; readonly body: string } {
  const status = statusOf(refusal.type);
  const extra: Record<string, unknown> = {};
  for (const name of ['path', 'reason', 'retryAfter', 'triesLeft'] as const) {
    const value: unknown = Reflect.get(refusal, name);
    if (typeof value === 'string' || typeof value === 'number') extra[name] = value;
  }
  return {
    status,
    body: JSON.stringify({
      type: `/problems/${refusal.type}`,
      title: refusal.type,
      status,
      code: refusal.type,
      ...extra,
    }),
  };
}
