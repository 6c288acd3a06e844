import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { socketFolder, type DatabaseAddress } from '#platform/server/db';

/** A Baken in a process of its own, started by the command that everybody uses. */
export interface RunningBaken {
  readonly address: string;
  readonly foundingCode: string;
  /** Logs in as the owner of everything, for filling and counting. */
  readonly owner: DatabaseAddress;
  /** Milliseconds from the command to the line that says it is open. */
  readonly startedIn: number;
  /** Resident memory of the Node process alone, in MB. */
  memory(): number;
  stop(): Promise<void>;
}

const root = join(import.meta.dirname, '../..');

/** A folder for one installation that the database user may pass. */
export function makeFolder(): { readonly path: string; remove(): void } {
  const parent = mkdtempSync(join(tmpdir(), 'baken-bench-'));
  const path = join(parent, 'data');
  mkdirSync(path);
  chmodSync(parent, 0o711);
  return { path, remove: () => rmSync(parent, { recursive: true, force: true }) };
}

/** Starts an empty installation on a data folder, on the embedded database or on the server of a URL. */
export async function startBaken(data: string, port: number, databaseUrl?: string): Promise<RunningBaken> {
  const began = performance.now();
  const words = ['src/apps/cli/main.ts', 'start', '--empty', '--data', data, '--port', String(port)];
  if (databaseUrl !== undefined) words.push('--database', databaseUrl);
  const child = spawn(process.execPath, words, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const errors: string[] = [];
  child.stderr.on('data', (text: Buffer) => errors.push(text.toString()));
  await untilSaid(child, /Baken is open/, errors);
  const startedIn = performance.now() - began;
  const owner =
    databaseUrl === undefined
      ? { host: await socketFolder(data), user: 'baken_super', database: 'baken' }
      : ownerOf(databaseUrl);
  return {
    address: `http://127.0.0.1:${port}`,
    foundingCode: readFileSync(join(data, 'secrets/founding-code'), 'utf8'),
    owner,
    startedIn,
    memory: () => residentMegabytes(child.pid ?? 0),
    stop: () => stopChild(child),
  };
}

/** Resident memory of a process in MB. */
export function residentMegabytes(pid: number): number {
  const line = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Math.round(Number(line?.[1] ?? 0) / 1024);
}

function ownerOf(url: string): DatabaseAddress {
  const { hostname, port, username, password, pathname } = new URL(url);
  return { host: hostname, port: Number(port), user: username, password, database: pathname.slice(1) };
}

/** Fulfilled with what was found when the child has printed it; fails with its complaints when it ends before. */
export function untilSaid(
  child: ChildProcess,
  words: RegExp,
  errors: readonly string[] = [],
): Promise<RegExpExecArray> {
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stdout?.on('data', (text: Buffer) => {
      printed += text.toString();
      const found = words.exec(printed);
      if (found) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${errors.join('')}`)));
  });
}

/** Asks a child to end and waits until it has. */
export async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  await Promise.race([gone, wait(20_000)]);
}
