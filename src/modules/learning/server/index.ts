/** Server side of learning: for whom people learn, how far they are, how many there are. */
export { learningServer } from './learning-server.ts';
export { keepCertificate } from './store/certificate-store.ts';
export { keepBeginning, keepCompletion } from './store/count-store.ts';
export { findTrainingStanding } from './queries/list-training.ts';
export { insertLearner, linkLearner } from './store/learner-store.ts';
export { insertExemption, insertProof, keepProofs } from './store/proof-store.ts';
export { insertEquivalent, insertProgramme, insertRequirement, listProgrammes } from './store/requirement-store.ts';
export { insertPresence } from './store/presence-store.ts';
export { insertCoTaught, insertGivenLicence, saveTeachingRule } from './store/teaching-store.ts';
export { insertSession, insertWorkshop, listWorkshops } from './store/workshop-store.ts';
export { listOrganisations, listSlotValues } from './store/organisation-store.ts';
export { inspectPackage } from './packages/inspect-package.ts';
export type { PackageReport } from './packages/package-report.ts';
export { createRecordKey, listAllRecordKeys, revokeKey, type NewRecordKey } from './commands/record-keys.ts';
export { listAllBadgeKeys, rotateBadgeKey } from './commands/rotate-badge-key.ts';
export { drawLearningSecrets } from './learning-secrets.ts';
export { drawRecordSecrets } from './records/record-secrets.ts';
export type { KeyScope, RecordKey } from './store/record-key-store.ts';
