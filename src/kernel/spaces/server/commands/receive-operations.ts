import { isId, ok, refuse, type AnyRefusal, type RecordId, type Result, type SpaceId } from '#platform/base';
import { hashCoded, hashOperation, hashText, verifyOperation } from '#platform/crypto/server';
import type { RequestContext } from '#platform/server/http';
import type { ReceivedOperation } from './batch.ts';

type SigningKey = Parameters<typeof verifyOperation>[1];

/** An operation as it came over the wire. */
export interface SentOperation {
  readonly jws: string;
  readonly envelope?: string | undefined;
  readonly coded?: unknown;
  readonly wraps?: readonly { readonly recipient: string; readonly epoch: number; readonly wrap: string }[] | undefined;
}

/**
 * Which records a batch names, before anything of it is believed: only so that their newest versions can be asked for
 * together with the rest. What is verified afterwards names the same ones, as it is the same text.
 */
export function peekRecords(sent: readonly SentOperation[]): readonly RecordId[] {
  const named = sent.map(({ jws }) => peekRecord(jws)).filter((id) => id !== null);
  return [...new Set(named)];
}

function peekRecord(jws: string): RecordId | null {
  try {
    const payload: unknown = JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString());
    const record: unknown = typeof payload === 'object' && payload ? Reflect.get(payload, 'record') : null;
    // An id by its form; what is none finds nothing.
    return typeof record === 'string' && isId(record) ? (record as RecordId) : null;
  } catch {
    return null;
  }
}

/** Signatures, chain and address of every operation; what fails is refused with a stable reason. */
export async function receiveOperations(
  context: Pick<RequestContext, 'tenant' | 'user' | 'clock'>,
  spaceId: SpaceId,
  sent: readonly SentOperation[],
  key: SigningKey,
): Promise<Result<readonly ReceivedOperation[], AnyRefusal>> {
  const { tenant, user } = context;
  const received: ReceivedOperation[] = [];
  let prev: { seq: number; hash: string } | null = null;
  for (const { jws, envelope, coded, wraps } of sent) {
    const verified = await verifyOperation(jws, key);
    if (!verified.ok) return invalid('signature');
    const payload = verified.value;
    if (payload.tenant !== tenant || payload.case !== spaceId || payload.author !== user) return invalid('address');
    if (prev && (payload.seq !== prev.seq + 1 || payload.prev !== prev.hash)) return invalid('chain');
    if (!isAround(payload.time, context.clock.now())) return invalid('time');
    const hash = await hashOperation(jws);
    prev = { seq: payload.seq, hash };
    received.push({
      jws,
      hash,
      payload,
      envelope,
      envelopeHash: envelope === undefined ? null : await hashText(envelope),
      coded,
      codedHash: coded === undefined ? null : await hashOpenValues(coded),
      wraps: wraps ?? [],
    });
  }
  return ok(received);
}

/** Null for values that canonical JSON cannot hold, such as fractions: no signature fits them. */
async function hashOpenValues(coded: unknown): Promise<string | null> {
  try {
    // Anything that came as JSON is a canonical value, but for fractions, which throw.
    return await hashCoded(coded as Parameters<typeof hashCoded>[0]);
  } catch {
    return null;
  }
}

/** A device whose clock is a day off is told so: the hour it signs would mislead later readers. */
function isAround(time: string, now: Date): boolean {
  const difference = Math.abs(Date.parse(time) - now.getTime());
  return difference < 26 * 3_600_000;
}

/** What cannot be believed, with a stable reason. */
export function invalid(reason: string) {
  return refuse({ type: 'OperationInvalid', reason } as const);
}
