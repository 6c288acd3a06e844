import { addDays, dayInAmsterdam, ok, refuse, type AnyRefusal, type Result } from '#platform/base';
import type { RequestContext } from '#platform/server/http';
import { isDecided } from '../../model/ledger/ledger-entry.ts';
import { readLedgerContent } from '../../model/ledger/read-ledger-content.ts';
import { holdLedger } from '../store/entry-store.ts';
import { countProposals, insertProposal } from '../store/proposal-store.ts';
import { broken, toolsOf } from './append-to-ledger.ts';

/** More of one person do not wait at once: somebody decides first. */
const mostProposals = 20;

/**
 * Keeps a signed release until a second person decides. Refuses (`ledger-broken`) what its sender did not sign today, `IdTaken`, and
 * `proposals-full`.
 */
export async function proposeRelease(context: RequestContext, content: string): Promise<Result<undefined, AnyRefusal>> {
  const { tx, tenant, user, clock } = context;
  const tools = toolsOf(context);
  const read = readLedgerContent(tools.peek(content));
  if (!read.ok || !isDecided(read.value.kind)) return broken('shape');
  const { id, author, written } = read.value;
  if (read.value.tenant !== tenant) return broken('other-programme');
  const isOwn = author === user && (await tools.isSignedBy(content, author, written, 'baken-ledger-content'));
  if (!isOwn) return broken('author-signature');
  const today = dayInAmsterdam(clock.now());
  if (written > addDays(today, 1) || written < addDays(today, -1)) return broken('day');
  await holdLedger(tx, tenant);
  if ((await countProposals(tx, tenant, user)) >= mostProposals) return refuse({ type: 'proposals-full' });
  const kept = await insertProposal(tx, tenant, { id, author, content });
  return kept ? ok(undefined) : refuse({ type: 'IdTaken' });
}
