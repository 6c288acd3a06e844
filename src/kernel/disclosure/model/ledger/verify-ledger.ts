import { ok, refuse, type AnyRefusal, type Result, type TenantId, type UserId } from '#platform/base';
import { worstOf } from '../verdict.ts';
import { foldName } from './fold-name.ts';
import {
  isDecided,
  type LedgerContent,
  type LedgerEntry,
  type LedgerEntryId,
  type LedgerSeal,
  type SignedEntry,
} from './ledger-entry.ts';
import { readLedgerContent } from './read-ledger-content.ts';
import { readLedgerSeal } from './read-ledger-seal.ts';

/** What is wrong with an entry. */
export type LedgerFault =
  /** No JWS, or not what an entry must hold. */
  | 'shape'
  | 'author-signature'
  | 'approver-signature'
  /** The place of the entry, or the hash of the one before it. */
  | 'chain'
  /** The approver signed another content than this. */
  | 'content'
  | 'other-programme'
  /** A day before that of the entry before it, or of what it seals. */
  | 'day'
  /** Another entry has its id. */
  | 'repeated'
  /** It speaks of an entry that is not there before it, or cannot be spoken of so. */
  | 'refers'
  /** Author and approver of a release are one person. */
  | 'same-person'
  /** A release without a verdict, or blocked; or a verdict on what was known already. */
  | 'verdict'
  /** A release that is warned of, without a reason. */
  | 'reason';

/** Why a ledger, or an entry of it, is not believed. `at` is the place of the entry, from 1. */
export type LedgerRefusal =
  | (AnyRefusal & { readonly type: 'ledger-empty' })
  | (AnyRefusal & { readonly type: 'ledger-broken'; readonly at: number; readonly reason: LedgerFault });

/** Hashes and signatures, as a parameter: browser, server and command line have them from different doors. */
export interface LedgerTools {
  hash(text: string): Promise<string>;
  /** What a JWS claims to say, before anything is verified. */
  peek(jws: string): unknown;
  /** Whether a key that this person had on this day signed it, for this purpose. */
  isSignedBy(jws: string, user: UserId, on: string, purpose: LedgerPurpose): Promise<boolean>;
}

/** For what a person signs, so that one signature never passes for the other. */
export type LedgerPurpose = 'baken-ledger-content' | 'baken-ledger-seal';

/** Where a ledger ends. */
export interface LedgerHead {
  readonly seq: number;
  readonly hash: string | null;
}

/** What of the entries before it the next one must fit. */
export interface LedgerPast {
  readonly head: LedgerHead;
  /** On which day the last one was sealed; empty for none. */
  readonly day: string;
  /** The entry of this id; null where there is none. */
  find(id: LedgerEntryId): Promise<PastEntry | null>;
}

export interface PastEntry {
  readonly kind: LedgerContent['kind'];
  /** Null for a withdrawal, which speaks of no population. */
  readonly population: string | null;
  readonly withdrawn: boolean;
}

/** Entries that were verified, one after the other, as the past of the next one. */
export class VerifiedEntries implements LedgerPast {
  readonly #entries: LedgerEntry[] = [];
  readonly #told = new Map<LedgerEntryId, PastEntry>();

  get entries(): readonly LedgerEntry[] {
    return this.#entries;
  }

