/** Casework on a person's own device: opened cases, sealed records, and acts as one signed batch each. Isomorphic. */
export {
  openCase,
  readCase,
  recordOf,
  recordsOf,
  refreshCase,
  type CaseRecord,
  type CaseRefusal,
  type OpenedCase,
  type RecordOf,
  type UnfitCaseRecord,
} from './opened-case.ts';
export {
  mostMovedAtOnce,
  moveEach,
  previewMoves,
  type ChosenMove,
  type Compare,
  type ManyOptions,
  type MovePreview,
} from './move-many.ts';
export { isTriggeredBy, nameUnder } from './carry-due-ids.ts';
export { movePacks, type NewMove } from './move-packs.ts';
export { takeBackMove, type TakenBack } from './take-back-move.ts';
export { compareMove, type ComparedMove, type MoveQuestion } from './compare-move.ts';
export { draftOf, dropDraft, dropOldDrafts, keepDraft, type Draft } from './keep-draft.ts';
export { addToCase, changeCase, isSaved, rewriteHead, type CaseChange, type RecordToPut } from './change-case.ts';
export {
  acceptAttestations,
  acceptCase,
  giveTeam,
  moveCase,
  referCase,
  removeRecord,
  saveRecord,
  startIntake,
  type Referral,
  type Team,
} from './case-acts.ts';
export {
  addEntry,
  attachPaper,
  doneTask,
  logContact,
  raiseTask,
  readPaper,
  savePaper,
  type PaperFile,
  type TaskToRaise,
} from './log-contact.ts';
export { clockTime } from './clock-time.ts';
export { correctFact, recordFact, restFactOn, takeOutFact } from './fact-acts.ts';
export {
  factsOf,
  planJourney,
  refreshJourney,
  startJourney,
  type CaseProcedures,
  type NewFact,
} from './journey-acts.ts';
export {
  consentToRepresent,
  fileApplication,
  isFrozen,
  saveApplication,
  saveTexts,
  startApplication,
  type ApplicationChange,
  type NewFiling,
} from './application-acts.ts';
export { currentFacts, factsOfStages, letterValues, needsSeenByTwo, type LetterSources } from './letter-values.ts';
export {
  readFormVersions,
  readStationery,
  readStationeryFile,
  readTemplateVersions,
  reviseStationery,
  saveForm,
  saveLetterhead,
  saveTemplate,
  type Stationery,
  type StationeryItem,
} from './stationery-acts.ts';
export type { SeenVersion } from './put-directory-record.ts';
export { readSignOffs, signPackOff, withdrawSignOff, type SignOffItem, type SignOffs } from './sign-off-acts.ts';
export { signingRoles, type SignOff, type SigningRole } from '../model/sealed/sign-off-records.ts';
export { signOffState, type SignOffState } from '../model/sealed/sign-off-state.ts';
export { endAppointment, planAppointment, syncAppointmentTasks, type AppointmentPlan } from './appointment-acts.ts';
export { answerEntry, askColleague, isWaiting, repliesTo } from './question-acts.ts';
export { isPlanUnseen, seePlan } from './see-plan.ts';
export { readCaseload, type CaseloadEntry } from './read-caseload.ts';
export {
  blockOf,
  compareAppointments,
  gapsOf,
  outcomeIsLate,
  timeOf,
  type AppointmentGap,
} from '../model/sealed/appointments.ts';
export { lastSafetyCheck, nextSafetyCheck, type SafetyCheck } from '../model/sealed/safety-check.ts';
export {
  addToAccount,
  agreeAccount,
  rewordAccount,
  type Account,
  type Agreement,
  type StatementRefusal,
} from '../model/sealed/statement.ts';
export { eventParts, partyRoles, type Party } from '../model/sealed/file-records.ts';
export { deriveHead, displayName } from '../model/sealed/derive-head.ts';
export { notTold, toldSources, toldValue, type Told } from '../model/sealed/told.ts';
export type { CaseHead } from '../model/sealed/head-record.ts';
export {
  longestReason,
  type FactWriting,
  type JourneyRecord,
  type RecordedFact,
} from '../model/sealed/journey-record.ts';
export {
  applicationStates,
  type Application,
  type ApplicationText,
  type Filing,
  type Paper,
  type TextPurpose,
} from '../model/sealed/paper-records.ts';
export {
  degreesOf,
  leaveOut,
  movePart,
  putPartAt,
  takeParts,
  turnPart,
  type BundleOrder,
} from '../model/sealed/application-order.ts';
export { blocksOfText, textOfBlocks } from '../model/sealed/text-blocks.ts';
export type { Letterhead, LetterTemplate, OfficialForm } from '../model/sealed/stationery-records.ts';
export { consentPurposes, type Consent, type Person, type Reach } from '../model/sealed/person-records.ts';
export { reachDecision, type ReachDecision, type ReachScript } from '../model/sealed/reach-decision.ts';
export {
  fits,
  isComplete,
  requirementsMet,
  type ChecklistRow,
  type FiledPaper,
  type Requirement,
  type UsedParts,
} from '../model/sealed/requirements-met.ts';
export { sealedKinds, type SealedContent, type SealedKind, type SealedRecord } from '../model/sealed/sealed-kinds.ts';
export {
  appointmentKinds,
  attemptReasons,
  contactKinds,
  incidentKinds,
  type Appointment,
  type Contact,
  type TaskWords,
} from '../model/sealed/work-records.ts';
export type { PackMove } from '../model/sealed/move-record.ts';
export { createProcedures, newerPacks, newestPacks, packsOf, type PackVersion } from './released-procedures.ts';
