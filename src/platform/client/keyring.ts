import { z } from 'zod';
import { isId, ok, refuse, type RandomBytes, type Result, type SpaceId } from '#platform/base';
import { openKeyring, sealKeyring, type DoesNotOpen, type LogMark, type UserIdentity } from '#platform/crypto';

/** What a person's devices remember between visits: how far each log was seen, and which root is trusted. */
export interface Keyring {
  /** Thumbprint of the programme's root, pinned at enrolment. */
  readonly fingerprint: string;
  /** How far the directory was seen; an older one is refused. */
  readonly directory: LogMark | null;
  readonly marks: ReadonlyMap<SpaceId, LogMark>;
}

const hash = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
const mark = z.strictObject({ seq: z.int().min(1), head: hash });
const schema = z.strictObject({
  v: z.literal(1),
  fingerprint: hash,
  directory: mark.nullable(),
  marks: z.array(z.tuple([z.custom<SpaceId>((value) => typeof value === 'string' && isId(value)), mark])),
});

/** Seals the keyring for the server to keep; it holds no keys, so losing it costs time, not data. */
export function writeKeyring(identity: UserIdentity, keyring: Keyring, randomBytes: RandomBytes): Promise<string> {
  const { fingerprint, directory, marks } = keyring;
  const written: z.infer<typeof schema> = { v: 1, fingerprint, directory, marks: [...marks] };
  return sealKeyring(identity, written, randomBytes);
}

/** Opens a keyring; `DoesNotOpen` also when its content is not one. */
export async function readKeyring(identity: UserIdentity, sealed: string): Promise<Result<Keyring, DoesNotOpen>> {
  const opened = await openKeyring(identity, sealed);
  if (!opened.ok) return opened;
  const parsed = schema.safeParse(opened.value);
  if (!parsed.success) return refuse({ type: 'DoesNotOpen' });
  const { fingerprint, directory, marks } = parsed.data;
  return ok({ fingerprint, directory, marks: new Map(marks) });
}
