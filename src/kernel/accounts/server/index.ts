/** Server side of accounts: who is signed in, whose key is whose, and wraps kept for their recipients. */
export { accountsServer } from './accounts-server.ts';
export { createDoor } from './commands/create-door.ts';
export { accountSecrets, drawAccountSecrets } from './secret-names.ts';
export {
  findAccount,
  findActiveThumbprints,
  findSigningKey,
  listRoles,
  listWorkers,
  type Account,
} from './store/account-store.ts';
export { endSessionsOf } from './store/session-store.ts';
export { listEntries as listDirectoryEntries } from './store/directory-store.ts';
export { findTenant, listDocuments, type Tenant } from './store/tenant-store.ts';
export { dropWraps, listWraps, listWrapsOfSpaces, saveWraps, type StoredWrap } from './store/wrap-store.ts';
