/** Shared door of disclosure: figures that may leave, what strangers prove from them, and estimates. Pure; the solver is a parameter. */
export { askAudit } from './model/ask/ask-audit.ts';
export { askEstimate, askEstimateOfCsv } from './model/ask/ask-estimate.ts';
export { askProtect } from './model/ask/ask-protect.ts';
export { askRound, askSuppress } from './model/ask/ask-suppress.ts';
export { refuseDisclosure, type DisclosureRefusal } from './model/disclosure-refusal.ts';
export type { Solver } from './model/program.ts';
export type { CheckedTable, Repair } from './model/check-table.ts';
export { auditMenu } from './model/audit-menu.ts';
export { countText, lowestFloor, publishCount } from './model/count-rule.ts';
export { menuOne } from './model/menu.ts';
export { cellsOf, type MenuFigures, type MenuGroup } from './model/menu-program.ts';
export { highsVersion, openHighs } from './model/open-highs.ts';
export type { TableReason } from './model/audit-table.ts';
export type { NamedTable } from './model/join-groups.ts';
export { usualFloor, type Verdict } from './model/verdict.ts';
export { writeCsv, type Cell } from './model/write-csv.ts';
export { writeWorkbook, type Sheet } from './model/write-workbook.ts';
