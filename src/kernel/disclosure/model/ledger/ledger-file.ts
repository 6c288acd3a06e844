import { ok, type TenantId } from '#platform/base';
import { readFields, readList, readText, type Read } from '../ask/read-fields.ts';
import { refuseDisclosure } from '../disclosure-refusal.ts';
import type { SignedEntry } from './ledger-entry.ts';
import { readHash, readId } from './read-figures.ts';

/** A ledger as it is exported: with the directory of keys, so that it can be verified without the installation. */
export interface LedgerFile {
  readonly format: 'baken-ledger/1';
  readonly tenant: TenantId;
  /** Thumbprint of the root key of the programme: whoever verifies compares it with what the programme printed. */
  readonly fingerprint: string;
  /** Documents and entries of the directory of keys, each a compact JWS. */
  readonly documents: readonly string[];
  readonly directory: readonly string[];
  readonly entries: readonly SignedEntry[];
}

const names = ['format', 'tenant', 'fingerprint', 'documents', 'directory', 'entries'] as const;

/** Reads an exported ledger, from anybody; nothing in it is verified by that. Refuses with the codes of questions. */
export function readLedgerFile(value: unknown): Read<LedgerFile> {
  const fields = readFields(value, names, names);
  if (!fields.ok) return fields;
  if (fields.value.format !== 'baken-ledger/1') return refuseDisclosure('field-malformed', 'format');
  const tenant = readId<TenantId>(fields.value.tenant, 'tenant');
  if (!tenant.ok) return tenant;
  const fingerprint = readHash(fields.value.fingerprint, 'fingerprint');
  if (!fingerprint.ok) return fingerprint;
  const documents = readList(fields.value.documents, 'documents', readText);
  if (!documents.ok) return documents;
  const directory = readList(fields.value.directory, 'directory', readText);
  if (!directory.ok) return directory;
  const entries = readList(fields.value.entries, 'entries', readSigned);
  if (!entries.ok) return entries;
  return ok({
    ...{ format: 'baken-ledger/1', tenant: tenant.value, fingerprint: fingerprint.value },
    ...{ documents: documents.value, directory: directory.value, entries: entries.value },
  });
}

function readSigned(value: unknown, path: string): Read<SignedEntry> {
  const parts = ['content', 'seal'] as const;
  const fields = readFields(value, parts, parts, path);
  if (!fields.ok) return fields;
  const content = readText(fields.value.content, `${path}.content`);
  if (!content.ok) return content;
  const seal = readText(fields.value.seal, `${path}.seal`);
  return seal.ok ? ok({ content: content.value, seal: seal.value }) : seal;
}
