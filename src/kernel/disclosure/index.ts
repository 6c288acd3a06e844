/** Shared door of disclosure: figures that may leave, what strangers prove from them, and estimates. Pure; the solver is a parameter. */
export { askAudit } from './model/ask/ask-audit.ts';
export { askEstimate, askEstimateOfCsv } from './model/ask/ask-estimate.ts';
export { askProtect } from './model/ask/ask-protect.ts';
export { askRound, askSuppress } from './model/ask/ask-suppress.ts';
export { refuseDisclosure, type DisclosureRefusal } from './model/disclosure-refusal.ts';
export type { Solver } from './model/program.ts';
export type { CheckedTable, Repair } from './model/check-table.ts';
export { auditMenu } from './model/audit-menu.ts';
export { countText, isTenFive, lowestFloor, publishCount } from './model/count-rule.ts';
export { menuOne } from './model/menu.ts';
export { cellsOf, type MenuFigures, type MenuGroup } from './model/menu.ts';
export { highsVersion, openHighs } from './model/open-highs.ts';
export type { TableReason } from './model/audit-table.ts';
export type { NamedTable } from './model/join-groups.ts';
export { usualFloor, worstOf, type Verdict } from './model/verdict.ts';
export { fewestPersons, type EstimateWarning, type ModelEstimate } from './model/estimate/estimate.ts';
export { mostListsForBest } from './model/estimate/choose-model.ts';
export type { Estimated, NamedMethod, ToEstimate } from './model/estimate/to-estimate.ts';
export { writeCsv, type Cell } from './model/write-csv.ts';
export { writeWorkbook, type Sheet } from './model/write-workbook.ts';
export type {
  CategorySets,
  KnownEntry,
  LedgerAudit,
  LedgerContent,
  LedgerEntry,
  LedgerEntryId,
  LedgerFigure,
  LedgerFinding,
  SignedEntry,
} from './model/ledger/ledger-entry.ts';
export { everybody } from './model/divide/divide-people.ts';
export { everybodyElse } from './model/ledger/list-dimensions.ts';
export { keyOfWord, type NewWord } from './model/ledger/find-new-words.ts';
export { foldName } from './model/ledger/fold-name.ts';
export { floorOfPopulation } from './model/ledger/release-rules.ts';
export { floors } from './model/ledger/read-figures.ts';
export { judgeRelease, type JudgedProposal } from './model/ledger/judge-release.ts';
export type { ReleaseRepair, ReleaseTable } from './model/ledger/list-release-repairs.ts';
export { tableFigures, type TableDimensions, type TableParts } from './model/ledger/table-figures.ts';
export { listPopulations } from './model/ledger/population-states.ts';
export { groupsText, ledgerRows, valueText, withdrawnIds } from './model/ledger/ledger-rows.ts';
export { ledgerActs } from './policy/ledger-acts.ts';
