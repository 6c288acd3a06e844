import type { Brand, TenantId, UserId } from '#platform/base';
import type { Reading } from '../corrected-states.ts';
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
  /** Of these figures: a value of null is fewer than this. 10, 15 or 20. */
  readonly floor: number;
}

interface PublishedContent extends CountedContent {
  /** All categories of each dimension that the tables divide people by: everybody is in exactly one. */
  readonly dimensions: CategorySets;
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
  readonly why: readonly LedgerFinding[];
  /** So many findings besides, for which an entry has no room; left out for none. */
  readonly more?: number;
  /** Entries that could not be put together with the others: they contradict them, or speak in words that the tables do not know. */
  readonly leftOut: readonly LedgerEntryId[];
  readonly solver: string;
}

/** A group that is too well known, and how a stranger, or somebody inside, would work it out. Names are words of the ledger. */
export type LedgerFinding =
  | {
      /** People of the newest figures. */
      readonly kind: 'group';
      readonly target: string;
      readonly range: LedgerRange;
      /** The fewest figures that prove it; none where there was no room for them. `text`: as it stands in print; null for knowledge that is no single number. */
      readonly steps: readonly { readonly name: string; readonly text: string | null; readonly range: LedgerRange }[];
    }
  /** Whoever is in `around` is in `inside`, but for so many at most. */
  | { readonly kind: 'inside'; readonly inside: string; readonly around: string; readonly others: number }
  | {
      /** The same of figures that were corrected: people of one state, or those who came or went at a correction. */
      readonly kind: 'state' | 'added' | 'removed';
      readonly reading: Reading;
      readonly target: string;
      readonly range: LedgerRange;
    };

/** The least and the most; null where nothing bounds it. */
export type LedgerRange = readonly [low: number, high: number | null];

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

/** What an entry says, and the day on which it was added (Europe/Amsterdam). */
export interface KnownEntry {
  readonly content: LedgerContent;
  readonly on: string;
}

/** What says something of people: all but a withdrawal. */
export type Counted = Exclude<LedgerContent, { readonly kind: 'withdrawal' }>;

/** Whether an entry needs a second person and a verdict: it is decided here, where everything else is written down as it happened. */
export function isDecided(kind: LedgerKind): boolean {
  return kind === 'release' || kind === 'correction';
}
