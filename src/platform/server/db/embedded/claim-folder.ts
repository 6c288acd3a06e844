import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import process from 'node:process';
import { ok, refuse, type Result } from '#platform/base';

/** Another living process uses the data folder. */
export interface InUse {
  readonly type: 'InUse';
  readonly pid: number;
}

/**
 * Claims a data folder for this process. A lock left by a process that no longer runs, or whose
 * number another program got since, is taken over.
 */
export function claimFolder(file: string): Result<{ readonly release: () => void }, InUse> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      const handle = openSync(file, 'wx', 0o600);
      writeSync(handle, `${process.pid} ${startOf(process.pid) ?? '-'}\n`);
      closeSync(handle);
      return ok({ release: () => rmSync(file, { force: true }) });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const holder = findHolder(file);
    if (holder !== null) return refuse({ type: 'InUse', pid: holder });
    rmSync(file, { force: true });
  }
  return refuse({ type: 'InUse', pid: 0 });
}

/** The number of the living process that holds a data folder by this lock; null when none does. */
export function findHolder(file: string): number | null {
  const holder = readHolder(file);
  return holder !== null && isSame(holder) ? holder.pid : null;
}

interface Holder {
  readonly pid: number;
  readonly start: string;
}

function readHolder(file: string): Holder | null {
  try {
    const [pid, start] = readFileSync(file, 'utf8').trim().split(' ');
    return pid && start ? { pid: Number(pid), start } : null;
  } catch {
    return null;
  }
}

function isSame({ pid, start }: Holder): boolean {
  if (!isRunning(pid)) return false;
  const now = startOf(pid);
  return now === null || start === '-' || now === start;
}

/** True while a process with this number runs; one that ended and that nobody has buried yet does not. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return readStat(pid)?.[0] !== 'Z';
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Start time of a process in clock ticks; null where the system does not tell. */
function startOf(pid: number): string | null {
  return readStat(pid)?.[19] ?? null;
}

/** What Linux tells of a process, from its state on; null elsewhere and for a process that is gone. */
function readStat(pid: number): readonly string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}
