/**
 * What a server may do with cryptography: check signatures, hash, run its half of OPAQUE, and sign in the name of the
 * installation what it says of finished courses. There is no way from here to a key that opens anything; a test holds the
 * list of exports.
 */
export { verifyDirectoryEntry, verifyTenantDocuments } from './suite-1/directory.ts';
export { readForeignSignature, type ForeignSignatureRefusal } from './native/foreign-signature.ts';
export {
  hashBytes,
  hashCoded,
  hashOperation,
  hashText,
  hasSha2,
  isSameText,
  keyedHash,
  keyOfText,
  tagOfBytes,
  thumbprintOf,
} from './native/hash.ts';
export {
  createCredentialKey,
  peekCredential,
  readCredential,
  signCredential,
  type CredentialKey,
} from './native/sign-credential.ts';
export { isLedgerPartSigned, peekLedgerPart } from './suite-1/ledger-signatures.ts';
export { answerLogin, answerRegistration, checkLogin, createLoginSetup } from './suite-1/opaque-server.ts';
export { verifyOperation } from './native/operations.ts';
export { randomBytes } from './suite-1/random-bytes.ts';
