import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { ok, refuse, type Result } from '#platform/base';
import {
  inTenant,
  openDatabase,
  socketFolder,
  tryConnect,
  type Database,
  type DatabaseAddress,
  type Tx,
} from '#platform/server/db';
import { openInstallation, readSecrets } from '../../server/open-installation.ts';
import type { CommandWords } from './words.ts';

/** Runs with the rights of the server: in the database that runs for a data folder, or in one opened for the time being. */
export async function inInstallation<Value>(
  { values }: CommandWords,
  work: (tx: Tx, secrets: ReadonlyMap<string, string>) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  const data = values.get('data') ?? process.env['BAKEN_DATA'] ?? 'data';
  const url = values.get('database') ?? process.env['BAKEN_DATABASE'];
  const opened = url === undefined ? await openFolder(data) : joinServer(url, data);
  if (!opened.ok) return opened;
  try {
    const { database } = opened.value;
    // Read when it is open: opening draws those that are missing.
    const secrets = readSecrets(data);
    return await inTenant(
      database,
      { tenant: null, user: null },
      (tx) => work(tx, secrets),
      ({ ok: done }) => done,
    );
  } finally {
    await opened.value.close();
  }
}

interface OpenedDatabase {
  readonly database: Database;
  close(): Promise<void>;
}

/** The database that runs for a data folder; where none does, the installation, brought up to date and left as it was. */
async function openFolder(data: string): Promise<Result<OpenedDatabase>> {
  const running = { host: await socketFolder(data), database: 'baken', user: 'baken_app' };
  const answers = await tryConnect(running);
  if (answers.ok) return ok(openAs(running));
  const opened = await openInstallation({ data });
  return opened.ok ? opened : refuse({ type: opened.refusal.message });
}

/** A server, with the password that the running Baken uses: setting another one would lock that out. */
function joinServer(url: string, data: string): Result<OpenedDatabase> {
  const file = join(data, 'secrets', 'database-password');
  if (!URL.canParse(url) || !existsSync(file)) return refuse({ type: 'PasswordMissing' });
  const { hostname, port, pathname } = new URL(url);
  const place = {
    host: hostname,
    port: Number(port || 5432),
    database: decodeURIComponent(pathname.slice(1)) || 'baken',
  };
  return ok(openAs({ ...place, user: 'baken_app', password: readFileSync(file, 'utf8') }));
}

function openAs(address: DatabaseAddress): OpenedDatabase {
  const database = openDatabase(address, 1);
  return { database, close: () => database.close() };
}
