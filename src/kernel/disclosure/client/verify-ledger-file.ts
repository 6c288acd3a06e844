import { ok, type AnyRefusal, type Result } from '#platform/base';
import { verifyDirectory, type DirectoryRefusal } from '#platform/crypto';
import type { DisclosureRefusal } from '../model/disclosure-refusal.ts';
import type { LedgerEntry } from '../model/ledger/ledger-entry.ts';
import { readLedgerFile, type LedgerFile } from '../model/ledger/ledger-file.ts';
import { headOf, verifyLedger, type LedgerHead, type LedgerRefusal } from '../model/ledger/verify-ledger.ts';
import { ledgerTools } from './ledger-tools.ts';

/** An exported ledger that holds. */
export interface VerifiedFile {
  readonly file: LedgerFile;
  readonly entries: readonly LedgerEntry[];
  readonly head: LedgerHead;
}

/**
 * Verifies an exported ledger by itself: the directory of keys from the root that the file names, then every entry. Whether that root is the
 * programme's, and whether entries are missing at the end, only whoever knows its fingerprint and a later head can tell.
 */
export async function verifyLedgerFile(
  value: unknown,
): Promise<Result<VerifiedFile, DisclosureRefusal | LedgerRefusal | DirectoryRefusal | AnyRefusal>> {
  const read = readLedgerFile(value);
  if (!read.ok) return read;
  const { tenant, fingerprint, documents, directory: listed, entries } = read.value;
  const directory = await verifyDirectory(tenant, fingerprint, documents, listed);
  if (!directory.ok) return directory;
  const verified = await verifyLedger(ledgerTools(directory.value), tenant, entries);
  return verified.ok ? ok({ file: read.value, entries: verified.value, head: headOf(verified.value) }) : verified;
}
