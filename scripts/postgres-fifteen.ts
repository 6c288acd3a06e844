import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync, chownSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { installDebianPackage } from './debian-packages.ts';

/** A PostgreSQL 15 server of our own, on a free port of this machine, for one run of the suites. */
export interface ServerForTests {
  readonly url: string;
  stop(): Promise<void>;
}

const binaries = '/usr/lib/postgresql/15/bin';
const password = 'only-for-tests';

/** Whom to run the server as; empty where this process is nobody special. */
interface ServerUser {
  readonly uid?: number;
  readonly gid?: number;
}

/** Starts Debian's PostgreSQL 15, installing it where this process may; null when it cannot be had. */
export async function startPostgresFifteen(
  tell: (line: string) => void,
  { durable = false }: { readonly durable?: boolean } = {},
): Promise<ServerForTests | null> {
  if (!installDebianPackage('postgresql-15', () => existsSync(join(binaries, 'postgres')), tell)) return null;
  const folder = mkdtempSync(join(tmpdir(), 'baken-pg15-'));
  const user = findServerUser();
  if (!makeCluster(folder, user)) return null;
  const port = await findFreePort();
  const settings = [
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${folder}`,
    ...(durable ? [] : ['fsync=off']),
  ];
  const words = ['-D', join(folder, 'data'), '-p', String(port), ...settings.flatMap((one) => ['-c', one])];
  const server = spawn(join(binaries, 'postgres'), words, { ...user, stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => server.on('exit', () => resolve()));
  const stop = async (): Promise<void> => {
    server.kill('SIGINT');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  if (await isAnswering(port)) return { url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`, stop };
  await stop();
  return null;
}

function makeCluster(folder: string, user: ServerUser): boolean {
  const secret = join(folder, 'password');
  writeFileSync(secret, password);
  if (user.uid !== undefined && user.gid !== undefined) {
    for (const path of [folder, secret]) chownSync(path, user.uid, user.gid);
  }
  const words = ['-D', join(folder, 'data'), '-U', 'postgres', '--locale=C.UTF-8', '-A', 'scram-sha-256'];
  return spawnSync(join(binaries, 'initdb'), [...words, '--pwfile', secret], { ...user, stdio: 'ignore' }).status === 0;
}

async function isAnswering(port: number): Promise<boolean> {
  for (let tries = 0; tries < 100; tries += 1) {
    const asked = spawnSync(join(binaries, 'pg_isready'), ['-h', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' });
    if (asked.status === 0) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}

/** PostgreSQL refuses to run as root: the user `postgres` of the Debian package then runs it. */
function findServerUser(): ServerUser {
  if (process.getuid?.() !== 0) return {};
  const answer = spawnSync('id', ['-u', 'postgres'], { encoding: 'utf8' });
  const uid = answer.status === 0 ? Number(answer.stdout.trim()) : 65_534;
  return { uid, gid: uid };
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = address !== null && typeof address === 'object' ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
