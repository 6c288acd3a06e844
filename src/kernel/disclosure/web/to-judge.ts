import type { DisclosureRefusal } from '../model/disclosure-refusal.ts';
import type { JudgedProposal } from '../model/ledger/judge-release.ts';
import type { KnownEntry, LedgerContent } from '../model/ledger/ledger-entry.ts';
import type { ReleaseRepair, ReleaseTable } from '../model/ledger/list-release-repairs.ts';
import type { Result } from '#platform/base';

/** What the worker is asked. True counts, where there are any, stay in its memory. */
export interface ToJudge {
  readonly ledger: readonly KnownEntry[];
  readonly proposed: LedgerContent;
  /** Ways out are sought in this table; null for none. */
  readonly table: ReleaseTable | null;
  readonly seconds: number;
}

/** What it found, with ways out where it does not simply pass. */
export interface JudgedAside extends JudgedProposal {
  readonly repairs: readonly ReleaseRepair[];
}

export type JudgeAnswer = Result<JudgedAside, DisclosureRefusal>;
