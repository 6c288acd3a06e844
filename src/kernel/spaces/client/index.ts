/**
 * Sealed spaces on a person's own device: open, verify, read, write, share, take back. Isomorphic:
 * the browser, the practice world and the tests use the same code.
 */
export {
  isServedWrong,
  type OpenedRecord,
  type OpenedSpace,
  type SpaceRefusal,
  type HighWaterMarks,
  type SpaceMark,
  type SpaceSession,
  type UnfitRecord,
} from './space-session.ts';
export { openSpace, refreshSpace } from './open-space.ts';
export { createSpace, type NewSpace } from './create-space.ts';
export { addToSpace, appendToSpace } from './append-to-space.ts';
export type { Change } from './batch-builder.ts';
export { readHeads, type HeadReading, type KnownHeads, type OpenedHead } from './read-heads.ts';
export { grantAccess, revokeAccess } from './grant-access.ts';
export { attachDocument, readDocument, type DocumentHandle } from './space-documents.ts';
export { readHistory } from './read-history.ts';
export { admitToDirectory, createDirectory, namesIn, readColleagues, type Names } from './directory-names.ts';
export { openDirectory } from './open-directory.ts';
export { doubtsAbout, doubtsBetween, standingOf, type Standing, type Statement } from './judge-comparisons.ts';
export type { Alarms } from './alarms-of.ts';
export { readComparisons, type Comparisons, type StatementFlaw } from './read-comparisons.ts';
export { recordComparison, showSafetyNumber, type ShownNumber } from './compare-numbers.ts';
