/** Shared door of learning: courses as their files say them, as they are played, and what a learner did. */
export { checkCourse } from './model/open/source/check-course.ts';
export { isCourseError, type CourseFinding } from './model/open/source/course-finding.ts';
export { decisionWays } from './model/open/source/decision-ways.ts';
export { textsCiting } from './model/open/source/check-sources.ts';
export {
  courseFile,
  glossaryFile,
  mediaFile,
  reviewFile,
  sceneFile,
  slotsFile,
  sourcesFile,
  textFile,
  type CourseSource,
  type MediumThere,
} from './model/open/source/course-source.ts';
export { checkWorkshop } from './model/open/workshop/check-workshop.ts';
export type { WorkshopFinding } from './model/open/workshop/workshop-finding.ts';
export { releaseWorkshop } from './model/open/workshop/release-workshop.ts';
export { workshopFile, type WorkshopSource } from './model/open/workshop/workshop-source.ts';
export {
  packagedReceiptText,
  packagedRun,
  packagedRunText,
  packagedTag,
  toReceiptCode,
  type ReceiptMaker,
} from './model/open/count/packaged-receipt.ts';
export { exportRoutes } from './contract/export-routes.ts';
export { readReceiptCode, receiptTag, receiptText, writeReceiptCode } from './model/open/count/receipt-code.ts';
export type { OfflineFile, OfflineList } from './model/open/offline/offline-list.ts';
export type { AttemptEvent } from './model/open/attempt/attempt-event.ts';
export { explainCompletion } from './model/open/attempt/explain-completion.ts';
export { foldAttempt } from './model/open/attempt/fold-attempt.ts';
export { mergeEvents } from './model/open/attempt/merge-events.ts';
export { longestPacked, packAttempt, unpackAttempt } from './model/open/packed/packed-attempt.ts';
export { packedPlaces } from './model/open/packed/packed-places.ts';
export {
  layOutPackage,
  packageFormats,
  type PlayedPackage,
  type PackageFormat,
} from './model/open/package-out/lay-out-package.ts';
export { publishFaults, type PublishFault } from './model/open/package-out/publish-faults.ts';
export type { SlotWords } from './model/open/package-out/slot-words.ts';
export { canonicalCourse, canonicalUnits } from './model/open/adapt/canonical-course.ts';
export { forkFiles, mayAdapt } from './model/open/adapt/fork-files.ts';
export { compareUnits, needsWord, type ComparedUnit } from './model/open/adapt/compare-units.ts';
export { offerTexts } from './model/open/translate/offer-texts.ts';
export { takeTexts, type TakenTexts } from './model/open/translate/take-texts.ts';
export { readStates } from './model/open/edit/read-states.ts';
export {
  translationStates,
  type KeptTranslation,
  type ReturnedText,
  type TranslationState,
} from './model/open/translate/translation.ts';
export { writeXliff } from './model/open/translate/write-xliff.ts';
export { zipPackage } from './model/open/package-out/zip-package.ts';
export { mediumThere } from './model/open/folder/medium-there.ts';
export { isCourseFile, type CourseFolder } from './model/open/folder/course-folder.ts';
export type { InstalledCourse, InstalledFolder } from './model/open/folder/installed-course.ts';
export { readFolder, type ReadFolder } from './model/open/folder/read-folder.ts';
export { partId } from './model/open/source/part-shapes.ts';
export type { PartId } from './model/open/source/part-id.ts';
export { releaseCourse, type BuiltCourse } from './model/open/release/release-course.ts';
export type { ReleasedCourse } from './model/open/release/released-course.ts';
export { badgeRoutes } from './contract/badge-routes.ts';
export { certificateRoutes } from './contract/certificate-routes.ts';
export { draftRoutes } from './contract/draft-routes.ts';
export { partNames } from './model/open/folder/part-names.ts';
export { materialRoutes } from './contract/material-routes.ts';
export { figureRoutes } from './contract/figure-routes.ts';
export { ownRoutes } from './contract/own-routes.ts';
export { partnerRoutes } from './contract/partner-routes.ts';
export { partnerPath } from './model/open/people/partner-path.ts';
export { peopleRoutes } from './contract/people-routes.ts';
export { packageRoutes } from './contract/package-routes.ts';
export { learningRoutes } from './contract/learning-routes.ts';
export { totalRoutes } from './contract/total-routes.ts';
export { teachingRoutes } from './contract/teaching-routes.ts';
export { trainingRoutes } from './contract/training-routes.ts';
export { workshopRoutes } from './contract/workshop-routes.ts';
export { attendRoutes } from './contract/attend-routes.ts';
export { opensGate, type Standing } from './model/open/standing/standing.ts';
export { learningActs } from './policy/learning-acts.ts';
export type { AttemptId, OrganisationId } from './model/open/count/learning-ids.ts';
