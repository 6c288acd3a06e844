import { readdirSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { findLeftOver } from './find-left-over.ts';

const patience = 300;

/**
 * Makes a cluster ready for a new postmaster after a kill: stops the one left running, waits until the
 * last process of a dead one is gone, and takes away its locks. PostgreSQL would not start beside a lock
 * whose number still answers, be it a dead process that nobody buried.
 */
export async function stopLeftOver(cluster: string, socket: string): Promise<void> {
  const pid = findLeftOver(cluster);
  if (pid !== null) process.kill(pid, 'SIGINT');
  for (let attempt = 0; attempt < patience && findLeftOver(cluster) !== null; attempt += 1) await wait(50);
  for (let attempt = 0; attempt < patience; attempt += 1) {
    const left = countProcessesIn(cluster);
    // Elsewhere than on Linux nobody can tell; then the lock stays, and PostgreSQL judges for itself.
    if (left === null) return;
    if (left === 0) {
      for (const lock of [join(cluster, 'postmaster.pid'), join(socket, '.s.PGSQL.5432.lock')])
        rmSync(lock, { force: true });
      return;
    }
    await wait(50);
  }
}

/** Every process of PostgreSQL works in the folder of its cluster; null where the system does not tell. */
function countProcessesIn(cluster: string): number | null {
  if (process.platform !== 'linux') return null;
  const real = realpathSync(cluster);
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name) && folderOf(name) === real).length;
}

function folderOf(pid: string): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    // Gone meanwhile, or of another user, whose database ours cannot be.
    return null;
  }
}
