import type { CheckedTable, Repair } from '../model/check-table.ts';
import type { NamedTable } from '../model/join-groups.ts';

/** What the worker is asked: a table of true counts. They never leave its memory but as what would be published. */
export interface ToCheck {
  readonly table: NamedTable;
  readonly seconds: number;
}

/** What a check found. */
export interface Checked {
  readonly checked: CheckedTable;
  /** Ways out; none are sought for a table that passes. */
  readonly repairs: readonly Repair[];
  /** The solver and its version, for the record of the check. */
  readonly solver: string;
}
