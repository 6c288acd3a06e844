import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from './free-port.ts';

/** What is killed: the server's process, the database under it, or both at once. */
export type Victim = 'server' | 'database' | 'server and database';

/** An empty installation in a process of its own with a database on disk, to be killed and started again. */
export interface RealInstallation {
  readonly address: string;
  /** One-time code with which a tenant may be founded. */
  readonly foundingCode: string;
  /** SIGKILL; answers when the process has ended. */
  kill(victim: Victim): Promise<void>;
  /** Starts it again on the same data and the same port. */
  startAgain(): Promise<void>;
  /** Asks it to end, and throws away its data. */
  stop(): Promise<void>;
}

const main = join(import.meta.dirname, '../../src/apps/cli/main.ts');

/** Starts one on a free port; `folder` is where its data goes instead of a new folder, and is left to its owner. */
export async function startRealInstallation(folder?: string): Promise<RealInstallation> {
  const made = folder ?? mkdtempSync(join(tmpdir(), 'baken-real-'));
  // Started as root, PostgreSQL runs as another user, who must reach the data.
  if (!folder) chmodSync(made, 0o711);
  const data = join(made, 'data');
  const port = await freePort();
  let child = await start(data, port);
  return {
    address: `http://127.0.0.1:${port}`,
    foundingCode: readFileSync(join(data, 'secrets', 'founding-code'), 'utf8'),
    kill: async (victim) => {
      const postmaster = Number(readFileSync(join(data, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
      if (victim !== 'database') child.kill('SIGKILL');
      if (victim !== 'server') process.kill(postmaster, 'SIGKILL');
      await ended(child);
    },
    startAgain: async () => void (child = await start(data, port)),
    stop: async () => {
      child.kill('SIGTERM');
      await ended(child);
      if (!folder) rmSync(made, { recursive: true, force: true });
    },
  };
}

/** Starts Baken in a process of its own and waits until it answers. */
async function start(data: string, port: number): Promise<ChildProcess> {
  const words = [main, 'start', '--empty', '--data', data, '--port', String(port)];
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'ignore', 'pipe'] });
  const said: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => void said.push(chunk));
  for (let attempt = 0; attempt < 2_400 && child.exitCode === null; attempt += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => null);
    if (answer?.ok) return child;
    await wait(50);
  }
  child.kill('SIGKILL');
  throw new Error(`Baken did not start: ${Buffer.concat(said).toString()}`);
}

async function ended(child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 1_000 && child.exitCode === null && child.signalCode === null; attempt += 1)
    await wait(20);
  if (child.exitCode === null && child.signalCode === null) throw new Error('Baken outlived what was done to it');
}
