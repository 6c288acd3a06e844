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
  stop(): void;
}

const binaries = '/usr/lib/postgresql/15/bin';

/** Starts Debian's PostgreSQL 15, installing it where this process may; null when it cannot be had. */
export async function startPostgresFifteen(tell: (line: string) => void): Promise<ServerForTests | null> {
  if (!installDebianPackage('postgresql-15', () => existsSync(join(binaries, 'postgres')), tell)) return null;
  const folder = mkdtempSync(join(tmpdir(), 'baken-pg15-'));
  const owner = ownerOfServer();
  const run = owner === null ? {} : { uid: owner, gid: owner };
  if (owner !== null) chownSync(folder, owner, owner);
  const secret = join(folder, 'password');
  writeFileSync(secret, 'only-for-tests');
  if (owner !== null) chownSync(secret, owner, owner);
  const made = spawnSync(
    join(binaries, 'initdb'),
    ['-D', join(folder, 'data'), '-U', 'postgres', '--locale=C.UTF-8', '-A', 'scram-sha-256', '--pwfile', secret],
    {
      ...run,
      stdio: 'ignore',
    },
  );
  if (made.status !== 0) return null;
  const port = await findFreePort();
  const words = [
    '-D',
    join(folder, 'data'),
    '-p',
    String(port),
    '-c',
    'listen_addresses=127.0.0.1',
    '-c',
    `unix_socket_directories=${folder}`,
    '-c',
    'fsync=off',
  ];
  const server = spawn(join(binaries, 'postgres'), words, { ...run, stdio: 'ignore' });
  const isReady = (): boolean =>
    spawnSync(join(binaries, 'pg_isready'), ['-h', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' }).status === 0;
  for (let tries = 0; tries < 100 && !isReady(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 100));
  const stop = (): void => {
    server.kill('SIGINT');
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  if (isReady()) return { url: `postgres://postgres:only-for-tests@127.0.0.1:${port}/postgres`, stop };
  stop();
  return null;
}

/** PostgreSQL refuses to run as root: the user `postgres` of the Debian package then runs it. */
function ownerOfServer(): number | null {
  if (process.getuid?.() !== 0) return null;
  const answer = spawnSync('id', ['-u', 'postgres'], { encoding: 'utf8' });
  return answer.status === 0 ? Number(answer.stdout.trim()) : 65_534;
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
