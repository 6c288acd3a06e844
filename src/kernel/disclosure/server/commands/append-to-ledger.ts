import { addDays, dayInAmsterdam, ok, refuse, type AnyRefusal, type Result, type UserId } from '#platform/base';
import { hashText, isLedgerPartSigned, peekLedgerPart } from '#platform/crypto/server';
import type { RequestContext } from '#platform/server/http';
import { rolesInForce } from '#kernel/accounts';
import { findSigningKey, listRoles } from '#kernel/accounts/server';
import type { SignedEntry } from '../../model/ledger/ledger-entry.ts';
import {
  verifyNextEntry,
  type LedgerFault,
  type LedgerHead,
  type LedgerTools,
} from '../../model/ledger/verify-ledger.ts';
import { ledgerActs } from '../../policy/ledger-acts.ts';
import { findPast, holdLedger, insertEntry } from '../store/entry-store.ts';
import { deleteProposal } from '../store/proposal-store.ts';

/**
 * Adds an entry to the ledger, whole or not at all. `ledger-moved`: somebody was first; read the new entries, audit again. `ledger-broken`
 * (with what is wrong): it is not signed by two people of today, or blocked, or does not go on where the ledger ends.
 */
export async function appendToLedger(
  context: RequestContext,
  { head, entry }: { readonly head: LedgerHead; readonly entry: SignedEntry },
): Promise<Result<{ head: LedgerHead }, AnyRefusal>> {
  const { tx, tenant, user, clock } = context;
  const newest = await holdLedger(tx, tenant);
  if (head.seq !== newest.seq || head.hash !== newest.hash) return refuse({ type: 'ledger-moved' });
  const verified = await verifyNextEntry(toolsOf(context), tenant, await findPast(tx, tenant, newest), entry);
  if (!verified.ok) return verified;
  const { content, seal, hash } = verified.value;
  // Whoever seals it is who sends it.
  if (seal.by !== user) return broken('approver-signature');
  const today = dayInAmsterdam(clock.now());
  if (seal.on > addDays(today, 1) || seal.on < addDays(today, -1)) return broken('day');
  if (!(await worksWithFigures(context, content.author))) return broken('author-signature');
  const withdraws = content.kind === 'withdrawal' ? content.withdraws : null;
  const { seq, id, on } = seal;
  await insertEntry(tx, tenant, { ...entry, seq, id, kind: content.kind, withdraws, on, head: hash });
  await deleteProposal(tx, tenant, id);
  return ok({ head: { seq, hash } });
}

/** Signatures by the keys that people have today: what comes in now is signed now. */
export function toolsOf({ tx, tenant }: Pick<RequestContext, 'tx' | 'tenant'>): LedgerTools {
  return {
    hash: hashText,
    peek: peekLedgerPart,
    isSignedBy: async (jws, user, _on, purpose) => {
      const key = await findSigningKey(tx, tenant, user);
      return key !== null && isLedgerPartSigned(jws, key, purpose);
    },
  };
}

/** Whether somebody may propose today; who proposed may have lost the role since. */
async function worksWithFigures({ tx, tenant, clock }: RequestContext, author: UserId): Promise<boolean> {
  const held = rolesInForce(await listRoles(tx, tenant, author), dayInAmsterdam(clock.now()));
  const allowed = ledgerActs['ledger.propose']?.roles ?? [];
  return allowed === 'signed-in' || allowed.some((role) => held.includes(role));
}

/** What cannot be believed, with a stable reason. */
export function broken(reason: LedgerFault) {
  return refuse({ type: 'ledger-broken', reason } as const);
}
