/** PostgreSQL, embedded or a server: one engine, one wrapper, one way to migrate. */
export { locateBinaries, postgresUser } from './embedded/locate-binaries.ts';
export { findHolder } from './embedded/claim-folder.ts';
export { findLeftOver } from './embedded/find-left-over.ts';
export { socketFolder, startEmbedded, type EmbeddedPostgres, type EmbeddedRefusal } from './embedded/start-embedded.ts';
export { migrate, type MigratedModule, type MigrateRefusal } from './migrate.ts';
export { openDatabase, type Database, type DatabaseAddress } from './open-database.ts';
export { AfterTheEnd } from './create-statements.ts';
export {
  isDatabaseGone,
  isDiskFull,
  isOvertaken,
  lastStatements,
  nextStatementSent,
  refusalIn,
  sendAhead,
  type NoTables,
  type TransactionOptions,
  type Tx,
} from './run-transaction.ts';
export { inTenant, setCaller, type Caller } from './tenant-transaction.ts';
export { ensureDatabase, tryConnect, type NoConnection } from './try-connect.ts';
