import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bytesToBase64url, ok, refuse, type Result } from '#platform/base';
import { randomBytes } from '#platform/crypto/server';
import { drawAccountSecrets } from '#kernel/accounts/server';
import { drawGatheringSecrets } from '#kernel/gatherings/server';
import { drawNoticeSecrets } from '#kernel/notices/server';
import { drawLearningSecrets, drawRecordSecrets } from '#modules/learning/server';
import {
  ensureDatabase,
  migrate,
  openDatabase,
  startEmbedded,
  tryConnect,
  type Database,
  type DatabaseAddress,
} from '#platform/server/db';
import { serverModules } from './modules.ts';

/** A migrated database with its secrets, ready to serve. */
export interface Installation {
  readonly database: Database;
  readonly secrets: Map<string, string>;
  readonly blobFolder: string;
  /** Keeps a secret in a file that only this user can read. */
  keepSecret(name: string, value: string): void;
  /** Fulfilled when the embedded database is gone without having been asked to stop. */
  readonly lost: Promise<void>;
  close(): Promise<void>;
}

/** Why an installation does not open; `message` is for the person at the command line. */
export interface InstallationRefusal {
  readonly type: 'InUse' | 'DatabaseFailed' | 'DatabaseSilent' | 'MigrationChanged' | 'MigrationMissing';
  readonly message: string;
}

const databaseName = 'baken';

/** Opens the data folder: database (embedded, or the server of the URL), migrations, secrets. */
export async function openInstallation(where: {
  readonly data: string;
  readonly database?: string | undefined;
}): Promise<Result<Installation, InstallationRefusal>> {
  mkdirSync(where.data, { recursive: true, mode: 0o700 });
  const secrets = readSecrets(where.data);
  for (const [name, value] of await missingSecrets(secrets)) keep(where.data, secrets, name, value);
  const reached = await reach(where, secrets);
  if (!reached.ok) return reached;
  const { owner, app, stop, password, lost } = reached.value;
  const migrated = await migrate(owner, serverModules, password);
  if (!migrated.ok) {
    await stop();
    const message = `The database was migrated by another version: ${migrated.refusal.file} is not the file that ran.`;
    return refuse({ type: migrated.refusal.type, message });
  }
  const database = openDatabase(app);
  return ok({
    database,
    secrets,
    blobFolder: join(where.data, 'files'),
    keepSecret: (name, value) => keep(where.data, secrets, name, value),
    lost,
    close: async () => {
      await database.close();
      await stop();
    },
  });
}

interface Reached {
  readonly owner: DatabaseAddress;
  readonly app: DatabaseAddress;
  readonly password: string | null;
  readonly lost: Promise<void>;
  stop(): Promise<void>;
}

async function reach(
  where: { readonly data: string; readonly database?: string | undefined },
  secrets: ReadonlyMap<string, string>,
): Promise<Result<Reached, InstallationRefusal>> {
  if (where.database !== undefined) return reachServer(where.database, secrets.get('database-password') ?? '');
  const started = await startEmbedded(where.data);
  if (!started.ok) {
    const { refusal } = started;
    return refuse(
      refusal.type === 'InUse'
        ? {
            type: 'InUse',
            message: `Another Baken (process ${refusal.pid}) uses ${where.data}. Stop it first, or choose another folder with --data.`,
          }
        : { type: 'DatabaseFailed', message: `PostgreSQL did not start:\n${refusal.log}` },
    );
  }
  const { socket, superuser, lost, stop } = started.value;
  await ensureDatabase({ host: socket, user: superuser, database: 'postgres' }, databaseName);
  return ok({
    owner: { host: socket, user: superuser, database: databaseName },
    app: { host: socket, user: 'baken_app', database: databaseName },
    password: null,
    lost,
    stop,
  });
}

async function reachServer(url: string, password: string): Promise<Result<Reached, InstallationRefusal>> {
  const { hostname, port, username, password: own, pathname } = new URL(url);
  const place = {
    host: hostname,
    port: Number(port || 5432),
    database: decodeURIComponent(pathname.slice(1)) || databaseName,
  };
  const owner = { ...place, user: decodeURIComponent(username), password: decodeURIComponent(own) };
  const reachable = await tryConnect(owner);
  if (!reachable.ok)
    return refuse({
      type: 'DatabaseSilent',
      message: `The PostgreSQL server cannot be used: ${reachable.refusal.reason}`,
    });
  // A server elsewhere may come back: its pool connects anew.
  const lost = new Promise<void>(() => undefined);
  return ok({ owner, app: { ...place, user: 'baken_app', password }, password, lost, stop: () => Promise.resolve() });
}

function secretFolder(data: string): string {
  return join(data, 'secrets');
}

/** The secret files of a data folder, by name. */
export function readSecrets(data: string): Map<string, string> {
  const folder = secretFolder(data);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

async function missingSecrets(secrets: ReadonlyMap<string, string>): Promise<readonly (readonly [string, string])[]> {
  const drawn = await drawAccountSecrets(randomBytes);
  const all = new Map([
    ...drawn,
    ...drawNoticeSecrets(randomBytes),
    ...drawGatheringSecrets(randomBytes),
    ...drawRecordSecrets(randomBytes),
    ...drawLearningSecrets(randomBytes),
    ['database-password', bytesToBase64url(randomBytes(24))],
  ]);
  return [...all].filter(([name]) => !secrets.has(name));
}

function keep(data: string, secrets: Map<string, string>, name: string, value: string): void {
  const file = join(secretFolder(data), name);
  writeFileSync(file, value, { mode: 0o600, flag: existsSync(file) ? 'w' : 'wx' });
  secrets.set(name, value);
}