  get head(): LedgerHead {
    return headOf(this.#entries);
  }

  get day(): string {
    return this.#entries.at(-1)?.seal.on ?? '';
  }

  find(id: LedgerEntryId): Promise<PastEntry | null> {
    return Promise.resolve(this.#told.get(id) ?? null);
  }

  add(entry: LedgerEntry): void {
    const { content } = entry;
    this.#entries.push(entry);
    const population = content.kind === 'withdrawal' ? null : content.population;
    this.#told.set(content.id, { kind: content.kind, population, withdrawn: false });
    const withdrawn = content.kind === 'withdrawal' ? this.#told.get(content.withdraws) : undefined;
    if (content.kind === 'withdrawal' && withdrawn)
      this.#told.set(content.withdraws, { ...withdrawn, withdrawn: true });
  }
}

/**
 * Verifies a whole ledger from its first entry: signatures of author and approver, chain, days, who may approve what. Refuses (`ledger-broken`)
 * the first entry that does not hold, with what is wrong; and (`ledger-empty`) one without entries.
 */
export async function verifyLedger(
  tools: LedgerTools,
  tenant: TenantId,
  signed: readonly SignedEntry[],
): Promise<Result<readonly LedgerEntry[], LedgerRefusal>> {
  if (signed.length === 0) return refuse({ type: 'ledger-empty' });
  const past = new VerifiedEntries();
  for (const one of signed) {
    const next = await verifyNextEntry(tools, tenant, past, one);
    if (!next.ok) return next;
    past.add(next.value);
  }
  return ok(past.entries);
}

/** Verifies one entry on top of what is known of those before it. Refuses as `verifyLedger` does. */
export async function verifyNextEntry(
  tools: LedgerTools,
  tenant: TenantId,
  before: LedgerPast,
  signed: SignedEntry,
): Promise<Result<LedgerEntry, LedgerRefusal>> {
  const broken = (reason: LedgerFault) =>
    refuse<LedgerRefusal>({ type: 'ledger-broken', at: before.head.seq + 1, reason });
  const content = readLedgerContent(tools.peek(signed.content));
  const seal = readLedgerSeal(tools.peek(signed.seal));
  if (!content.ok || !seal.ok) return broken('shape');
  const fault = await findFault(tenant, before, content.value, seal.value);
  if (fault !== null) return broken(fault);
  const { author, written } = content.value;
  if (!(await tools.isSignedBy(signed.content, author, written, 'baken-ledger-content')))
    return broken('author-signature');
  if (!(await tools.isSignedBy(signed.seal, seal.value.by, seal.value.on, 'baken-ledger-seal')))
    return broken('approver-signature');
  if ((await tools.hash(signed.content)) !== seal.value.content) return broken('content');
  return ok({ content: content.value, seal: seal.value, hash: await tools.hash(signed.seal) });
}

/** Where the entries end; nothing stands at 0. */
export function headOf(entries: readonly LedgerEntry[]): LedgerHead {
  const last = entries.at(-1);
  return last ? { seq: last.seal.seq, hash: last.hash } : { seq: 0, hash: null };
}

async function findFault(
  tenant: TenantId,
  before: LedgerPast,
  content: LedgerContent,
  seal: LedgerSeal,
): Promise<LedgerFault | null> {
  if (content.tenant !== tenant || seal.tenant !== tenant) return 'other-programme';
  if (seal.seq !== before.head.seq + 1 || seal.prev !== before.head.hash) return 'chain';
  if (seal.id !== content.id) return 'content';
  if (isDayWrong(before, content, seal)) return 'day';
  if ((await before.find(content.id)) !== null) return 'repeated';
  if (!(await doesRefer(before, content))) return 'refers';
  return isDecided(content.kind) ? findFaultOfDecision(content, seal) : findFaultOfNote(content, seal);
}

/** Days never go back; what is only written down is written and sealed on one day, and never says what is still to come. */
function isDayWrong({ day }: LedgerPast, content: LedgerContent, seal: LedgerSeal): boolean {
  const { written } = content;
  if (seal.on < day || written > seal.on) return true;
  if (isDecided(content.kind)) return false;
  if (written !== seal.on) return true;
  if (!('on' in content)) return false;
  // A number that was written down on the day on which it was said was not written down afterwards, and the other way round.
  const isOdd = content.kind === 'said' && content.on < written !== content.afterwards;
  return content.on > written || isOdd;
}

async function doesRefer(before: LedgerPast, content: LedgerContent): Promise<boolean> {
  if (content.kind === 'correction') {
    const corrected = await before.find(content.corrects);
    // One of another population would be set beside nothing that was published.
    const isSame = foldName(corrected?.population ?? '') === foldName(content.population);
    return corrected !== null && isDecided(corrected.kind) && isSame;
  }
  if (content.kind !== 'withdrawal') return true;
  const withdrawn = await before.find(content.withdraws);
  return withdrawn !== null && withdrawn.kind !== 'withdrawal' && !withdrawn.withdrawn;
}

function findFaultOfDecision({ author }: LedgerContent, { by, audit, reason }: LedgerSeal): LedgerFault | null {
  if (by === author) return 'same-person';
  if (audit === null) return 'verdict';
  const worst = worstOf([audit.verdict, audit.insiders]);
  // What could not be put together is never taken for harmless.
  if (worst === 'block' || (worst === 'pass' && audit.leftOut.length > 0)) return 'verdict';
  return worst === 'warn' && reason === null ? 'reason' : null;
}

/** What was known before it was written down is written down by whoever knows of it; nobody else answers for it. */
function findFaultOfNote({ author }: LedgerContent, { by, audit, reason }: LedgerSeal): LedgerFault | null {
  if (audit !== null || reason !== null) return 'verdict';
  return by === author ? null : 'approver-signature';
}
