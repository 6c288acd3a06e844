import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { ok, refuse, type Result } from '#platform/base';
import { hashText } from '#platform/crypto/server';
import { stopLeftOver } from './stop-left-over.ts';
import { findBarrier, locateBinaries, postgresUser, type PostgresUser } from './locate-binaries.ts';
import { claimFolder, type InUse } from './claim-folder.ts';

/** A PostgreSQL of our own that runs as long as this process wants it. */
export interface EmbeddedPostgres {
  /** Folder of the unix socket; there is no network port. */
  readonly socket: string;
  readonly superuser: string;
  /** Number of the postmaster process. */
  readonly pid: number;
  /** Fulfilled when the database ends without having been asked to: then nothing can be served. */
  readonly lost: Promise<void>;
  /** Clean stop: waits until everything is on disk. */
  stop(): Promise<void>;
}

export type EmbeddedRefusal = InUse | { readonly type: 'DatabaseFailed'; readonly log: string };

const superuser = 'baken_super';
const pathLimit = 90;

/**
 * Starts PostgreSQL on a folder, creating the cluster the first time. A postmaster that a killed
 * process left behind is stopped first. Refuses when another living process uses the folder.
 */
export async function startEmbedded(
  place: string,
  options: { readonly durable?: boolean } = {},
): Promise<Result<EmbeddedPostgres, EmbeddedRefusal>> {
  // PostgreSQL is started inside its own folder, where a relative path would mean another place.
  const folder = resolve(place);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const user = postgresUser();
  const barrier = user === null ? null : findBarrier(folder);
  if (barrier !== null) return refuse({ type: 'DatabaseFailed', log: sayBarrier(barrier) });
  const claimed = claimFolder(join(folder, 'baken.lock'));
  if (!claimed.ok) return claimed;
  const cluster = join(folder, 'postgres');
  const socket = await socketFolder(folder);
  prepareFolders(folder, [cluster, socket], user);
  const programs = locateBinaries(folder, user);
  await stopLeftOver(cluster, socket);
  const log = join(folder, 'postgres.log');
  if (!existsSync(join(cluster, 'PG_VERSION'))) {
    const made = createCluster(programs, cluster, user);
    if (made !== null) {
      claimed.value.release();
      return refuse({ type: 'DatabaseFailed', log: made });
    }
  }
  const child = runPostmaster(programs, cluster, socket, log, user, options.durable ?? true);
  const ready = await waitUntilReady(socket, child);
  if (!ready) {
    claimed.value.release();
    return refuse({ type: 'DatabaseFailed', log: readFileSync(log, 'utf8').slice(-2_000) });
  }
  let asked = false;
  const lost = new Promise<void>((tell) => child.once('exit', () => asked || tell()));
  const stop = async (): Promise<void> => {
    asked = true;
    await stopPostmaster(child);
    claimed.value.release();
  };
  return ok({ socket, superuser, pid: child.pid ?? 0, lost, stop });
}

/**
 * Where the database of a data folder listens. The path of a unix socket is at most 107 bytes; a deep
 * data folder gets a short one elsewhere.
 */
export async function socketFolder(place: string): Promise<string> {
  const folder = resolve(place);
  const near = join(folder, 'socket');
  if (near.length <= pathLimit) return near;
  return join(tmpdir(), `baken-${(await hashText(folder)).slice(0, 16)}`);
}

function sayBarrier(folder: string): string {
  return `Started as root, PostgreSQL runs as another user, who cannot pass ${folder}.
Choose a data folder elsewhere with --data, or start Baken as an ordinary user.`;
}

/** The database user owns its folders and can walk to them; it still cannot list ours. */
function prepareFolders(folder: string, own: readonly string[], user: PostgresUser | null): void {
  for (const path of own) {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    if (user) chownSync(path, user.uid, user.gid);
  }
  if (user) chmodSync(folder, 0o711);
}

function createCluster(programs: string, cluster: string, user: PostgresUser | null): string | null {
  const made = spawnSync(
    join(programs, 'bin', 'initdb'),
    ['-D', cluster, '-U', superuser, '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'],
    { ...(user ?? {}), cwd: cluster, env: { PATH: process.env['PATH'] ?? '' }, encoding: 'utf8' },
  );
  if (made.status === 0) return null;
  rmSync(cluster, { recursive: true, force: true });
  return `${made.stdout}\n${made.stderr}\n${made.error?.message ?? ''}`;
}

function runPostmaster(
  programs: string,
  cluster: string,
  socket: string,
  log: string,
  user: PostgresUser | null,
  durable: boolean,
): ChildProcess {
  const output = openSync(log, 'a', 0o600);
  const settings = [
    'listen_addresses=',
    'max_connections=60',
    'timezone=UTC',
    'lc_messages=C',
    'jit=off',
    'log_min_messages=warning',
    'log_statement=none',
    'log_min_error_statement=panic',
    ...(durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
  ];
  return spawn(
    join(programs, 'bin', 'postgres'),
    ['-D', cluster, '-k', socket, ...settings.flatMap((setting) => ['-c', setting])],
    {
      ...(user ?? {}),
      cwd: cluster,
      detached: true,
      stdio: ['ignore', output, output],
      env: { PATH: process.env['PATH'] ?? '' },
    },
  );
}

async function waitUntilReady(socket: string, child: ChildProcess): Promise<boolean> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    if (child.exitCode !== null || child.signalCode !== null) return false;
    const client = new pg.Client({ host: socket, user: superuser, database: 'postgres' });
    try {
      await client.connect();
      await client.end();
      return true;
    } catch {
      await wait(attempt < 40 ? 25 : 100);
    }
  }
  return false;
}

/** SIGINT is PostgreSQL's fast shutdown: open transactions are rolled back, everything is written. */
async function stopPostmaster(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGINT');
  await gone;
}
