import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRunning } from './claim-folder.ts';

/**
 * The number of the postmaster that runs on a cluster, left by a process that was killed; null when
 * none does. After a restart of the machine another program may have got the number that the
 * cluster's own file names: that one is not ours to stop, so its command line must name the cluster.
 */
export function findLeftOver(cluster: string): number | null {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 1 || !isRunning(pid)) return null;
  return commandOf(pid).includes(cluster) ? pid : null;
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    // Not every system has /proc.
    return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout;
  }
}
