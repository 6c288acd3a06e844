/**
 * Accounts on a person's own device: founding, invitations, signing in, directory, sessions. Runs
 * the same in browser, seed and tests. Nothing secret leaves the device unsealed.
 */
export { createDesk, type Desk, type DeskValues } from './desk.ts';
export { createMemoryDeviceStore, type DeviceStore, type KeptDevice } from './device-store.ts';
export { appendEntry, loadDirectory, revokePerson, setRoles, type EntryContent } from './directory.ts';
export { foundTenant, founderRoles, type FoundedTenant, type Founding } from './found-tenant.ts';
export {
  acceptInvitation,
  confirmInvitation,
  invite,
  listInvitations,
  openInvitation,
  voidInvitation,
  type MadeInvitation,
  type OpenedInvitation,
} from './invitations.ts';
export { listPeople, type ListedPerson } from './list-people.ts';
export { printSecret, readSecret, type Printed, type ReadSecret } from './printed.ts';
export {
  createMarks,
  openOwnKeyring,
  saveSeen,
  sealNextKeyring,
  sendKeyring,
  withSeen,
  type KeptMarks,
} from './own-keyring.ts';
export { checkPassphrase, suggestPassphrase, type PassphraseRefusal } from './passphrase.ts';
export { changePassphrase, listSessions, revokeSession, revokeSessionsOf, signOut, stepUp } from './sessions.ts';
export { addDeviceFromKit, forgetDevice, signIn, type SignInRefusal } from './sign-in.ts';
export type { AccountParts, SealedKeyring, SignedInPerson } from './signed-in-person.ts';
