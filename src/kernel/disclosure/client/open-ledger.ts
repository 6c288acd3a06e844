import { ok, refuse, type AnyRefusal, type Result, type SpaceId } from '#platform/base';
import type { ApiRefusal } from '#platform/client';
import type { SpaceSession } from '#kernel/spaces/client';
import { ledgerRoutes } from '../contract/ledger-routes.ts';
import type { KnownEntry, LedgerEntry, SignedEntry } from '../model/ledger/ledger-entry.ts';
import {
  VerifiedEntries,
  verifyNextEntry,
  type LedgerHead,
  type LedgerRefusal,
} from '../model/ledger/verify-ledger.ts';
import { ledgerTools } from './ledger-tools.ts';

/** A ledger that was verified from its first entry to its last. */
export interface OpenedLedger {
  readonly entries: readonly LedgerEntry[];
  readonly head: LedgerHead;
}

/**
 * Why a ledger is not used. `ledger-shorter`: it ends before what this person saw already. `ledger-forked`: it goes another way. After
 * either, as after `ledger-broken`, nothing may be released.
 */
export type OpenLedgerRefusal =
  ApiRefusal | LedgerRefusal | (AnyRefusal & { readonly type: 'ledger-shorter' | 'ledger-forked' });

/** Under which name the keyring keeps how far the ledger was seen. */
const markName = 'ledger';
// Marks are kept by name; those of spaces are ids, so that this one meets none of them.
const mark = markName as string as SpaceId;

/**
 * Reads the whole ledger and verifies it: every signature against the verified directory, the chain, and that it goes through the
 * furthest point which this person ever saw. Keeps that point further on. One without entries is no refusal here: nothing was ever released.
 */
export async function openLedger(session: SpaceSession): Promise<Result<OpenedLedger, OpenLedgerRefusal>> {
  const served = await fetchAll(session);
  if (!served.ok) return served;
  const past = new VerifiedEntries();
  const tools = ledgerTools(session.directory);
  for (const signed of served.value) {
    const next = await verifyNextEntry(tools, session.tenant, past, signed);
    if (!next.ok) return next;
    past.add(next.value);
  }
  const { entries, head } = past;
  const seen = session.marks.read(mark);
  if (seen !== null && entries.length < seen.seq) return refuse({ type: 'ledger-shorter' });
  if (seen !== null && entries[seen.seq - 1]?.hash !== seen.head) return refuse({ type: 'ledger-forked' });
  noteHead(session, head);
  return ok({ entries, head });
}

/** What a ledger says, for the attack. */
export function knownEntries({ entries }: OpenedLedger): readonly KnownEntry[] {
  return entries.map(({ content, seal }) => ({ content, on: seal.on }));
}

/** Keeps that the ledger was seen this far. */
export function noteHead({ marks }: SpaceSession, { seq, hash }: LedgerHead): void {
  if (hash !== null) marks.note(mark, seq, hash);
}

async function fetchAll({ api }: SpaceSession): Promise<Result<readonly SignedEntry[], ApiRefusal>> {
  const all: SignedEntry[] = [];
  for (;;) {
    const page = await api.call(ledgerRoutes.readLedger, { query: { after: all.length } });
    if (!page.ok) return page;
    all.push(...page.value.entries);
    if (page.value.entries.length === 0 || all.length >= page.value.head.seq) return ok(all);
  }
}
