import { refuse, ok, type Result } from '#platform/base';
import type { PublicJwk } from './directory-schema.ts';
import { hashText } from './hash.ts';
import { operationSchema, type OperationPayload } from './operation-schema.ts';
import { peekPayload, signPayload, verifyPayload, type BadSignature } from './signatures.ts';

const purpose = 'baken-op';

/** A signed value that is no operation. */
export interface Malformed {
  readonly type: 'Malformed';
}

/** Signs one operation with its author's key. */
export function signOperation(key: CryptoKey, operation: OperationPayload): Promise<string> {
  // An operation holds only what JSON can hold; optional properties that are absent are left out first.
  return signPayload(key, purpose, JSON.parse(JSON.stringify(operation)) as never);
}

/** The operation, if this key signed it and it has the shape of one. */
export async function verifyOperation(
  jws: string,
  key: PublicJwk,
): Promise<Result<OperationPayload, BadSignature | Malformed>> {
  const verified = await verifyPayload(jws, key, purpose);
  if (!verified.ok) return verified;
  const parsed = operationSchema.safeParse(verified.value);
  return parsed.success ? ok(parsed.data) : refuse({ type: 'Malformed' });
}

/** What an operation claims to be, before anything is verified; null when it is no operation at all. */
export function peekOperation(jws: string): OperationPayload | null {
  const parsed = operationSchema.safeParse(peekPayload(jws));
  return parsed.success ? parsed.data : null;
}

/** The link of the chain: `prev` of the next operation is this. */
export function hashOperation(jws: string): Promise<string> {
  return hashText(jws);
}
