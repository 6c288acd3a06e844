import { ok, refuse, utf8Bytes, type Result } from '#platform/base';
import { largestRecord } from './told.ts';
import {
  isSealedKind,
  schemaNameOf,
  sealedKinds,
  type SealedContent,
  type SealedKind,
  type SealedRecord,
} from './sealed-kinds.ts';
import { upgradeContent } from './upgrades/upgrades.ts';

export type ReadRefusal =
  /** Written by a newer Baken: show that, keep it byte for byte, do not write it. */
  | { readonly type: 'SchemaNewer'; readonly schema: string }
  /** No kind of ours, or content that does not fit its schema: "this record does not fit". */
  | { readonly type: 'RecordUnfit'; readonly schema: string; readonly path: string };

export type WriteRefusal =
  { readonly type: 'ContentInvalid'; readonly path: string } | { readonly type: 'ContentTooLarge' };

/** Reads what was decrypted: by its schema's name, upgraded to the newest version, checked again. */
export function readSealed(schemaName: string, content: unknown): Result<SealedRecord, ReadRefusal> {
  const [kind = '', number = ''] = schemaName.split('/');
  const version = /^[1-9]\d{0,3}$/.test(number) ? Number(number) : 0;
  if (!isSealedKind(kind) || version === 0) return refuse({ type: 'RecordUnfit', schema: schemaName, path: 'schema' });
  const newest = sealedKinds[kind];
  if (version > newest.version) return refuse({ type: 'SchemaNewer', schema: schemaName });
  const upgraded = upgradeContent(kind, version, newest.version, content);
  const parsed = newest.schema.safeParse(upgraded?.content);
  if (!upgraded || !parsed.success) {
    return refuse({ type: 'RecordUnfit', schema: schemaName, path: parsed.error?.issues[0]?.path.join('.') ?? '' });
  }
  // The schema of this very kind has just accepted the content, which is what the union pairs.
  return ok({ kind, content: parsed.data } as SealedRecord);
}

/** Content ready to be sealed, and the names it is filed under. Refuses what readers would not read. */
export function writeSealed<Kind extends SealedKind>(
  kind: Kind,
  content: SealedContent<Kind>,
): Result<{ readonly type: string; readonly schema: string; readonly content: SealedContent<Kind> }, WriteRefusal> {
  const parsed = sealedKinds[kind].schema.safeParse(content);
  if (!parsed.success) return refuse({ type: 'ContentInvalid', path: parsed.error.issues[0]?.path.join('.') ?? '' });
  if (utf8Bytes(JSON.stringify(content)).length > largestRecord) return refuse({ type: 'ContentTooLarge' });
  return ok({ type: sealedKinds[kind].type, schema: schemaNameOf(kind), content });
}
