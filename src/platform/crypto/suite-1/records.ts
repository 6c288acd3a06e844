import { ok, refuse, utf8Bytes, utf8Text, type RandomBytes, type Result } from '#platform/base';
import { contextOf, type RecordContext } from './context.ts';
import { pad, paddedLength, unpad } from './padding.ts';
import { openBytes, sealBytes, type DoesNotOpen } from './sealed-box.ts';
import type { SpaceKey } from './space-keys.ts';

/** The content of a record: one form, its schema named `kind/n`. */
export interface RecordContent {
  readonly schema: string;
  readonly payload: unknown;
}

/** Opened, but what stands inside names another place: sealed by a client that lied or erred. */
export interface WrongPlace {
  readonly type: 'WrongPlace';
}

/** Seals one version of one record. The context must name the key's own tenant, space and epoch. */
export function sealRecord(
  key: SpaceKey,
  context: RecordContext,
  content: RecordContent,
  randomBytes: RandomBytes,
): Promise<string> {
  const { type, record, version } = context;
  const text = JSON.stringify({ type, record, version, schema: content.schema, payload: content.payload });
  return sealBytes(key.derivation, contextOf(context), pad(utf8Bytes(text), paddedLength), randomBytes, key.id);
}

/** Opens one version of one record for exactly this context, and checks what it says of itself. */
export async function openRecord(
  key: SpaceKey,
  context: RecordContext,
  envelope: string,
): Promise<Result<RecordContent, DoesNotOpen | WrongPlace>> {
  const opened = await openBytes(key.derivation, contextOf(context), envelope);
  if (!opened.ok) return opened;
  const plain = unpad(opened.value);
  if (plain === null) return refuse({ type: 'DoesNotOpen' });
  let parsed: unknown;
  try {
    parsed = JSON.parse(utf8Text(plain));
  } catch {
    return refuse({ type: 'DoesNotOpen' });
  }
  if (typeof parsed !== 'object' || parsed === null) return refuse({ type: 'WrongPlace' });
  const inside = (name: string): unknown => Reflect.get(parsed, name);
  const schema = inside('schema');
  const fits =
    inside('type') === context.type && inside('record') === context.record && inside('version') === context.version;
  if (!fits || typeof schema !== 'string') return refuse({ type: 'WrongPlace' });
  return ok({ schema, payload: inside('payload') });
}
