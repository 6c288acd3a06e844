import { ok, refuse, type AnyRefusal, type Result, type TenantId, type UserId } from '#platform/base';
import { worstOf } from '../verdict.ts';
import { foldName } from './figures-known.ts';
import { isDecided, type LedgerContent, type LedgerEntry, type LedgerSeal, type SignedEntry } from './ledger-entry.ts';
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
  /** By id: what it was, and of a release or correction the population that it speaks of. */
  readonly told: ReadonlyMap<string, { readonly kind: LedgerContent['kind']; readonly population: string | null }>;
  readonly withdrawn: ReadonlySet<string>;
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
  const entries: LedgerEntry[] = [];
  for (const one of signed) {
    const next = await verifyNextEntry(tools, tenant, pastOf(entries), one);
    if (!next.ok) return next;
    entries.push(next.value);
  }
  return ok(entries);
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
  const fault = findFault(tenant, before, content.value, seal.value);
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

/** What the next entry must fit. */
export function pastOf(entries: readonly LedgerEntry[]): LedgerPast {
  return {
    head: headOf(entries),
    day: entries.at(-1)?.seal.on ?? '',
    told: new Map(
      entries.map(({ content }) => [
        content.id,
        { kind: content.kind, population: 'population' in content ? content.population : null },
      ]),
    ),
    withdrawn: new Set(entries.flatMap(({ content }) => (content.kind === 'withdrawal' ? [content.withdraws] : []))),
  };
}

function findFault(tenant: TenantId, before: LedgerPast, content: LedgerContent, seal: LedgerSeal): LedgerFault | null {
  if (content.tenant !== tenant || seal.tenant !== tenant) return 'other-programme';
  if (seal.seq !== before.head.seq + 1 || seal.prev !== before.head.hash) return 'chain';
  if (seal.id !== content.id) return 'content';
  if (seal.on < before.day || content.written > seal.on) return 'day';
  if ('on' in content && (content.on > content.written || (content.kind === 'said' && isWrong(content)))) return 'day';
  if (before.told.has(content.id)) return 'repeated';
  if (!doesRefer(before, content)) return 'refers';
  return isDecided(content.kind) ? findFaultOfDecision(content, seal) : findFaultOfNote(content, seal);
}

/** A number that was written down on the day on which it was said was not written down afterwards, and the other way round. */
function isWrong({ on, written, afterwards }: LedgerContent & { readonly kind: 'said' }): boolean {
  return on < written !== afterwards;
}

function doesRefer({ told, withdrawn }: LedgerPast, content: LedgerContent): boolean {
  if (content.kind === 'correction') {
    const corrected = told.get(content.corrects);
    // One of another population would be set beside nothing that was published.
    const isSame = foldName(corrected?.population ?? '') === foldName(content.population);
    return corrected !== undefined && isDecided(corrected.kind) && isSame;
  }
  if (content.kind !== 'withdrawal') return true;
  const kind = told.get(content.withdraws)?.kind;
  return kind !== undefined && kind !== 'withdrawal' && !withdrawn.has(content.withdraws);
}

function findFaultOfDecision({ author }: LedgerContent, { by, audit, reason }: LedgerSeal): LedgerFault | null {
  if (by === author) return 'same-person';
  if (audit === null) return 'verdict';
  const worst = worstOf([audit.verdict, audit.insiders]);
  if (worst === 'block') return 'verdict';
  return worst === 'warn' && reason === null ? 'reason' : null;
}

/** What was known before it was written down is written down by whoever knows of it; nobody else answers for it. */
function findFaultOfNote({ author }: LedgerContent, { by, audit, reason }: LedgerSeal): LedgerFault | null {
  if (audit !== null || reason !== null) return 'verdict';
  return by === author ? null : 'approver-signature';
}
