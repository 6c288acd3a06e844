/** Casework, as everybody may know it: open values, routes, permissions. Nothing sealed. */
export { caseRoutes } from './contract/case-routes.ts';
export { openCaseSchema } from './contract/open-case-schema.ts';
export {
  actBetween,
  actsFrom,
  caseActNames,
  caseTransitions,
  type CaseAct,
  type CaseActName,
} from './model/open/case-acts.ts';
export {
  caseStateNames,
  isRunning,
  runningStates,
  type CaseState,
  type CaseStateName,
} from './model/open/case-state.ts';
export { codeNameOf, isCodeName } from './model/open/code-name.ts';
export {
  dueTypes,
  nextDate,
  sortDue,
  type Due,
  type DueId,
  type DueSide,
  type DueType,
  type DueWeight,
} from './model/open/due.ts';
export { judgeChange, type ChangeContext, type ChangeRefusal } from './model/open/judge-change.ts';
export {
  needBands,
  needsOfOpenCase,
  rankNeeds,
  type Need,
  type NeedBand,
  type NeedReason,
  type RankedNeed,
} from './model/open/needs-first.ts';
export type { CaseMember, ListedCase, OpenCase } from './model/open/open-case.ts';
export { phases, type Phase } from './model/open/phase.ts';
export {
  listSilences,
  silenceLimit,
  silenceReasons,
  type Silence,
  type SilenceInput,
  type SilenceReason,
} from './model/open/silence.ts';
export { weeklyHours } from './model/open/weekly-hours.ts';
export { attestations, type Attestation } from './model/open/attestation.ts';
export { actOfChange, allowedInCase, caseActs, casePolicy } from './policy/case-policy.ts';
