/**
 * The only place with cryptography (suite 1 of the security design). No I/O, no DOM, no Node: every
 * function takes the context it binds. What the server may use stands in the door `server` instead.
 */
export { grantingRelation } from './suite-1/apply-operation.ts';
export { contextOf, type RecordContext } from './suite-1/context.ts';
export {
  hasRole,
  signDirectoryEntry,
  verifyDirectory,
  verifyTenantDocuments,
  type DatedKey,
  type Directory,
  type DirectoryRefusal,
  type VerifiedPerson,
} from './suite-1/directory.ts';
export { openDocument, sealDocument, type HashMismatch, type SealedDocument } from './suite-1/documents.ts';
export { checkMark, foldLog } from './suite-1/fold-log.ts';
export type { FormerMember, LogMember, LogMark, LogRecord, LogRefusal, LogState } from './suite-1/log-state.ts';
export { hashBytes, hashCoded, hashEnvelope, hashText, thumbprintOf } from './suite-1/hash.ts';
export {
  checkEnrolmentProof,
  checkRootProof,
  createInvitationSecret,
  invitationIdOf,
  proveEnrolment,
  proveRoot,
  type Enrolment,
} from './suite-1/invitations.ts';
export {
  finishLogin,
  finishRegistration,
  startLogin,
  startRegistration,
  type DidNotMatch,
} from './suite-1/opaque-client.ts';
export { isLedgerPartSigned, peekLedgerPart, signLedgerPart } from './suite-1/ledger-signatures.ts';
export { hashOperation, peekOperation, signOperation, verifyOperation } from './suite-1/operations.ts';
export { keyedText } from './suite-1/keyed-text.ts';
export { drawPaperCode, proveName, readPaperCode } from './suite-1/name-proof.ts';
export { randomBytes } from './suite-1/random-bytes.ts';
export { openRecord, sealRecord, type RecordContent, type WrongPlace } from './suite-1/records.ts';
export {
  printInvitationCode,
  printKitCode,
  readInvitationCode,
  readKitCode,
  type InvitationCode,
  type KitCode,
} from './suite-1/printed-codes.ts';
export { safetyNumber, type SafetyParty, type ThumbprintUnreadable } from './suite-1/safety-number.ts';
export type { DoesNotOpen } from './suite-1/sealed-box.ts';
export {
  createSpaceKey,
  openWrap,
  rewrap,
  type CommitmentMismatch,
  type Recipient,
  type SealedWrap,
  type SpaceEpoch,
  type SpaceKey,
} from './suite-1/space-keys.ts';
export {
  combineShares,
  createTenantRoot,
  signTenantDocument,
  type SharesDoNotFit,
  type TenantRoot,
} from './suite-1/tenant-root.ts';
export {
  createDeviceSecret,
  createUserKeys,
  importDeviceSecret,
  openKeyring,
  openUserKeys,
  rewrapMasterKey,
  sealKeyring,
  type SealedUserKeys,
  type Unlock,
  type UserIdentity,
} from './suite-1/user-keys.ts';
export { fromWords, passphraseWords, toWords, type WordsRefusal } from './suite-1/words.ts';
