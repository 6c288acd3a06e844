import type { Brand, TenantId, UserId } from '#platform/base';
import type { CountRule } from '../count-rule.ts';
import type { Verdict } from '../verdict.ts';

/** An entry of the ledger, and before that a proposal. */
export type LedgerEntryId = Brand<string, 'LedgerEntryId'>;

/** Groups that a figure counts: categories by dimension, together where there are several. A dimension that is left out means all of it. */
export type CategorySets = Readonly<Record<string, readonly string[]>>;

/** One number that became known, and how it was made. */
export interface LedgerFigure {
  readonly sets: CategorySets;
  readonly rule: CountRule | 'interval';
  /** As it stood in print: null for fewer than the floor; by the rule `interval` the least and the most, null where nothing bounds it. */
  readonly value: number | null | readonly [low: number, high: number | null];
}

/** What every entry says: whose it is, who wrote it, and on which day (Europe/Amsterdam). */
interface ContentBase {
  readonly v: 1;
  readonly tenant: TenantId;
  readonly id: LedgerEntryId;
  readonly author: UserId;
  readonly written: string;
}

interface CountedContent extends ContentBase {
  /** Who is counted, and when: years are populations of their own. */
  readonly population: string;
  readonly figures: readonly LedgerFigure[];
}

interface PublishedContent extends CountedContent {
  /** All categories of each dimension that the tables divide people by: everybody is in exactly one. */
  readonly dimensions: CategorySets;
  readonly floor: number;
  /** A named audience is not named here: a ledger is read by more people than its audiences. */
  readonly audience: 'public' | 'named';
  readonly document: { readonly title: string; readonly version: string };
  /** Version of the menu of tables, and which of them; null and none for a table of one's own. */
  readonly menu: string | null;
  readonly tables: readonly string[];
  /** HMAC of the true counts under a key of the analysts; null where the counts are not kept. */
  readonly state: string | null;
}

/** What an author signs: something that became known, or what is said of it later. */
export type LedgerContent =
  | (PublishedContent & { readonly kind: 'release' })
  /** Figures in the place of those of an earlier entry. What those told stays known. */
  | (PublishedContent & { readonly kind: 'correction'; readonly corrects: LedgerEntryId; readonly why: string })
  /** A number that was spoken. `afterwards`: written down on a later day. */
  | (CountedContent & {
      readonly kind: 'said';
      readonly on: string;
      readonly where: string;
      readonly afterwards: boolean;
    })
  /** What others published or know. */
  | (CountedContent & { readonly kind: 'outside'; readonly on: string; readonly source: string })
  | (ContentBase & { readonly kind: 'withdrawal'; readonly withdraws: LedgerEntryId; readonly why: string });

export type LedgerKind = LedgerContent['kind'];

/** What the attack on a release found. */
export interface LedgerAudit {
  readonly verdict: Verdict;
  readonly insiders: Verdict;
  /** How a stranger would work it out, step by step. */
  readonly why: readonly string[];
  readonly solver: string;
}

/** What the approver signs: that this content stands at this place, and what was found before it was put there. */
export interface LedgerSeal {
  readonly v: 1;
  readonly tenant: TenantId;
  readonly seq: number;
  /** Hash of the seal before; null for the first. */
  readonly prev: string | null;
  readonly id: LedgerEntryId;
  /** Hash of what the author signed. */
  readonly content: string;
  readonly by: UserId;
  readonly on: string;
  /** Null for what was known already when it was written down: nothing is decided about it. */
  readonly audit: LedgerAudit | null;
  /** Why a release that is warned of was let go. */
  readonly reason: string | null;
}

/** An entry as it is kept and exported: two compact JWS. */
export interface SignedEntry {
  readonly content: string;
  readonly seal: string;
}

/** An entry that was verified. `hash` is that of its seal, which the next one names. */
export interface LedgerEntry {
  readonly content: LedgerContent;
  readonly seal: LedgerSeal;
  readonly hash: string;
}

/** Whether an entry needs a second person and a verdict: it is decided here, where everything else is written down as it happened. */
export function isDecided(kind: LedgerKind): boolean {
  return kind === 'release' || kind === 'correction';
}
