import { ok, refuse, type Clock, type Result } from '#platform/base';
import { setCaller, type Tx } from '#platform/server/db';
import type { ActEntry } from '#platform/server/http';
import { findTenant, listDirectoryEntries, listDocuments } from '#kernel/accounts/server';
import type { LedgerFile } from '../../model/ledger/ledger-file.ts';
import { listAllEntries } from '../store/entry-store.ts';

/** The ledger of the programme of this installation, with the directory of keys that it is verified by. `NotFounded`: there is none yet. */
export async function exportLedger(
  tx: Tx,
  tools: { readonly clock: Clock; readonly recordAct: (tx: Tx, entry: ActEntry) => Promise<void> },
): Promise<Result<LedgerFile, { readonly type: 'NotFounded' }>> {
  const found = await findTenant(tx);
  if (found === null) return refuse({ type: 'NotFounded' });
  const { tenant, fingerprint } = found;
  await setCaller(tx, { tenant, user: null });
  const act = { act: 'ledger.exported', actor: null, subject: null, outcome: 'done' };
  await tools.recordAct(tx, { tenant, ...act, at: tools.clock.now() });
  return ok({
    ...{ format: 'baken-ledger/1', tenant, fingerprint, documents: await listDocuments(tx, tenant) },
    directory: await listDirectoryEntries(tx, tenant),
    entries: await listAllEntries(tx, tenant),
  });
}
